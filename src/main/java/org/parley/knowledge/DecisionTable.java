package org.parley.knowledge;

import java.util.List;

/**
 * A decision table as staff see it.
 *
 * @param hitPolicy such as {@code UNIQUE}
 * @param aggregation of COLLECT: {@code SUM} and the like, or an empty string
 * @param inputs the input columns
 * @param outputs the output columns
 * @param rows the rows
 */
public record DecisionTable(
    String hitPolicy,
    String aggregation,
    List<Input> inputs,
    List<Output> outputs,
    List<Row> rows) {

  public DecisionTable {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }

  /**
   * An input column.
   *
   * @param expression what it tests: mostly the name of a fact or a decision
   * @param values what it may see, as written, or an empty string
   */
  public record Input(String expression, String values) {}

  /**
   * An output column.
   *
   * @param name its name, or an empty string in a table with one output
   * @param values the values in order of priority, as written, or an empty string
   * @param otherwise its result where no row matches, as written, or an empty string
   * @param types what its results must be: of the type of the decision, and of its own where it has
   *     one
   */
  public record Output(String name, String values, String otherwise, List<Type> types) {

    public Output {
      types = List.copyOf(types);
    }
  }

  /**
   * A type of results; of a list the type of what is in it.
   *
   * @param base the type of FEEL, such as {@code string}, or an empty string for others
   * @param allowed the tests that it lets through, as written, or an empty string
   */
  public record Type(String base, String allowed) {}
}
