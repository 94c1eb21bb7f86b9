package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.save.Column;
import org.parley.author.save.TableDraft;
import org.parley.author.words.ColumnEdits;
import org.parley.author.words.WordChange;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.FormerWords;
import org.parley.knowledge.KnowledgeBase;

/**
 * Reads off the headings of sheets which columns their tables gain, lose or have elsewhere, and has
 * old words in them say what they are called now.
 */
final class ColumnChanges {
  private final List<Problem> problems;
  private final List<String> notes;
  private KnowledgeBase base;
  // of the knowledge base as it is by now, or null
  private Pages pages;

  /**
   * @param base the knowledge base with the facts and values that the sheet of facts adds
   * @param problems where to add what is wrong
   * @param notes where to add what comes and goes
   */
  ColumnChanges(KnowledgeBase base, List<Problem> problems, List<String> notes) {
    this.base = base;
    this.problems = problems;
    this.notes = notes;
  }

  /** The knowledge base with the columns that the sheets have. */
  KnowledgeBase base() {
    return base;
  }

  /** The sheets as they fit the knowledge base with its new columns. */
  List<Grid> read(List<Grid> grids) {
    List<Grid> read = new ArrayList<>();
    for (Grid shifted : grids) {
      Grid grid = withLinesInPlace(shifted);
      int named = grid.rowOf(TablePage.TABLE);
      int header = grid.rowOf(TablePage.HEADER);
      String table = named < 0 ? "" : grid.cell(named, TablePage.FIRST_COLUMN).text().strip();
      Optional<Decision> decision =
          base.decision(table).filter(d -> d.table().isPresent() && !base.isSplit());
      read.add(decision.isEmpty() || header < 0 ? grid : read(grid, header, decision.get().name()));
    }
    return read;
  }

  /** What stands above the columns shifts with them where one is moved to their front. */
  private static Grid withLinesInPlace(Grid grid) {
    List<List<GridCell>> rows = new ArrayList<>(grid.rows());
    for (String mark :
        List.of(TablePage.TABLE, TablePage.QUESTION, TablePage.FILE, TablePage.HIT_POLICY)) {
      int row = grid.rowOf(mark);
      List<GridCell> others =
          row < 0 ? List.of() : rows.get(row).stream().skip(1).filter(c -> !c.isBlank()).toList();
      if (others.size() == 1 && grid.cell(row, TablePage.FIRST_COLUMN).isBlank()) {
        rows.set(row, List.of(rows.get(row).get(0), others.get(0)));
      }
    }
    return grid.withRows(rows);
  }

  private Grid read(Grid grid, int header, String table) {
    Grid today =
        ColumnsSince.of(
            inTodaysWords(grid, header, table),
            header,
            ColumnsSince.headings(grid, header),
            pages().of(table).orElseThrow(),
            problems,
            notes);
    List<String> columns = pages().of(table).orElseThrow().header();
    Set<Integer> added = new HashSet<>();
    int unknown = 0;
    for (int i = TablePage.FIRST_COLUMN; i < today.rows().get(header).size(); i++) {
      String name = today.cell(header, i).text().strip();
      if (!name.isEmpty() && !columns.contains(name)) {
        if (isFactOrDecision(name) && add(today, header, i, table, name)) {
          added.add(i);
        } else {
          unknown++;
        }
      }
    }
    if (unknown == 0) {
      removeAndMove(today, header, table);
    }
    return withAny(today, header, added);
  }

  private Pages pages() {
    if (pages == null) {
      pages = new Pages(base);
    }
    return pages;
  }

  private boolean isFactOrDecision(String name) {
    // nothing says what a new column of a model by itself may test
    return base.plain().isEmpty()
        && (base.vocabulary().fact(name).isPresent() || base.decision(name).isPresent());
  }

  private List<String> inputs(String table) {
    return draft(table).inputs().stream().map(Column::name).toList();
  }

  private TableDraft draft(String table) {
    return pages().of(table).orElseThrow().table();
  }

  /** Whether a column could be added where its heading stands. */
  private boolean add(Grid grid, int header, int column, String table, String name) {
    List<String> inputs = inputs(table);
    String before = "";
    for (int i = column + 1; i < grid.rows().get(header).size() && before.isEmpty(); i++) {
      String next = grid.cell(header, i).text().strip();
      before = inputs.contains(next) ? next : "";
    }
    if (change(grid, header, column, new ColumnEdits(base)::add, table, name, before)) {
      notes.add("table '%s' gets the column '%s'".formatted(table, name));
      return true;
    }
    return false;
  }

  private interface Edit {
    WordChange made(String table, String name, String before);
  }

  private boolean change(
      Grid grid, int header, int column, Edit edit, String table, String name, String before) {
    try {
      base = edit.made(table, name, before).after();
      pages = null;
      return true;
    } catch (ParleyException e) {
      e.problems().forEach(p -> problems.add(grid.problem(header, column, p.toString())));
      return false;
    }
  }

  /** A column that rows test is not taken away by deleting it: whoever reads the sheet says so. */
  private void removeAndMove(Grid grid, int header, String table) {
    List<String> headings = grid.rows().get(header).stream().map(c -> c.text().strip()).toList();
    for (String name : inputs(table)) {
      int column = inputs(table).indexOf(name);
      boolean tested =
          draft(table).rows().stream()
              .anyMatch(r -> !(Cell.test(r.tests().get(column)) instanceof Cell.Any));
      if (!headings.contains(name)
          && !tested
          && change(
              grid, header, 0, (t, n, b) -> new ColumnEdits(base).remove(t, n), table, name, "")) {
        notes.add("table '%s' loses the column '%s', which no row tests".formatted(table, name));
      }
    }
    List<String> wanted = headings.stream().filter(inputs(table)::contains).distinct().toList();
    if (wanted.size() != inputs(table).size()) {
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String there = inputs(table).get(i);
      String name = wanted.get(i);
      int column = headings.indexOf(name);
      if (!there.equals(name)
          && change(grid, header, column, new ColumnEdits(base)::move, table, name, there)) {
        notes.add("table '%s' has the column '%s' before '%s' now".formatted(table, name, there));
      }
    }
  }

  /** Rows that were there before the column say nothing in it, and mean any. */
  private static Grid withAny(Grid grid, int header, Set<Integer> columns) {
    if (columns.isEmpty()) {
      return grid;
    }
    List<List<GridCell>> rows = new ArrayList<>();
    for (int i = 0; i < grid.rows().size(); i++) {
      List<GridCell> cells = new ArrayList<>(grid.rows().get(i));
      for (int column : columns) {
        if (i > header && !grid.isBlank(i) && grid.cell(i, column).isBlank()) {
          set(cells, column, SheetWords.ANY);
        }
      }
      rows.add(cells);
    }
    return grid.withRows(rows);
  }

  private static void set(List<GridCell> cells, int column, String text) {
    while (cells.size() <= column) {
      cells.add(GridCell.EMPTY);
    }
    cells.set(column, GridCell.text(text));
  }

  /** Headings and cells that say what a fact or a value was called before. */
  private Grid inTodaysWords(Grid grid, int header, String table) {
    List<String> inputs = inputs(table);
    List<List<GridCell>> rows = new ArrayList<>();
    grid.rows().forEach(r -> rows.add(new ArrayList<>(r)));
    for (int i = TablePage.FIRST_COLUMN; i < rows.get(header).size(); i++) {
      String name = grid.cell(header, i).text().strip();
      Optional<FactType> fact =
          base.vocabulary().factEverCalled(name).filter(f -> inputs.contains(f.name()));
      if (fact.isPresent() && !fact.get().formerly().equals(FormerWords.NONE)) {
        if (!inputs.contains(name)) {
          set(rows.get(header), i, fact.get().name());
        }
        for (int row = header + 1; row < rows.size(); row++) {
          String words = grid.cell(row, i).text();
          String today = inTodaysWords(words, fact.get());
          if (!today.equals(words)) {
            set(rows.get(row), i, today);
          }
        }
      }
    }
    return grid.withRows(rows);
  }

  private static String inTodaysWords(String words, FactType fact) {
    String today = words;
    for (Map.Entry<String, String> value : fact.formerly().values().entrySet()) {
      today =
          Pattern.compile(
                  "(?<=^|any but | or )%s(?= or |$)".formatted(Pattern.quote(value.getKey())),
                  Pattern.CASE_INSENSITIVE)
              .matcher(today)
              .replaceAll(Matcher.quoteReplacement(value.getValue()));
    }
    return today;
  }
}
