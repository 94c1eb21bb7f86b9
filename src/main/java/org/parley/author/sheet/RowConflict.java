package org.parley.author.sheet;

import java.util.List;

/**
 * A row that was edited in a sheet and, since the sheet was made, in the table as well.
 *
 * @param table the decision of the table
 * @param row the id of the row, or an empty string where the whole table is meant
 * @param sheet the sheet, or the CSV file
 * @param cells where the two differ
 */
public record RowConflict(String table, String row, String sheet, List<CellConflict> cells) {

  public RowConflict {
    cells = List.copyOf(cells);
  }

  /**
   * A cell of which two people say different things.
   *
   * @param column the name of its column, or an empty string where the row as a whole is meant
   * @param mine what the sheet says
   * @param theirs what the table says now
   */
  public record CellConflict(String column, String mine, String theirs) {}

  /** Whose words count where the two meet. */
  public enum Side {
    /** Those of the sheet. */
    MINE,
    /** Those of the table. */
    THEIRS
  }
}
