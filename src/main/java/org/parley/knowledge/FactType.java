package org.parley.knowledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Shown;

/**
 * A fact that cases may give, as the vocabulary describes it.
 *
 * @param name its name
 * @param group the group that it is shown in
 * @param kind whether it is a choice or a number
 * @param values the allowed values of a choice, {@code unknown} included; empty for a number; of
 *     the other kinds the FEEL test that allows values, where there is one
 * @param ordered whether the values of a choice, but for {@code unknown}, stand in the order of a
 *     scale
 * @param min the least number allowed; 0 for a choice
 * @param max the greatest number allowed; 0 for a choice
 * @param meaning what it means
 * @param codingRule how to code it
 * @param ifAbsent what it means that a case does not give it, such as {@code none in sight}; an
 *     empty string where it is not known then
 * @param actor who can act on it, as the vocabulary words it
 * @param closeToChoice whether it sits close to the choice that the advice is about
 * @param counterpart the fact that says the same from the adversary's seat: itself where both sides
 *     look at one matter; empty where the other side has no such fact
 * @param reversed whether the scale runs the other way there: who is weaker here is stronger there
 * @param statements the statements that use it
 * @param formerly what it and its values were called before
 */
public record FactType(
    String name,
    String group,
    Kind kind,
    List<String> values,
    boolean ordered,
    int min,
    int max,
    String meaning,
    String codingRule,
    String ifAbsent,
    String actor,
    boolean closeToChoice,
    String counterpart,
    boolean reversed,
    List<String> statements,
    FormerWords formerly) {

  /** The value of a choice that is not known. */
  public static final String UNKNOWN = "unknown";

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

  public FactType {
    values = List.copyOf(values);
    statements = List.copyOf(statements);
  }

  /** The same under another name. */
  FactType named(String other) {
    return new FactType(
        other,
        group,
        kind,
        values,
        ordered,
        min,
        max,
        meaning,
        codingRule,
        ifAbsent,
        actor,
        closeToChoice,
        counterpart,
        reversed,
        statements,
        formerly);
  }

  /** A fact that was never called otherwise. */
  public FactType(
      String name,
      String group,
      Kind kind,
      List<String> values,
      boolean ordered,
      int min,
      int max,
      String meaning,
      String codingRule,
      String ifAbsent,
      String actor,
      boolean closeToChoice,
      String counterpart,
      boolean reversed,
      List<String> statements) {
    this(
        name,
        group,
        kind,
        values,
        ordered,
        min,
        max,
        meaning,
        codingRule,
        ifAbsent,
        actor,
        closeToChoice,
        counterpart,
        reversed,
        statements,
        FormerWords.NONE);
  }

  /** The kinds of fact; a knowledge base has the first two, a model by itself may have any. */
  public enum Kind {
    /** One of a list of values. */
    CHOICE,
    /** A whole number within a range. */
    NUMBER,
    /** Any text. */
    TEXT,
    /** A number, perhaps a whole one. */
    QUANTITY,
    /** True or false. */
    BOOLEAN,
    /** A date, a time of day, both, or how long something takes. */
    MOMENT,
    /** Whatever else, or not said. */
    ANY
  }

  /** What is wrong with a value, with what would be right; empty where it is allowed. */
  public Optional<Problem> objection(String value) {
    if (value.equals(UNKNOWN)) {
      return Optional.empty();
    }
    if (kind == Kind.NUMBER) {
      return isNumberInRange(value)
          ? Optional.empty()
          : Optional.of(
              notAValue(
                  "'%s' is not a value of '%s': %s, or unknown"
                      .formatted(Shown.piece(value), name, range())));
    }
    if (values.contains(value)) {
      return Optional.empty();
    }
    return Optional.of(notAValue(Nearest.notAValue(value, name, values)));
  }

  private Problem notAValue(String message) {
    return new Problem(Place.of("").in("fact", name), message, Problem.Kind.UNKNOWN_VALUE, values);
  }

  /** The value as the tables see it: text, a number, or {@code null} for a number not known. */
  public Object encode(String value) {
    if (kind != Kind.NUMBER) {
      return value;
    }
    return value.equals(UNKNOWN) ? null : new BigDecimal(value);
  }

  /**
   * How far two values of a choice lie apart: on an ordered scale the steps between them; 1 for any
   * other two that differ, and where one is not known.
   */
  public int steps(String from, String to) {
    if (from.equals(to)) {
      return 0;
    }
    return ordered && !from.equals(UNKNOWN) && !to.equals(UNKNOWN)
        ? Math.abs(known().indexOf(from) - known().indexOf(to))
        : 1;
  }

  /** A value as the adversary would give it for the {@link #counterpart}. */
  public String fromTheOtherSeat(String value) {
    return reversed && !value.equals(UNKNOWN)
        ? known().get(known().size() - 1 - known().indexOf(value))
        : value;
  }

  /** The numbers that a number may be, in words. */
  public String range() {
    return "a whole number from %d to %d".formatted(min, max);
  }

  /** The values of a choice without {@code unknown}. */
  public List<String> known() {
    return values.stream().filter(v -> !v.equals(UNKNOWN)).toList();
  }

  private boolean isNumberInRange(String value) {
    if (!WHOLE_NUMBER.matcher(value).matches()) {
      return false;
    }
    int number = Integer.parseInt(value);
    return min <= number && number <= max;
  }
}
