package org.parley.author.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Place;
import org.parley.knowledge.Cell;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.DraftDecision.DraftRow;
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
  private final CheckFindings findings;
  private final Map<Integer, Set<String>> broken = new HashMap<>();

  CellCheck(DraftDecision decision, CheckFindings findings) {
    this.decision = decision;
    this.table = decision.decisionTable();
    this.findings = findings;
  }

  /** By the number of a row the columns whose cells cannot mean what they say. */
  Map<Integer, Set<String>> broken() {
    return broken;
  }

  /** Checks, and tells whether each row has a cell for each column. */
  boolean run() {
    if (!isEven()) {
      return false;
    }
    for (Row row : table.rows()) {
      DraftRow at = decision.rows().get(row.number() - 1);
      for (int i = 0; i < table.inputs().size(); i++) {
        test(row, i, at.tests().get(i));
      }
    }
    for (int i = 0; i < table.outputs().size(); i++) {
      results(i);
    }
    unusedInputs();
    order();
    list();
    size();
    return true;
  }

  /** Loading says which rows are not. */
  private boolean isEven() {
    return table.rows().stream()
        .allMatch(
            row ->
                row.tests().size() == table.inputs().size()
                    && row.results().size() == table.outputs().size());
  }

  private void test(Row row, int column, Place place) {
    Cell cell = Cell.test(row.tests().get(column));
    String kind = decision.inputKinds().get(column);
    List<String> allowed = decision.inputValues().get(column);
    int before = findings.count();
    if (kind.equals(TEXT)) {
      cell.ranges()
          .forEach(
              n ->
                  findings.add(
                      Check.TYPE_ERROR,
                      place,
                      "%s is compared with a number, but '%s' is a text%s"
                          .formatted(n, place.column(), oneOf(allowed))));
      cell.texts().stream()
          .filter(t -> !allowed.isEmpty() && !allowed.contains(t))
          .forEach(t -> notAllowed(t, "'" + place.column() + "' can never be", allowed, place));
    } else if (kind.equals(NUMBER)) {
      cell.texts()
          .forEach(
              t ->
                  findings.add(
                      Check.TYPE_ERROR,
                      place,
                      ("\"%s\" is a text, but '%s' is a number: compare it with a number, such as"
                              + " >= 18, or with null for not known")
                          .formatted(t, place.column())));
    }
    if (findings.count() > before) {
      broken.computeIfAbsent(row.number(), n -> new HashSet<>()).add(place.column());
    }
  }

  private static String oneOf(List<String> allowed) {
    return allowed.isEmpty() ? "" : ": one of \"" + String.join("\", \"", allowed) + "\"";
  }

  private void notAllowed(String text, String how, List<String> allowed, Place place) {
    findings.add(
        Check.VALUE_NOT_ALLOWED,
        place,
        "%s \"%s\"%s: it is one of \"%s\""
            .formatted(how, text, Nearest.hint(text, allowed), String.join("\", \"", allowed)));
  }

  private void results(int output) {
    List<String> allowed = decision.outputValues().get(output);
    String kind = decision.outputKinds().get(output);
    Set<String> given = new LinkedHashSet<>();
    boolean listed = true;
    for (Row row : table.rows()) {
      String result = row.results().get(output);
      Cell answer = Cell.answer(result);
      Place place = decision.rows().get(row.number() - 1).results().get(output);
      boolean plain = answer.text().isPresent();
      listed &= plain;
      given.addAll(answer.texts());
      if ((plain && kind.equals(NUMBER)) || (kind.equals(TEXT) && answer.number().isPresent())) {
        findings.add(
            Check.TYPE_ERROR,
            place,
            "the result %s is a %s, but '%s' answers with a %s"
                .formatted(
                    result, plain ? "text" : "number", decision.name(), plain ? "number" : "text"));
        listed = false;
      } else if (plain && !allowed.isEmpty() && !allowed.contains(answer.text().get())) {
        notAllowed(
            answer.text().get(), "'" + decision.name() + "' may never answer", allowed, place);
        listed = false;
      }
    }
    given.addAll(Cell.answer(table.outputs().get(output).otherwise()).texts());
    if (listed) {
      neverProduced(output, allowed, given);
    } else if (!allowed.isEmpty()) {
      findings.skip(
          "which results of '%s' no row gives".formatted(decision.name()),
          "some result is not allowed, or is worked out and not written down");
    }
  }

  private void neverProduced(int output, List<String> allowed, Set<String> given) {
    List<String> never = allowed.stream().filter(v -> !given.contains(v)).toList();
    if (!never.isEmpty()) {
      findings.add(
          Check.OUTPUT_NEVER_PRODUCED,
          decision.place().column(table.outputs().get(output).name()),
          "no row answers \"%s\", which the type allows: give it a row or take it out of the type"
              .formatted(String.join("\" or \"", never)));
    }
  }

  private void unusedInputs() {
    Set<String> looked = new HashSet<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      int column = i;
      String expression = table.inputs().get(i).expression();
      looked.add(expression);
      boolean tested =
          table.rows().stream()
              .anyMatch(r -> !(Cell.test(r.tests().get(column)) instanceof Cell.Any));
      if (!tested && !table.rows().isEmpty()) {
        findings.add(
            Check.UNUSED_INPUT,
            decision.inputs().get(i),
            "no row tests '%s': every cell of the column is a dash".formatted(expression));
      }
    }
    List<String> texts = new ArrayList<>(looked);
    table.rows().forEach(r -> texts.addAll(r.tests()));
    table.rows().forEach(r -> texts.addAll(r.results()));
    for (String need : new LinkedHashSet<>(decision.needs())) {
      if (texts.stream().noneMatch(t -> t.contains(need))) {
        findings.add(
            Check.UNUSED_INPUT,
            decision.place().column(need),
            "the decision requires '%s', but no column tests it".formatted(need));
      }
    }
  }

  private void order() {
    boolean ordered = Set.of("PRIORITY", "OUTPUT ORDER").contains(table.hitPolicy());
    if (ordered && table.outputs().stream().anyMatch(o -> o.values().isEmpty())) {
      findings.add(
          Check.OUTPUT_ORDER,
          decision.place(),
          "the hit policy is %s, but the table does not list its output values in order"
              .formatted(table.hitPolicy()));
    }
  }

  private void list() {
    boolean lists = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER").contains(table.hitPolicy());
    if (lists && table.aggregation().isEmpty() && decision.single()) {
      findings.add(
          Check.TYPE_ERROR,
          decision.place(),
          "%s answers with a list, but the type of '%s' is no list: isCollection=\"true\""
              .formatted(table.hitPolicy(), decision.name()));
    }
  }

  private void size() {
    int columns = table.inputs().size();
    if (table.rows().size() > MOST_ROWS || columns > MOST_COLUMNS) {
      findings.add(
          Check.TABLE_TOO_LARGE,
          decision.place(),
          "%d rows and %d columns to test; a reader can hold %d and %d in mind: split it"
              .formatted(table.rows().size(), columns, MOST_ROWS, MOST_COLUMNS));
    }
  }
}
