package org.parley.explain;

import java.util.List;
import java.util.Objects;
import org.parley.knowledge.Decision;
import org.parley.knowledge.Row;

/**
 * A decision table as it was used in one case: what its columns saw, and what became of each row.
 *
 * @param decision the decision that it answers
 * @param columns its input columns
 * @param rows in the order of the table
 */
public record UsedTable(Decision decision, List<Column> columns, List<UsedRow> rows) {

  public UsedTable {
    Objects.requireNonNull(decision, "decision");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * An input column.
   *
   * @param input what it looks at
   * @param seen what it saw
   */
  public record Column(String input, String seen) {}

  /** What became of a row. */
  public enum Fate {
    /** It matched and gave the result. */
    DECIDED,
    /** It matched, but a row of higher priority gave the result. */
    OUTRANKED,
    /** It did not match. */
    FAILED
  }

  /**
   * A row.
   *
   * @param row as it stands in the table
   * @param results what it answers, as written, with the names of the case filled in
   * @param why its reason, with the names of the case filled in
   * @param fate what became of it
   * @param failing the columns, from 0, whose cells do not accept what they saw; empty unless it
   *     failed, and where the engine cannot tell
   */
  public record UsedRow(
      Row row, List<String> results, String why, Fate fate, List<Integer> failing) {

    public UsedRow {
      results = List.copyOf(results);
      failing = List.copyOf(failing);
    }
  }
}
