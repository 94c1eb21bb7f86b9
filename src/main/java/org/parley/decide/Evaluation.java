package org.parley.decide;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all decisions of a knowledge base answered.
 *
 * @param values what the decisions saw and said: facts, results and computed inputs by name; a
 *     text, a {@link java.math.BigDecimal}, a {@link Boolean}, a list or a map, or {@code null} for
 *     a number not known
 * @param matches the rows that matched, by decision, in the order of the table
 */
public record Evaluation(Map<String, Object> values, Map<String, List<Match>> matches) {

  public Evaluation {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    matches = Collections.unmodifiableMap(new LinkedHashMap<>(matches));
  }

  /** The result of a decision that answers with a text. */
  public String text(String decision) {
    return String.valueOf(values.get(decision));
  }

  /** The rows of a decision that matched. */
  public List<Match> matches(String decision) {
    return matches.getOrDefault(decision, List.of());
  }

  /**
   * A row that matched.
   *
   * @param row its place in the table, from 1
   * @param decided whether it gave the result, or a row of higher priority did
   */
  public record Match(int row, boolean decided) {}
}
