package org.parley.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.Advice.Reliance;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.RunnerUp;
import org.parley.Said;
import org.parley.Verdict;
import org.parley.decide.answer.Evaluation;

/**
 * What explains an advice: all of it follows from the trace.
 *
 * @param trace every decision with its rows
 * @param verdicts in the order of the postures
 * @param reasons the rows that weigh most for the posture
 * @param runnerUp the next best posture
 * @param confidence how far to rely on the advice
 */
record Explanation(
    List<DecisionTrace> trace,
    List<Verdict> verdicts,
    List<FiredRow> reasons,
    RunnerUp runnerUp,
    Reliance confidence) {
  private static final int MOST_REASONS = 3;

  static Explanation of(
      TracePlan plan,
      Evaluation evaluation,
      Placeholders wording,
      Posture posture,
      Map<String, Fact> facts) {
    List<DecisionTrace> trace = new TraceBuilder(plan, evaluation, wording).build();
    List<Verdict> verdicts =
        Arrays.stream(Posture.values()).map(option -> verdict(option, evaluation, trace)).toList();
    Verdict own = verdicts.stream().filter(v -> v.option() == posture).findFirst().orElseThrow();
    Verdict next =
        verdicts.stream()
            .filter(v -> v.option() != posture)
            .min(Comparator.comparing(Verdict::level))
            .orElseThrow();
    return new Explanation(
        trace,
        verdicts,
        reasons(posture, trace),
        new RunnerUp(next, argumentsFor(next.option(), plan, evaluation, trace)),
        RelianceJudge.judge(
            DecisionTrace.factsBehind(trace, FinalDecisions.POSTURE), facts, own, next));
  }

  private static Verdict verdict(Posture option, Evaluation evaluation, List<DecisionTrace> trace) {
    String decision = FinalDecisions.verdict(option);
    List<FiredRow> rows =
        find(trace, decision).orElseThrow().rows().stream().filter(FiredRow::decided).toList();
    Verdict.Level level = FinalDecisions.level(option, evaluation);
    return new Verdict(option, level, rows);
  }

  /** One decision of a trace. */
  static Optional<DecisionTrace> find(List<DecisionTrace> trace, String decision) {
    for (DecisionTrace one : trace) {
      if (one.decision().equals(decision)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** The verdict's own rows first, then those that they rest on; no reason twice. */
  private static List<FiredRow> reasons(Posture posture, List<DecisionTrace> trace) {
    Set<String> said = new LinkedHashSet<>();
    return DecisionTrace.rowsBehind(trace, FinalDecisions.verdict(posture)).stream()
        .filter(r -> !r.why().isEmpty() && said.add(r.why()))
        .limit(MOST_REASONS)
        .toList();
  }

  private static List<Said> argumentsFor(
      Posture option, TracePlan plan, Evaluation evaluation, List<DecisionTrace> trace) {
    List<Said> arguments = new ArrayList<>();
    int place = plan.place(FinalDecisions.ARGUMENTS);
    if (place >= 0 && trace.get(place).result() instanceof List<?> all) {
      List<TracePlan.Line> rows = Sentences.rows(plan, evaluation, place, all.size());
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof Map<?, ?> argument
            && option.label().equals(String.valueOf(argument.get("option")))) {
          arguments.add(
              new Said(
                  String.valueOf(argument.get("argument")),
                  rows.isEmpty() ? "" : rows.get(i).id()));
        }
      }
    }
    return arguments;
  }
}
