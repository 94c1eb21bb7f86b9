package org.parley.author.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Edits of a table, drawn by lot, that the loader lets through. */
public final class RandomEdits {
  private static final List<String> SENTENCES =
      List.of(
          "One plain sentence.",
          "Less < more & \"quoted\" 'twice' > nothing]]>.",
          "Não é só ASCII — “curly”, 漢字, 🕊.",
          "Two\nlines.");

  private final Random random;
  private int added;

  public RandomEdits(long seed) {
    this.random = new Random(seed);
  }

  /** Changes cells, removes, adds, copies and moves rows. */
  public TableDraft edit(TableDraft table, int edits) {
    TableDraft edited = table;
    for (int i = 0; i < edits; i++) {
      edited = one(edited);
    }
    return edited;
  }

  private TableDraft one(TableDraft table) {
    int rows = table.rows().size();
    if (rows == 0) {
      return Edits.inserted(table, 0, added(table));
    }
    int row = random.nextInt(rows);
    return switch (random.nextInt(8)) {
      case 0 -> Edits.without(table, row);
      case 1 -> Edits.inserted(table, random.nextInt(rows + 1), added(table));
      case 2 -> Edits.duplicated(table, row, newId());
      case 3 -> Edits.moved(table, row, random.nextInt(rows));
      case 4 -> {
        int column = random.nextInt(table.annotations().size());
        yield Edits.with(table, row, r -> Edits.withAnnotation(r, column, pick(SENTENCES)));
      }
      case 5 -> {
        int column = random.nextInt(table.outputs().size());
        yield Edits.with(
            table, row, r -> Edits.withResult(r, column, result(table.outputs().get(column))));
      }
      default -> {
        int column = random.nextInt(table.inputs().size());
        yield Edits.with(
            table, row, r -> Edits.withTest(r, column, test(table.inputs().get(column))));
      }
    };
  }

  private RowDraft added(TableDraft table) {
    return Edits.added(
        newId(),
        table.inputs().stream().map(this::test).toList(),
        table.outputs().stream().map(this::result).toList(),
        table.annotations().stream().map(a -> pick(SENTENCES)).toList());
  }

  private String newId() {
    return "drawn-by-lot-" + added++;
  }

  /** A unary test for a column. */
  String test(Column column) {
    if (column.kind() == Column.Kind.NUMBER) {
      return pick(List.of("-", ">= 3", "< 12", "[6..18)", "null", "7", "not(4)", "< 3, > 9"));
    }
    if (column.values().isEmpty() || random.nextInt(3) == 0) {
      return "-";
    }
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      chosen.add('"' + pick(column.values()) + '"');
    }
    String list = String.join(",", chosen);
    return random.nextBoolean() ? list : "not(" + list + ")";
  }

  /** An answer of a column. */
  String result(Column column) {
    if (column.kind() == Column.Kind.NUMBER) {
      return pick(List.of("0", "0.5", "12"));
    }
    return '"' + pick(column.values().isEmpty() ? List.of("one", "two") : column.values()) + '"';
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
