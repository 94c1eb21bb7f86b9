package org.parley.author.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.author.save.Column;
import org.parley.author.save.RowDraft;
import org.parley.author.save.TableDraft;
import org.parley.author.sheet.RowConflict.CellConflict;
import org.parley.author.sheet.RowConflict.Side;
import org.parley.author.sheet.RowMerge.Merged;
import org.parley.knowledge.Nearest;

/** Reads a sheet back into the table that it shows, and lists what is wrong by cell. */
final class PageReader {
  static final String BESIDE = "stands beside the table: it would be lost";

  private final Grid grid;
  private final TablePage page;
  private final Fingerprint origin;
  private final RenamedWords renamed;
  private final Optional<Fingerprint> last;
  private final boolean decimalCommas;
  private final Findings found;
  private final Side side;
  private final Map<String, RowDraft> known = new HashMap<>();
  private final List<Integer> places = new ArrayList<>();

  /**
   * @param page the table with the columns and words that the sheets give it
   * @param origin of the table as it is without them
   * @param renamed what its cells say with them
   * @param last what the sheet said when it was last saved, where it was
   * @param side whose words count where two edits of a row meet; {@code null} to list them
   */
  PageReader(
      Grid grid,
      TablePage page,
      Fingerprint origin,
      RenamedWords renamed,
      Optional<Fingerprint> last,
      Side side,
      Findings found) {
    this.grid = grid;
    this.page = page;
    this.origin = origin;
    this.renamed = renamed;
    this.last = last;
    this.decimalCommas = CsvDialect.hasDecimalCommas(TablePage.mark(grid));
    this.side = side;
    this.found = found;
    page.table().rows().forEach(row -> known.put(row.id(), row));
  }

  /**
   * Where a reader adds what it finds.
   *
   * @param tableOfRow the table of each row of the knowledge base, by id
   * @param columns the facts and decisions that a column may test
   * @param problems what is wrong
   * @param conflicts where two edits meet
   * @param notes what whoever imports should know
   */
  record Findings(
      Map<String, String> tableOfRow,
      List<String> columns,
      List<Problem> problems,
      List<RowConflict> conflicts,
      List<String> notes) {}

  /** The table as the sheet has it; new rows have no id yet. */
  List<Merged> rows() {
    checkLines();
    int header = grid.rowOf(TablePage.HEADER);
    if (header < 0) {
      found
          .problems()
          .add(
              grid.problem(
                  "the line with the column names is missing, or its first, hidden cell '%s' is: export again"
                      .formatted(TablePage.HEADER)));
      return List.of();
    }
    if (!findColumns(header)) {
      return List.of();
    }
    Fingerprint now = Fingerprint.of(page);
    Optional<Fingerprint> before = TablePage.fingerprint(grid).map(f -> f.equals(origin) ? now : f);
    if (before.isEmpty() && side != Side.MINE) {
      found
          .problems()
          .add(
              grid.problem(
                  "the line that begins with '%s' in the hidden column A is gone or was edited: without it"
                          .formatted(TablePage.PARTS)
                      + " what a colleague changed since the export could be undone. Export again,"
                      + " or say --mine"));
      return List.of();
    }
    return rows(header, now, last.orElse(before.orElse(now)), before.orElse(now));
  }

  /**
   * @param before what the sheet was made from, or what it said when it was last saved
   * @param made what it was made from
   */
  private List<Merged> rows(int header, Fingerprint now, Fingerprint before, Fingerprint made) {
    if (!now.equals(before) && (!now.equals(origin) || !now.columns().equals(before.columns()))) {
      found
          .problems()
          .add(
              grid.problem(
                  "the columns of '%s', or words in it, were changed here or since the export, and it was"
                          .formatted(page.decision().name())
                      + " changed elsewhere too: export again"));
      return List.of();
    }
    List<SheetRow> rows = new ArrayList<>();
    for (int i = header + 1; i < grid.rows().size(); i++) {
      if (!grid.isBlank(i)) {
        checkNotCutOff(i);
        rows.add(sheetRow(i));
      }
    }
    if (!now.hasIds() || !before.hasIds()) {
      return byWords(rows, now, before);
    }
    List<SheetRow> settled =
        new RowMatch(grid, page, before, made, found.tableOfRow(), found.problems(), found.notes())
            .settle(rows);
    return new RowMerge(grid, page, before, made, side, found.conflicts(), found.notes())
        .merge(settled, row -> draft(row, known.get(row.id())));
  }

  /**
   * Some programs write no empty cells at the end of a line: only that takes nothing from a row.
   */
  private void checkNotCutOff(int line) {
    RowDraft row = known.get(grid.cell(line, 0).text().strip());
    List<String> texts = row == null ? List.of() : page.texts(row);
    boolean lost =
        IntStream.range(0, texts.size())
            .anyMatch(at -> grid.endsBefore(line, places.get(at)) && !texts.get(at).isEmpty());
    if (lost) {
      found
          .problems()
          .add(
              grid.problem(
                  line,
                  "has only %d cells, and what is cut off would be lost from the row: write the whole line, or export again"
                      .formatted(grid.widths().get(line))));
    }
  }

  /** The letters of what a line says. */
  String says(int line) {
    return sheetRow(line).says();
  }

  private SheetRow sheetRow(int line) {
    List<String> texts = IntStream.range(0, places.size()).mapToObj(at -> said(line, at)).toList();
    return new SheetRow(line, grid.cell(line, 0).text().strip(), texts);
  }

  /** Rows without ids are known by what they say, and the rest by their order. */
  private List<Merged> byWords(List<SheetRow> rows, Fingerprint now, Fingerprint before) {
    List<String> says = rows.stream().map(SheetRow::says).toList();
    boolean edited = !says.equals(before.rows().stream().map(Fingerprint.Print::says).toList());
    if (edited && !now.equals(before)) {
      found
          .conflicts()
          .add(
              new RowConflict(
                  page.decision().name(),
                  "",
                  grid.name(),
                  List.of(new CellConflict("", "edited", "changed"))));
    }
    if (!edited || (!now.equals(before) && side != Side.MINE)) {
      return page.table().rows().stream().map(row -> new Merged(-1, row)).toList();
    }
    Map<String, Deque<RowDraft>> bySaying = new HashMap<>();
    List<RowDraft> left = new ArrayList<>(page.table().rows());
    for (int i = 0; i < left.size(); i++) {
      bySaying.computeIfAbsent(now.rows().get(i).says(), s -> new ArrayDeque<>()).add(left.get(i));
    }
    Map<Integer, RowDraft> same = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      RowDraft old = bySaying.getOrDefault(says.get(i), new ArrayDeque<>()).poll();
      if (old != null) {
        same.put(rows.get(i).line(), old);
      }
    }
    left.removeAll(new HashSet<>(same.values()));
    boolean none = rows.size() - same.size() != left.size();
    return rows.stream()
        .map(
            row -> {
              RowDraft old = same.get(row.line());
              if (old != null) {
                return new Merged(row.line(), old);
              }
              return new Merged(row.line(), draft(row, none ? null : left.remove(0)));
            })
        .toList();
  }

  /** What stands above the header is not edited here, and nothing is added to it. */
  private void checkLines() {
    checkLine(TablePage.QUESTION, "the question is changed in the model, not here");
    checkLine(TablePage.FILE, "a table is moved to another file in the models, not here");
    checkLine(
        TablePage.HIT_POLICY,
        "which row counts is the table's hit policy: it is changed in %s with a DMN editor, not here"
            .formatted(page.decision().file()));
    for (int row = 0; row < grid.rowOf(TablePage.HEADER); row++) {
      for (int i = 0; i < grid.rows().get(row).size(); i++) {
        GridCell cell = grid.cell(row, i);
        boolean free = !cell.isBlank() && cell.kind() != GridCell.Kind.MERGED;
        if (free && !page.isHead(grid.cell(row, 0).text().strip(), i, cell.text().strip())) {
          found.problems().add(grid.problem(row, i, "stands above the table: it would be lost"));
        }
      }
    }
  }

  private void checkLine(String mark, String message) {
    int row = grid.rowOf(mark);
    String now = row < 0 ? "" : grid.cell(row, TablePage.FIRST_COLUMN).text().strip();
    if (row >= 0 && !now.equals(page.line(mark).strip())) {
      found.problems().add(grid.problem(row, TablePage.FIRST_COLUMN, message));
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
        found
            .problems()
            .add(
                grid.problem(
                    "the column '%s' is missing%s: bring it back; one that no row tests can be deleted"
                        .formatted(names.get(i), grid.reading())));
      }
      places.add(place);
      used.add(place);
    }
    for (int i = 0; i < width; i++) {
      String name = grid.cell(header, i).text().strip();
      if (!used.contains(i) && !name.isEmpty()) {
        found
            .problems()
            .add(
                grid.problem(
                    header,
                    i,
                    "'%s' is no column of this table%s".formatted(name, meant(name, names))));
      }
    }
    for (int row = header + 1; row < grid.rows().size(); row++) {
      for (int i = 0; i < grid.rows().get(row).size(); i++) {
        boolean beside = !used.contains(i) && grid.cell(header, i).isBlank();
        if (beside && !grid.cell(row, i).isBlank()) {
          found.problems().add(grid.problem(row, i, BESIDE));
        }
      }
    }
    return !places.contains(-1);
  }

  /** A column of the table, or else a fact or a decision that could be one. */
  private String meant(String name, List<String> names) {
    String column = Nearest.hint(name, names);
    return column.isEmpty() ? Nearest.hint(name, found.columns()) : column;
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

  private RowDraft draft(SheetRow row, RowDraft now) {
    int line = row.line();
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
      annotations.add(text(line, at));
    }
    return new RowDraft(
        now == null ? RowDraft.NEW : now.origin(),
        RowDraft.NEW,
        now == null ? row.id() : now.id(),
        tests,
        results,
        annotations);
  }

  /** Whether a cell says what was exported; no sheet keeps what cannot be printed as it is. */
  private static boolean isSame(String words, String exported) {
    return words.equals(exported)
        || (exported.chars().anyMatch(Character::isISOControl)
            && Shown.line(words).equals(Shown.line(exported)));
  }

  private String cell(int line, int at, Column column, String now, boolean test) {
    int place = places.get(at);
    String words = text(line, at);
    try {
      SheetWords reader = new SheetWords(column);
      if (!now.isEmpty() && isSame(words, test ? reader.ofTest(now) : reader.ofResult(now))) {
        return now;
      }
      if (decimalCommas && page.isNumber(at) && !SheetWords.isFeel(words)) {
        TypedNumbers.read(typed(raw(line, at)), true, test);
      }
      return test ? reader.test(words, now) : reader.result(words, now);
    } catch (SheetWords.Unreadable e) {
      if (isReadable(held(line, at))) {
        found.problems().add(grid.problem(line, place, e.getMessage()));
      }
      return now;
    }
  }

  /** A number in a column of texts is read as its digits. */
  private static boolean isReadable(GridCell cell) {
    return cell.kind() == GridCell.Kind.TEXT || cell.kind() == GridCell.Kind.NUMBER;
  }

  /** What a cell says; what is no text and no number is a problem. */
  private String text(int line, int at) {
    GridCell cell = held(line, at);
    if (!isReadable(cell)) {
      found.problems().add(grid.problem(line, places.get(at), wrong(cell)));
    }
    return said(line, at);
  }

  /** What a cell holds; where its column is one of days or times, a spreadsheet's own is that. */
  private GridCell held(int line, int at) {
    GridCell cell = grid.cell(line, places.get(at));
    return cell.kind() == GridCell.Kind.DATE
        ? kind(at)
            .moments()
            .flatMap(kind -> SerialMoment.read(cell.text(), kind))
            .map(GridCell::text)
            .orElse(cell)
        : cell;
  }

  /** What is wrong with a cell that is no text and no number. */
  static String wrong(GridCell cell) {
    return switch (cell.kind()) {
      case DATE ->
          "the spreadsheet made a date or a time of what was typed: type it with an apostrophe"
              + " before it";
      case FORMULA -> "holds a formula: write what it shall say itself";
      case MERGED -> "is merged with cell %s: split the two".formatted(cell.text());
      default -> "holds an error of the spreadsheet";
    };
  }

  /** What a cell says in today's words, its numbers as FEEL writes them where that is sure. */
  private String said(int line, int at) {
    return renamed.now(at, said(held(line, at), page.isNumber(at), decimalCommas));
  }

  private String raw(int line, int at) {
    return held(line, at).plain();
  }

  private static String typed(String text) {
    return TypedNumbers.typed(SheetWords.blanks(text)).strip();
  }

  /**
   * What a cell says.
   *
   * @param number whether its column holds numbers
   * @param decimalCommas whether a comma in them stands for a decimal point
   */
  static String said(GridCell cell, boolean number, boolean decimalCommas) {
    String text = cell.plain();
    if (!number || SheetWords.isFeel(text)) {
      return text;
    }
    try {
      return TypedNumbers.read(typed(text), decimalCommas, true);
    } catch (SheetWords.Unreadable e) {
      // told where the cell is read
      return text;
    }
  }

  /** What the values of a column are; of notes, nothing is said. */
  private Column.Kind kind(int at) {
    TableDraft table = page.table();
    int output = at - table.inputs().size();
    if (output < 0) {
      return table.inputs().get(at).kind();
    }
    return output < table.outputs().size() ? table.outputs().get(output).kind() : Column.Kind.OTHER;
  }
}
