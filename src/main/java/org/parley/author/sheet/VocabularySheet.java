package org.parley.author.sheet;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.parley.knowledge.FactType;
import org.parley.knowledge.FormerWords;
import org.parley.knowledge.Vocabulary;

/** The facts and their values, to look up and to give a fact a further value. */
final class VocabularySheet {
  static final String SHEET = "vocabulary";
  static final String TITLE = "Vocabulary";
  static final String NOTE =
      "The facts that cases give. Here a fact can get a further value, between bars, and a new row is"
          + " a new fact. To rename a fact, write its old name into the column formerly; to rename a"
          + " value, write there 'value: old → new'. All else is changed in dmn/vocabulary.csv.";
  static final List<String> HEADER =
      List.of(
          "group",
          "fact",
          "values",
          "meaning",
          "how to code it",
          "who can act",
          FormerWords.COLUMN);
  private static final String BAR = " | ";
  private static final List<Integer> WIDTHS = List.of(16, 30, 44, 52, 60, 34, 34);
  private static final int HEADER_LINE = 2;

  private final Worksheet sheet;

  VocabularySheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  void write(Vocabulary vocabulary) {
    sheet.value(0, 0, TITLE);
    Look.title(sheet, 0, 0);
    sheet.value(1, 0, NOTE);
    sheet.style(1, 0).fontColor(Look.FAINT).set();
    int row = HEADER_LINE;
    line(row, HEADER);
    for (FactType fact : vocabulary.facts()) {
      row++;
      line(row, cells(fact));
    }
    int last = HEADER.size() - 1;
    Look.header(sheet.range(HEADER_LINE, 0, HEADER_LINE, last), Look.Part.WHEN);
    Look.body(sheet.range(HEADER_LINE + 1, 0, row, last), "@");
    for (int i = 0; i <= last; i++) {
      sheet.width(i, WIDTHS.get(i));
    }
    sheet.freezePane(2, HEADER_LINE + 1);
    sheet.setAutoFilter(HEADER_LINE, 0, row, last);
    int[] widths = WIDTHS.stream().mapToInt(w -> w).toArray();
    Look.paper(sheet, HEADER_LINE, HEADER_LINE, widths, HEADER.indexOf("fact"));
  }

  /** What the sheet says of a fact. */
  static List<String> cells(FactType fact) {
    return List.of(
        fact.group(),
        fact.name(),
        values(fact),
        fact.meaning(),
        fact.codingRule(),
        fact.actor(),
        fact.formerly().text());
  }

  private void line(int row, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      sheet.value(row, i, CellMarks.write(texts.get(i)));
    }
    sheet.rowHeight(row, Look.height(texts, WIDTHS));
  }

  private static String values(FactType fact) {
    return fact.kind() == FactType.Kind.NUMBER ? fact.range() : String.join(BAR, fact.values());
  }
}
