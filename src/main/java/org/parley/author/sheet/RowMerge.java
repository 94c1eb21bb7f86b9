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
   * @param before the table that the sheet was made from
   * @param side whose words count where two meet; {@code null} to list them
   * @param conflicts where to add where two meet
   */
  RowMerge(
      Grid grid,
      TablePage page,
      Fingerprint before,
      Side side,
      List<RowConflict> conflicts,
      List<String> notes) {
    this.grid = grid;
    this.page = page;
    this.before = before.saysById();
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
    List<SheetRow> fresh = new ArrayList<>();
    for (SheetRow row : rows) {
      if (row.id().isEmpty()) {
        fresh.add(row);
      } else {
        Merged merged = merged(row, draft);
        if (merged != null) {
          kept.put(row.id(), merged);
        }
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
    return ordered(rows, kept, fresh, draft);
  }

  /** A row that is in the sheet; {@code null} where it shall be no more. */
  private Merged merged(SheetRow row, Function<SheetRow, RowDraft> draft) {
    String was = before.get(Fingerprint.id(row.id()));
    RowDraft current = now.get(row.id());
    boolean edited = !row.says().equals(was);
    String says = current == null ? null : Fingerprint.says(page.texts(current));
    boolean changed = was != null && !was.equals(says);
    theirs += changed ? 1 : 0;
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
      List<SheetRow> rows,
      Map<String, Merged> kept,
      List<SheetRow> fresh,
      Function<SheetRow, RowDraft> draft) {
    List<String> sheet = rows.stream().map(SheetRow::id).filter(kept::containsKey).toList();
    List<String> table = now.keySet().stream().filter(kept::containsKey).toList();
    List<String> common = sheet.stream().filter(now::containsKey).toList();
    List<String> commonNow = table.stream().filter(Set.copyOf(sheet)::contains).toList();
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
      List<SheetRow> all = rows;
      for (SheetRow row : all) {
        boolean alone = fresh.contains(row);
        if (alone || (kept.containsKey(row.id()) && !now.containsKey(row.id()))) {
          Merged merged = alone ? new Merged(row.line(), draft.apply(row)) : kept.get(row.id());
          ordered.add(behind(ordered, lineBefore(all, row), Merged::line), merged);
        }
      }
    } else {
      for (SheetRow row : rows) {
        if (fresh.contains(row)) {
          ordered.add(new Merged(row.line(), draft.apply(row)));
        } else if (kept.containsKey(row.id())) {
          ordered.add(kept.get(row.id()));
        }
      }
      List<String> present = List.copyOf(now.keySet());
      for (String id : table) {
        if (!sheet.contains(id)) {
          int at = present.indexOf(id);
          String neighbour = at == 0 ? null : present.get(at - 1);
          ordered.add(behind(ordered, neighbour, m -> m.row().id()), kept.get(id));
        }
      }
    }
    return ordered;
  }

  private static Integer lineBefore(List<SheetRow> rows, SheetRow row) {
    int at = rows.indexOf(row);
    return at == 0 ? null : rows.get(at - 1).line();
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
