package org.parley.author.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Place;
import org.parley.author.check.Slip.Kind;
import org.parley.knowledge.Cell;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.DraftDecision.DraftColumn;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Row;

/** Holds what the cells of one table name against the types of their columns. */
final class CellCheck {
  private static final String TEXT = "string";
  private static final String NUMBER = "number";
  private static final int MOST_ROWS = 60;
  private static final int MOST_COLUMNS = 12;

  private final DraftDecision decision;
  private final DecisionTable table;
  private final List<Slip> slips = new ArrayList<>();
  private final Map<Integer, Set<String>> broken = new HashMap<>();
  private int unlisted;

  private CellCheck(DraftDecision decision) {
    this.decision = decision;
    this.table = decision.decisionTable();
  }

  /**
   * What a table's cells say.
   *
   * @param even whether each row has a cell for each column; where not, loading says which rows
   * @param slips what is wrong with them
   * @param broken by the number of a row the columns whose cells cannot mean what they say
   * @param unlisted how many columns of results are not all written down and allowed
   */
  record Cells(boolean even, List<Slip> slips, Map<Integer, Set<String>> broken, int unlisted) {}

  static Cells check(DraftDecision decision) {
    return new CellCheck(decision).check();
  }

  private Cells check() {
    boolean even =
        table.rows().stream()
            .allMatch(
                row ->
                    row.tests().size() == table.inputs().size()
                        && row.results().size() == table.outputs().size());
    if (even) {
      table.rows().forEach(this::tests);
      for (int i = 0; i < table.outputs().size(); i++) {
        results(i);
      }
      unusedInputs();
      policy();
      size();
    }
    return new Cells(even, slips, broken, unlisted);
  }

  private void add(Kind kind, Place place, Object... of) {
    slips.add(Slip.of(kind, place, of));
  }

  private void tests(Row row) {
    List<Place> places = decision.rows().get(row.number() - 1).tests();
    for (int i = 0; i < table.inputs().size(); i++) {
      int before = slips.size();
      test(Cell.test(row.tests().get(i)), decision.inputs().get(i), places.get(i));
      if (slips.size() > before) {
        broken.computeIfAbsent(row.number(), n -> new HashSet<>()).add(places.get(i).column());
      }
    }
  }

  private void test(Cell cell, DraftColumn column, Place place) {
    String name = place.column();
    List<String> allowed = column.values();
    if (column.kind().equals(TEXT)) {
      String values = allowed.isEmpty() ? "" : ": one of \"" + listed(allowed) + "\"";
      cell.ranges().forEach(n -> add(Kind.NUMBER_FOR_TEXT, place, n, name, values));
      cell.texts().stream()
          .filter(t -> !allowed.isEmpty() && !allowed.contains(t))
          .forEach(t -> notAllowed(Kind.NEVER_SEEN, t, name, allowed, place));
    } else if (column.kind().equals(NUMBER)) {
      cell.texts().forEach(t -> add(Kind.TEXT_FOR_NUMBER, place, t, name));
    }
  }

  private static String listed(List<String> values) {
    return String.join("\", \"", values);
  }

  private void notAllowed(Kind kind, String text, String of, List<String> allowed, Place place) {
    add(kind, place, of, text, Nearest.hint(text, allowed), listed(allowed));
  }

  private void results(int output) {
    DraftColumn column = decision.outputs().get(output);
    List<String> allowed = column.values();
    String kind = column.kind();
    Set<String> given = new HashSet<>(Cell.answer(table.outputs().get(output).otherwise()).texts());
    boolean listed = true;
    for (Row row : table.rows()) {
      String result = row.results().get(output);
      Cell answer = Cell.answer(result);
      Place place = decision.rows().get(row.number() - 1).results().get(output);
      boolean plain = answer.text().isPresent();
      int before = slips.size();
      if (plain && kind.equals(NUMBER)) {
        add(Kind.RESULT_OF_OTHER_TYPE, place, result, "text", decision.name(), "number");
      } else if (kind.equals(TEXT) && answer.number().isPresent()) {
        add(Kind.RESULT_OF_OTHER_TYPE, place, result, "number", decision.name(), "text");
      } else if (plain && !allowed.isEmpty() && !allowed.contains(answer.text().get())) {
        notAllowed(Kind.NEVER_ALLOWED, answer.text().get(), decision.name(), allowed, place);
      }
      listed &= plain && slips.size() == before;
      given.addAll(answer.texts());
    }
    List<String> never = allowed.stream().filter(v -> !given.contains(v)).toList();
    if (listed && !never.isEmpty()) {
      add(Kind.NEVER_PRODUCED, column.place(), String.join("\" or \"", never));
    }
    unlisted += !listed && !allowed.isEmpty() ? 1 : 0;
  }

  private void unusedInputs() {
    for (int i = 0; i < table.inputs().size(); i++) {
      int column = i;
      boolean tested =
          table.rows().stream()
              .anyMatch(r -> !(Cell.test(r.tests().get(column)) instanceof Cell.Any));
      if (!tested && !table.rows().isEmpty()) {
        add(
            Kind.NEVER_TESTED,
            decision.inputs().get(i).place(),
            table.inputs().get(i).expression());
      }
    }
    Set<String> texts =
        Stream.concat(
                table.inputs().stream().map(DecisionTable.Input::expression),
                table.rows().stream()
                    .flatMap(r -> Stream.concat(r.tests().stream(), r.results().stream())))
            .collect(Collectors.toSet());
    for (String need : new LinkedHashSet<>(decision.needs())) {
      if (texts.stream().noneMatch(t -> t.contains(need))) {
        add(Kind.NO_COLUMN, decision.place().column(need), need);
      }
    }
  }

  private void policy() {
    String policy = table.hitPolicy();
    boolean ordered = Set.of("PRIORITY", "OUTPUT ORDER").contains(policy);
    if (ordered && table.outputs().stream().anyMatch(o -> o.values().isEmpty())) {
      add(Kind.NO_ORDER, decision.place(), policy);
    }
    boolean lists = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER").contains(policy);
    if (lists && table.aggregation().isEmpty() && decision.single()) {
      add(Kind.NO_LIST, decision.place(), policy, decision.name());
    }
  }

  private void size() {
    int rows = table.rows().size();
    int columns = table.inputs().size();
    if (rows > MOST_ROWS || columns > MOST_COLUMNS) {
      add(Kind.TOO_LARGE, decision.place(), rows, columns, MOST_ROWS, MOST_COLUMNS);
    }
  }
}
