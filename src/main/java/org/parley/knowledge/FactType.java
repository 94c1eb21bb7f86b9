package org.parley.knowledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A fact that cases may give, as the vocabulary describes it.
 *
 * @param name its name
 * @param group the group that it is shown in
 * @param kind whether it is a choice or a number
 * @param values the allowed values of a choice, {@code unknown} included; empty for a number
 * @param min the least number allowed; 0 for a choice
 * @param max the greatest number allowed; 0 for a choice
 * @param meaning what it means
 * @param codingRule how to code it
 * @param actor who can act on it, as the vocabulary words it
 * @param closeToChoice whether it sits close to the choice that the advice is about
 * @param statements the statements that use it
 */
public record FactType(
    String name,
    String group,
    Kind kind,
    List<String> values,
    int min,
    int max,
    String meaning,
    String codingRule,
    String actor,
    boolean closeToChoice,
    List<String> statements) {

  /** The value of a choice that is not known. */
  public static final String UNKNOWN = "unknown";

  public FactType {
    values = List.copyOf(values);
    statements = List.copyOf(statements);
  }

  /** The two kinds of fact. */
  public enum Kind {
    /** One of a list of values. */
    CHOICE,
    /** A whole number within a range. */
    NUMBER
  }

  /** What is wrong with a value, with what would be right; empty where it is allowed. */
  public Optional<String> objection(String value) {
    if (value.equals(UNKNOWN)) {
      return Optional.empty();
    }
    if (kind == Kind.NUMBER) {
      return isNumberInRange(value)
          ? Optional.empty()
          : Optional.of(
              "'%s' is not a value of '%s': a whole number from %d to %d, or unknown"
                  .formatted(value, name, min, max));
    }
    if (values.contains(value)) {
      return Optional.empty();
    }
    return Optional.of(
        "'%s' is not a value of '%s': %s%s"
            .formatted(value, name, String.join(", ", values), Nearest.hint(value, values)));
  }

  /** The value as the tables see it: text, a number, or {@code null} for a number not known. */
  public Object encode(String value) {
    if (kind == Kind.CHOICE) {
      return value;
    }
    return value.equals(UNKNOWN) ? null : new BigDecimal(value);
  }

  private boolean isNumberInRange(String value) {
    if (!value.matches("-?\\d{1,9}")) {
      return false;
    }
    int number = Integer.parseInt(value);
    return min <= number && number <= max;
  }
}
