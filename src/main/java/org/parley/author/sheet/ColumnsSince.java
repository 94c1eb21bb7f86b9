package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.Problem;
import org.parley.author.save.RowDraft;

/**
 * Brings a sheet whose columns nobody edited to those that its table has by now, so that the
 * columns that somebody else has added, taken out or moved since stay so, and its rows can be held
 * against the rows of the table.
 */
final class ColumnsSince {
  private final Grid grid;
  private final int header;
  private final TablePage page;
  private final Fingerprint before;
  private final boolean decimalCommas;
  private final List<String> was;
  private final List<String> now;
  private final List<Problem> problems;
  private final Map<String, List<String>> rowsNow = new LinkedHashMap<>();

  private ColumnsSince(
      Grid grid,
      int header,
      TablePage page,
      Fingerprint before,
      List<String> was,
      List<Problem> problems) {
    this.grid = grid;
    this.header = header;
    this.page = page;
    this.before = before;
    this.decimalCommas = CsvDialect.hasDecimalCommas(TablePage.mark(grid));
    this.was = was;
    this.now = page.header();
    this.problems = problems;
    for (RowDraft row : page.table().rows()) {
      rowsNow.put(row.id(), page.texts(row));
    }
  }

  /**
   * The sheet with the columns that its table has by now; the sheet itself where they are its own,
   * or where somebody has edited its headings.
   *
   * @param headings what they were when the sheet was read, in the words of that day
   * @param grid the sheet in the words of today
   */
  static Grid of(
      Grid grid,
      int header,
      List<String> headings,
      TablePage page,
      List<Problem> problems,
      List<String> notes) {
    Optional<Fingerprint> before = TablePage.fingerprint(grid);
    List<String> was = headings(grid, header);
    boolean unedited =
        before.isPresent() && before.get().columns().equals(Fingerprint.columns(headings));
    if (!unedited || was.equals(page.header())) {
      return grid;
    }
    boolean told = Set.copyOf(was).size() == was.size() && before.get().hasIds();
    if (!told || Set.copyOf(page.header()).size() != page.header().size()) {
      problems.add(
          grid.problem(
              "the columns of '%s' were changed since: export again"
                  .formatted(page.decision().name())));
      return grid;
    }
    ColumnsSince since = new ColumnsSince(grid, header, page, before.get(), was, problems);
    notes.add(since.note());
    return since.brought();
  }

  /** The names of the columns of a sheet. */
  static List<String> headings(Grid grid, int header) {
    return grid.rows().get(header).stream()
        .skip(TablePage.FIRST_COLUMN)
        .map(c -> c.text().strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private String note() {
    List<String> added = new ArrayList<>(now);
    added.removeAll(was);
    List<String> gone = new ArrayList<>(was);
    gone.removeAll(now);
    List<String> said = new ArrayList<>();
    added.forEach(name -> said.add("'%s' was added".formatted(name)));
    gone.forEach(name -> said.add("'%s' was taken out".formatted(name)));
    return "%s was made before the columns of '%s' were changed: %s stays so"
        .formatted(
            grid.name(),
            page.decision().name(),
            said.isEmpty() ? "their order" : "that " + String.join(" and ", said));
  }

  private Grid brought() {
    Map<String, String> prints = new HashMap<>(before.saysById());
    List<List<GridCell>> rows = new ArrayList<>();
    for (int line = 0; line < grid.rows().size(); line++) {
      boolean isRow = line > header && !grid.isBlank(line);
      if (isRow) {
        row(line, prints);
      }
      rows.add(line < header || (line > header && !isRow) ? grid.rows().get(line) : moved(line));
    }
    // a row that the sheet has no more, and that nobody else has changed
    Set<String> shown = new HashSet<>();
    for (int line = header + 1; line < grid.rows().size(); line++) {
      shown.add(id(line));
    }
    rowsNow.forEach(
        (id, texts) -> {
          String print = Fingerprint.id(id);
          if (!shown.contains(id) && saysAsItWas(texts).equals(prints.get(print))) {
            prints.put(print, Fingerprint.says(texts));
          }
        });
    List<Fingerprint.Print> all =
        before.rows().stream().map(p -> new Fingerprint.Print(p.id(), prints.get(p.id()))).toList();
    return grid.withRows(marked(rows, new Fingerprint(Fingerprint.columns(now), all)), widths());
  }

  /** A line that was whole is so with the columns of today. */
  private List<Integer> widths() {
    int whole = TablePage.FIRST_COLUMN + was.size();
    return grid.widths().stream()
        .map(width -> width < whole ? width : width - was.size() + now.size())
        .toList();
  }

  /** Works out what a row said when the sheet was made, in the columns of today. */
  private void row(int line, Map<String, String> prints) {
    String print = Fingerprint.id(id(line));
    String said = prints.get(print);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < was.size(); i++) {
      texts.add(text(line, i));
    }
    boolean edited = !Fingerprint.says(texts).equals(said);
    List<String> current = rowsNow.get(id(line));
    if (current != null && saysAsItWas(current).equals(said)) {
      prints.put(print, Fingerprint.says(current));
    } else if (said != null && !edited) {
      List<String> moved = new ArrayList<>();
      for (int i = 0; i < now.size(); i++) {
        int place = was.indexOf(now.get(i));
        moved.add(place < 0 ? filled(i, id(line)) : texts.get(place));
      }
      prints.put(print, Fingerprint.says(moved));
    }
    for (int i = 0; i < was.size() && edited; i++) {
      boolean any = texts.get(i).isEmpty() || texts.get(i).equals(SheetWords.ANY);
      if (!now.contains(was.get(i)) && !any) {
        problems.add(
            grid.problem(
                line,
                i + TablePage.FIRST_COLUMN,
                "the column '%s' was taken out of the table since: this would be lost"
                    .formatted(was.get(i))));
      }
    }
  }

  /** The letters of a row of today in the columns that there were. */
  private String saysAsItWas(List<String> texts) {
    return Fingerprint.says(
        was.stream()
            .map(name -> now.contains(name) ? texts.get(now.indexOf(name)) : SheetWords.ANY)
            .toList());
  }

  private String id(int line) {
    return grid.cell(line, 0).text().strip();
  }

  private String text(int line, int column) {
    int place = now.indexOf(was.get(column));
    return PageReader.said(
        grid.cell(line, column + TablePage.FIRST_COLUMN),
        place >= 0 && page.isNumber(place),
        decimalCommas);
  }

  /** What a row says in a column that is new to the sheet: what the table says, or anything. */
  private String filled(int column, String id) {
    List<String> current = rowsNow.get(id);
    return current != null
        ? current.get(column)
        : column < page.table().inputs().size() ? SheetWords.ANY : "";
  }

  private List<GridCell> moved(int line) {
    List<GridCell> cells = new ArrayList<>(List.of(grid.cell(line, 0)));
    for (int i = 0; i < now.size(); i++) {
      int place = was.indexOf(now.get(i));
      cells.add(
          place >= 0
              ? grid.cell(line, place + TablePage.FIRST_COLUMN)
              : GridCell.text(line == header ? now.get(i) : filled(i, id(line))));
    }
    // what stands beside the table is still found there
    List<GridCell> all = grid.rows().get(line);
    cells.addAll(
        all.subList(Math.min(all.size(), TablePage.FIRST_COLUMN + was.size()), all.size()));
    return cells;
  }

  private static List<List<GridCell>> marked(List<List<GridCell>> rows, Fingerprint fingerprint) {
    List<List<GridCell>> marked = new ArrayList<>(rows);
    for (int i = 0; i < marked.size(); i++) {
      String mark = marked.get(i).isEmpty() ? "" : marked.get(i).get(0).text().strip();
      if (mark.startsWith(TablePage.PARTS + " ")) {
        String[] words = mark.split("\\s+", 3);
        words[1] = fingerprint.text();
        List<GridCell> cells = new ArrayList<>(marked.get(i));
        cells.set(0, GridCell.text(String.join(" ", words)));
        marked.set(i, cells);
      }
    }
    return marked;
  }
}
