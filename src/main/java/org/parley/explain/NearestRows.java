package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.parley.WhyNot.FailingCell;
import org.parley.WhyNot.NearRow;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/**
 * Finds the rows that would have given a result and are nearest to matching: those with the fewest
 * facts in their way, counted down through the decisions that they read.
 */
final class NearestRows {
  private final KnowledgeBase knowledge;
  private final TableEngine engine;
  private final FactSpace space;
  private final byte[] codes;
  private final Evaluation evaluation;
  private final Placeholders wording;
  private final Map<Goal, Optional<NearRow>> nearest = new HashMap<>();

  /** A result that a decision should have: one of some. */
  private record Goal(String decision, Set<Object> results) {}

  /**
   * @param space the facts that the posture rests on
   * @param codes of the case
   */
  NearestRows(
      KnowledgeBase knowledge,
      TableEngine engine,
      FactSpace space,
      byte[] codes,
      Evaluation evaluation,
      Placeholders wording) {
    this.knowledge = knowledge;
    this.engine = engine;
    this.space = space;
    this.codes = codes.clone();
    this.evaluation = evaluation;
    this.wording = wording;
  }

  /** All rows that fail and would have answered so, nearest first. */
  List<NearRow> rows(String decision, Set<Object> results) {
    Decision found = knowledge.decision(decision).orElseThrow();
    List<NearRow> rows = new ArrayList<>();
    if (found.decisionTable() != null) {
      for (Row row : found.decisionTable().rows()) {
        Object result = engine.resultOf(decision, row.number());
        if (results.contains(result)) {
          near(found, row, String.valueOf(result)).ifPresent(rows::add);
        }
      }
    }
    rows.sort(Comparator.comparingInt(r -> r.facts().size()));
    return rows;
  }

  /** A row with the cells that fail; empty where none does, or where nothing would mend one. */
  private Optional<NearRow> near(Decision decision, Row row, String result) {
    List<FailingCell> cells = new ArrayList<>();
    for (int column : evaluation.failing(decision.name(), row.number())) {
      Optional<FailingCell> cell = cell(decision, row, column);
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      cells.add(cell.get());
    }
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NearRow(
                row.id(),
                decision.name(),
                row.number(),
                result,
                wording.fill(row.why()),
                row.source(),
                row.statements(),
                cells));
  }

  private Optional<FailingCell> cell(Decision decision, Row row, int column) {
    DecisionTable table = decision.decisionTable();
    String input = table.inputs().get(column).expression();
    String value = text(evaluation.value(input));
    List<Object> accepted = engine.accepted(decision.name(), row.number(), column);
    if (accepted.isEmpty()) {
      return Optional.of(new FailingCell(input, value, List.of(row.tests().get(column)), null));
    }
    if (knowledge.vocabulary().fact(input).isPresent()) {
      return fact(input, value, accepted);
    }
    List<String> wanted = accepted.stream().map(NearestRows::text).toList();
    return nearest(new Goal(input, Set.copyOf(accepted)))
        .map(through -> new FailingCell(input, value, wanted, through));
  }

  private Optional<FailingCell> fact(String name, String value, List<Object> accepted) {
    FactSpace.Axis axis = space.axis(name).orElseThrow();
    List<FactSpace.Value> wanted = axis.nearest(accepted, axis.value(codes));
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FailingCell(name, value, wanted.stream().map(FactSpace.Value::label).toList(), null));
  }

  private Optional<NearRow> nearest(Goal goal) {
    Optional<NearRow> known = nearest.get(goal);
    if (known == null) {
      known = rows(goal.decision(), goal.results()).stream().findFirst();
      nearest.put(goal, known);
    }
    return known;
  }

  private static String text(Object value) {
    return Objects.toString(value, FactType.UNKNOWN);
  }
}
