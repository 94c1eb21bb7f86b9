package org.parley.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.Guidance;
import org.parley.KnowledgeVersion;
import org.parley.Posture;
import org.parley.RunnerUp;
import org.parley.SecondOpinion;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.derive.Deriver;
import org.parley.derive.Reviewer;
import org.parley.knowledge.KnowledgeBase;

/**
 * An advice. The tables have answered when it is made; what explains the answers is worked out when
 * somebody asks for it, and kept.
 */
final class TableAdvice implements Advice {
  private final Basis basis;
  private final Case subject;
  private final Deriver.Result known;
  private final Evaluation evaluation;
  private final Placeholders wording;
  private final Posture posture;
  private final UnofficialTrack track;
  private final List<Finding> reviewed;
  private volatile Explanation explanation;
  private volatile SecondOpinionJudge judge;

  /**
   * What all advices of an advisor rest on.
   *
   * @param findings what the reader should know about the engine
   */
  record Basis(
      KnowledgeBase knowledge,
      TableEngine engine,
      TracePlan plan,
      List<Finding> findings,
      KnowledgeVersion version) {}

  /** Looks over an advice before it is given. */
  interface Review {
    List<Finding> of(Posture posture, UnofficialTrack track);
  }

  TableAdvice(
      Basis basis, Case subject, Deriver.Result known, Evaluation evaluation, Review review) {
    this.basis = basis;
    this.subject = subject;
    this.known = known;
    this.evaluation = evaluation;
    this.wording = new Placeholders(subject);
    this.posture = FinalDecisions.posture(evaluation);
    this.track = FinalDecisions.track(evaluation);
    this.reviewed = review.of(posture, track);
  }

  @Override
  public Case subject() {
    return subject;
  }

  @Override
  public Posture posture() {
    return posture;
  }

  @Override
  public List<String> combinedWith() {
    return texts(FinalDecisions.COMBINED_WITH);
  }

  @Override
  public UnofficialTrack unofficialTrack() {
    return track;
  }

  @Override
  public Reliance confidence() {
    return explanation().confidence();
  }

  @Override
  public List<Verdict> verdicts() {
    return explanation().verdicts();
  }

  @Override
  public List<FiredRow> reasons() {
    return explanation().reasons();
  }

  @Override
  public RunnerUp runnerUp() {
    return explanation().runnerUp();
  }

  @Override
  public List<String> steps() {
    return texts(FinalDecisions.STEPS);
  }

  @Override
  public List<String> warnings() {
    return texts(FinalDecisions.WARNINGS);
  }

  @Override
  public Guidance guidance() {
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

  @Override
  public OptionalInt reviewWithinDays() {
    return evaluation.value(FinalDecisions.REVIEW_WITHIN_DAYS) instanceof BigDecimal days
        ? OptionalInt.of(days.intValue())
        : OptionalInt.empty();
  }

  @Override
  public List<Fact> facts() {
    return List.copyOf(known.facts().values());
  }

  @Override
  public List<String> unknown() {
    return basis.knowledge().vocabulary().factNames().stream()
        .filter(n -> !known.facts().containsKey(n))
        .toList();
  }

  @Override
  public List<Finding> findings() {
    return Stream.of(basis.findings(), known.findings(), doubts(), judge().findings())
        .flatMap(List::stream)
        .toList();
  }

  /** What tables and rules find in the case and its advice. */
  private List<Finding> doubts() {
    List<Finding> contradictions =
        new Contradictions(basis.plan(), evaluation, wording, known.facts()).find();
    return Stream.concat(contradictions.stream(), reviewed.stream())
        .distinct()
        .sorted(Reviewer.ORDER)
        .toList();
  }

  @Override
  public List<String> rulesFired() {
    Stream<String> review = reviewed.stream().map(Finding::rule).filter(r -> !r.isEmpty());
    return Stream.concat(known.rules().stream(), review).distinct().toList();
  }

  @Override
  public Optional<SecondOpinion> secondOpinion() {
    return judge().opinion();
  }

  @Override
  public List<DecisionTrace> trace() {
    return explanation().trace();
  }

  @Override
  public KnowledgeVersion knowledge() {
    return basis.version();
  }

  @Override
  public WhyNot whyNot(Posture asked) {
    return new WhyNotFinder(basis.knowledge(), basis.engine(), evaluation, wording, known.facts())
        .find(posture, verdict(asked));
  }

  /** Every table as it was used, each behind those that it reads. */
  List<UsedTable> tables() {
    return new UsedTableFinder(basis.knowledge(), evaluation, wording).find();
  }

  // two threads may work the same out at once; both get equal objects
  private Explanation explanation() {
    Explanation made = explanation;
    if (made == null) {
      made = Explanation.of(basis.plan(), evaluation, wording, posture, known.facts());
      explanation = made;
    }
    return made;
  }

  private SecondOpinionJudge judge() {
    SecondOpinionJudge made = judge;
    if (made == null) {
      made = new SecondOpinionJudge(posture, evaluation::value, this::trace, known.facts());
      judge = made;
    }
    return made;
  }

  private List<String> texts(String decision) {
    Object value = filled(decision);
    List<?> texts =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return texts.stream().map(String::valueOf).distinct().toList();
  }

  /** A result with the names filled in; the trace has it already, if there is one. */
  private Object filled(String decision) {
    Explanation made = explanation;
    return made == null
        ? wording.fillAll(evaluation.value(decision))
        : Explanation.find(made.trace(), decision).map(DecisionTrace::result).orElse(null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableAdvice advice
        && subject.equals(advice.subject)
        && knowledge().equals(advice.knowledge())
        && facts().equals(advice.facts())
        && findings().equals(advice.findings())
        && rulesFired().equals(advice.rulesFired())
        && trace().equals(advice.trace());
  }

  @Override
  public int hashCode() {
    return Objects.hash(subject, posture, track);
  }

  @Override
  public String toString() {
    return "%s, %s, for %s"
        .formatted(posture, track, subject.id().isEmpty() ? "a case" : subject.id());
  }
}
