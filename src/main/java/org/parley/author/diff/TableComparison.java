package org.parley.author.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.Part;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.author.save.LongestRun;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FeelBlanks;
import org.parley.knowledge.Row;

/**
 * Compares two versions of a decision table. A row is the same row where its id is; among those
 * left over, where its tests and results are, and then where its tests are.
 */
final class TableComparison {
  private static final String ANY = "-";
  private static final String RESULT = "result";

  private final Decision was;
  private final Decision now;
  private final DecisionTable before;
  private final DecisionTable after;
  // rows now, by their place, and the row that each was
  private final Map<Integer, Row> pairs = new TreeMap<>();

  TableComparison(Decision was, Decision now) {
    this.was = was;
    this.now = now;
    this.before = was.decisionTable();
    this.after = now.decisionTable();
    List<Row> left = new ArrayList<>(before.rows());
    pair(left, Row::id);
    pair(left, r -> List.of(plain(r.tests()), plain(r.results())));
    pair(left, r -> plain(r.tests()));
  }

  private void pair(List<Row> left, Function<Row, Object> key) {
    Map<Object, List<Row>> byKey = new HashMap<>();
    left.forEach(r -> byKey.computeIfAbsent(key.apply(r), k -> new ArrayList<>()).add(r));
    for (Row row : after.rows()) {
      List<Row> same = byKey.getOrDefault(key.apply(row), List.of());
      if (!pairs.containsKey(row.number()) && !same.isEmpty()) {
        Row found = same.remove(0);
        pairs.put(row.number(), found);
        left.removeIf(r -> r.number() == found.number());
      }
    }
  }

  private static List<String> plain(List<String> cells) {
    return cells.stream().map(FeelBlanks::without).toList();
  }

  /** The rows of a decision that stands in one knowledge base only. */
  static List<RowChange> only(Decision decision, Kind kind) {
    return decision.table().stream()
        .flatMap(t -> t.rows().stream())
        .map(row -> only(decision, kind, row))
        .toList();
  }

  private static RowChange only(Decision decision, Kind kind, Row row) {
    boolean added = kind == Kind.ADDED;
    List<CellChange> cells =
        cells(decision.decisionTable(), row).entrySet().stream()
            .filter(e -> !e.getValue().isEmpty() && !e.getValue().equals(ANY))
            .map(
                e ->
                    new CellChange(
                        e.getKey().part(),
                        e.getKey().name(),
                        added ? "" : e.getValue(),
                        added ? e.getValue() : ""))
            .toList();
    return new RowChange(
        kind,
        decision.name(),
        decision.file(),
        row.id(),
        "",
        added ? 0 : row.number(),
        added ? row.number() : 0,
        false,
        List.of(),
        row.why(),
        cells);
  }

  /** What differs beside rows: hit policy and columns. */
  void columns(KnowledgeComparison.Details details, SeenValues seen) {
    details.add("hit policy", policy(before), policy(after));
    Map<Column, String> columnsBefore = columns(before);
    Map<Column, String> columnsAfter = columns(after);
    Set<Column> all = new LinkedHashSet<>(columnsBefore.keySet());
    all.addAll(columnsAfter.keySet());
    for (Column column : all) {
      String what = "column '%s'".formatted(column.name());
      if (!columnsAfter.containsKey(column)) {
        details.add(what, "there", "removed");
      } else if (!columnsBefore.containsKey(column)) {
        details.add(what, "not there", "added");
      } else if (column.part() != Part.INPUT || !seen.tells(column.name())) {
        details.add(
            what + " lists",
            FeelBlanks.without(columnsBefore.get(column)),
            FeelBlanks.without(columnsAfter.get(column)));
      }
    }
    List<Column> common =
        columnsBefore.keySet().stream().filter(columnsAfter::containsKey).toList();
    List<Column> order = columnsAfter.keySet().stream().filter(columnsBefore::containsKey).toList();
    details.add("order of columns", names(common), names(order));
  }

  private static String policy(DecisionTable table) {
    return (table.hitPolicy() + " " + table.aggregation()).strip();
  }

  private static String names(List<Column> columns) {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  /** The rows that differ: those there now in their order, then those removed. */
  List<RowChange> rows() {
    // the fewest whose move explains the new order are those beside a longest run in the old one
    Set<Integer> staying = LongestRun.of(pairs.values().stream().map(Row::number).toList());
    List<RowChange> changes = new ArrayList<>();
    for (Row row : after.rows()) {
      Row former = pairs.get(row.number());
      if (former == null) {
        changes.add(only(now, Kind.ADDED, row));
      } else {
        change(former, row, !staying.contains(former.number())).ifPresent(changes::add);
      }
    }
    Set<Integer> paired = pairs.values().stream().map(Row::number).collect(Collectors.toSet());
    before.rows().stream()
        .filter(r -> !paired.contains(r.number()))
        .forEach(r -> changes.add(only(was, Kind.REMOVED, r)));
    return changes;
  }

  private Optional<RowChange> change(Row former, Row row, boolean moved) {
    List<CellChange> cells = new ArrayList<>();
    Map<Column, String> texts = cells(before, former);
    Map<Column, String> newTexts = cells(after, row);
    Set<Column> columns = new LinkedHashSet<>(newTexts.keySet());
    columns.addAll(texts.keySet());
    for (Column column : columns) {
      String from = texts.getOrDefault(column, "");
      String to = newTexts.getOrDefault(column, "");
      // a new column that tests nothing changes no row
      boolean same = says(column, from).equals(says(column, to)) || (blank(from) && blank(to));
      if (!same) {
        cells.add(new CellChange(column.part(), column.name(), from, to));
      }
    }
    boolean renamed = !former.id().equals(row.id());
    if (cells.isEmpty() && !moved && !renamed) {
      return Optional.empty();
    }
    return Optional.of(
        new RowChange(
            cells.isEmpty() && !renamed ? Kind.MOVED : Kind.CHANGED,
            now.name(),
            now.file(),
            row.id(),
            renamed ? former.id() : "",
            former.number(),
            row.number(),
            moved,
            List.of(),
            row.why(),
            cells));
  }

  /** What a cell says, however an editor sets blanks and ends lines. */
  private static String says(Column column, String text) {
    return column.part() == Part.ANNOTATION
        ? text.replace("\r\n", "\n").strip()
        : FeelBlanks.without(text);
  }

  private static boolean blank(String cell) {
    return cell.isEmpty() || cell.equals(ANY);
  }

  /** A column by what it is called, which may be twice the same in two parts of a table. */
  private record Column(Part part, String name) {}

  /** The cells of a row by column. */
  private static Map<Column, String> cells(DecisionTable table, Row row) {
    Map<Column, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      put(cells, Part.INPUT, table.inputs().get(i).expression(), row.tests().get(i));
    }
    for (int i = 0; i < table.outputs().size(); i++) {
      put(cells, Part.OUTPUT, output(table, i), row.results().get(i));
    }
    row.annotations().forEach((name, text) -> put(cells, Part.ANNOTATION, name, text));
    return cells;
  }

  /** The input and output columns, with what they list. */
  private static Map<Column, String> columns(DecisionTable table) {
    Map<Column, String> columns = new LinkedHashMap<>();
    table.inputs().forEach(i -> put(columns, Part.INPUT, i.expression(), i.values()));
    for (int i = 0; i < table.outputs().size(); i++) {
      DecisionTable.Output output = table.outputs().get(i);
      put(
          columns,
          Part.OUTPUT,
          output(table, i),
          output.otherwise().isEmpty()
              ? output.values()
              : output.values() + " otherwise " + output.otherwise());
    }
    return columns;
  }

  /** Puts a text under its column; a second column of one name gets a number. */
  private static void put(Map<Column, String> texts, Part part, String name, String text) {
    Column column = new Column(part, name);
    for (int twin = 2; texts.containsKey(column); twin++) {
      column = new Column(part, "%s (%d)".formatted(name, twin));
    }
    texts.put(column, text);
  }

  private static String output(DecisionTable table, int output) {
    String name = table.outputs().get(output).name();
    return name.isEmpty() ? RESULT : name;
  }
}
