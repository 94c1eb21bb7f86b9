package org.parley.explain;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;
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
  record Deciding(int place, Evaluation.Match match, TracePlan.Line line) {

    /** Whether it belongs to the same decision, or says the same. */
    private boolean isLike(Deciding other) {
      return place == other.place || line.why().equals(other.line.why());
    }
  }

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
    return reasons(plan, evaluation, plan.place(decision), most).stream()
        .map(
            row ->
                row(
                    row.place(),
                    row.match(),
                    new String[plan.decisions().get(row.place()).columns()]))
        .toList();
  }

  /**
   * The same rows, not in words.
   *
   * @param decision its place in the plan
   */
  static List<Deciding> reasons(TracePlan plan, Evaluation evaluation, int decision, int most) {
    List<Deciding> reasons = new ArrayList<>(most);
    walkBehind(
        plan,
        evaluation,
        decision,
        row -> {
          if (!row.line().why().isEmpty() && isNew(row, reasons)) {
            reasons.add(row);
          }
          return reasons.size() < most;
        });
    return reasons;
  }

  private static boolean isNew(Deciding row, List<Deciding> reasons) {
    for (Deciding reason : reasons) {
      if (reason.isLike(row)) {
        return false;
      }
    }
    return true;
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
    List<Deciding> rows = new ArrayList<>();
    walkBehind(plan, evaluation, plan.place(decision), rows::add);
    return rows;
  }

  /**
   * Hands over the rows that decided behind a decision, nearest first.
   *
   * @param decision its place in the plan
   * @param goOn whether more are wanted behind one
   */
  private static void walkBehind(
      TracePlan plan, Evaluation evaluation, int decision, Predicate<Deciding> goOn) {
    int[] queue = new int[plan.decisions().size()];
    boolean[] seen = new boolean[queue.length];
    int last = put(decision, queue, 0, seen);
    for (int next = 0; next < last; next++) {
      int place = queue[next];
      for (Evaluation.Match match : evaluation.matches(place)) {
        if (match.decided()) {
          TracePlan.Line line = plan.decisions().get(place).rows().get(match.row() - 1);
          if (!goOn.test(new Deciding(place, match, line))) {
            return;
          }
          for (int behind : line.behind()) {
            last = put(behind, queue, last, seen);
          }
        }
      }
    }
  }

  /** Puts a place behind the last of a queue, once; the place behind it. */
  private static int put(int place, int[] queue, int last, boolean[] seen) {
    if (place < 0 || seen[place]) {
      return last;
    }
    seen[place] = true;
    queue[last] = place;
    return last + 1;
  }
}
