package org.parley.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.decide.answer.Evaluation;
import org.parley.explain.UsedTable.Fate;
import org.parley.explain.UsedTable.UsedRow;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** Lays out what one evaluation did in every table, rows that failed included. */
final class UsedTableFinder {
  private final KnowledgeBase knowledge;
  private final Evaluation evaluation;
  private final Placeholders wording;

  UsedTableFinder(KnowledgeBase knowledge, Evaluation evaluation, Placeholders wording) {
    this.knowledge = knowledge;
    this.evaluation = evaluation;
    this.wording = wording;
  }

  List<UsedTable> find() {
    List<UsedTable> tables = new ArrayList<>();
    List<Decision> decisions = knowledge.decisions();
    for (int place = 0; place < decisions.size(); place++) {
      if (decisions.get(place).decisionTable() != null) {
        tables.add(table(place, decisions.get(place)));
      }
    }
    return List.copyOf(tables);
  }

  private UsedTable table(int place, Decision decision) {
    Map<Integer, Fate> fates = new HashMap<>();
    for (Evaluation.Match match : evaluation.matches(place)) {
      fates.put(match.row(), match.decided() ? Fate.DECIDED : Fate.OUTRANKED);
    }
    List<UsedTable.Column> columns = new ArrayList<>();
    for (DecisionTable.Input input : decision.decisionTable().inputs()) {
      columns.add(
          new UsedTable.Column(
              input.expression(),
              Objects.toString(evaluation.input(place, columns.size()), FactType.UNKNOWN)));
    }
    return new UsedTable(
        decision,
        columns,
        decision.decisionTable().rows().stream()
            .map(row -> row(decision, row, fates.getOrDefault(row.number(), Fate.FAILED)))
            .toList());
  }

  private UsedRow row(Decision decision, Row row, Fate fate) {
    return new UsedRow(
        row,
        row.results().stream().map(wording::fill).toList(),
        wording.fill(row.why()),
        fate,
        fate == Fate.FAILED ? evaluation.failing(decision.name(), row.number()) : List.of());
  }
}
