package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.Problem;
import org.parley.author.save.RowDraft;
import org.parley.knowledge.Nearest;

/**
 * Settles which row of a table each row of a sheet is: by its id, and by what it says where rows
 * were copied, or sorted without the hidden column of their ids.
 */
final class RowMatch {
  private final Grid grid;
  private final Map<String, String> tableOfRow;
  private final List<Problem> problems;
  private final List<String> notes;
  private final Map<String, String> before;
  private final Map<String, String> made;
  private final Map<String, List<String>> known = new LinkedHashMap<>();

  /**
   * @param before the table that the sheet was made from, or what the sheet said when it was last
   *     saved
   * @param made the table that the sheet was made from
   * @param tableOfRow the table of each row of the knowledge base, by id
   * @param problems where to add what is wrong
   * @param notes where to add what the reader should know
   */
  RowMatch(
      Grid grid,
      TablePage page,
      Fingerprint before,
      Fingerprint made,
      Map<String, String> tableOfRow,
      List<Problem> problems,
      List<String> notes) {
    this.grid = grid;
    this.tableOfRow = tableOfRow;
    this.problems = problems;
    this.notes = notes;
    this.before = before.saysById();
    this.made = made.saysById();
    for (RowDraft row : page.table().rows()) {
      if (!row.id().isEmpty()) {
        known.put(row.id(), page.texts(row));
      }
    }
  }

  /** The rows with the ids that they have; new ones have none. */
  List<SheetRow> settle(List<SheetRow> rows) {
    Map<Integer, SheetRow> settled = new TreeMap<>();
    rows.forEach(row -> settled.put(row.line(), row));
    Set<Integer> certain =
        rows.stream()
            .filter(this::saysWhatItSaid)
            .map(SheetRow::line)
            .collect(Collectors.toCollection(HashSet::new));
    copies(rows, certain, settled);
    recognise(certain, settled);
    rememberNew(settled);
    settled.values().stream()
        .filter(row -> !row.id().isEmpty() && !known.containsKey(row.id()))
        .filter(row -> !before.containsKey(Fingerprint.id(row.id())))
        .forEach(row -> problems.add(grid.problem(row.line(), 0, stranger(row.id()))));
    return List.copyOf(settled.values());
  }

  private boolean saysWhatItSaid(SheetRow row) {
    return !row.id().isEmpty() && row.says().equals(before.get(Fingerprint.id(row.id())));
  }

  private String stranger(String id) {
    String table = tableOfRow.get(id);
    return table == null
        ? "there is no row '%s' in this table%s; leave the hidden id empty for a new row"
            .formatted(id, Nearest.hint(id, known.keySet()))
        : "row '%s' belongs to the table '%s': to add it here too, empty its hidden id (column A)"
            .formatted(id, table);
  }

  /**
   * The one that still says what the row says, or most of it, is the row; the others were copied
   * from it.
   */
  private void copies(List<SheetRow> rows, Set<Integer> certain, Map<Integer, SheetRow> settled) {
    Map<String, List<SheetRow>> byId =
        rows.stream()
            .filter(row -> !row.id().isEmpty())
            .collect(Collectors.groupingBy(SheetRow::id, LinkedHashMap::new, Collectors.toList()));
    byId.forEach(
        (id, same) -> {
          List<SheetRow> unchanged = same.stream().filter(r -> certain.contains(r.line())).toList();
          if (unchanged.size() > 1) {
            problems.add(
                grid.problem(
                    unchanged.get(1).line(),
                    "is a copy of row '%s' that says the same: change it, or delete it"
                        .formatted(id)));
          } else if (same.size() > 1) {
            SheetRow old = unchanged.isEmpty() ? nearest(same) : unchanged.get(0);
            if (unchanged.isEmpty()) {
              notes.add(
                  "%s: lines %s were made of row '%s', and none says what it said; line %d says most of"
                          .formatted(grid.name(), lines(same), id, old.line() + 1)
                      + " it and is taken for that row");
            }
            same.stream().filter(r -> r.line() != old.line()).forEach(r -> copied(r, settled));
          }
        });
  }

  private static String lines(List<SheetRow> rows) {
    return rows.stream().map(r -> String.valueOf(r.line() + 1)).collect(Collectors.joining(", "));
  }

  /** The row that says most of what the row of its id says; the first of several. */
  private SheetRow nearest(List<SheetRow> same) {
    List<String> now = known.getOrDefault(same.get(0).id(), List.of());
    return same.stream()
        .reduce((a, b) -> alike(b.texts(), now) > alike(a.texts(), now) ? b : a)
        .orElseThrow();
  }

  private void copied(SheetRow row, Map<Integer, SheetRow> settled) {
    settled.put(row.line(), row.withId(""));
    notes.add(
        "%s: line %d was copied from row '%s' and is taken for a new row"
            .formatted(grid.name(), row.line() + 1, row.id()));
  }

  /** Rows that say what others said, whose ids went astray or are gone. */
  private void recognise(Set<Integer> certain, Map<Integer, SheetRow> settled) {
    Set<String> free = new LinkedHashSet<>(known.keySet());
    settled.values().forEach(row -> free.add(row.id()));
    free.remove("");
    certain.forEach(line -> free.remove(settled.get(line).id()));
    Map<String, String> bySaying = new HashMap<>();
    free.forEach(id -> bySaying.putIfAbsent(before.get(Fingerprint.id(id)), id));
    bySaying.remove(null);
    List<SheetRow> open =
        settled.values().stream().filter(row -> !certain.contains(row.line())).toList();
    Set<String> claimed = new HashSet<>();
    int astray = 0;
    for (SheetRow row : open) {
      String id = bySaying.remove(row.says());
      if (id != null) {
        settled.put(row.line(), row.withId(id));
        claimed.add(id);
        astray += row.id().isEmpty() ? 0 : 1;
      }
    }
    if (astray > 0) {
      notes.add(
          "%s: its rows were sorted without the hidden column of their ids; %d are known by what"
                  .formatted(grid.name(), astray)
              + " they say");
    }
    List<SheetRow> robbed =
        open.stream()
            .filter(row -> settled.get(row.line()).equals(row) && claimed.contains(row.id()))
            .toList();
    free.removeAll(claimed);
    Set<String> kept =
        open.stream()
            .filter(row -> settled.get(row.line()).equals(row) && !robbed.contains(row))
            .map(SheetRow::id)
            .collect(Collectors.toSet());
    free.removeAll(kept);
    robbed.forEach(row -> settled.put(row.line(), row.withId(nearest(row, free))));
  }

  /**
   * Rows that were new when the sheet was last saved have got ids, which the sheet does not show.
   */
  private void rememberNew(Map<Integer, SheetRow> settled) {
    Set<String> born = new LinkedHashSet<>(known.keySet());
    born.removeIf(
        id -> !before.containsKey(Fingerprint.id(id)) || made.containsKey(Fingerprint.id(id)));
    settled.values().forEach(row -> born.remove(row.id()));
    for (SheetRow row : settled.values().stream().filter(SheetRow::isNew).toList()) {
      born.stream()
          .reduce(
              (a, b) -> alike(row.texts(), known.get(b)) > alike(row.texts(), known.get(a)) ? b : a)
          .ifPresent(
              id -> {
                born.remove(id);
                settled.put(row.line(), row.withId(id));
              });
    }
  }

  /** The free id of the row that says most of what an edited one says; none where all are taken. */
  private String nearest(SheetRow row, Set<String> free) {
    List<String> candidates = new ArrayList<>(free);
    candidates.retainAll(known.keySet());
    Map<String, Long> alike = new HashMap<>();
    candidates.forEach(id -> alike.put(id, alike(row.texts(), known.get(id))));
    candidates.sort(Comparator.comparing((String id) -> alike.get(id)).reversed());
    if (candidates.isEmpty()) {
      return "";
    }
    String best = candidates.get(0);
    boolean only = candidates.size() == 1 || alike.get(best) > alike.get(candidates.get(1));
    if (!only) {
      problems.add(
          grid.problem(
              row.line(),
              "its rows were sorted without the hidden column of their ids, and which one this is"
                  + " cannot be told: undo the sorting, or export again"));
    }
    free.remove(best);
    return best;
  }

  private static long alike(List<String> texts, List<String> others) {
    long alike = 0;
    for (int i = 0; i < Math.min(texts.size(), others.size()); i++) {
      alike += texts.get(i).equals(others.get(i)) ? 1 : 0;
    }
    return alike;
  }
}
