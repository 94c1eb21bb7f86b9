package org.parley.explain;

import java.util.ArrayList;
import java.util.List;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.decide.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;

/** Makes the trace of one evaluation: which rows answered which decision, on which inputs. */
final class TraceBuilder {
  private final TracePlan plan;
  private final Evaluation evaluation;
  private final Wording wording;

  TraceBuilder(TracePlan plan, Evaluation evaluation, Wording wording) {
    this.plan = plan;
    this.evaluation = evaluation;
    this.wording = wording;
  }

  /** All decisions, each behind those it reads. */
  List<DecisionTrace> build() {
    List<DecisionTrace> traces = new ArrayList<>(plan.decisions().size());
    plan.decisions().forEach(part -> traces.add(trace(part)));
    return List.copyOf(traces);
  }

  private DecisionTrace trace(TracePlan.Part part) {
    Decision decision = part.decision();
    String[] found = new String[part.inputs().size()];
    List<FiredRow> rows = new ArrayList<>();
    for (Evaluation.Match match : evaluation.matches(decision.name())) {
      rows.add(firedRow(part, part.rows().get(match.row() - 1), match.decided(), found));
    }
    return new DecisionTrace(
        decision.name(),
        decision.question(),
        wording.fillAll(evaluation.value(decision.name())),
        rows,
        decision.decisions(),
        decision.facts());
  }

  private FiredRow firedRow(
      TracePlan.Part part, TracePlan.Line row, boolean decided, String[] found) {
    String[] values = new String[row.columns().size()];
    for (int i = 0; i < values.length; i++) {
      int column = row.columns().get(i);
      if (found[column] == null) {
        found[column] = text(evaluation.value(part.inputs().get(column)));
      }
      values[i] = found[column];
    }
    return new FiredRow(
        row.id(),
        part.decision().name(),
        row.number(),
        wording.fill(row.why()),
        row.source(),
        row.statements(),
        row.inputs(),
        List.of(values),
        decided);
  }

  private static String text(Object value) {
    return value == null ? FactType.UNKNOWN : value.toString();
  }
}
