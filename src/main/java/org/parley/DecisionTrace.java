package org.parley;

import java.util.List;

/**
 * One decision of an advice: what it answered and which rows answered it.
 *
 * @param decision its name
 * @param question the question that it answers, or an empty string
 * @param result a {@link String}, a {@link java.math.BigDecimal}, a {@link Boolean}, a {@link
 *     java.util.Map} of these by name, or a {@link List} of any of them
 * @param rows the rows that matched, in the order of the table
 * @param decisions the decisions whose results it reads
 * @param facts the facts that it reads
 */
public record DecisionTrace(
    String decision,
    String question,
    Object result,
    List<FiredRow> rows,
    List<String> decisions,
    List<String> facts) {

  public DecisionTrace {
    rows = List.copyOf(rows);
    decisions = List.copyOf(decisions);
    facts = List.copyOf(facts);
  }
}
