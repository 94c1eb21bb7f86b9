package org.parley.author.save;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A decision table as it shall be: what is edited before anything is written.
 *
 * @param decision the name of its decision
 * @param inputs its input columns
 * @param outputs its output columns
 * @param annotations the names of its annotation columns
 * @param rows its rows in their order
 */
public record TableDraft(
    String decision,
    List<Column> inputs,
    List<Column> outputs,
    List<String> annotations,
    List<RowDraft> rows) {

  public TableDraft {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    annotations = List.copyOf(annotations);
    rows = List.copyOf(rows);
  }

  /** This table with other rows. */
  public TableDraft withRows(List<RowDraft> others) {
    return new TableDraft(decision, inputs, outputs, annotations, others);
  }

  /** Whether the two say the same. */
  public boolean saysTheSameAs(TableDraft other) {
    return decision.equals(other.decision)
        && areAlike(inputs, other.inputs)
        && areAlike(outputs, other.outputs)
        && annotations.equals(other.annotations)
        && rows.size() == other.rows.size()
        && IntStream.range(0, rows.size())
            .allMatch(i -> rows.get(i).saysTheSameAs(other.rows.get(i)));
  }

  /** Whether two say the same of their columns, whose kind may follow from the rows. */
  private static boolean areAlike(List<Column> columns, List<Column> others) {
    return columns.size() == others.size()
        && IntStream.range(0, columns.size())
            .allMatch(
                i ->
                    columns.get(i).name().equals(others.get(i).name())
                        && columns.get(i).values().equals(others.get(i).values()));
  }

  /** The most rows of the file that can stay where they are while the others move. */
  public Set<Integer> staying() {
    return LongestRun.of(
        rows.stream().map(RowDraft::origin).filter(o -> o != RowDraft.NEW).toList());
  }
}
