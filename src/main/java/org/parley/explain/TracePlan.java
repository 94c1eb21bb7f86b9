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
  private final List<Part> decisions;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Decision> topics;

  TracePlan(KnowledgeBase knowledge) {
    knowledge.decisions().forEach(decision -> places.put(decision.name(), places.size()));
    decisions = knowledge.decisions().stream().map(this::part).toList();
    topics = FinalDecisions.topics(knowledge);
  }

  /** The decisions, each behind those it reads. */
  List<Part> decisions() {
    return decisions;
  }

  /** The decisions that speak of a topic, in the order in which they are read. */
  List<Decision> topics() {
    return topics;
  }

  /** The place of a decision among them, from 0; negative where there is none of this name. */
  int place(String decision) {
    return places.getOrDefault(decision, -1);
  }

  /**
   * One decision.
   *
   * @param columns how many its table has
   * @param rows in the order of the table
   */
  record Part(Decision decision, int columns, List<Line> rows) {}

  /**
   * One row.
   *
   * @param columns those that the row tests, from 0
   * @param inputs what they test
   * @param behind the places of those that are decisions
   * @param atFoot whether its sentence stands at the foot of the page
   * @param weight where its sentence stands among others
   */
  record Line(
      String id,
      int number,
      String why,
      String source,
      List<String> statements,
      List<Integer> columns,
      List<String> inputs,
      List<Integer> behind,
      boolean atFoot,
      int weight) {}

  private Part part(Decision decision) {
    DecisionTable table = decision.decisionTable();
    if (table == null) {
      return new Part(decision, 0, List.of());
    }
    List<String> inputs = table.inputs().stream().map(DecisionTable.Input::expression).toList();
    return new Part(
        decision, inputs.size(), table.rows().stream().map(row -> line(row, inputs)).toList());
  }

  private Line line(Row row, List<String> inputs) {
    List<Integer> columns = new ArrayList<>();
    List<String> tested = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (row.tests(i) && !tested.contains(inputs.get(i))) {
        columns.add(i);
        tested.add(inputs.get(i));
      }
    }
    return new Line(
        row.id(),
        row.number(),
        row.why(),
        row.source(),
        row.statements(),
        columns,
        tested,
        tested.stream().map(this::place).filter(place -> place >= 0).toList(),
        row.isAtFoot(),
        row.weight());
  }
}
