package org.parley.explain;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.Advice;
import org.parley.Basis;
import org.parley.Case;
import org.parley.Challenge;
import org.parley.Changes;
import org.parley.Confidence;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.KnowledgeVersion;
import org.parley.OpenQuestions;
import org.parley.Posture;
import org.parley.Precedents;
import org.parley.RunnerUp;
import org.parley.Said;
import org.parley.Seats;
import org.parley.SecondOpinion;
import org.parley.SimilarCases;
import org.parley.Topic;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.casefile.Oversights;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.world.Deadline;
import org.parley.derive.Deriver;
import org.parley.derive.Reviewer;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.precedent.PrecedentFinder;

/**
 * An advice. The tables have answered when it is made; what explains the answers is worked out when
 * somebody asks for it, and kept. Nothing is derived or answered twice.
 */
public final class TableAdvice implements Advice {
  private final TableAdvisor advisor;
  private final Shared shared;
  private final Case subject;
  private final Deriver.Result known;
  private final Evaluation evaluation;
  private final Placeholders wording;
  private final Trace trace;
  private final Posture posture;
  private final UnofficialTrack track;
  private final List<Finding> reviewed;
  private final @Nullable Duration limit;
  // two threads may work the same out at once; both get equal objects
  private volatile Explanation explanation;
  private volatile Reliance reliance;
  private volatile Sentences sentences;
  private volatile SecondOpinionJudge judge;
  private volatile OpenQuestions questions;
  private volatile Seats seats;
  private volatile Challenge challenge;
  private volatile Optional<Precedents> precedents;

  /**
   * What all advices of an advisor rest on.
   *
   * @param space the facts that the posture rests on
   * @param basis says what a posture rests on
   * @param findings what the reader should know about the engine
   * @param unread the facts that neither a table nor a rule reads
   * @param explains whether an advice can be asked for more than what the tables favour
   */
  record Shared(
      KnowledgeBase knowledge,
      TableEngine engine,
      FactSpace space,
      BasisJudge basis,
      TracePlan plan,
      List<Finding> findings,
      Set<String> unread,
      KnowledgeVersion version,
      boolean explains) {

    /** What explains an answer. */
    Shared explaining() {
      if (!explains) {
        throw new IllegalStateException(
            "the advisor was loaded without explanations: its advices say what the tables favour,"
                + " and no more");
      }
      return this;
    }
  }

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
    this.shared = advisor.shared();
    this.subject = subject;
    this.known = known;
    this.evaluation = evaluation;
    this.wording =
        new Placeholders(subject, shared.knowledge().partyNames(), name -> word(name, evaluation));
    this.trace = new Trace(shared.plan(), evaluation, wording);
    this.posture = FinalDecisions.posture(evaluation);
    this.track = FinalDecisions.track(evaluation);
    this.reviewed = review.of(posture, track);
    this.limit = null;
  }

  /** The same advice with a limit for its searches. */
  private TableAdvice(TableAdvice same, Duration limit) {
    this.advisor = same.advisor;
    this.shared = same.shared;
    this.subject = same.subject;
    this.known = same.known;
    this.evaluation = same.evaluation;
    this.wording = same.wording;
    this.trace = same.trace;
    this.posture = same.posture;
    this.track = same.track;
    this.reviewed = same.reviewed;
    this.limit = limit;
    this.questions = same.questions;
    this.reliance = same.reliance;
    this.challenge = same.challenge;
  }

  /** The same case with other facts, on which no rule looks again. */
  private TableAdvice(TableAdvice same, Deriver.Result known) {
    this(
        same.advisor,
        same.subject,
        known,
        same.shared.engine().evaluate(name -> valueOf(known, name)),
        (posture, track) -> List.of());
  }

  private static String valueOf(Deriver.Result known, String fact) {
    Fact given = known.facts().get(fact);
    return given == null ? FactType.UNKNOWN : given.value();
  }

  /** What the tables say with other values of some facts: nothing is derived or reviewed again. */
  TableAdvice assuming(Map<String, String> values) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    for (String name : shared.knowledge().vocabulary().factNames()) {
      Fact fact = known.facts().get(name);
      Fact other = values.containsKey(name) ? Fact.assumed(name, values.get(name)) : fact;
      if (other != null && !other.value().equals(FactType.UNKNOWN)) {
        facts.put(name, other);
      }
    }
    return new TableAdvice(this, new Deriver.Result(facts, known.findings(), known.rules()));
  }

  /** How the tables judge a posture, without the words. */
  Verdict.Level level(Posture option) {
    return FinalDecisions.level(option, evaluation);
  }

  byte[] codes() {
    return shared.engine().codes().encode(known.values());
  }

  Shared shared() {
    return shared;
  }

  /** What a decision answers; {@code null} where there is none of this name. */
  private Object word(String decision, Evaluation evaluation) {
    return shared.plan().place(decision) < 0 ? null : evaluation.value(decision);
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
    int place = shared.plan().place(FinalDecisions.COMBINED_WITH);
    return trace.answers(place).stream().map(trace::text).distinct().toList();
  }

  @Override
  public UnofficialTrack unofficialTrack() {
    return track;
  }

  @Override
  public Basis basis() {
    return shared.basis().judge(evaluation, known.facts().keySet());
  }

  @Override
  public Reliance confidence() {
    Reliance made = reliance;
    if (made == null) {
      Deadline deadline = new Deadline(limit);
      made = judged(deadline);
      reliance = deadline.hasCutShort() ? null : made;
    }
    return made;
  }

  private Reliance judged(Deadline deadline) {
    List<String> unknown = new ArrayList<>(unknown());
    List<String> doubted = new ArrayList<>();
    Set<String> read = new HashSet<>();
    for (FactSpace.Axis axis : shared.space().axes()) {
      read.add(axis.fact().name());
      Fact fact = known.facts().get(axis.fact().name());
      if (fact != null && fact.confidence() == Confidence.LOW) {
        doubted.add(fact.name());
      }
    }
    unknown.retainAll(read);
    shared.explaining();
    return RelianceJudge.judge(
        questions(deadline),
        unknown,
        doubted,
        name -> questions(fact -> fact.name().equals(name), deadline),
        verdict(posture),
        runnerUp().verdict());
  }

  @Override
  public List<Verdict> verdicts() {
    return explanation().verdicts();
  }

  @Override
  public List<FiredRow> reasons() {
    shared.explaining();
    return explanation().reasons();
  }

  @Override
  public RunnerUp runnerUp() {
    shared.explaining();
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
    List<String> unknown = new ArrayList<>();
    for (FactType fact : shared.knowledge().vocabulary().facts()) {
      if (fact.ifAbsent().isEmpty() && !known.facts().containsKey(fact.name())) {
        unknown.add(fact.name());
      }
    }
    return List.copyOf(unknown);
  }

  @Override
  public List<Finding> findings() {
    return Stream.of(
            shared.explaining().findings(),
            Oversights.slips(subject),
            known.findings(),
            Oversights.idle(subject, shared.knowledge().vocabulary(), shared.unread()),
            doubts(),
            judge().findings())
        .flatMap(List::stream)
        .toList();
  }

  /** What tables and rules find in the case and its advice. */
  private List<Finding> doubts() {
    List<Finding> contradictions = new Contradictions(shared.plan(), trace, known.facts()).find();
    return Stream.concat(contradictions.stream(), reviewed.stream())
        .distinct()
        .sorted(Reviewer.ORDER)
        .toList();
  }

  @Override
  public List<String> rulesFired() {
    shared.explaining();
    Stream<String> review = reviewed.stream().map(Finding::rule).filter(r -> !r.isEmpty());
    return Stream.concat(known.rules().stream(), review).distinct().toList();
  }

  @Override
  public Optional<SecondOpinion> secondOpinion() {
    return judge().opinion();
  }

  @Override
  public Optional<Precedents> precedents() {
    Optional<Precedents> made = precedents;
    if (made == null) {
      shared.explaining();
      made = precedents(advisor.precedents());
      precedents = made;
    }
    return made;
  }

  /** The same, by the facts that a finder compares. */
  Optional<Precedents> precedents(PrecedentFinder finder) {
    shared.explaining();
    return finder.find(subject, known.values(), posture, secondOpinion().orElse(null));
  }

  /** The same, by some facts only. */
  Optional<Precedents> precedents(Predicate<String> counts) {
    return precedents(
        new PrecedentFinder(
            advisor.library(),
            shared.knowledge().vocabulary().facts().stream()
                .filter(fact -> counts.test(fact.name()))
                .toList()));
  }

  @Override
  public List<DecisionTrace> trace() {
    shared.explaining();
    return trace;
  }

  @Override
  public KnowledgeVersion knowledge() {
    return shared.version();
  }

  @Override
  public WhyNot whyNot(Posture asked) {
    return new WhyNotFinder(shared.explaining(), evaluation, wording, known.facts())
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
    return new WhatWouldChange(shared.explaining(), known.values(), posture, to)
        .upTo(most, new Deadline(limit));
  }

  @Override
  public OpenQuestions openQuestions() {
    return questions(new Deadline(limit));
  }

  private OpenQuestions questions(Deadline deadline) {
    OpenQuestions made = questions;
    if (made == null) {
      made = questions(fact -> false, deadline);
      questions = deadline.hasCutShort() ? null : made;
    }
    return made;
  }

  @Override
  public OpenQuestions openQuestions(Predicate<Fact> doubted) {
    return questions(doubted, new Deadline(limit));
  }

  private OpenQuestions questions(Predicate<Fact> doubted, Deadline deadline) {
    Set<String> open = new LinkedHashSet<>(unknown());
    known.facts().values().stream().filter(doubted).map(Fact::name).forEach(open::add);
    return new OpenQuestionFinder(shared.explaining(), known.values(), posture)
        .find(open, deadline);
  }

  @Override
  public Seats seats() {
    Seats made = seats;
    if (made == null) {
      made = advisor.calls().of(() -> bothSeats().imagined(this));
      seats = made;
    }
    return made;
  }

  @Override
  public Seats seats(Case theirs) {
    return advisor.calls().of(() -> bothSeats().of(this, theirs));
  }

  @Override
  public Challenge challenge() {
    Challenge made = challenge;
    if (made == null) {
      made = challenge(this, UnaryOperator.identity(), fact -> true);
      challenge = made.complete() ? made : null;
    }
    return made;
  }

  /**
   * The same.
   *
   * @param shown this advice as its reader sees it
   * @param veil makes another advice one that the reader may see
   * @param tells whether a fact may be told of
   */
  Challenge challenge(Advice shown, UnaryOperator<Advice> veil, Predicate<String> tells) {
    shared.explaining();
    return new ChallengeFinder(this, shown, veil, tells).find(limit);
  }

  private BothSeats bothSeats() {
    return new BothSeats(shared.explaining().knowledge().vocabulary(), advisor);
  }

  @Override
  public SimilarCases similar(Collection<Case> history, int most) {
    return similar(history, most, fact -> true);
  }

  /**
   * The same.
   *
   * @param counts the facts that they are compared by
   */
  SimilarCases similar(Collection<Case> history, int most, Predicate<String> counts) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one case has to be asked for, not " + most);
    }
    FactWeights weights = FactWeights.of(shared.explaining().knowledge(), evaluation);
    SimilarCaseFinder finder = new SimilarCaseFinder(advisor, weights, counts);
    Deadline deadline = new Deadline(limit);
    return advisor.calls().of(() -> finder.of(subject, known.values(), history, most, deadline));
  }

  @Override
  public TableAdvice within(Duration limit) {
    return new TableAdvice(this, Objects.requireNonNull(limit, "limit"));
  }

  /** Every table as it was used, each behind those that it reads. */
  public List<UsedTable> tables() {
    return new UsedTableFinder(shared.explaining().knowledge(), evaluation, wording).find();
  }

  private Explanation explanation() {
    Explanation made = explanation;
    if (made == null) {
      made = Explanation.of(shared.plan(), evaluation, trace, posture);
      explanation = made;
    }
    return made;
  }

  private Sentences sentences() {
    Sentences made = sentences;
    if (made == null) {
      made = Sentences.of(shared.explaining().plan(), trace, word(FinalDecisions.ROOM, evaluation));
      sentences = made;
    }
    return made;
  }

  private SecondOpinionJudge judge() {
    SecondOpinionJudge made = judge;
    if (made == null) {
      shared.explaining();
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
        && shared.explains() == advice.shared.explains()
        && trace.equals(advice.trace)
        && (!shared.explains()
            || (findings().equals(advice.findings())
                && rulesFired().equals(advice.rulesFired())
                && precedents().equals(advice.precedents())));
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
