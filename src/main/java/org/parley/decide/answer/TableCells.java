package org.parley.decide.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A decision table as what its cells accept: for each name that it tests every value that may be
 * seen, and for each row the values that it accepts. A row matches where each of the names has a
 * value that it accepts, so it is a box in the space of all combinations.
 *
 * @param decision the decision
 * @param dimensions the names that the table tests
 * @param rows in the order in which the hit policy prefers them
 * @param otherwise whether it has a result where no row matches
 */
public record TableCells(
    String decision, List<Dimension> dimensions, List<RowCells> rows, boolean otherwise) {

  public TableCells {
    dimensions = List.copyOf(dimensions);
    rows = List.copyOf(rows);
  }

  /**
   * A name that a table tests.
   *
   * @param name a fact or a decision
   * @param values what it can stand for, in the order of codes; of a number's bands the least
   *     number, and {@code null} for a number that is not known
   * @param banded whether the values are bands of a number
   * @param bands the bands, where their ends are said; {@code null} among them for the lack of a
   *     value
   */
  public record Dimension(String name, List<Object> values, boolean banded, List<Band> bands) {

    public Dimension {
      values = Collections.unmodifiableList(new ArrayList<>(values));
      bands = Collections.unmodifiableList(new ArrayList<>(bands));
    }

    /** The code that stands for all texts that no cell names, or -1 where none does. */
    public int others() {
      return values.indexOf(Domain.OTHER_TEXT);
    }
  }

  /**
   * A row.
   *
   * @param number its place in the table, from 1
   * @param result its result
   * @param accepted for each dimension the codes of the values that it accepts
   */
  public record RowCells(int number, Object result, List<List<Integer>> accepted) {

    public RowCells {
      accepted = List.copyOf(accepted);
    }
  }

  /** What the table of a decision accepts, or {@code null} where a column sees more than a name. */
  public static TableCells of(CompiledTables tables, int slot) {
    CompiledTable table = tables.table(slot);
    if (!table.isPlain()) {
      return null;
    }
    List<Integer> slots = table.columns().stream().map(c -> c.slots()[0]).distinct().toList();
    List<RowCells> rows = new ArrayList<>();
    for (int bit = 0; bit < table.rows().size(); bit++) {
      int row = bit;
      CompiledTable.Outcome outcome = table.rows().get(bit);
      rows.add(
          new RowCells(
              outcome.number(),
              outcome.result(),
              slots.stream().map(seen -> accepted(table, row, seen)).toList()));
    }
    return new TableCells(
        tables.decision(slot).name(),
        slots.stream().map(s -> dimension(tables, s)).toList(),
        rows,
        table.otherwise() != null);
  }

  private static Dimension dimension(CompiledTables tables, int slot) {
    Domain domain = tables.domain(slot);
    return new Dimension(tables.name(slot), domain.values(), domain.isBanded(), domain.bands());
  }

  /** What a row accepts of a name, which several columns may test. */
  private static List<Integer> accepted(CompiledTable table, int bit, int slot) {
    return table.columns().stream()
        .filter(column -> column.slots()[0] == slot)
        .map(column -> table.accepted(bit, column))
        .reduce(
            (one, other) -> {
              one.retainAll(other);
              return one;
            })
        .map(List::copyOf)
        .orElseThrow();
  }
}
