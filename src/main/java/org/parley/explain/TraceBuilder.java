package org.parley.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.decide.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** Makes the trace of one evaluation: which rows answered which decision, on which inputs. */
final class TraceBuilder {
  private static final String ANY = "-";

  private final Evaluation evaluation;
  private final Wording wording;
  private final Map<String, DecisionTrace> traces = new LinkedHashMap<>();

  TraceBuilder(KnowledgeBase knowledge, Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    knowledge.decisions().forEach(d -> traces.put(d.name(), trace(d)));
  }

  /** All decisions, each behind those it reads. */
  List<DecisionTrace> all() {
    return List.copyOf(traces.values());
  }

  /** The rows that gave the result of a decision. */
  List<FiredRow> decidingRows(String decision) {
    DecisionTrace trace = traces.get(decision);
    return trace == null ? List.of() : trace.rows().stream().filter(FiredRow::decided).toList();
  }

  private DecisionTrace trace(Decision decision) {
    List<FiredRow> rows = new ArrayList<>();
    for (Evaluation.Match match : evaluation.matches(decision.name())) {
      rows.add(firedRow(decision, match));
    }
    return new DecisionTrace(
        decision.name(),
        decision.question(),
        wording.fillAll(evaluation.value(decision.name())),
        rows,
        decision.decisions(),
        decision.facts());
  }

  private FiredRow firedRow(Decision decision, Evaluation.Match match) {
    DecisionTable table = decision.decisionTable();
    Row row = table.rows().get(match.row() - 1);
    Map<String, String> inputs = new LinkedHashMap<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      if (!row.tests().get(i).equals(ANY)) {
        String input = table.inputs().get(i).expression();
        inputs.put(input, text(evaluation.value(input)));
      }
    }
    return new FiredRow(
        row.id(),
        decision.name(),
        row.number(),
        wording.fill(row.why()),
        row.source(),
        row.statements(),
        inputs,
        match.decided());
  }

  private static String text(Object value) {
    return value == null ? FactType.UNKNOWN : value.toString();
  }
}
