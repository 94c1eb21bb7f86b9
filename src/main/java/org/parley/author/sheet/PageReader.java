package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.author.save.Column;
import org.parley.author.save.RowDraft;
import org.parley.author.save.TableDraft;
import org.parley.knowledge.Nearest;

/** Reads a sheet back into the table that it shows, and lists what is wrong by cell. */
final class PageReader {
  private final Grid grid;
  private final TablePage page;
  private final Map<String, String> tableOfRow;
  private final List<Problem> problems;
  private final List<String> notes;
  private final Map<String, RowDraft> known = new HashMap<>();
  private final List<RowDraft> withoutId = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  /**
   * @param tableOfRow the table of each row of the knowledge base, by id
   * @param problems where to add what is wrong
   * @param notes where to add what the reader should know
   */
  PageReader(
      Grid grid,
      TablePage page,
      Map<String, String> tableOfRow,
      List<Problem> problems,
      List<String> notes) {
    this.grid = grid;
    this.page = page;
    this.tableOfRow = tableOfRow;
    this.problems = problems;
    this.notes = notes;
    for (RowDraft row : page.table().rows()) {
      if (row.id().isEmpty()) {
        withoutId.add(row);
      } else {
        known.put(row.id(), row);
      }
    }
  }

  /**
   * The table as the sheet has it; new rows have no id yet.
   *
   * @return the rows by their lines in the sheet, in order
   */
  Map<Integer, RowDraft> rows() {
    checkLines();
    int header = grid.rowOf(TablePage.HEADER);
    if (header < 0) {
      problems.add(
          grid.problem(
              "the line with the column names is missing, or its first, hidden cell '%s' is: export again"
                  .formatted(TablePage.HEADER)));
      return Map.of();
    }
    if (!findColumns(header)) {
      return Map.of();
    }
    Map<Integer, RowDraft> rows = new LinkedHashMap<>();
    for (int i = header + 1; i < grid.rows().size(); i++) {
      if (!grid.isBlank(i)) {
        rows.put(i, row(i));
      }
    }
    return checkIds(rows);
  }

  /** A row of the file without an id is known by what it says. */
  private RowDraft recognised(RowDraft row) {
    for (RowDraft old : withoutId) {
      if (row.id().isEmpty()
          && row.annotations().equals(old.annotations())
          && page.words(row).equals(page.words(old))) {
        withoutId.remove(old);
        return old;
      }
    }
    return row;
  }

  /** What stands above the header is not edited here. */
  private void checkLines() {
    checkLine(TablePage.QUESTION, "the question is changed in the model, not here");
    checkLine(TablePage.FILE, "a table is moved to another file in the models, not here");
    checkLine(
        TablePage.HIT_POLICY,
        "which row counts is the table's hit policy: it is changed in %s with a DMN editor, not here"
            .formatted(page.decision().file()));
  }

  private void checkLine(String mark, String message) {
    int row = grid.rowOf(mark);
    String now = row < 0 ? "" : grid.cell(row, TablePage.FIRST_COLUMN).text().strip();
    if (row >= 0 && !now.equals(page.line(mark).strip())) {
      problems.add(grid.problem(row, TablePage.FIRST_COLUMN, message));
    }
  }

  /** Where each column of the table is: at its place, or where its name stands. */
  private boolean findColumns(int header) {
    List<String> names = page.header();
    Set<Integer> used = new HashSet<>(Set.of(0));
    int width = grid.rows().get(header).size();
    for (int i = 0; i < names.size(); i++) {
      int place = place(header, names.get(i), i + TablePage.FIRST_COLUMN, used, width);
      if (place < 0) {
        problems.add(
            grid.problem(
                "the column '%s' is missing: bring it back; one that no row tests can be deleted"
                    .formatted(names.get(i))));
      }
      places.add(place);
      used.add(place);
    }
    for (int i = 0; i < width; i++) {
      String name = grid.cell(header, i).text().strip();
      if (!used.contains(i) && !name.isEmpty()) {
        problems.add(
            grid.problem(
                header,
                i,
                "'%s' is no column of this table%s".formatted(name, Nearest.hint(name, names))));
      }
    }
    for (int row = header + 1; row < grid.rows().size(); row++) {
      for (int i = 0; i < grid.rows().get(row).size(); i++) {
        boolean beside = !used.contains(i) && grid.cell(header, i).isBlank();
        if (beside && !grid.cell(row, i).isBlank()) {
          problems.add(grid.problem(row, i, "stands beside the table: it would be lost"));
        }
      }
    }
    return !places.contains(-1);
  }

  private int place(int header, String name, int expected, Set<Integer> used, int width) {
    List<Integer> candidates = new ArrayList<>(List.of(expected));
    for (int i = TablePage.FIRST_COLUMN; i < width; i++) {
      candidates.add(i);
    }
    return candidates.stream()
        .filter(i -> !used.contains(i) && grid.cell(header, i).text().strip().equals(name))
        .findFirst()
        .orElse(-1);
  }

  private RowDraft row(int line) {
    String id = grid.cell(line, 0).text().strip();
    RowDraft now = known.get(id);
    TableDraft table = page.table();
    int at = 0;
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++, at++) {
      tests.add(
          cell(line, at, table.inputs().get(i), now == null ? "-" : now.tests().get(i), true));
    }
    List<String> results = new ArrayList<>();
    for (int i = 0; i < table.outputs().size(); i++, at++) {
      results.add(
          cell(line, at, table.outputs().get(i), now == null ? "" : now.results().get(i), false));
    }
    List<String> annotations = new ArrayList<>();
    for (int i = 0; i < table.annotations().size(); i++, at++) {
      annotations.add(text(line, places.get(at)));
    }
    return recognised(
        new RowDraft(
            now == null ? RowDraft.NEW : now.origin(),
            RowDraft.NEW,
            id,
            tests,
            results,
            annotations));
  }

  /** Whether a cell says what was exported; no sheet keeps what cannot be printed as it is. */
  private static boolean isSame(String words, String exported) {
    return words.equals(exported)
        || (exported.chars().anyMatch(Character::isISOControl)
            && Shown.line(words).equals(Shown.line(exported)));
  }

  private String cell(int line, int at, Column column, String now, boolean test) {
    int place = places.get(at);
    GridCell cell = grid.cell(line, place);
    String words = text(line, place);
    try {
      SheetWords reader = new SheetWords(column);
      if (!now.isEmpty() && isSame(words, test ? reader.ofTest(now) : reader.ofResult(now))) {
        return now;
      }
      return test ? reader.test(words, now) : reader.result(words, now);
    } catch (SheetWords.Unreadable e) {
      if (cell.kind() == GridCell.Kind.TEXT || cell.kind() == GridCell.Kind.NUMBER) {
        problems.add(grid.problem(line, place, e.getMessage()));
      }
      return now;
    }
  }

  private String text(int line, int place) {
    GridCell cell = grid.cell(line, place);
    switch (cell.kind()) {
      case DATE ->
          problems.add(
              grid.problem(
                  line,
                  place,
                  "the spreadsheet made a date or a time of what was typed: type it with an apostrophe"
                      + " before it"));
      case FORMULA ->
          problems.add(
              grid.problem(line, place, "holds a formula: write what it shall say itself"));
      case ERROR -> problems.add(grid.problem(line, place, "holds an error of the spreadsheet"));
      case NUMBER, TEXT -> {
        // a number in a column of texts is read as its digits
      }
    }
    return cell.text().replace("\r\n", "\n").strip();
  }

  /** Settles which row is which: copies become new rows, strangers are refused. */
  private Map<Integer, RowDraft> checkIds(Map<Integer, RowDraft> rows) {
    Map<String, List<Integer>> lines =
        rows.keySet().stream()
            .filter(i -> !rows.get(i).id().isEmpty())
            .collect(
                Collectors.groupingBy(
                    i -> rows.get(i).id(), LinkedHashMap::new, Collectors.toList()));
    Map<Integer, RowDraft> checked = new LinkedHashMap<>(rows);
    lines.forEach(
        (id, at) -> {
          if (!known.containsKey(id)) {
            problems.add(grid.problem(at.get(0), 0, stranger(id)));
          } else if (at.size() > 1) {
            settleCopies(id, at, checked);
          }
        });
    return checked;
  }

  private String stranger(String id) {
    String table = tableOfRow.get(id);
    return table == null
        ? "there is no row '%s' in this table%s; leave the hidden id empty for a new row"
            .formatted(id, Nearest.hint(id, known.keySet()))
        : "row '%s' belongs to the table '%s': to add it here too, empty its hidden id (column A)"
            .formatted(id, table);
  }

  /** The one that still says what the row says is the row; the others were copied from it. */
  private void settleCopies(String id, List<Integer> at, Map<Integer, RowDraft> rows) {
    List<Integer> unchanged =
        at.stream().filter(i -> rows.get(i).saysTheSameAs(known.get(id))).toList();
    if (unchanged.size() != 1) {
      problems.add(
          grid.problem(
              at.get(1),
              0,
              "row '%s' stands here a second time: empty the hidden id (column A) of the one that is new"
                  .formatted(id)));
      return;
    }
    for (int line : at) {
      if (!unchanged.contains(line)) {
        rows.put(line, rows.get(line).copied(""));
        notes.add(
            "%s: line %d was copied from row '%s' and is taken for a new row"
                .formatted(grid.name(), line + 1, id));
      }
    }
  }
}
