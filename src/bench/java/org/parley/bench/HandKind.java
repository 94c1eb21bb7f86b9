package org.parley.bench;

import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;

/** The kinds of answer that hand-written Java tells apart. */
enum HandKind {
  /** One of the allowed texts: an enum. */
  CHOICE,
  /** A number. */
  NUMBER,
  /** Several numbers with names: a record. */
  PARTS,
  /** All that the rows say which match: kept as rows. */
  LIST;

  static HandKind of(Decision decision) {
    DecisionTable table = decision.decisionTable();
    if (table.hitPolicy().equals("COLLECT")) {
      return LIST;
    }
    if (table.outputs().size() > 1) {
      return PARTS;
    }
    return decision.allowed().isEmpty() ? NUMBER : CHOICE;
  }

  /** Whether one row at the most matches. */
  static boolean matchesOneRow(Decision decision) {
    String policy = decision.decisionTable().hitPolicy();
    return policy.equals("UNIQUE") || policy.equals("FIRST");
  }

  /** The Java type of the answer of a decision. */
  String type(Decision decision) {
    return this == NUMBER ? "java.math.BigDecimal" : JavaNames.type(decision.name());
  }
}
