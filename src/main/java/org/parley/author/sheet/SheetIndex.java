package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet: all tables by their models, with links. */
final class SheetIndex {
  static final String SHEET = "index";
  static final String TITLE = "Tables by model";
  private static final List<String> HEADER = List.of("decision table", "what it answers", "rows");
  private static final List<Integer> WIDTHS = List.of(42, 100, 8);
  static final int WIDTH = WIDTHS.size();

  private final Worksheet sheet;
  private final LineMarks marks;
  private int row;

  SheetIndex(Worksheet sheet) {
    this.sheet = sheet;
    this.marks = new LineMarks(sheet, WIDTH);
  }

  /** The pages in the order of their models, each model together. */
  static List<TablePage> byModel(List<TablePage> pages) {
    Map<String, List<TablePage>> byFile = new LinkedHashMap<>();
    pages.forEach(p -> byFile.computeIfAbsent(p.decision().file(), f -> new ArrayList<>()).add(p));
    return byFile.values().stream().flatMap(List::stream).toList();
  }

  /**
   * @param pages the pages by the names of their sheets, each model together
   * @param colours the colour of each model, by its file
   */
  void write(Map<String, TablePage> pages, Map<String, String> colours) {
    sheet.hideGridLines();
    for (int i = 0; i < WIDTHS.size(); i++) {
      sheet.width(i, WIDTHS.get(i));
      sheet.value(1, i, HEADER.get(i));
    }
    sheet.value(0, 0, TITLE);
    marks.mark(0, TITLE);
    marks.mark(1, HEADER.toArray(String[]::new));
    Look.title(sheet, 0, 0);
    Look.header(sheet.range(1, 0, 1, WIDTHS.size() - 1), Look.Part.WHEN);
    sheet.freezePane(0, 2);
    row = 2;
    String model = "";
    for (Map.Entry<String, TablePage> page : pages.entrySet()) {
      String file = page.getValue().decision().file();
      if (!file.equals(model)) {
        model = file;
        heading(file, colours.get(file));
      }
      line(page.getKey(), page.getValue());
    }
    Look.paper(sheet, 1, 1);
  }

  private void heading(String file, String colour) {
    sheet.value(row, 0, CellMarks.write(file));
    marks.mark(row, file);
    sheet
        .range(row, 0, row, WIDTHS.size() - 1)
        .style()
        .bold()
        .fontColor(Look.WHITE)
        .fillColor(colour)
        .verticalAlignment("center")
        .indent(1)
        .set();
    sheet.rowHeight(row, 18);
    row++;
  }

  private void line(String name, TablePage page) {
    String question = CellMarks.write(page.decision().question());
    sheet.hyperlink(
        row,
        0,
        HyperLink.internal(
            "'%s'!B1".formatted(name.replace("'", "''")), CellMarks.write(page.decision().name())));
    sheet.value(row, 1, question);
    sheet.value(row, 2, page.table().rows().size());
    marks.mark(
        row,
        page.decision().name(),
        page.decision().question(),
        String.valueOf(page.table().rows().size()));
    sheet.rowHeight(row, Look.height(Math.max(1, Look.lines(question, WIDTHS.get(1)))));
    Look.body(sheet.range(row, 0, row, 1), "@");
    Look.body(sheet.range(row, 2, row, 2), "0");
    sheet.style(row, 0).fontColor(Look.LINK).underlined().set();
    row++;
  }
}
