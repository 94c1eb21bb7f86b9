package org.parley.batch.mapping;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a row must meet.
 *
 * @param column that is looked at
 * @param is the codes of which it must have one; empty where any will do
 * @param isNot the codes of which it must have none
 * @param atLeast the least number that it may have
 * @param atMost the greatest number that it may have
 */
public record Filter(
    String column,
    Set<String> is,
    Set<String> isNot,
    OptionalDouble atLeast,
    OptionalDouble atMost) {

  public Filter {
    is = Set.copyOf(is);
    isNot = Set.copyOf(isNot);
  }

  /** Whether what the column holds meets it; what is no number lies within no limits. */
  public boolean takes(String raw) {
    String code = Codes.plain(raw);
    if ((!is.isEmpty() && !is.contains(code)) || isNot.contains(code)) {
      return false;
    }
    if (atLeast.isEmpty() && atMost.isEmpty()) {
      return true;
    }
    OptionalDouble number = Codes.number(code);
    return number.isPresent()
        && number.getAsDouble() >= atLeast.orElse(Double.NEGATIVE_INFINITY)
        && number.getAsDouble() <= atMost.orElse(Double.POSITIVE_INFINITY);
  }
}
