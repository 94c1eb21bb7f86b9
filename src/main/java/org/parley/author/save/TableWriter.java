package org.parley.author.save;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what a draft changes in the table of a file. Rows carry along the comments above them. */
final class TableWriter {
  private final String text;
  private final Markup table;
  private final List<Markup> rules;
  private final RowWriter rows;
  private final RowAnnotations annotations;

  TableWriter(String text, Markup table, RowWriter rows) {
    this.text = text;
    this.table = table;
    this.rules = table.all("rule");
    this.rows = rows;
    // only how many there are, not what they are called, counts here
    this.annotations = new RowAnnotations(table, List.of());
  }

  void write(TableDraft draft, Splices splices) {
    List<RowDraft> wanted = draft.rows();
    Set<Integer> staying = draft.staying();
    cutWhatLeaves(wanted, staying, splices);
    for (int i = 0; i < wanted.size(); i++) {
      RowDraft row = wanted.get(i);
      if (staying.contains(row.origin())) {
        rows.change(rules.get(row.origin()), row, annotations, splices);
      } else {
        splices.insert(anchor(wanted, i, staying), written(wanted, i));
      }
    }
  }

  private void cutWhatLeaves(List<RowDraft> wanted, Set<Integer> staying, Splices splices) {
    Set<Integer> kept = new HashSet<>(wanted.stream().map(RowDraft::origin).toList());
    for (int i = 0; i < rules.size(); i++) {
      int end = rules.get(i).end();
      if (!kept.contains(i)) {
        // a comment above it stays
        splices.replace(rules.get(i).start() - blanksBefore(i).length(), end, "");
      } else if (!staying.contains(i)) {
        splices.replace(leadStart(i), end, "");
      }
    }
  }

  private String written(List<RowDraft> wanted, int place) {
    RowDraft row = wanted.get(place);
    if (row.origin() != RowDraft.NEW) {
      Splices inside = new Splices();
      Markup rule = rules.get(row.origin());
      rows.change(rule, row, annotations, inside);
      return inside.applyTo(text, leadStart(row.origin()), rule.end());
    }
    if (rules.isEmpty()) {
      String blanks = rows.blanksBefore(lastChild().start());
      return blanks + rows.fresh(table.prefix(), row, annotations, blanks);
    }
    int like = like(wanted, place);
    return blanksBefore(like) + rows.like(rules.get(like), row, annotations);
  }

  /** The row whose form a new one copies: as it says, else the nearest before it, else after it. */
  private int like(List<RowDraft> wanted, int place) {
    int like = wanted.get(place).like();
    for (int i = place; like == RowDraft.NEW && i >= 0; i--) {
      like = wanted.get(i).origin();
    }
    for (int i = place; like == RowDraft.NEW && i < wanted.size(); i++) {
      like = wanted.get(i).origin();
    }
    return like == RowDraft.NEW ? 0 : like;
  }

  /** Where a row is inserted: before the next that stays, else behind the last of the file. */
  private int anchor(List<RowDraft> wanted, int place, Set<Integer> staying) {
    for (int i = place; i < wanted.size(); i++) {
      if (staying.contains(wanted.get(i).origin())) {
        return leadStart(wanted.get(i).origin());
      }
    }
    return rules.isEmpty() ? lastChild().end() : rules.get(rules.size() - 1).end();
  }

  /** Where what stands above a row begins: behind the element before it. */
  private int leadStart(int row) {
    int index = table.children().indexOf(rules.get(row));
    return index == 0 ? table.inside() : table.children().get(index - 1).end();
  }

  private Markup lastChild() {
    return table.children().get(table.children().size() - 1);
  }

  private String blanksBefore(int row) {
    return rows.blanksBefore(rules.get(row).start());
  }
}
