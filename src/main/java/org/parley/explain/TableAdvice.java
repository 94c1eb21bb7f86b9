package org.parley.explain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Changes;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.KnowledgeVersion;
import org.parley.OpenQuestions;
import org.parley.Posture;
import org.parley.RunnerUp;
import org.parley.Said;
import org.parley.Seats;
import org.parley.SecondOpinion;
import org.parley.SimilarCase;
import org.parley.Topic;
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
 * somebody asks for it, and kept. Nothing is derived or answered twice.
 */
public final class TableAdvice implements Advice {
  private final TableAdvisor advisor;
  private final Basis basis;
  private final Case subject;
  private final Deriver.Result known;
  private final Evaluation evaluation;
  private final Placeholders wording;
  private final Trace trace;
  private final Posture posture;
  private final UnofficialTrack track;
  private final List<Finding> reviewed;
  // two threads may work the same out at once; both get equal objects
  private volatile Explanation explanation;
  private volatile Sentences sentences;
  private volatile SecondOpinionJudge judge;
  private volatile OpenQuestions questions;
  private volatile Seats seats;

  /**
   * What all advices of an advisor rest on.
   *
   * @param space the facts that the posture rests on
   * @param findings what the reader should know about the engine
   */
  record Basis(
      KnowledgeBase knowledge,
      TableEngine engine,
      FactSpace space,
      TracePlan plan,
      List<Finding> findings,
      KnowledgeVersion version) {}

  /** Looks over an advice before it is given. */
  interface Review {
    List<Finding> of(Posture posture, UnofficialTrack track);
  }

  TableAdvice(
      TableAdvisor advisor,
      Case subject,
      Deriver.Result known,
      Evaluation evaluation,
      Review review) {
    this.advisor = advisor;
    this.basis = advisor.basis();
    this.subject = subject;
    this.known = known;
    this.evaluation = evaluation;
    this.wording =
        new Placeholders(subject, basis.knowledge().partyNames(), name -> word(name, evaluation));
    this.trace = new Trace(basis.plan(), evaluation, wording);
    this.posture = FinalDecisions.posture(evaluation);
    this.track = FinalDecisions.track(evaluation);
    this.reviewed = review.of(posture, track);
  }

  /** What a decision answers; {@code null} where there is none of this name. */
  private Object word(String decision, Evaluation evaluation) {
    return basis.plan().place(decision) < 0 ? null : evaluation.value(decision);
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
    int place = basis.plan().place(FinalDecisions.COMBINED_WITH);
    return trace.answers(place).stream().map(trace::text).distinct().toList();
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
  public List<Said> steps() {
    return sentences().steps();
  }

  @Override
  public List<Said> warnings() {
    return sentences().warnings();
  }

  @Override
  public List<Topic> topics() {
    return sentences().topics();
  }

  @Override
  public List<Said> footer() {
    return sentences().footer();
  }

  @Override
  public List<Topic> more() {
    return sentences().more();
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
    List<Finding> contradictions = new Contradictions(basis.plan(), trace, known.facts()).find();
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
    return trace;
  }

  @Override
  public KnowledgeVersion knowledge() {
    return basis.version();
  }

  @Override
  public WhyNot whyNot(Posture asked) {
    return new WhyNotFinder(basis, evaluation, wording, known.facts())
        .find(posture, verdict(asked));
  }

  @Override
  public Changes changes(int most) {
    return search(null, most);
  }

  @Override
  public Changes changes(Posture to, int most) {
    return search(Objects.requireNonNull(to, "to"), most);
  }

  private Changes search(Posture to, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one fact has to change, not " + most);
    }
    return new WhatWouldChange(basis, known.values(), posture, to).upTo(most);
  }

  @Override
  public OpenQuestions openQuestions() {
    OpenQuestions made = questions;
    if (made == null) {
      made = openQuestions(fact -> false);
      questions = made;
    }
    return made;
  }

  @Override
  public OpenQuestions openQuestions(Predicate<Fact> doubted) {
    Set<String> open = new LinkedHashSet<>(unknown());
    known.facts().values().stream().filter(doubted).map(Fact::name).forEach(open::add);
    return new OpenQuestionFinder(basis, known.values(), posture).find(open);
  }

  @Override
  public Seats seats() {
    Seats made = seats;
    if (made == null) {
      made = bothSeats().imagined(this);
      seats = made;
    }
    return made;
  }

  @Override
  public Seats seats(Case theirs) {
    return bothSeats().of(this, theirs);
  }

  private BothSeats bothSeats() {
    return new BothSeats(basis.knowledge().vocabulary(), advisor);
  }

  @Override
  public List<SimilarCase> similar(Collection<Case> history, int most) {
    return similar(history, most, fact -> true);
  }

  /**
   * The same.
   *
   * @param counts the facts that they are compared by
   */
  List<SimilarCase> similar(Collection<Case> history, int most, Predicate<String> counts) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one case has to be asked for, not " + most);
    }
    FactWeights weights = FactWeights.of(basis.knowledge(), evaluation);
    return new SimilarCases(advisor, weights, counts).of(subject, known.values(), history, most);
  }

  /** Every table as it was used, each behind those that it reads. */
  public List<UsedTable> tables() {
    return new UsedTableFinder(basis.knowledge(), evaluation, wording).find();
  }

  private Explanation explanation() {
    Explanation made = explanation;
    if (made == null) {
      made = Explanation.of(basis.plan(), evaluation, trace, posture, known.facts());
      explanation = made;
    }
    return made;
  }

  private Sentences sentences() {
    Sentences made = sentences;
    if (made == null) {
      made = Sentences.of(basis.plan(), trace, word(FinalDecisions.ROOM, evaluation));
      sentences = made;
    }
    return made;
  }

  private SecondOpinionJudge judge() {
    SecondOpinionJudge made = judge;
    if (made == null) {
      made = new SecondOpinionJudge(posture, evaluation::value, trace::factsBehind, known.facts());
      judge = made;
    }
    return made;
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
