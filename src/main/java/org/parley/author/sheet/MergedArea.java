package org.parley.author.sheet;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet shows as one, of which only the first holds what it says.
 *
 * @param top its first row, from 0
 * @param left its first column, from 0
 * @param bottom its last row
 * @param right its last column
 */
record MergedArea(int top, int left, int bottom, int right) {
  private static final Pattern AREA =
      Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
  private static final int LETTERS = 26;

  /** The one of an address such as {@code B7:B9}; {@code null} where it is none. */
  static MergedArea of(String address) {
    Matcher area = AREA.matcher(String.valueOf(address));
    return area.matches()
        ? new MergedArea(
            Integer.parseInt(area.group(2)) - 1,
            column(area.group(1)),
            Integer.parseInt(area.group(4)) - 1,
            column(area.group(3)))
        : null;
  }

  private static int column(String letters) {
    return letters.chars().reduce(0, (sum, letter) -> sum * LETTERS + letter - 'A' + 1) - 1;
  }

  /**
   * Has each row say what the area says; what lies beside the first column is marked as merged.
   *
   * @param rows of the sheet; blank ones stay blank
   */
  void fill(List<List<GridCell>> rows) {
    if (top >= rows.size() || left >= rows.get(top).size()) {
      return;
    }
    GridCell said = rows.get(top).get(left);
    int widest = rows.stream().mapToInt(List::size).max().orElse(0);
    for (int row = top; row <= Math.min(bottom, rows.size() - 1); row++) {
      List<GridCell> cells = rows.get(row);
      if (cells.stream().allMatch(GridCell::isBlank)) {
        continue;
      }
      // it may reach to the end of the sheet, where no row does
      int end = Math.min(right, widest - 1);
      while (cells.size() <= end) {
        cells.add(GridCell.EMPTY);
      }
      for (int column = left; column <= end; column++) {
        if (column > left) {
          cells.set(column, new GridCell(Grid.address(top, left), GridCell.Kind.MERGED));
        } else if (row > top) {
          cells.set(column, said);
        }
      }
    }
  }
}
