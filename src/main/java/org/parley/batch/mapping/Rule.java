package org.parley.batch.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.parley.knowledge.FactType;

/**
 * What one column, or a constant, says of a fact.
 *
 * @param when columns that must have one of some codes each, or the rule says nothing
 * @param column that is read, or an empty string where it is a constant
 * @param codes the value that each code stands for; empty where the column holds the value itself
 * @param bands the values that numbers stand for, in rising order
 * @param divideBy what a number is divided by, and rounded down; 1 where it is taken as it is
 * @param otherwise the constant, or the value of codes that are not listed; where there is none
 *     such a code makes the row a bad one
 */
public record Rule(
    Map<String, Set<String>> when,
    String column,
    Map<String, String> codes,
    List<Band> bands,
    double divideBy,
    Optional<String> otherwise) {

  public Rule {
    when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    bands = List.copyOf(bands);
  }

  /** The column by its own words. */
  public static Rule of(String column) {
    return new Rule(Map.of(), column, Map.of(), List.of(), 1, Optional.empty());
  }

  /**
   * A band of numbers.
   *
   * @param below the first number that does not belong to it; empty for the last band
   * @param value what its numbers stand for
   */
  public record Band(OptionalDouble below, String value) {

    boolean holds(double number) {
      return below.isEmpty() || number < below.getAsDouble();
    }
  }

  /** What a cell comes to: a value, or why it is none. */
  public record Reading(String value, String trouble) {

    static Reading of(String value) {
      return new Reading(value, "");
    }

    static Reading bad(String trouble) {
      return new Reading("", trouble);
    }

    /** Whether there is a value. */
    public boolean isGood() {
      return trouble.isEmpty();
    }
  }

  /** The columns that it looks at. */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(when.keySet());
    if (!column.isEmpty()) {
      columns.add(column);
    }
    return columns;
  }

  /** Whether a cell is one of the codes under which the rule speaks. */
  public boolean speaks(String guard, String raw) {
    return when.getOrDefault(guard, Set.of()).contains(Codes.plain(raw));
  }

  /** The value without a column. */
  public String constant() {
    return otherwise.orElse(FactType.UNKNOWN);
  }

  /**
   * What a cell of its column comes to; whether the vocabulary knows the value is for others to
   * say.
   *
   * @param missing the codes that stand for what is not known
   */
  public Reading read(String raw, Set<String> missing) {
    String code = Codes.plain(raw);
    if (code.isEmpty() || missing.contains(code)) {
      return Reading.of(FactType.UNKNOWN);
    }
    if (!codes.isEmpty()) {
      return Optional.ofNullable(codes.get(code))
          .or(() -> otherwise)
          .map(Reading::of)
          .orElseGet(
              () -> Reading.bad("the mapping has no code '%s': %s".formatted(code, listed())));
    }
    if (bands.isEmpty() && divideBy == 1) {
      return Reading.of(code);
    }
    OptionalDouble number = Codes.number(code);
    if (number.isEmpty()) {
      return otherwise
          .map(Reading::of)
          .orElseGet(() -> Reading.bad("'%s' is not a number".formatted(code)));
    }
    double quotient = number.getAsDouble() / divideBy;
    if (bands.isEmpty()) {
      return Reading.of(String.valueOf((long) Math.floor(quotient)));
    }
    return bands.stream()
        .filter(band -> band.holds(quotient))
        .findFirst()
        .map(Band::value)
        .or(() -> otherwise)
        .map(Reading::of)
        .orElseGet(() -> Reading.bad("the mapping has no band for %s".formatted(code)));
  }

  private String listed() {
    return String.join(", ", codes.keySet());
  }
}
