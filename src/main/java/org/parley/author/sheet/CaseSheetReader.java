package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Problem;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Moments;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/**
 * Finds the cases in sheets and CSV files. Lines are known by what they are called and columns by
 * their headings, so that they may be moved; a sheet that looks like a case and cannot be read is a
 * problem, since somebody may have edited it.
 */
final class CaseSheetReader {
  // so many names of a case one below the other are no chance
  private static final int ALIKE = 5;

  private final Vocabulary vocabulary;
  private final List<Problem> problems;
  private final List<String> notes;

  /**
   * @param problems where to add what is wrong
   * @param notes where to add which sheets are not read
   */
  CaseSheetReader(Vocabulary vocabulary, List<Problem> problems, List<String> notes) {
    this.vocabulary = vocabulary;
    this.problems = problems;
    this.notes = notes;
  }

  List<CaseSheet> read(List<Grid> grids) {
    List<CaseSheet> sheets = new ArrayList<>();
    for (Grid grid : grids) {
      String first = grid.cell(0, 0).text().strip();
      if (grid.sheet().isEmpty()) {
        sheets.addAll(new Lines(grid).read());
      } else if (first.equals(CaseSheetExport.MARK)
          || first.startsWith(CaseSheetExport.MARK + " ")) {
        new Page(grid)
            .read(first.substring(CaseSheetExport.MARK.length()).strip())
            .ifPresent(sheets::add);
      } else {
        unmarked(grid);
      }
    }
    return sheets;
  }

  private void unmarked(Grid grid) {
    String first = grid.cell(0, 0).text().strip();
    boolean index = first.equals(CaseSheetExport.TITLE);
    if (index || first.equals(CaseSheetExport.TITLE_OF_TYPES)) {
      noteEdits(grid, index ? CaseSheetExport.WIDTH_OF_INDEX : CaseSheetExport.WIDTH_OF_TYPES);
      return;
    }
    boolean choices = grid.sheet().equals(ChoiceLists.SHEET);
    if (choices || grid.rows().stream().allMatch(List::isEmpty)) {
      return;
    }
    if (!looksLikeACase(grid)) {
      notes.add("%s shows no case and is not read".formatted(grid.name()));
      return;
    }
    boolean hasMarks = grid.rowOf(CaseSheetExport.HEAD) >= 0;
    problems.add(
        grid.problem(
            "looks like a case, but %s: nothing of it is read. Undo that in the spreadsheet, or"
                    .formatted(
                        hasMarks
                            ? "its first cell, which begins with '%s' in the hidden column A, says something else"
                                .formatted(CaseSheetExport.MARK)
                            : "the hidden column A, which says what its lines are, is gone")
                + " export the case again and edit that"));
  }

  /** Sheets to look things up in are not read: whoever wrote there should know. */
  private void noteEdits(Grid grid, int width) {
    for (int row : LineMarks.edited(grid, width)) {
      notes.add(
          "%s, line %d was edited, and is not read: cases are edited in their own sheets"
              .formatted(grid.name(), row + 1));
    }
  }

  private boolean looksLikeACase(Grid grid) {
    Map<Integer, Integer> names = new HashMap<>();
    for (List<GridCell> row : grid.rows()) {
      for (int column = 0; column < Math.min(row.size(), CaseCells.OF_EVENT.size()); column++) {
        if (isName(row.get(column).text().strip())) {
          names.merge(column, 1, Integer::sum);
        }
      }
    }
    return names.values().stream().anyMatch(n -> n >= ALIKE);
  }

  private boolean isName(String name) {
    return name.equals(CaseCells.ID)
        || CaseCells.HEAD.contains(name)
        || vocabulary.factEverCalled(name).isPresent();
  }

  /** What a cell says; what is no text, no number and no day is a problem. */
  private CaseSheet.Said said(Grid grid, int row, int column) {
    GridCell cell = grid.cell(row, column);
    String text = cell.plain();
    switch (cell.kind()) {
      case FORMULA, ERROR, MERGED ->
          problems.add(grid.problem(row, column, PageReader.wrong(cell)));
      case DATE -> {
        Optional<String> day = SerialMoment.read(text, Moments.Kind.DATE);
        if (day.isPresent()) {
          text = day.get();
        } else {
          problems.add(grid.problem(row, column, PageReader.wrong(cell)));
        }
      }
      case TEXT, NUMBER -> {
        // as it was typed
      }
    }
    return new CaseSheet.Said(text, row, column);
  }

  private static boolean is(GridCell cell, String word) {
    return cell.text().strip().equalsIgnoreCase(word);
  }

  /** One case on a sheet of its own. */
  private final class Page {
    private final Grid grid;
    private final Map<CaseCells.Key, CaseSheet.Said> cells = new LinkedHashMap<>();
    private final List<CaseSheet.EventLine> events = new ArrayList<>();
    private final Map<Integer, Set<Integer>> read = new HashMap<>();
    private CaseSheet.Said id;

    Page(Grid grid) {
      this.grid = grid;
    }

    Optional<CaseSheet> read(String fingerprint) {
      int facts = headings(0, CaseSheetExport.FACT, CaseCells.VALUE);
      int dates = headings(facts + 1, CaseCells.OF_EVENT.get(0), CaseCells.OF_EVENT.get(1));
      if (facts < 0 || dates < 0) {
        problems.add(
            grid.problem(
                "the line with the headings of its %s (%s) is gone: write it again, or export the case again and edit that"
                    .formatted(
                        facts < 0 ? "facts" : "events",
                        String.join(
                            ", ",
                            facts < 0
                                ? Stream.concat(
                                        Stream.of(CaseSheetExport.FACT), CaseCells.OF_FACT.stream())
                                    .toList()
                                : CaseCells.OF_EVENT))));
        return Optional.empty();
      }
      List<Integer> columns = columns(facts, CaseCells.OF_FACT);
      List<Integer> ofEvents = columns(dates, CaseCells.OF_EVENT);
      if (columns.isEmpty() || ofEvents.isEmpty()) {
        return Optional.empty();
      }
      int names = find(facts, CaseSheetExport.FACT);
      int hints = find(facts, CaseSheetExport.HINTS);
      read.put(0, Set.of(0, 1));
      read.put(facts, with(columns, names, hints));
      read.put(dates, Set.copyOf(ofEvents));
      for (int row = 1; row < grid.rows().size(); row++) {
        if (row < facts) {
          head(row, names, columns.get(0));
        } else if (row > facts && row < dates) {
          fact(row, names, columns, hints);
        } else if (row > dates) {
          event(row, ofEvents);
        }
      }
      refuseBeside();
      if (id == null || id.text().isEmpty()) {
        problems.add(grid.problem("has no id: write the id of the case beside the word id"));
        return Optional.empty();
      }
      CaseSheet sheet =
          new CaseSheet(
              grid,
              id.text(),
              id,
              fingerprint,
              new CaseSheet.Said(fingerprint, 0, 0),
              cells,
              events);
      String title = grid.cell(0, 1).text().strip();
      if (!title.equals(id.text()) && !CaseCells.print(List.of(title)).equals(sheet.formerId())) {
        notes.add(
            "%s, cell B1 is not read: what it is called stands beside the words id and title"
                .formatted(grid.name()));
      }
      return Optional.of(sheet);
    }

    private static Set<Integer> with(List<Integer> columns, Integer... more) {
      return Stream.concat(columns.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    /** What stands where nothing is read. */
    private void refuseBeside() {
      for (int row = 0; row < grid.rows().size(); row++) {
        Set<Integer> here = read.getOrDefault(row, Set.of());
        for (int column = 1; column < grid.rows().get(row).size(); column++) {
          GridCell cell = grid.cell(row, column);
          if (!here.contains(column) && !cell.isBlank() && cell.kind() != GridCell.Kind.MERGED) {
            problems.add(grid.problem(row, column, PageReader.BESIDE));
          }
        }
      }
    }

    /** The first line from one on that has two headings; -1 where there is none. */
    private int headings(int from, String one, String other) {
      for (int row = from; row < grid.rows().size(); row++) {
        if (find(row, one) >= 0 && find(row, other) >= 0) {
          return row;
        }
      }
      return -1;
    }

    private int find(int row, String heading) {
      for (int column = 0; column < grid.rows().get(row).size(); column++) {
        if (column > 0 && is(grid.cell(row, column), heading)) {
          return column;
        }
      }
      return -1;
    }

    /** Where each column stands; none where one is missing, which is a problem. */
    private List<Integer> columns(int row, List<String> headings) {
      List<Integer> columns = new ArrayList<>();
      for (String heading : headings) {
        int column = find(row, heading);
        if (column < 0) {
          problems.add(
              grid.problem(
                  row,
                  "the heading '%s' is gone: write it again, or export the case again and edit that"
                      .formatted(heading)));
          return List.of();
        }
        columns.add(column);
      }
      return columns;
    }

    private void head(int row, int names, int column) {
      String name = grid.cell(row, names).text().strip();
      read.put(row, Set.of(names, column));
      if (name.equals(CaseCells.ID)) {
        id = said(grid, row, column);
      } else if (!CaseCells.HEAD.contains(name)) {
        nameless(row, names, List.of(column), CaseCells.HEAD);
      } else if (isFirst(row, names, CaseCells.Key.of(name))) {
        cells.put(CaseCells.Key.of(name), said(grid, row, column));
      }
    }

    private void fact(int row, int names, List<Integer> columns, int hints) {
      read.put(row, with(columns, names, hints));
      String name = grid.cell(row, names).text().strip();
      Optional<FactType> fact = vocabulary.factEverCalled(name);
      boolean group =
          grid.cell(row, 0).isBlank()
              && columns.stream().allMatch(c -> grid.cell(row, c).isBlank())
              && vocabulary.facts().stream().anyMatch(f -> f.group().equals(name));
      if (group) {
        return;
      }
      if (fact.isEmpty()) {
        nameless(row, names, columns, vocabulary.factNames());
      } else if (isFirst(row, names, new CaseCells.Key(fact.get().name(), CaseCells.VALUE))) {
        for (int i = 0; i < columns.size(); i++) {
          CaseSheet.Said said = said(grid, row, columns.get(i));
          cells.put(new CaseCells.Key(fact.get().name(), CaseCells.OF_FACT.get(i)), said);
        }
      }
    }

    /** A line that says something, but not of what. */
    private void nameless(int row, int column, List<Integer> cells, List<String> names) {
      String name = grid.cell(row, column).text().strip();
      boolean marked =
          List.of(CaseSheetExport.HEAD, CaseSheetExport.FACT)
              .contains(grid.cell(row, 0).text().strip());
      if (marked || cells.stream().anyMatch(c -> !grid.cell(row, c).isBlank())) {
        problems.add(
            grid.problem(
                row,
                column,
                name.isEmpty()
                    ? "the name of what this line is of is missing"
                    : "'%s' is no fact and no part of a case%s"
                        .formatted(name, Nearest.hint(name, names))));
      } else if (!name.isEmpty()) {
        notes.add(
            "%s, line %d: '%s' is no fact and no part of a case, and is not read"
                .formatted(grid.name(), row + 1, name));
      }
    }

    private boolean isFirst(int row, int column, CaseCells.Key key) {
      if (cells.containsKey(key)) {
        problems.add(
            grid.problem(
                row,
                column,
                "'%s' stands here twice: keep one line"
                    .formatted(key.fact().isEmpty() ? key.part() : key.fact())));
        return false;
      }
      return true;
    }

    private void event(int row, List<Integer> columns) {
      read.put(row, Set.copyOf(columns));
      if (columns.stream().allMatch(c -> grid.cell(row, c).isBlank())) {
        return;
      }
      String mark = grid.cell(row, 0).text().strip();
      events.add(
          new CaseSheet.EventLine(
              mark.replaceFirst("^event\\s*", ""),
              columns.stream().map(c -> said(grid, row, c)).toList()));
    }
  }

  /** Cases in the lines of a CSV file. */
  private final class Lines {
    private final Grid grid;
    private final Map<Integer, CaseCells.Key> columns = new LinkedHashMap<>();
    private int id = -1;
    private int fingerprint = -1;

    Lines(Grid grid) {
      this.grid = grid;
    }

    List<CaseSheet> read() {
      List<GridCell> header = grid.rows().isEmpty() ? List.of() : grid.rows().get(0);
      for (int column = 0; column < header.size(); column++) {
        heading(column, header.get(column).text().strip());
      }
      if (id < 0) {
        problems.add(grid.problem("has no column 'id'" + grid.reading()));
        return List.of();
      }
      findExchanged();
      List<CaseSheet> sheets = new ArrayList<>();
      for (int row = 1; row < grid.rows().size(); row++) {
        if (!grid.isBlank(row)) {
          checkNothingBeside(row);
          line(row).ifPresent(sheets::add);
        }
      }
      return sheets;
    }

    private void heading(int column, String name) {
      Optional<FactType> fact = CaseCells.headed(name, vocabulary);
      if (name.equals(CaseCells.ID) && id >= 0) {
        problems.add(grid.problem(0, column, "a second column '%s'".formatted(name)));
      } else if (name.equals(CaseCells.ID)) {
        id = column;
      } else if (name.equals(CaseSheetExport.FINGERPRINT)) {
        fingerprint = column;
      } else if (CaseCells.HEAD.contains(name) || fact.isPresent()) {
        CaseCells.Key key =
            fact.filter(f -> !CaseCells.HEAD.contains(name))
                .map(f -> new CaseCells.Key(f.name(), CaseCells.VALUE))
                .orElse(CaseCells.Key.of(name));
        if (columns.containsValue(key)) {
          problems.add(grid.problem(0, column, "a second column '%s'".formatted(name)));
        }
        columns.put(column, key);
      } else if (!name.isEmpty()) {
        problems.add(
            grid.problem(
                0,
                column,
                "'%s' is no fact and no part of a case%s%s"
                    .formatted(name, Nearest.hint(name, vocabulary.factNames()), grid.reading())));
      }
    }

    private Optional<CaseSheet> line(int row) {
      Map<CaseCells.Key, CaseSheet.Said> cells = new LinkedHashMap<>();
      columns.forEach((column, key) -> cells.put(key, said(grid, row, column)));
      CaseSheet.Said name = said(grid, row, id);
      if (name.text().isEmpty()) {
        problems.add(grid.problem(row, id, "the id of the case is missing"));
        return Optional.empty();
      }
      String print = fingerprint < 0 ? "" : grid.cell(row, fingerprint).text().strip();
      CaseSheet.Said printAt = fingerprint < 0 ? null : new CaseSheet.Said(print, row, fingerprint);
      return Optional.of(new CaseSheet(grid, name.text(), name, print, printAt, cells, null));
    }

    /** What stands below no heading would be lost. */
    private void checkNothingBeside(int row) {
      for (int column = 0; column < grid.rows().get(row).size(); column++) {
        if (grid.cell(0, column).isBlank() && !grid.cell(row, column).isBlank()) {
          problems.add(grid.problem(row, column, PageReader.BESIDE));
        }
      }
    }

    /**
     * Two headings that were exchanged are told once, and not in each cell below: nothing below
     * either is read.
     */
    private void findExchanged() {
      List<Integer> wrong = columns.keySet().stream().filter(c -> !fits(c, c)).toList();
      for (int one : wrong) {
        List<Integer> others =
            wrong.stream()
                .filter(o -> o != one && columns.containsKey(o) && columns.containsKey(one))
                .filter(o -> fits(one, o) && fits(o, one))
                .toList();
        if (others.size() == 1 && one < others.get(0)) {
          int other = others.get(0);
          problems.add(
              grid.problem(
                  0,
                  one,
                  "the headings '%s' and '%s' (%s) may be exchanged: what stands below each fits the other, and not its own"
                      .formatted(
                          columns.get(one).fact(),
                          columns.get(other).fact(),
                          Grid.address(0, other))));
          columns.remove(one);
          columns.remove(other);
        }
      }
    }

    /** Whether all that stands in a column are values of the fact of another. */
    private boolean fits(int column, int heading) {
      Optional<FactType> fact = vocabulary.fact(columns.get(heading).fact());
      return fact.isEmpty()
          || grid.rows().stream()
              .skip(1)
              .filter(row -> column < row.size() && !row.get(column).isBlank())
              .allMatch(
                  row ->
                      fact.get()
                          .objection(CaseEdit.today(fact.get(), row.get(column).text().strip()))
                          .isEmpty());
    }
  }
}
