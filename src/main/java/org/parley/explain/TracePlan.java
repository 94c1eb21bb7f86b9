package org.parley.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** What the traces of all cases have in common: read off the tables once. Immutable. */
final class TracePlan {
  private static final String ANY = "-";

  private final List<Part> decisions;

  TracePlan(KnowledgeBase knowledge) {
    // one object for each name makes it quick to look up
    Map<String, String> names = new HashMap<>();
    knowledge.vocabulary().factNames().forEach(name -> names.put(name, name));
    knowledge.decisions().forEach(d -> names.put(d.name(), d.name()));
    decisions = knowledge.decisions().stream().map(d -> part(d, names)).toList();
  }

  /** The decisions, each behind those it reads. */
  List<Part> decisions() {
    return decisions;
  }

  /**
   * One decision.
   *
   * @param inputs what its columns test
   * @param rows in the order of the table
   */
  record Part(Decision decision, List<String> inputs, List<Line> rows) {}

  /**
   * One row.
   *
   * @param columns those that the row tests, from 0
   * @param inputs what they test
   */
  record Line(
      String id,
      int number,
      String why,
      String source,
      List<String> statements,
      List<Integer> columns,
      List<String> inputs) {}

  private static Part part(Decision decision, Map<String, String> names) {
    DecisionTable table = decision.decisionTable();
    if (table == null) {
      return new Part(decision, List.of(), List.of());
    }
    List<String> inputs =
        table.inputs().stream()
            .map(DecisionTable.Input::expression)
            .map(expression -> names.getOrDefault(expression, expression))
            .toList();
    return new Part(decision, inputs, table.rows().stream().map(row -> line(row, inputs)).toList());
  }

  private static Line line(Row row, List<String> inputs) {
    List<Integer> columns = new ArrayList<>();
    List<String> tested = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (!row.tests().get(i).equals(ANY) && !tested.contains(inputs.get(i))) {
        columns.add(i);
        tested.add(inputs.get(i));
      }
    }
    return new Line(
        row.id(), row.number(), row.why(), row.source(), row.statements(), columns, tested);
  }
}
