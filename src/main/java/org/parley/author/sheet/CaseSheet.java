package org.parley.author.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.Problem;
import org.parley.knowledge.Nearest;

/**
 * A case as a sheet, or a line of a CSV file, says it.
 *
 * @param grid the sheet
 * @param id the case
 * @param fingerprint the letters of what it was made from; empty where it has none
 * @param cells the cells that are there, by what they are of
 * @param events the lines of events, or {@code null} where the sheet has none
 */
record CaseSheet(
    Grid grid, String id, String fingerprint, Map<String, Said> cells, List<EventLine> events) {
  private static final LocalDate DAY_NULL = LocalDate.of(1899, 12, 30);
  private static final int FIRST = 1;

  /** The letters of what a cell is of, and of what it says. */
  private static final int PRINT = 2 * Fingerprint.LETTERS;

  /** What a cell says. */
  record Said(String text, int row, int column) {}

  /**
   * A line of an event.
   *
   * @param print the letters of the event that it was made from, or an empty string
   */
  record EventLine(String print, List<String> texts, int row) {}

  /** The sheets of cases in a file; what is wrong with the others goes into the problems. */
  static List<CaseSheet> read(List<Grid> grids, List<String> facts, List<Problem> problems) {
    List<CaseSheet> sheets = new ArrayList<>();
    for (Grid grid : grids) {
      String first = grid.cell(0, 0).text().strip();
      if (grid.sheet().isEmpty()) {
        sheets.addAll(lines(grid, facts, problems));
      } else if (first.equals(CaseSheetExport.MARK)
          || first.startsWith(CaseSheetExport.MARK + " ")) {
        sheets.add(page(grid, first.substring(CaseSheetExport.MARK.length()).strip(), problems));
      }
    }
    return sheets;
  }

  private static CaseSheet page(Grid grid, String fingerprint, List<Problem> problems) {
    Map<String, Said> cells = new LinkedHashMap<>();
    List<EventLine> events = null;
    String id = "";
    for (int row = 1; row < grid.rows().size(); row++) {
      String mark = grid.cell(row, 0).text().strip();
      String name = grid.cell(row, FIRST).text().strip();
      if (events != null) {
        event(grid, row, mark, events, problems);
      } else if (mark.equals(CaseCells.EVENTS)) {
        events = new ArrayList<>();
      } else if (mark.equals(CaseSheetExport.HEAD) && name.equals(CaseCells.ID)) {
        id = text(grid, row, FIRST + 1, problems);
      } else if (mark.equals(CaseSheetExport.HEAD)) {
        cells.put(name, new Said(text(grid, row, FIRST + 1, problems), row, FIRST + 1));
      } else if (mark.equals(CaseSheetExport.FACT)) {
        for (int i = 0; i < CaseCells.OF_FACT.size(); i++) {
          int column = FIRST + 1 + i;
          cells.put(
              CaseCells.key(name, CaseCells.OF_FACT.get(i)),
              new Said(text(grid, row, column, problems), row, column));
        }
      }
    }
    if (id.isEmpty()) {
      problems.add(grid.problem("has no id: write the id of the case beside the word id"));
    }
    return new CaseSheet(grid, id, fingerprint, cells, events);
  }

  private static void event(
      Grid grid, int row, String mark, List<EventLine> events, List<Problem> problems) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < CaseCells.OF_EVENT.size(); i++) {
      texts.add(text(grid, row, FIRST + i, problems));
    }
    if (texts.stream().anyMatch(t -> !t.isEmpty())) {
      events.add(new EventLine(mark.replaceFirst("^event\\s*", ""), texts, row));
    }
  }

  private static List<CaseSheet> lines(Grid grid, List<String> facts, List<Problem> problems) {
    List<CaseSheet> sheets = new ArrayList<>();
    List<String> header =
        grid.rows().isEmpty()
            ? List.of()
            : grid.rows().get(0).stream().map(c -> c.text().strip()).toList();
    int idColumn = header.indexOf(CaseCells.ID);
    if (idColumn < 0) {
      problems.add(grid.problem("has no column 'id'" + grid.reading()));
      return List.of();
    }
    for (int row = 1; row < grid.rows().size(); row++) {
      if (grid.isBlank(row)) {
        continue;
      }
      Map<String, Said> cells = new LinkedHashMap<>();
      String fingerprint = "";
      for (int column = 0; column < header.size(); column++) {
        String name = header.get(column);
        String text = text(grid, row, column, problems);
        if (name.equals(CaseSheetExport.FINGERPRINT)) {
          fingerprint = text;
        } else if (CaseCells.HEAD.contains(name)) {
          cells.put(name, new Said(text, row, column));
        } else if (facts.contains(name)) {
          cells.put(CaseCells.key(name, CaseCells.VALUE), new Said(text, row, column));
        } else if (row == 1 && column != idColumn && !name.isEmpty()) {
          problems.add(
              grid.problem(
                  0,
                  column,
                  "'%s' is no fact and no part of a case%s"
                      .formatted(name, Nearest.hint(name, facts))));
        }
      }
      String id = text(grid, row, idColumn, problems);
      if (id.isEmpty()) {
        problems.add(grid.problem(row, idColumn, "the id of the case is missing"));
      }
      sheets.add(new CaseSheet(grid, id, fingerprint, cells, null));
    }
    return sheets;
  }

  private static String text(Grid grid, int row, int column, List<Problem> problems) {
    GridCell cell = grid.cell(row, column);
    String text = cell.text().replace("\r\n", "\n").strip();
    switch (cell.kind()) {
      case FORMULA, ERROR ->
          problems.add(grid.problem(row, column, "is calculated: write what it shall say"));
      case DATE -> {
        if (text.matches("\\d{1,7}")) {
          return DAY_NULL.plusDays(Long.parseLong(text)).toString();
        }
      }
      default -> {
        return text.equals("TRUE") || text.equals("FALSE") ? text.toLowerCase(Locale.ROOT) : text;
      }
    }
    return text;
  }

  /** Whether the fingerprint can be read. */
  boolean hasFingerprint() {
    return !fingerprint.isEmpty()
        && fingerprint.matches("[A-Za-z0-9_-]*")
        && fingerprint.length() % PRINT == 0;
  }

  /** What cells said when the sheet was made, as letters by those of what they are of. */
  Map<String, List<String>> prints() {
    Map<String, List<String>> prints = new LinkedHashMap<>();
    for (int at = 0; hasFingerprint() && at < fingerprint.length(); at += PRINT) {
      int says = at + Fingerprint.LETTERS;
      prints
          .computeIfAbsent(fingerprint.substring(at, says), k -> new ArrayList<>())
          .add(fingerprint.substring(says, at + PRINT));
    }
    return prints;
  }
}
