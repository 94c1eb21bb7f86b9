package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.author.save.RowDraft;
import org.parley.author.sheet.RowConflict.CellConflict;
import org.parley.author.sheet.RowConflict.Side;

/**
 * Brings together what was edited in a sheet and what was changed in the table since the sheet was
 * made: row by row, as long as no row was touched on both sides.
 */
final class RowMerge {
  private static final Set<String> ORDERED = Set.of("FIRST", "RULE ORDER");

  private final Grid grid;
  private final TablePage page;
  private final Map<String, String> before;
  private final Map<String, String> made;
  private final List<String> order;
  private final Side side;
  private final List<RowConflict> conflicts;
  private final List<String> notes;
  private final Map<String, RowDraft> now = new LinkedHashMap<>();
  private int theirs;

  /**
   * A row that was merged.
   *
   * @param line its line in the sheet, or -1 where it has none
   */
  record Merged(int line, RowDraft row) {}

  /**
   * @param before the table that the sheet was made from, or what the sheet said when it was last
   *     saved
   * @param made the table that the sheet was made from: what says that is never an edit
   * @param side whose words count where two meet; {@code null} to list them
   * @param conflicts where to add where two meet
   */
  RowMerge(
      Grid grid,
      TablePage page,
      Fingerprint before,
      Fingerprint made,
      Side side,
      List<RowConflict> conflicts,
      List<String> notes) {
    this.grid = grid;
    this.page = page;
    this.before = before.saysById();
    this.made = made.saysById();
    this.order = before.rows().stream().map(Fingerprint.Print::id).toList();
    this.side = side;
    this.conflicts = conflicts;
    this.notes = notes;
    page.table().rows().forEach(row -> now.put(row.id(), row));
  }

  /**
   * Merges.
   *
   * @param rows those of the sheet with their ids
   * @param draft reads one of them
   */
  List<Merged> merge(List<SheetRow> rows, Function<SheetRow, RowDraft> draft) {
    Map<String, Merged> kept = new LinkedHashMap<>();
    for (SheetRow row : rows) {
      Merged merged = row.isNew() ? null : merged(row, draft);
      if (merged != null) {
        kept.put(row.id(), merged);
      }
    }
    Set<String> shown = rows.stream().map(SheetRow::id).collect(Collectors.toSet());
    for (RowDraft row : now.values()) {
      if (!shown.contains(row.id()) && stays(row)) {
        kept.put(row.id(), new Merged(-1, row));
      }
    }
    if (theirs > 0) {
      notes.add(
          "%s was made before '%s' was changed: %d of the rows that were changed since stay as they"
                  .formatted(grid.name(), page.decision().name(), theirs)
              + " are now");
    }
    return ordered(rows, kept, draft);
  }

  /** A row that is in the sheet; {@code null} where it shall be no more. */
  private Merged merged(SheetRow row, Function<SheetRow, RowDraft> draft) {
    String was = before.get(Fingerprint.id(row.id()));
    RowDraft current = now.get(row.id());
    boolean asExported = row.says().equals(made.get(Fingerprint.id(row.id())));
    boolean edited = !row.says().equals(was) && !asExported;
    String says = current == null ? null : Fingerprint.says(page.texts(current));
    boolean changed = was != null && !was.equals(says);
    theirs += changed ? 1 : 0;
    if (!edited && was != null && !row.says().equals(was) && !row.says().equals(says)) {
      notes.add(
          "%s: row '%s' says what it said when it was exported, and what was saved since stays: parley"
                  .formatted(grid.name(), row.id())
              + " undo takes that back");
    }
    if (!edited) {
      return current == null ? null : new Merged(row.line(), current);
    }
    if (!changed || row.says().equals(says)) {
      return new Merged(row.line(), draft.apply(row));
    }
    theirs--;
    conflict(
        row.id(),
        current == null
            ? List.of(new CellConflict("", "edited", "deleted"))
            : differing(row.texts(), page.texts(current)));
    if (side == Side.MINE) {
      return new Merged(row.line(), draft.apply(row));
    }
    return current == null ? null : new Merged(row.line(), current);
  }

  /** Whether a row that the sheet does not have is to stay. */
  private boolean stays(RowDraft row) {
    String was = before.get(Fingerprint.id(row.id()));
    if (was == null) {
      theirs++;
      return true;
    }
    if (!made.containsKey(Fingerprint.id(row.id()))) {
      notes.add(
          "%s: row '%s', which was once added here, is not here and stays: export again to delete it"
              .formatted(grid.name(), row.id()));
      return true;
    }
    if (was.equals(Fingerprint.says(page.texts(row)))) {
      return false;
    }
    conflict(row.id(), List.of(new CellConflict("", "deleted", "changed")));
    return side != Side.MINE;
  }

  private void conflict(String row, List<CellConflict> cells) {
    conflicts.add(new RowConflict(page.decision().name(), row, grid.name(), cells));
  }

  private List<CellConflict> differing(List<String> mine, List<String> theirs) {
    List<CellConflict> cells = new ArrayList<>();
    for (int i = 0; i < mine.size(); i++) {
      if (!mine.get(i).equals(theirs.get(i))) {
        cells.add(new CellConflict(page.header().get(i), mine.get(i), theirs.get(i)));
      }
    }
    return cells;
  }

  /** In the order of the side that moved rows; what the other side added follows its neighbour. */
  private List<Merged> ordered(
      List<SheetRow> rows, Map<String, Merged> kept, Function<SheetRow, RowDraft> draft) {
    List<String> sheet = rows.stream().map(SheetRow::id).filter(kept::containsKey).toList();
    Set<String> shown = Set.copyOf(sheet);
    List<String> table = now.keySet().stream().filter(kept::containsKey).toList();
    List<String> common = sheet.stream().filter(now::containsKey).toList();
    List<String> commonNow = table.stream().filter(shown::contains).toList();
    boolean mine = moved(common);
    boolean their = moved(commonNow);
    if (mine && their && !common.equals(commonNow)) {
      if (ORDERED.contains(page.decision().table().orElseThrow().hitPolicy())) {
        conflict("", List.of(new CellConflict("", "rows moved", "rows moved otherwise")));
      }
      their = side == Side.THEIRS;
    }
    List<Merged> ordered = new ArrayList<>();
    if (their) {
      table.forEach(id -> ordered.add(kept.get(id)));
      Integer lineBefore = null;
      for (SheetRow row : rows) {
        if (row.isNew() || (kept.containsKey(row.id()) && !now.containsKey(row.id()))) {
          ordered.add(behind(ordered, lineBefore, Merged::line), taken(row, kept, draft));
        }
        lineBefore = row.line();
      }
    } else {
      for (SheetRow row : rows) {
        if (row.isNew() || kept.containsKey(row.id())) {
          ordered.add(taken(row, kept, draft));
        }
      }
      String idBefore = null;
      for (String id : now.keySet()) {
        if (kept.containsKey(id) && !shown.contains(id)) {
          ordered.add(behind(ordered, idBefore, m -> m.row().id()), kept.get(id));
        }
        idBefore = id;
      }
    }
    return ordered;
  }

  private static Merged taken(
      SheetRow row, Map<String, Merged> kept, Function<SheetRow, RowDraft> draft) {
    return row.isNew() ? new Merged(row.line(), draft.apply(row)) : kept.get(row.id());
  }

  private static <K> int behind(List<Merged> ordered, K neighbour, Function<Merged, K> key) {
    for (int i = ordered.size() - 1; i >= 0; i--) {
      if (key.apply(ordered.get(i)).equals(neighbour)) {
        return i + 1;
      }
    }
    return neighbour == null ? 0 : ordered.size();
  }

  private boolean moved(List<String> ids) {
    List<String> prints = ids.stream().map(Fingerprint::id).toList();
    List<String> was = order.stream().filter(Set.copyOf(prints)::contains).toList();
    return !was.equals(prints.stream().filter(before::containsKey).toList());
  }
}
