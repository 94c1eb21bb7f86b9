package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;
import org.parley.Shown;

/** The sheet that says how to edit the tables. */
final class Instructions {
  static final String SHEET = "how to edit";
  static final String TITLE = "Decision tables to edit";
  static final int WIDTH = 2;
  private static final int NAMES_WIDTH = 42;
  private static final int WORDS_WIDTH = 100;
  private static final String LEAD =
      "Each sheet behind this one is a decision table. Change its cells, save this file as .xlsx,"
          + " and import it: the tables take over what you changed, and nothing else.";
  private static final List<List<String>> RULES =
      List.of(
          List.of("any", "The row does not look at this column."),
          List.of(
              "high",
              "The fact or decision has this value. Most cells offer their values in a list."),
          List.of("low or medium", "It has one of these values."),
          List.of("any but high", "It has any other value. More than one: any but high or medium."),
          List.of(
              ">= 6",
              "A number from 6 on. Also <, <=, > and ranges: [6..18) is from 6 to under 18."),
          List.of("not known", "The number is not known in the case."),
          List.of(
              ">= 2024-06-01",
              "A day from that one on. Also <, <=, >, one day, and ranges: [2024-01-01..2024-06-30]."
                  + " Times are written 08:00, durations P1Y2M, P10D or PT8H."),
          List.of(
              "feel: …",
              "An expression without plain words. Leave it, or ask somebody who writes FEEL."));
  private static final List<List<String>> DOINGS =
      List.of(
          List.of(
              "Change a row",
              "Edit its cells. Why, Source and Statement are part of the row: keep them true."),
          List.of(
              "Add a row",
              "Insert a row, or copy one, and fill in every cell. It gets an id of its own"
                  + " when it is imported."),
          List.of("Remove a row", "Delete the whole row, not only what its cells say."),
          List.of(
              "Move a row",
              "Cut the whole row and insert it elsewhere, or sort with the filter in the header."),
          List.of(
              "Leave alone",
              "The lines above the header, the hidden first column with the row ids, and the hidden"
                  + " sheet of choices. Do not merge cells."),
          List.of(
              "Add a value",
              "In the sheet 'vocabulary' put it between bars into the values of the fact."),
          List.of(
              "Add a fact",
              "Give it a row of its own in the sheet 'vocabulary': group, fact, values, meaning."),
          List.of(
              "Add a column",
              "Write the name of a fact or a decision as a heading into a free column of a table. Cells"
                  + " left empty below it mean any. Columns can be moved; one that says any throughout"
                  + " can be deleted."),
          List.of("Leave out", "You may delete sheets: a table without a sheet stays as it is."));
  private static final List<List<String>> IMPORT =
      List.of(
          List.of(
              "parley table import FILE.xlsx",
              "Says what is wrong, by sheet and cell, or what would change. Writes nothing. What others"
                  + " changed in the tables in the meantime is kept."),
          List.of(
              "parley table import FILE.xlsx --save",
              "Does the same, and saves if nothing is wrong."));

  private static final String DAYS = ">= 2024-06-01";
  private static final String ROWS = "Change a row";
  private static final Set<String> OF_A_VOCABULARY =
      Set.of("Add a value", "Add a fact", "Add a column");
  private static final List<List<String>> DOINGS_OF_A_MODEL =
      List.of(
          List.of(
              "Add a column, or a value",
              "That is done in a DMN editor, not here. Columns can be moved; one that says any"
                  + " throughout can be deleted."));

  private final Worksheet sheet;
  private final Optional<String> model;
  private final LineMarks marks;
  private int row;

  /**
   * @param model the file or folder of models by themselves; empty for a knowledge base
   */
  Instructions(Worksheet sheet, Optional<String> model) {
    this.sheet = sheet;
    this.model = model;
    this.marks = new LineMarks(sheet, WIDTH);
  }

  /** What can be written: no table of a knowledge base tests days. */
  private List<List<String>> rules() {
    return model.isPresent()
        ? RULES.stream()
            .map(
                r ->
                    r.get(0).equals("high")
                        ? List.of(
                            "high",
                            "It has this value. Cells offer values in a list where the model names them.")
                        : r.get(0).equals("not known")
                            ? List.of("not known", "There is no value.")
                            : r)
            .toList()
        : RULES.stream().filter(r -> !r.get(0).equals(DAYS)).toList();
  }

  private List<List<String>> doings() {
    if (model.isEmpty()) {
      return DOINGS;
    }
    List<List<String>> doings = new ArrayList<>();
    for (List<String> doing : DOINGS) {
      if (doing.get(0).equals(ROWS)) {
        doings.add(
            List.of(
                ROWS,
                "Edit its cells. What stands under 'Because' is part of the row: keep it true."));
      } else if (!OF_A_VOCABULARY.contains(doing.get(0))) {
        doings.add(doing);
      }
    }
    doings.addAll(doings.size() - 1, DOINGS_OF_A_MODEL);
    return doings;
  }

  private List<List<String>> importing() {
    String more =
        model
            .map(Shown::line)
            .map(m -> " --knowledge " + (m.contains(" ") ? '"' + m + '"' : m))
            .orElse("");
    return IMPORT.stream().map(i -> List.of(i.get(0) + more, i.get(1))).toList();
  }

  void write() {
    sheet.hideGridLines();
    sheet.width(0, NAMES_WIDTH);
    sheet.width(1, WORDS_WIDTH);
    sheet.value(row, 0, TITLE);
    marks.mark(row, TITLE);
    Look.title(sheet, row, 0);
    row++;
    sheet.value(row, 0, LEAD);
    marks.mark(row, LEAD);
    sheet.range(row, 0, row, 1).merge();
    sheet
        .range(row, 0, row, 1)
        .style()
        .wrapText(true)
        .verticalAlignment("top")
        .fontColor(Look.INK)
        .set();
    sheet.rowHeight(row, 32);
    row++;
    section("What a cell may say", rules());
    section("What you can do", doings());
    section("Bring it back", importing());
    Look.paper(sheet, 0, 0);
  }

  private void section(String title, List<List<String>> lines) {
    heading(title);
    for (List<String> words : lines) {
      sheet.value(row, 0, words.get(0));
      sheet.value(row, 1, words.get(1));
      marks.mark(row, words.get(0), words.get(1));
      line();
      sheet.style(row, 0).bold().set();
      row++;
    }
  }

  private void heading(String title) {
    row++;
    sheet.value(row, 0, title);
    marks.mark(row, title);
    Look.band(sheet.range(row, 0, row, 1), Look.Part.WHEN);
    sheet.rowHeight(row, 18);
    row++;
  }

  private void line() {
    String text = String.valueOf(sheet.value(row, 1));
    sheet.rowHeight(row, Look.height(Look.lines(text, WORDS_WIDTH)));
    Look.body(sheet.range(row, 0, row, 1), "@");
  }
}
