package org.parley.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * A decision of the linked models.
 *
 * @param name its name
 * @param question the question that it answers, or an empty string
 * @param file the model that it stands in
 * @param allowed the texts that it may answer with; empty where they are not listed, and where it
 *     answers with a list
 * @param decisions the decisions that it reads
 * @param facts the facts that it reads
 * @param decisionTable its table, or {@code null} where its logic is of another kind
 */
public record Decision(
    String name,
    String question,
    String file,
    List<String> allowed,
    List<String> decisions,
    List<String> facts,
    DecisionTable decisionTable) {

  public Decision {
    allowed = List.copyOf(allowed);
    decisions = List.copyOf(decisions);
    facts = List.copyOf(facts);
  }

  /** Its table. */
  public Optional<DecisionTable> table() {
    return Optional.ofNullable(decisionTable);
  }
}
