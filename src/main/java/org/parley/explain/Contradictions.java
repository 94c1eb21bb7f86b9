package org.parley.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.Fact;
import org.parley.Finding;

/** Words what the tables find not to go together as findings about the facts that a row tests. */
final class Contradictions {
  private static final String KIND = "kind";
  private static final String CHECK = "what to check";

  private final TracePlan plan;
  private final Trace trace;
  private final Map<String, Fact> facts;

  /**
   * @param facts the known facts by name
   */
  Contradictions(TracePlan plan, Trace trace, Map<String, Fact> facts) {
    this.plan = plan;
    this.trace = trace;
    this.facts = facts;
  }

  /** One finding for each row that gives an answer, in the order of the tables. */
  List<Finding> find() {
    List<Finding> found = new ArrayList<>();
    for (String decision : FinalDecisions.CONTRADICTIONS) {
      int place = plan.place(decision);
      if (place >= 0) {
        find(place, found);
      }
    }
    return found;
  }

  private void find(int place, List<Finding> found) {
    List<?> answers = trace.answers(place);
    List<TracePlan.Line> rows = trace.rows(place, answers.size());
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Map<?, ?> answer) {
        found.add(finding(answer, rows.isEmpty() ? null : rows.get(i)));
      }
    }
  }

  private Finding finding(Map<?, ?> answer, TracePlan.Line row) {
    return Finding.about(
        trace.text(answer.get(KIND)),
        trace.text(answer.get(CHECK)),
        row == null ? List.of() : tested(row),
        row == null ? "" : row.id());
  }

  /** What a row tests and is known; an answer of another decision is none of the case's facts. */
  private List<Fact> tested(TracePlan.Line row) {
    return row.inputs().stream().filter(facts::containsKey).map(facts::get).toList();
  }
}
