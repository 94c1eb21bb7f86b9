package org.parley.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.RunnerUp;
import org.parley.Said;
import org.parley.Verdict;
import org.parley.decide.answer.Evaluation;

/**
 * What explains an advice: all of it follows from the trace.
 *
 * @param verdicts in the order of the postures
 * @param reasons the rows that weigh most for the posture
 * @param runnerUp the next best posture
 */
record Explanation(List<Verdict> verdicts, List<FiredRow> reasons, RunnerUp runnerUp) {
  static final int MOST_REASONS = 3;

  static Explanation of(TracePlan plan, Evaluation evaluation, Trace trace, Posture posture) {
    List<Verdict> verdicts =
        Arrays.stream(Posture.values())
            .map(option -> verdict(option, plan, evaluation, trace))
            .toList();
    Verdict next =
        verdicts.stream()
            .filter(v -> v.option() != posture)
            .min(Comparator.comparing(Verdict::level))
            .orElseThrow();
    return new Explanation(
        verdicts,
        trace.reasons(FinalDecisions.verdict(posture), MOST_REASONS),
        new RunnerUp(next, argumentsFor(next.option(), plan, trace)));
  }

  private static Verdict verdict(
      Posture option, TracePlan plan, Evaluation evaluation, Trace trace) {
    int place = plan.place(FinalDecisions.verdict(option));
    List<FiredRow> rows = trace.get(place).rows().stream().filter(FiredRow::decided).toList();
    return new Verdict(option, FinalDecisions.level(option, evaluation), rows);
  }

  private static List<Said> argumentsFor(Posture option, TracePlan plan, Trace trace) {
    List<Said> arguments = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    int place = plan.place(FinalDecisions.ARGUMENTS);
    List<?> all = trace.answers(place);
    List<TracePlan.Line> rows = trace.rows(place, all.size());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Map<?, ?> argument
          && option.label().equals(String.valueOf(argument.get("option")))) {
        String row = rows.isEmpty() ? "" : rows.get(i).id();
        int weight = rows.isEmpty() ? 0 : rows.get(i).weight();
        int heavier = 0;
        while (heavier < weights.size() && weights.get(heavier) >= weight) {
          heavier++;
        }
        weights.add(heavier, weight);
        arguments.add(heavier, new Said(trace.text(argument.get("argument")), row));
      }
    }
    return arguments;
  }
}
