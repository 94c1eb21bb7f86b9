package org.parley.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.KnowledgeVersion;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.RunnerUp;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.decide.Evaluation;
import org.parley.derive.Deriver;
import org.parley.knowledge.KnowledgeBase;

/** Puts an advice together from one evaluation of the tables. */
final class AdviceBuilder {
  private static final int MOST_REASONS = 3;

  private final KnowledgeBase knowledge;
  private final Case subject;
  private final Deriver.Result known;
  private final Evaluation evaluation;
  private final TraceBuilder trace;
  private final Wording wording;

  AdviceBuilder(
      KnowledgeBase knowledge, Case subject, Deriver.Result known, Evaluation evaluation) {
    this.knowledge = knowledge;
    this.subject = subject;
    this.known = known;
    this.evaluation = evaluation;
    this.wording = new Wording(subject);
    this.trace = new TraceBuilder(knowledge, evaluation, wording);
  }

  Advice build(KnowledgeVersion version) {
    Posture posture = label(Posture.class, FinalDecisions.POSTURE);
    List<Verdict> verdicts = Arrays.stream(Posture.values()).map(this::verdict).toList();
    List<DecisionTrace> decisions = trace.all();
    SecondOpinionJudge.Judgement game =
        new SecondOpinionJudge(posture, evaluation.values(), trace, known.facts()).judge();
    return new TableAdvice(
        subject,
        posture,
        texts(FinalDecisions.COMBINED_WITH),
        label(UnofficialTrack.class, FinalDecisions.UNOFFICIAL_TRACK),
        RelianceJudge.judge(
            trace.factsBehind(FinalDecisions.POSTURE), known.facts(), posture, verdicts),
        verdicts,
        reasons(posture),
        runnerUp(posture, verdicts),
        texts(FinalDecisions.STEPS),
        texts(FinalDecisions.WARNINGS),
        reviewWithinDays(),
        List.copyOf(known.facts().values()),
        unknown(),
        Stream.concat(known.findings().stream(), game.findings().stream()).toList(),
        game.opinion(),
        decisions,
        version);
  }

  private Verdict verdict(Posture option) {
    String decision = FinalDecisions.verdict(option);
    return new Verdict(option, label(Verdict.Level.class, decision), trace.decidingRows(decision));
  }

  /** The verdict's own rows first, then those that they rest on; no reason twice. */
  private List<FiredRow> reasons(Posture posture) {
    Set<String> said = new LinkedHashSet<>();
    return trace.rowsBehind(FinalDecisions.verdict(posture)).stream()
        .filter(r -> !r.why().isEmpty() && said.add(r.why()))
        .limit(MOST_REASONS)
        .toList();
  }

  private RunnerUp runnerUp(Posture posture, List<Verdict> verdicts) {
    Verdict next =
        verdicts.stream()
            .filter(v -> v.option() != posture)
            .min(Comparator.comparing(Verdict::level))
            .orElseThrow();
    return new RunnerUp(next, argumentsFor(next.option()));
  }

  private List<String> argumentsFor(Posture option) {
    List<String> arguments = new ArrayList<>();
    if (evaluation.values().get(FinalDecisions.ARGUMENTS) instanceof List<?> all) {
      for (Object entry : all) {
        if (entry instanceof Map<?, ?> argument
            && option.label().equals(String.valueOf(argument.get("option")))) {
          arguments.add(wording.fill(String.valueOf(argument.get("argument"))));
        }
      }
    }
    return arguments;
  }

  private List<String> texts(String decision) {
    Object value = evaluation.values().get(decision);
    List<?> texts =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return texts.stream().map(t -> wording.fill(String.valueOf(t))).distinct().toList();
  }

  private OptionalInt reviewWithinDays() {
    return evaluation.values().get(FinalDecisions.REVIEW_WITHIN_DAYS) instanceof BigDecimal days
        ? OptionalInt.of(days.intValue())
        : OptionalInt.empty();
  }

  private List<String> unknown() {
    return knowledge.vocabulary().factNames().stream()
        .filter(n -> !known.facts().containsKey(n))
        .toList();
  }

  private <E extends Enum<E> & Labelled> E label(Class<E> type, String decision) {
    return Labelled.find(type, evaluation.text(decision)).orElseThrow();
  }
}
