package org.parley.author.save;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What somebody may do with a table. */
final class Edits {
  private Edits() {}

  /** A row that is not in the file yet. */
  static RowDraft added(
      String id, List<String> tests, List<String> results, List<String> annotations) {
    return new RowDraft(RowDraft.NEW, RowDraft.NEW, id, tests, results, annotations);
  }

  static TableDraft with(TableDraft table, int row, UnaryOperator<RowDraft> change) {
    return edited(table, rows -> rows.set(row, change.apply(rows.get(row))));
  }

  static TableDraft inserted(TableDraft table, int at, RowDraft row) {
    return edited(table, rows -> rows.add(at, row));
  }

  static TableDraft without(TableDraft table, int row) {
    return edited(table, rows -> rows.remove(row));
  }

  static TableDraft moved(TableDraft table, int from, int to) {
    return edited(table, rows -> rows.add(to, rows.remove(from)));
  }

  static TableDraft duplicated(TableDraft table, int row, String id) {
    return inserted(table, row + 1, table.rows().get(row).copied(id));
  }

  private static TableDraft edited(TableDraft table, Consumer<List<RowDraft>> edit) {
    List<RowDraft> changed = new ArrayList<>(table.rows());
    edit.accept(changed);
    return table.withRows(changed);
  }

  static RowDraft withTest(RowDraft row, int column, String test) {
    return said(row, with(row.tests(), column, test), row.results(), row.annotations());
  }

  static RowDraft withResult(RowDraft row, int column, String result) {
    return said(row, row.tests(), with(row.results(), column, result), row.annotations());
  }

  static RowDraft withAnnotation(RowDraft row, int column, String text) {
    return said(row, row.tests(), row.results(), with(row.annotations(), column, text));
  }

  private static RowDraft said(
      RowDraft row, List<String> tests, List<String> results, List<String> annotations) {
    return new RowDraft(row.origin(), row.like(), row.id(), tests, results, annotations);
  }

  private static List<String> with(List<String> texts, int index, String text) {
    List<String> changed = new ArrayList<>(texts);
    changed.set(index, text.strip());
    return changed;
  }
}
