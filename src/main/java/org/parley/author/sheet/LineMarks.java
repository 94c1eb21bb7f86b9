package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;

/**
 * What a sheet that nobody reads back remembers of its lines, in a hidden column: so that whoever
 * writes something there hears that it is lost.
 */
final class LineMarks {
  private final Worksheet sheet;
  private final int width;

  /**
   * @param width the columns of the sheet; the marks stand behind them
   */
  LineMarks(Worksheet sheet, int width) {
    this.sheet = sheet;
    this.width = width;
    sheet.hideColumn(width);
  }

  /** Marks a line by what its cells say, the empty ones at its end left out. */
  void mark(int line, String... texts) {
    sheet.value(line, width, of(List.of(texts), width));
  }

  private static String of(List<String> texts, int width) {
    List<String> all = new ArrayList<>(texts);
    while (all.size() < width) {
      all.add("");
    }
    return Fingerprint.says(all);
  }

  /** The lines, from 0, that do not say what they said; none where a sheet has no marks. */
  static List<Integer> edited(Grid grid, int width) {
    if (grid.cell(0, width).isBlank()) {
      return List.of();
    }
    return IntStream.range(0, grid.rows().size())
        .filter(row -> !grid.isBlank(row))
        .filter(
            row ->
                grid.rows().get(row).size() > width + 1
                    || !of(texts(grid, row, width), width).equals(grid.cell(row, width).text()))
        .boxed()
        .toList();
  }

  /** What is merged with another cell has nothing of its own. */
  private static String text(GridCell cell) {
    return cell.kind() == GridCell.Kind.MERGED ? "" : cell.text();
  }

  private static List<String> texts(Grid grid, int row, int width) {
    return IntStream.range(0, width).mapToObj(i -> text(grid.cell(row, i))).toList();
  }
}
