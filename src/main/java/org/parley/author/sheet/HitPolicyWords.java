package org.parley.author.sheet;

import org.parley.knowledge.DecisionTable;

/** Says in plain words which of the rows that match counts. */
final class HitPolicyWords {

  private HitPolicyWords() {}

  static String of(DecisionTable table) {
    String policy = table.hitPolicy();
    return switch (policy) {
      case "UNIQUE" -> "Exactly one row matches; two that match at once are a mistake.";
      case "ANY" -> "Several rows may match if they give the same answer.";
      case "FIRST" -> "The first row that matches counts: the order of the rows has a meaning.";
      case "PRIORITY" ->
          "Of the rows that match, the one with the foremost answer counts; the order of the answers is %s."
              .formatted(order(table));
      case "COLLECT" -> collected(table.aggregation());
      case "RULE ORDER" -> "The answers of all rows that match count, in the order of the rows.";
      case "OUTPUT ORDER" ->
          "The answers of all rows that match count, in the order %s.".formatted(order(table));
      default -> "The rows are read with the hit policy %s.".formatted(policy);
    };
  }

  private static String collected(String aggregation) {
    return switch (aggregation) {
      case "SUM" -> "The answers of all rows that match are added up.";
      case "MIN" -> "The least answer of the rows that match counts.";
      case "MAX" -> "The greatest answer of the rows that match counts.";
      case "COUNT" -> "The rows that match are counted.";
      default -> "The answers of all rows that match count.";
    };
  }

  private static String order(DecisionTable table) {
    String values = table.outputs().isEmpty() ? "" : table.outputs().get(0).values();
    return values.replace("\"", "").replaceAll("\\s*,\\s*", ", ");
  }
}
