package org.parley.author.sheet;

import java.util.List;
import org.parley.Place;
import org.parley.Problem;

/**
 * A sheet, or a CSV file, as rows of cells.
 *
 * @param file the file that it is in
 * @param sheet its name there, or an empty string for a file that is one sheet
 * @param separators what stands between its cells, or an empty string where nothing does
 * @param rows its rows; a row may be shorter than others
 * @param widths how many cells each row has in its file, empty ones at its end too; none for a
 *     spreadsheet, which keeps no such cells
 */
record Grid(
    String file, String sheet, String separators, List<List<GridCell>> rows, List<Integer> widths) {
  private static final int LETTERS = 26;

  Grid {
    rows = rows.stream().map(List::copyOf).toList();
    widths = List.copyOf(widths);
  }

  Grid(String file, String sheet, String separators, List<List<GridCell>> rows) {
    this(file, sheet, separators, rows, List.of());
  }

  /** The same sheet with other rows, of which each has so many cells as the list says. */
  Grid withRows(List<List<GridCell>> others, List<Integer> widths) {
    return new Grid(file, sheet, separators, others, widths);
  }

  /** The same sheet with other rows. */
  Grid withRows(List<List<GridCell>> others) {
    return new Grid(file, sheet, separators, others, widths);
  }

  /** A cell; beyond the end an empty one. */
  GridCell cell(int row, int column) {
    List<GridCell> cells = row < rows.size() ? rows.get(row) : List.of();
    return column < cells.size() ? cells.get(column) : GridCell.EMPTY;
  }

  /** The first row from a place on that begins with a word; -1 where there is none. */
  int rowOf(String word) {
    for (int i = 0; i < rows.size(); i++) {
      if (cell(i, 0).text().strip().equals(word)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a row ends in its file before a column. */
  boolean endsBefore(int row, int column) {
    return row < widths.size() && widths.get(row) <= column;
  }

  boolean isBlank(int row) {
    return rows.get(row).stream().allMatch(GridCell::isBlank);
  }

  /** Something that is wrong with a cell. */
  Problem problem(int row, int column, String message) {
    return new Problem(place().at("cell " + address(row, column)), message);
  }

  /** Something that is wrong with the whole. */
  Problem problem(String message) {
    return new Problem(place(), message);
  }

  /** Something that is wrong with a whole row. */
  Problem problem(int row, String message) {
    return new Problem(place().at("line " + (row + 1)), message);
  }

  private Place place() {
    return sheet.isEmpty() ? Place.of(file) : Place.of(file).in("sheet", sheet);
  }

  /** How its cells were told apart, for what is missing; empty for a spreadsheet. */
  String reading() {
    return separators.isEmpty() ? "" : " (read with %s between the cells)".formatted(separators);
  }

  /** What a reader calls it. */
  String name() {
    return sheet.isEmpty() ? file : "sheet '%s'".formatted(sheet);
  }

  /** Where a cell is, as spreadsheets say it, such as {@code D7}. */
  static String address(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
      letters.insert(0, (char) ('A' + rest % LETTERS));
    }
    return letters.append(row + 1).toString();
  }
}
