package org.parley.explain;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;

/**
 * The trace of one evaluation: which rows answered which decision, on which inputs. A decision is
 * put into words when somebody asks for it, and kept; what only needs ids does without.
 * Thread-safe.
 */
final class Trace extends AbstractList<DecisionTrace> implements RandomAccess {
  private final TracePlan plan;
  private final Evaluation evaluation;
  private final Placeholders wording;
  // two threads may word the same at once; both get equal objects
  private final DecisionTrace[] worded;

  Trace(TracePlan plan, Evaluation evaluation, Placeholders wording) {
    this.plan = plan;
    this.evaluation = evaluation;
    this.wording = wording;
    this.worded = new DecisionTrace[plan.decisions().size()];
  }

  /** A row that gave a result, and the place of its decision. */
  private record Deciding(int place, Evaluation.Match match, TracePlan.Line line) {}

  @Override
  public int size() {
    return worded.length;
  }

  /** The decision of a place; each stands behind those it reads. */
  @Override
  public DecisionTrace get(int place) {
    DecisionTrace made = worded[place];
    if (made == null) {
      made = word(place);
      worded[place] = made;
    }
    return made;
  }

  private DecisionTrace word(int place) {
    Decision decision = plan.decisions().get(place).decision();
    String[] found = new String[plan.decisions().get(place).columns()];
    List<FiredRow> rows = new ArrayList<>();
    for (Evaluation.Match match : evaluation.matches(place)) {
      rows.add(row(place, match, found));
    }
    return new DecisionTrace(
        decision.name(),
        decision.question(),
        wording.fillAll(evaluation.result(place)),
        rows,
        decision.decisions(),
        decision.facts());
  }

  private FiredRow row(int place, Evaluation.Match match, String[] found) {
    TracePlan.Part part = plan.decisions().get(place);
    TracePlan.Line line = part.rows().get(match.row() - 1);
    return new FiredRow(
        line.id(),
        part.decision().name(),
        line.number(),
        wording.fill(line.why()),
        line.source(),
        line.statements(),
        line.inputs(),
        values(place, line, found),
        match.decided());
  }

  /** What a row's columns saw; several rows see the same. */
  private List<String> values(int place, TracePlan.Line line, String[] found) {
    String[] values = new String[line.columns().size()];
    for (int i = 0; i < values.length; i++) {
      int column = line.columns().get(i);
      if (found[column] == null) {
        Object seen = evaluation.input(place, column);
        found[column] = seen == null ? FactType.UNKNOWN : seen.toString();
      }
      values[i] = found[column];
    }
    return List.of(values);
  }

  /** What the decision of a place answers, one by one, without the names of the case. */
  List<?> answers(int place) {
    Object result = place < 0 ? null : evaluation.result(place);
    if (result instanceof List<?> list) {
      return list;
    }
    return result == null ? List.of() : List.of(result);
  }

  /** An answer in words, with the names of the case. */
  String text(Object answer) {
    return wording.fill(String.valueOf(answer));
  }

  /** The rows that gave the results of a place, one for each; none where that is not clear. */
  List<TracePlan.Line> rows(int place, int results) {
    if (place < 0) {
      return List.of();
    }
    List<TracePlan.Line> rows = new ArrayList<>(results);
    for (Evaluation.Match match : evaluation.matches(place)) {
      if (match.decided()) {
        rows.add(plan.decisions().get(place).rows().get(match.row() - 1));
      }
    }
    return rows.size() == results ? rows : List.of();
  }

  /**
   * The first rows behind a decision that give a reason, nearest first; no reason twice, and one of
   * each decision.
   */
  List<FiredRow> reasons(String decision, int most) {
    Set<String> said = new LinkedHashSet<>();
    Set<Integer> spoken = new LinkedHashSet<>();
    List<FiredRow> reasons = new ArrayList<>();
    for (Deciding row : rowsBehind(decision)) {
      if (reasons.size() < most
          && !row.line().why().isEmpty()
          && !spoken.contains(row.place())
          && said.add(row.line().why())) {
        spoken.add(row.place());
        int columns = plan.decisions().get(row.place()).columns();
        reasons.add(row(row.place(), row.match(), new String[columns]));
      }
    }
    return List.copyOf(reasons);
  }

  /** As {@link DecisionTrace#factsBehind}. */
  Set<String> factsBehind(String decision) {
    Set<String> facts = new LinkedHashSet<>();
    for (Deciding row : rowsBehind(decision)) {
      for (String input : row.line().inputs()) {
        if (plan.place(input) < 0) {
          facts.add(input);
        }
      }
    }
    return facts;
  }

  /** As {@link DecisionTrace#rowsBehind}. */
  private List<Deciding> rowsBehind(String decision) {
    boolean[] seen = new boolean[size()];
    List<Deciding> rows = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    put(plan.place(decision), seen, open);
    while (!open.isEmpty()) {
      int place = open.remove();
      for (Evaluation.Match match : evaluation.matches(place)) {
        if (match.decided()) {
          TracePlan.Line line = plan.decisions().get(place).rows().get(match.row() - 1);
          rows.add(new Deciding(place, match, line));
          line.inputs().forEach(input -> put(plan.place(input), seen, open));
        }
      }
    }
    return rows;
  }

  private static void put(int place, boolean[] seen, Deque<Integer> open) {
    if (place >= 0 && !seen[place]) {
      seen[place] = true;
      open.add(place);
    }
  }
}
