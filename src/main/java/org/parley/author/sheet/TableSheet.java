package org.parley.author.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;
import org.parley.author.save.Column;

/** Writes a decision table to a sheet. */
final class TableSheet {
  /** Rows below the table that are ready for new rows. */
  private static final int ROOM = 50;

  private static final String AS_TYPED = "@";
  private static final int NARROWEST = 13;
  private static final int WIDEST_TEST = 28;
  private static final int WIDEST_TEXT = 46;

  private final Worksheet sheet;
  private final TablePage page;
  private final ChoiceLists choices;
  private final List<List<GridCell>> cells;
  private final int[] widths;

  TableSheet(Worksheet sheet, TablePage page, ChoiceLists choices) {
    this.sheet = sheet;
    this.page = page;
    this.choices = choices;
    this.cells = page.cells();
    this.widths = new int[page.width()];
  }

  void write() {
    writeCells();
    keepAsTyped();
    styleHead();
    styleColumns();
    setHeights();
    sheet.hideColumn(0);
    sheet.freezePane(0, TablePage.HEADER_LINE + 1);
    // with the ids, so that rows keep theirs when they are sorted, and with the room for new ones
    sheet.setAutoFilter(TablePage.HEADER_LINE, 0, cells.size() + ROOM, page.width() - 1);
    Look.paper(sheet, 0, TablePage.HEADER_LINE, widths, TablePage.FIRST_COLUMN);
  }

  private void writeCells() {
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        GridCell cell = cells.get(row).get(column);
        if (cell.kind() == GridCell.Kind.NUMBER) {
          sheet.value(row, column, new BigDecimal(cell.text()));
        } else if (!cell.text().isEmpty()) {
          sheet.value(row, column, CellMarks.write(cell.text()));
        }
      }
    }
  }

  /** Whoever edits a text that looks like a formula shall not make it one: the ids and the head. */
  private void keepAsTyped() {
    sheet.range(0, 0, TablePage.HEADER_LINE, page.width() - 1).style().format(AS_TYPED).set();
    sheet
        .range(TablePage.HEADER_LINE + 1, 0, cells.size() + ROOM, 0)
        .style()
        .format(AS_TYPED)
        .set();
  }

  private void styleHead() {
    Look.title(sheet, 0, TablePage.FIRST_COLUMN);
    sheet.style(1, TablePage.FIRST_COLUMN).italic().fontSize(12).fontColor(Look.INK).set();
    sheet.style(2, TablePage.FIRST_COLUMN).fontColor(Look.FAINT).set();
    sheet.style(3, TablePage.FIRST_COLUMN).fontColor(Look.INK).verticalAlignment("top").set();
    sheet.rowHeight(3, 21);
    sheet.rowHeight(TablePage.HEADER_LINE - 1, 18);
    head(TablePage.FIRST_COLUMN, page.firstOutput(), Look.Part.WHEN);
    head(page.firstOutput(), page.firstAnnotation(), Look.Part.THEN);
    head(page.firstAnnotation(), page.width(), Look.Part.BECAUSE);
  }

  private void head(int from, int to, Look.Part part) {
    if (from < to) {
      int line = TablePage.HEADER_LINE;
      Look.band(sheet.range(line - 1, from, line - 1, to - 1), part);
      Look.header(sheet.range(line, from, line, to - 1), part);
    }
  }

  private void styleColumns() {
    int column = TablePage.FIRST_COLUMN;
    for (Column input : page.table().inputs()) {
      Range range = body(column, input);
      range
          .style()
          .fontColor(Look.FAINT)
          .set(
              new ConditionalFormattingExpressionRule(
                  "%s=\"%s\""
                      .formatted(Grid.address(TablePage.HEADER_LINE + 1, column), SheetWords.ANY),
                  false));
      offer(
          range,
          input,
          ChoiceLists.ofTest(input),
          "Write one value, several with 'or' between, 'any', or 'any but' and values.");
      setWidth(column, WIDEST_TEST);
      column++;
    }
    for (Column output : page.table().outputs()) {
      offer(body(column, output), output, output.values(), "The table may answer only with these.");
      setWidth(column, WIDEST_TEXT);
      column++;
    }
    for (; column < page.width(); column++) {
      body(column, AS_TYPED);
      setWidth(column, WIDEST_TEXT);
    }
  }

  private Range body(int column, Column kind) {
    return body(column, kind.kind() == Column.Kind.NUMBER ? "General" : AS_TYPED);
  }

  private Range body(int column, String format) {
    int first = TablePage.HEADER_LINE + 1;
    if (cells.size() > first) {
      Look.body(sheet.range(first, column, cells.size() - 1, column), format);
    }
    int last = cells.size() + ROOM;
    Look.spare(sheet.range(cells.size(), column, last, column), format);
    return sheet.range(first, column, last, column);
  }

  /** A warning, so that what is no single value can be written too. */
  private void offer(Range cells, Column column, List<String> words, String hint) {
    if (!column.values().isEmpty()) {
      cells
          .validateWithList(choices.list(words))
          .allowBlank(true)
          .showDropdown(true)
          .errorStyle(DataValidationErrorStyle.WARNING)
          .errorTitle("Not in the list")
          .error(hint)
          .showErrorMessage(true);
    }
  }

  /** Long texts get a wide column, and the header no less than it needs. */
  private void setWidth(int column, int widest) {
    int longest = 0;
    for (List<GridCell> row : cells.subList(TablePage.HEADER_LINE, cells.size())) {
      longest = Math.max(longest, row.get(column).text().length());
    }
    // room for the arrow of the filter
    int header =
        Math.max(
            cells.get(TablePage.HEADER_LINE).get(column).text().length() + 5,
            Math.min(widest, cells.get(TablePage.HEADER_LINE - 1).get(column).text().length() + 2));
    widths[column] = Math.max(Math.max(NARROWEST, header), Math.min(widest, longest + 3));
    sheet.width(column, widths[column]);
  }

  private void setHeights() {
    for (int row = TablePage.HEADER_LINE; row < cells.size(); row++) {
      int lines = 1;
      for (int i = TablePage.FIRST_COLUMN; i < widths.length; i++) {
        lines = Math.max(lines, Look.lines(cells.get(row).get(i).text(), widths[i]));
      }
      sheet.rowHeight(row, Look.height(lines));
    }
  }
}
