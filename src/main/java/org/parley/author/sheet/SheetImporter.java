package org.parley.author.sheet;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.check.Harm;
import org.parley.author.save.ModelText;
import org.parley.author.save.RowDraft;
import org.parley.author.save.TableDraft;
import org.parley.author.sheet.RowConflict.Side;
import org.parley.author.sheet.RowMerge.Merged;
import org.parley.decide.TableEngine;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Row;

/** Reads sheets back, checks them, and makes the knowledge base that they describe. */
public final class SheetImporter {
  private final KnowledgeBase base;
  private final Pages origin;
  private final Pages pages;
  private final Map<String, String> tableOfRow = new HashMap<>();
  private final List<Problem> problems;
  private final List<RowConflict> conflicts = new ArrayList<>();
  private final List<String> notes;
  private final Side side;
  private final Map<String, String> lastSaid;
  private final Map<String, String> said = new TreeMap<>();
  // where each row of a draft stands in its sheet, by its file and id, for what the loader finds
  private final Map<String, Place> places = new HashMap<>();

  private record Place(Grid grid, int line) {}

  private SheetImporter(
      KnowledgeBase before,
      KnowledgeBase base,
      Side side,
      Map<String, String> lastSaid,
      List<Problem> problems,
      List<String> notes) {
    this.base = base;
    this.side = side;
    this.lastSaid = lastSaid;
    this.problems = problems;
    this.notes = notes;
    this.pages = new Pages(base);
    this.origin = before == base ? pages : new Pages(before);
    for (TablePage page : pages.all()) {
      for (Row row : page.decision().table().orElseThrow().rows()) {
        tableOfRow.put(row.id(), page.decision().name());
      }
    }
  }

  /**
   * Reads a spreadsheet (.xlsx), a CSV file, or a folder of CSV files.
   *
   * @throws ParleyException if the file cannot be read; what is wrong in its cells is listed in the
   *     result
   */
  public static SheetImport read(KnowledgeBase base, Path file) {
    return read(base, Map.of(), file, null, null);
  }

  /**
   * The same, for sheets that were never saved.
   *
   * @throws ParleyException if the file cannot be read
   */
  public static SheetImport read(KnowledgeBase base, Path file, Charset charset, Side side) {
    return read(base, Map.of(), file, charset, side);
  }

  /**
   * The same.
   *
   * @param lastSaid what the sheets of this file said when whoever imports them last did so and
   *     saved, by what they were made from: {@link SheetImport#said}
   * @param charset the encoding of CSV files; {@code null} to find it out
   * @param side whose words count for a row that was edited in the sheet and in the table as well;
   *     {@code null} to list such rows
   * @throws ParleyException if the file cannot be read
   */
  public static SheetImport read(
      KnowledgeBase base, Map<String, String> lastSaid, Path file, Charset charset, Side side) {
    List<Grid> grids = GridReader.read(file, charset);
    List<Problem> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    KnowledgeBase widened = base;
    for (Grid grid : grids) {
      if (AddedValues.isVocabulary(grid)) {
        widened = new AddedValues(grid, problems, notes).addTo(widened);
      }
    }
    ColumnChanges columns = new ColumnChanges(widened, problems, notes);
    List<Grid> fitting = columns.read(grids);
    return new SheetImporter(base, columns.base(), side, lastSaid, problems, notes)
        .read(base, fitting);
  }

  private SheetImport read(KnowledgeBase before, List<Grid> grids) {
    Map<String, Grid> sheets = byTable(grids);
    Map<String, List<TableDraft>> drafts = new TreeMap<>();
    Set<String> taken = RowIds.taken(base);
    for (TablePage page : pages.all()) {
      Grid grid = sheets.get(page.decision().name());
      if (grid != null) {
        TableDraft draft = draft(page, grid, taken);
        if (!draft.saysTheSameAs(page.table())) {
          drafts.computeIfAbsent(page.decision().file(), f -> new ArrayList<>()).add(draft);
        }
      }
    }
    noteWhatHasNoSheet(sheets);
    KnowledgeBase loaded = isFine() ? load(drafts) : before;
    KnowledgeBase after = isFine() ? loaded : before;
    boolean changes = !before.version().equals(after.version());
    return new SheetImport(
        before,
        after,
        notes,
        side == null ? conflicts : List.of(),
        changes ? Harm.between(before, after) : Harm.NONE,
        said,
        problems);
  }

  /** The table as it is, without what other sheets do to its columns and words. */
  private TablePage origin(TablePage page) {
    return origin.of(page.decision().name()).orElse(page);
  }

  private List<String> columns() {
    if (base.plain().isPresent()) {
      return List.of();
    }
    List<String> columns = new ArrayList<>(base.vocabulary().factNames());
    base.decisions().forEach(d -> columns.add(d.name()));
    return columns;
  }

  private boolean isFine() {
    return problems.isEmpty() && (conflicts.isEmpty() || side != null);
  }

  private Map<String, Grid> byTable(List<Grid> grids) {
    Map<String, Grid> sheets = new LinkedHashMap<>();
    UnmarkedSheets unmarked = new UnmarkedSheets(pages, problems, notes);
    for (Grid grid : grids) {
      int row = grid.rowOf(TablePage.TABLE);
      if (row < 0) {
        unmarked.look(grid);
        continue;
      }
      String name = grid.cell(row, TablePage.FIRST_COLUMN).text().strip();
      if (pages.of(name).isEmpty()) {
        problems.add(
            grid.problem(
                row,
                TablePage.FIRST_COLUMN,
                "%s; a table is named and added in a DMN editor".formatted(pages.unknown(name))));
      } else if (sheets.putIfAbsent(name, grid) != null) {
        problems.add(
            grid.problem("shows the table '%s', as another sheet does: keep one".formatted(name)));
      }
    }
    if (sheets.isEmpty() && problems.isEmpty()) {
      throw new ParleyException("no sheet with a decision table here: export the tables first");
    }
    return sheets;
  }

  private void noteWhatHasNoSheet(Map<String, Grid> sheets) {
    List<String> without =
        pages.all().stream()
            .map(p -> p.decision().name())
            .filter(n -> !sheets.containsKey(n))
            .toList();
    if (!without.isEmpty() && !sheets.isEmpty()) {
      notes.add(
          without.size() > 5
              ? "%d tables have no sheet and stay as they are".formatted(without.size())
              : "without a sheet, and left as it is: '%s'".formatted(String.join("', '", without)));
    }
  }

  private TableDraft draft(TablePage page, Grid grid, Set<String> taken) {
    int before = problems.size();
    String made = page.decision().name() + " " + TablePage.mark(grid);
    PageReader reader =
        new PageReader(
            grid,
            page,
            Fingerprint.of(origin(page)),
            RenamedWords.between(origin(page), page, base.vocabulary()),
            Optional.ofNullable(lastSaid.get(made)).flatMap(Fingerprint::read),
            side,
            new PageReader.Findings(tableOfRow, columns(), problems, conflicts, notes));
    List<Merged> rows = reader.rows();
    if (problems.size() > before) {
      return page.table();
    }
    RowIds ids = new RowIds(page.table(), taken);
    List<RowDraft> named = new ArrayList<>();
    List<Fingerprint.Print> prints = new ArrayList<>();
    for (Merged merged : rows) {
      RowDraft row = merged.row();
      boolean needsId = row.origin() == RowDraft.NEW && row.id().isEmpty();
      RowDraft known = needsId ? row.withId(ids.propose(row)) : row;
      if (merged.line() >= 0) {
        places.put(page.decision().file() + "#" + known.id(), new Place(grid, merged.line()));
        prints.add(new Fingerprint.Print(Fingerprint.id(known.id()), reader.says(merged.line())));
      }
      named.add(known);
    }
    Fingerprint saying = new Fingerprint(Fingerprint.columns(page.header()), prints);
    if (saying.hasIds()) {
      said.put(made, saying.text());
    }
    return page.table().withRows(named);
  }

  /** The knowledge base with the drafts of its files, or the one there is and the problems. */
  private KnowledgeBase load(Map<String, List<TableDraft>> byFile) {
    if (byFile.isEmpty()) {
      return base;
    }
    try {
      KnowledgeFiles files = base.files();
      for (Map.Entry<String, List<TableDraft>> file : byFile.entrySet()) {
        ModelText edited = pages.model(file.getKey()).with(file.getValue());
        files = files.with(file.getKey(), edited.bytes());
      }
      return loaded(files);
    } catch (ParleyException e) {
      e.problems().forEach(p -> problems.add(inTermsOfTheSheet(p)));
      return base;
    }
  }

  /** Only what every engine compiles is a knowledge base. */
  private KnowledgeBase loaded(KnowledgeFiles files) {
    KnowledgeBase after = base.withFiles(files);
    if (after.plain().isPresent()) {
      return after;
    }
    TableEngine.of(after)
        .refusal()
        .ifPresent(r -> notes.add("the tables are read without the fast path: " + r));
    return after;
  }

  private Problem inTermsOfTheSheet(Problem problem) {
    Place place = places.get(problem.file() + "#" + problem.place().row());
    return place == null ? problem : place.grid().problem(place.line(), problem.message());
  }
}
