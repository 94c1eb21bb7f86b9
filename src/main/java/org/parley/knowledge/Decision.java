package org.parley.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A decision of the linked models.
 *
 * @param name its name
 * @param label what the model calls it for readers, or an empty string
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
    String label,
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

  /** What a reader finds it under: its label, or else its name with a capital. */
  public String title() {
    return label.isEmpty() ? titleOf(name) : label;
  }

  /** A name with a capital. */
  public static String titleOf(String name) {
    return name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Its table. */
  public Optional<DecisionTable> table() {
    return Optional.ofNullable(decisionTable);
  }
}
