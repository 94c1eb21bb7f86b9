package org.parley.explain;

import java.util.ArrayList;
import java.util.List;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;

/** Makes the trace of one evaluation: which rows answered which decision, on which inputs. */
final class TraceBuilder {
  private final TracePlan plan;
  private final Evaluation evaluation;
  private final Placeholders wording;

  TraceBuilder(TracePlan plan, Evaluation evaluation, Placeholders wording) {
    this.plan = plan;
    this.evaluation = evaluation;
    this.wording = wording;
  }

  /** All decisions, each behind those it reads. */
  List<DecisionTrace> build() {
    List<DecisionTrace> traces = new ArrayList<>(plan.decisions().size());
    for (int place = 0; place < plan.decisions().size(); place++) {
      traces.add(trace(place));
    }
    return List.copyOf(traces);
  }

  private DecisionTrace trace(int place) {
    TracePlan.Part part = plan.decisions().get(place);
    Decision decision = part.decision();
    String[] found = new String[part.columns()];
    List<FiredRow> rows = new ArrayList<>();
    for (Evaluation.Match match : evaluation.matches(place)) {
      TracePlan.Line row = part.rows().get(match.row() - 1);
      rows.add(
          new FiredRow(
              row.id(),
              decision.name(),
              row.number(),
              wording.fill(row.why()),
              row.source(),
              row.statements(),
              row.inputs(),
              values(place, row, found),
              match.decided()));
    }
    return new DecisionTrace(
        decision.name(),
        decision.question(),
        wording.fillAll(evaluation.result(place)),
        rows,
        decision.decisions(),
        decision.facts());
  }

  /** What a row's columns saw; several rows see the same. */
  private List<String> values(int place, TracePlan.Line row, String[] found) {
    String[] values = new String[row.columns().size()];
    for (int i = 0; i < values.length; i++) {
      int column = row.columns().get(i);
      if (found[column] == null) {
        found[column] = text(evaluation.input(place, column));
      }
      values[i] = found[column];
    }
    return List.of(values);
  }

  private static String text(Object value) {
    return value == null ? FactType.UNKNOWN : value.toString();
  }
}
