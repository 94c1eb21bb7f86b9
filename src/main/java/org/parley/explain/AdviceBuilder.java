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
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.Guidance;
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

  /**
   * The advice.
   *
   * @param review what rules find in the facts and in the advice
   */
  Advice build(
      KnowledgeVersion version, BiFunction<Posture, UnofficialTrack, List<Finding>> review) {
    Posture posture = label(Posture.class, FinalDecisions.POSTURE);
    UnofficialTrack track = label(UnofficialTrack.class, FinalDecisions.UNOFFICIAL_TRACK);
    List<Verdict> verdicts = Arrays.stream(Posture.values()).map(this::verdict).toList();
    List<DecisionTrace> decisions = trace.all();
    SecondOpinionJudge.Judgement game =
        new SecondOpinionJudge(posture, evaluation::value, decisions, known.facts()).judge();
    List<Finding> findings =
        Stream.of(known.findings(), review.apply(posture, track), game.findings())
            .flatMap(List::stream)
            .toList();
    return new TableAdvice(
        subject,
        posture,
        texts(FinalDecisions.COMBINED_WITH),
        track,
        RelianceJudge.judge(
            DecisionTrace.factsBehind(decisions, FinalDecisions.POSTURE),
            known.facts(),
            posture,
            verdicts),
        verdicts,
        reasons(posture, decisions),
        runnerUp(posture, verdicts),
        texts(FinalDecisions.STEPS),
        texts(FinalDecisions.WARNINGS),
        guidance(),
        reviewWithinDays(),
        List.copyOf(known.facts().values()),
        unknown(),
        findings,
        rulesFired(findings),
        game.opinion(),
        decisions,
        version);
  }

  private List<String> rulesFired(List<Finding> findings) {
    Stream<String> review = findings.stream().map(Finding::rule).filter(r -> !r.isEmpty());
    return Stream.concat(known.rules().stream(), review).distinct().toList();
  }

  private Verdict verdict(Posture option) {
    String decision = FinalDecisions.verdict(option);
    return new Verdict(option, label(Verdict.Level.class, decision), trace.decidingRows(decision));
  }

  /** The verdict's own rows first, then those that they rest on; no reason twice. */
  private static List<FiredRow> reasons(Posture posture, List<DecisionTrace> decisions) {
    Set<String> said = new LinkedHashSet<>();
    return DecisionTrace.rowsBehind(decisions, FinalDecisions.verdict(posture)).stream()
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
    if (evaluation.value(FinalDecisions.ARGUMENTS) instanceof List<?> all) {
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
    Object value = evaluation.value(decision);
    List<?> texts =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return texts.stream().map(t -> wording.fill(String.valueOf(t))).distinct().toList();
  }

  private Guidance guidance() {
    return new Guidance(
        texts(FinalDecisions.FORMAT),
        texts(FinalDecisions.RISKS),
        texts(FinalDecisions.COST_OF_WAITING),
        texts(FinalDecisions.WHO_MUST_AGREE),
        texts(FinalDecisions.OUTLOOK),
        texts(FinalDecisions.THIRD_PARTY_INITIATIVES),
        texts(FinalDecisions.TRACK_TWO_ADVICE),
        texts(FinalDecisions.EXIT_AND_FALLBACK),
        texts(FinalDecisions.IF_IT_LEAKS),
        texts(FinalDecisions.REVIEW_TRIGGERS));
  }

  private OptionalInt reviewWithinDays() {
    return evaluation.value(FinalDecisions.REVIEW_WITHIN_DAYS) instanceof BigDecimal days
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
