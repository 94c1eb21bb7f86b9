package org.parley;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * A row of a decision table that matched.
 *
 * @param id its id, unique in the knowledge base
 * @param table the decision that the table belongs to
 * @param number its place in the table, from 1
 * @param why its reason in one sentence
 * @param source the works that it rests on
 * @param statements the ids of the statements that it encodes
 * @param inputs every input that the row tests, and the value it found there, in column order
 * @param decided false where the row matched but a row of higher priority gave the result
 */
public record FiredRow(
    String id,
    String table,
    @JsonIgnore int number,
    String why,
    String source,
    List<String> statements,
    @FactValue Map<String, String> inputs,
    boolean decided) {

  public FiredRow {
    statements = List.copyOf(statements);
    inputs = Inputs.copyOf(inputs);
  }

  /** A row of which only the id was written down. */
  static FiredRow written(String id) {
    return new FiredRow(id, "", 0, "", "", List.of(), Map.of(), /* decided= */ true);
  }

  /**
   * A row whose inputs come in two lists of one order.
   *
   * @param names of the inputs that the row tests
   * @param values that it found there
   */
  public FiredRow(
      String id,
      String table,
      int number,
      String why,
      String source,
      List<String> statements,
      List<String> names,
      List<String> values,
      boolean decided) {
    this(id, table, number, why, source, statements, new Inputs(names, values), decided);
  }
}
