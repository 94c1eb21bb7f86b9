package org.parley.author.sheet;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Problem;

/**
 * Looks at sheets that do not say which table they show. One that looks like a table was edited by
 * somebody, who must hear that it is not read.
 */
final class UnmarkedSheets {
  private static final int HEAD = 30;

  private final Pages pages;
  private final List<Problem> problems;
  private final List<String> notes;
  private final Map<String, TablePage> bySheet;

  /**
   * @param problems where to add what is wrong
   * @param notes where to add which sheets are not read
   */
  UnmarkedSheets(Pages pages, List<Problem> problems, List<String> notes) {
    this.pages = pages;
    this.problems = problems;
    this.notes = notes;
    SheetNames names = new SheetNames();
    this.bySheet =
        pages.all().stream()
            .collect(Collectors.toMap(p -> names.of(p.decision().name()), p -> p, (a, b) -> a));
  }

  void look(Grid grid) {
    String title = grid.cell(0, 0).text();
    if (title.equals(SheetIndex.TITLE)) {
      noteEdited(grid, LineMarks.edited(grid, SheetIndex.WIDTH));
    } else if (title.equals(Instructions.TITLE)) {
      noteEdited(grid, LineMarks.edited(grid, Instructions.WIDTH));
    }
    boolean own =
        Set.of(Instructions.TITLE, SheetIndex.TITLE).contains(title)
            || AddedValues.isVocabulary(grid)
            || grid.sheet().equals(ChoiceLists.SHEET);
    if (own || grid.rows().stream().allMatch(List::isEmpty)) {
      return;
    }
    Optional<TablePage> table = shown(grid);
    if (table.isEmpty()) {
      notes.add("%s shows no table and is not read%s".formatted(grid.name(), grid.reading()));
      return;
    }
    boolean hasIds = grid.rowOf(TablePage.HEADER) >= 0;
    problems.add(
        grid.problem(
            "looks like the table '%s', but %s: nothing of it is read. Undo that in the spreadsheet,"
                    .formatted(
                        table.get().decision().name(),
                        hasIds
                            ? "the line with the table's name, which begins with '%s' in the hidden column A, is gone"
                                .formatted(TablePage.TABLE)
                            : "the hidden column A with the ids of its rows is gone")
                + " or export the table again and edit that"));
  }

  private void noteEdited(Grid grid, List<Integer> lines) {
    if (!lines.isEmpty()) {
      notes.add(
          "%s was edited in line %d%s and is not read: what is written there changes nothing"
              .formatted(
                  grid.name(),
                  lines.get(0) + 1,
                  lines.size() == 1 ? "" : " and %d more".formatted(lines.size() - 1)));
    }
  }

  /** The table whose columns stand in one of the first lines, or after which the sheet is named. */
  private Optional<TablePage> shown(Grid grid) {
    for (int i = 0; i < Math.min(HEAD, grid.rows().size()); i++) {
      Set<String> words =
          grid.rows().get(i).stream().map(c -> c.text().strip()).collect(Collectors.toSet());
      Optional<TablePage> table =
          pages.all().stream()
              .filter(p -> words.containsAll(new HashSet<>(p.header())))
              .max(Comparator.comparingInt(p -> p.header().size()));
      if (table.isPresent()) {
        return table;
      }
    }
    return Optional.ofNullable(bySheet.get(grid.sheet()));
  }
}
