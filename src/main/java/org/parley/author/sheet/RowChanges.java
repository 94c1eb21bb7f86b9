package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.author.save.RowDraft;
import org.parley.author.save.TableDraft;

/** Finds what a draft changes in a table, row by row. */
final class RowChanges {
  private final TablePage page;
  private final List<RowChange> changes = new ArrayList<>();

  RowChanges(TablePage page) {
    this.page = page;
  }

  List<RowChange> to(TableDraft draft) {
    List<RowDraft> old = page.table().rows();
    Set<Integer> kept = new HashSet<>();
    Set<Integer> staying = draft.staying();
    for (RowDraft row : draft.rows()) {
      if (row.origin() == RowDraft.NEW) {
        addRow(row.id(), RowChange.Kind.ADDED);
        continue;
      }
      kept.add(row.origin());
      if (!staying.contains(row.origin())) {
        addRow(row.id(), RowChange.Kind.MOVED);
      }
      compare(old.get(row.origin()), row);
    }
    old.stream()
        .filter(r -> !kept.contains(r.origin()))
        .forEach(r -> addRow(r.id(), RowChange.Kind.REMOVED));
    return changes;
  }

  private void addRow(String id, RowChange.Kind kind) {
    changes.add(RowChange.ofRow(page.decision().name(), id, kind));
  }

  private void compare(RowDraft before, RowDraft after) {
    TableDraft table = page.table();
    for (int i = 0; i < table.inputs().size(); i++) {
      CellWords words = new CellWords(table.inputs().get(i));
      addCell(
          after.id(),
          table.inputs().get(i).name(),
          words.ofTest(before.tests().get(i)),
          words.ofTest(after.tests().get(i)));
    }
    for (int i = 0; i < table.outputs().size(); i++) {
      CellWords words = new CellWords(table.outputs().get(i));
      addCell(
          after.id(),
          table.outputs().get(i).name(),
          words.ofResult(before.results().get(i)),
          words.ofResult(after.results().get(i)));
    }
    for (int i = 0; i < table.annotations().size(); i++) {
      addCell(
          after.id(),
          table.annotations().get(i),
          before.annotations().get(i),
          after.annotations().get(i));
    }
  }

  private void addCell(String row, String column, String from, String to) {
    if (!from.equals(to)) {
      changes.add(
          new RowChange(page.decision().name(), row, RowChange.Kind.CHANGED, column, from, to));
    }
  }
}
