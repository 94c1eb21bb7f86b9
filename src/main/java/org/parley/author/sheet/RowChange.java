package org.parley.author.sheet;

/**
 * Something that a sheet changes in a table.
 *
 * @param table the decision
 * @param row the id of the row
 * @param kind what is done
 * @param column the column, or an empty string where the whole row is meant
 * @param from what the cell said, in plain words, or an empty string
 * @param to what it says, in plain words, or an empty string
 */
public record RowChange(
    String table, String row, Kind kind, String column, String from, String to) {

  /** What is done to a row. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** It stands elsewhere among the rows. */
    MOVED,
    /** A cell says something else. */
    CHANGED
  }

  static RowChange ofRow(String table, String row, Kind kind) {
    return new RowChange(table, row, kind, "", "", "");
  }
}
