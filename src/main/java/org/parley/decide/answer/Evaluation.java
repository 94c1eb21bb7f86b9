package org.parley.decide.answer;

import java.util.List;

/** What all decisions of a knowledge base answered in one case. Immutable and thread-safe. */
public interface Evaluation {

  /**
   * What a fact, a decision or an input column stands for.
   *
   * @param name of a fact or a decision, or the expression of an input column
   * @return a text, a {@link java.math.BigDecimal}, a {@link Boolean}, a list or a map of these, or
   *     {@code null} for a number not known
   */
  Object value(String name);

  /**
   * The result of a decision.
   *
   * @param decision its place among the decisions of the knowledge base, from 0
   */
  Object result(int decision);

  /**
   * What a column of a decision's table sees.
   *
   * @param decision its place among the decisions of the knowledge base, from 0
   * @param column its place in the table, from 0
   */
  Object input(int decision, int column);

  /**
   * The rows of a decision that matched, in the order of the table.
   *
   * @param decision its place among the decisions of the knowledge base, from 0
   */
  List<Match> matches(int decision);

  /** The result of a decision that answers with a text. */
  default String text(String decision) {
    return String.valueOf(value(decision));
  }

  /** The rows of a decision that matched, in the order of the table. */
  List<Match> matches(String decision);

  /**
   * The columns of a decision, from 0, whose cell in a row does not accept what they see; empty
   * where the row matched, and where masks could not be made of the table.
   *
   * @param row its place in the table, from 1
   */
  List<Integer> failing(String decision, int row);

  /**
   * A row that matched.
   *
   * @param row its place in the table, from 1
   * @param decided whether it gave the result, or a row of higher priority did
   */
  record Match(int row, boolean decided) {}

  /**
   * What one decision answered.
   *
   * @param value its result
   * @param matches the rows that matched, in the order of the table
   */
  record Answer(Object value, List<Match> matches) {}
}
