package org.parley.author.save;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

  /** This table with a row changed. */
  public TableDraft with(int row, UnaryOperator<RowDraft> change) {
    return edited(rows -> rows.set(row, change.apply(rows.get(row))));
  }

  /** This table with a further row at a place. */
  public TableDraft inserted(int at, RowDraft row) {
    return edited(rows -> rows.add(at, row));
  }

  /** This table without a row. */
  public TableDraft without(int row) {
    return edited(rows -> rows.remove(row));
  }

  /** This table with a row at another place. */
  public TableDraft moved(int from, int to) {
    return edited(rows -> rows.add(to, rows.remove(from)));
  }

  /** This table with a copy of a row behind it. */
  public TableDraft duplicated(int row, String id) {
    return inserted(row + 1, rows.get(row).copied(id));
  }

  /** Whether the two say the same. */
  public boolean saysTheSameAs(TableDraft other) {
    return decision.equals(other.decision)
        && inputs.equals(other.inputs)
        && outputs.equals(other.outputs)
        && annotations.equals(other.annotations)
        && rows.size() == other.rows.size()
        && IntStream.range(0, rows.size())
            .allMatch(i -> rows.get(i).saysTheSameAs(other.rows.get(i)));
  }

  private TableDraft edited(Consumer<List<RowDraft>> edit) {
    List<RowDraft> changed = new ArrayList<>(rows);
    edit.accept(changed);
    return withRows(changed);
  }

  /** The most rows of the file that can stay where they are while the others move. */
  public Set<Integer> staying() {
    List<Integer> kept =
        rows.stream().map(RowDraft::origin).filter(o -> o != RowDraft.NEW).toList();
    int[] length = new int[kept.size()];
    int[] before = new int[kept.size()];
    Arrays.fill(before, -1);
    int best = -1;
    for (int i = 0; i < kept.size(); i++) {
      length[i] = 1;
      for (int j = 0; j < i; j++) {
        if (kept.get(j) < kept.get(i) && length[j] >= length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      best = best < 0 || length[i] > length[best] ? i : best;
    }
    List<Integer> staying = new ArrayList<>();
    for (int i = best; i >= 0; i = before[i]) {
      staying.add(kept.get(i));
    }
    return new HashSet<>(staying);
  }
}
