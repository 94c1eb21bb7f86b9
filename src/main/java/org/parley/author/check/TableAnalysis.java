package org.parley.author.check;

import java.util.List;
import java.util.Optional;
import org.parley.knowledge.Row;

/**
 * What one table says over every combination of values.
 *
 * @param deadCells cells that accept nothing
 * @param gaps what no row matches; empty where that falls into too many pieces
 * @param sample one of these pieces, where one was found
 * @param duplicates rows that say again what others say
 * @param overlaps rows that match together where they may not
 * @param masked rows that never decide
 * @param unsettled rows of which nobody can tell whether they are masked
 * @param mergeable rows that could be one
 * @param misleadingPolicy whether the hit policy reads as if rows met, which they never do
 * @param forgotten values that no row names
 * @param sound the rows about which nothing graver was found
 */
record TableAnalysis(
    List<DeadCell> deadCells,
    Optional<List<Box>> gaps,
    Optional<Box> sample,
    List<DuplicateRow> duplicates,
    List<Overlap> overlaps,
    List<MaskedRow> masked,
    List<Row> unsettled,
    List<MergeableRows> mergeable,
    boolean misleadingPolicy,
    List<ForgottenValue> forgotten,
    List<Row> sound) {

  /** A cell that accepts nothing, though each thing that it names may be seen. */
  record DeadCell(int row, String column) {}

  /** A row that says the same in the same cases as one before it. */
  record DuplicateRow(Row first, Row row) {}

  /** Two rows that match together in some cases. */
  record Overlap(Row first, Row row, Box meeting, Object firstSays, Object rowSays) {}

  /**
   * A row that never decides.
   *
   * @param by the one row that decides instead, or several that do so together
   */
  record MaskedRow(Row row, List<Row> by) {}

  /**
   * Two rows that say the same for the same reason.
   *
   * @param column the only one in which they differ; empty where one holds wherever the other does
   */
  record MergeableRows(Row first, Row row, Optional<String> column) {}

  /** The one value of a column that no cell tells from the rest. */
  record ForgottenValue(String column, Object value) {}
}
