package org.parley.explain;

import static org.parley.explain.Redaction.WITHHELD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Basis;
import org.parley.Case;
import org.parley.Challenge;
import org.parley.Changes;
import org.parley.DecisionTrace;
import org.parley.Event;
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
import org.parley.SimilarCase;
import org.parley.SimilarCases;
import org.parley.Topic;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.WhyNot;

/** An advice without channel facts, and without what rests on one directly. */
final class RedactedAdvice implements Advice {
  private final Advice advice;
  private final Redaction redaction;
  private final RedactedRows rows;

  RedactedAdvice(Advice advice, Redaction redaction) {
    this.advice = advice;
    this.redaction = redaction;
    this.rows = new RedactedRows(redaction, advice.trace());
  }

  @Override
  public Case subject() {
    Case.Builder left = advice.subject().toBuilder();
    advice.subject().facts().keySet().stream()
        .filter(redaction::isWithheld)
        .forEach(left::withoutFact);
    return left.events(
            advice.subject().events().stream().filter(e -> !redaction.isOnChannel(e)).toList())
        .build();
  }

  @Override
  public Posture posture() {
    return advice.posture();
  }

  @Override
  public List<String> combinedWith() {
    return advice
        .trace(FinalDecisions.COMBINED_WITH)
        .map(d -> rows.of(d).result())
        .map(result -> result instanceof List<?> choices ? choices : List.of(result))
        .map(choices -> choices.stream().map(String::valueOf).distinct().toList())
        .orElse(List.of());
  }

  @Override
  public UnofficialTrack unofficialTrack() {
    return advice.unofficialTrack();
  }

  @Override
  public Basis basis() {
    return advice.basis();
  }

  /** The share stays true, as those of open questions do. */
  @Override
  public Reliance confidence() {
    Reliance whole = advice.confidence();
    List<String> unknown = whole.reasons().get(0).facts();
    Completions left =
        new Completions(
            whole.completions().count() / redaction.worlds(unknown),
            whole.completions().share(),
            whole.completions().exact());
    List<Reason> reasons = new ArrayList<>();
    reasons.add(RelianceJudge.share(left, redaction.left(unknown)));
    whole.reasons().stream()
        .skip(1)
        .map(r -> isOpen(r.facts()) ? r : new Reason(WITHHELD, List.of()))
        .distinct()
        .forEach(reasons::add);
    return new Reliance(whole.level(), left, reasons);
  }

  private boolean isOpen(Collection<String> names) {
    return names.stream().noneMatch(redaction::isWithheld);
  }

  @Override
  public List<Verdict> verdicts() {
    return advice.verdicts().stream().map(rows::of).toList();
  }

  @Override
  public List<FiredRow> reasons() {
    return advice.reasons().stream().map(rows::of).toList();
  }

  @Override
  public RunnerUp runnerUp() {
    return new RunnerUp(
        rows.of(advice.runnerUp().verdict()),
        rows.of(advice.runnerUp().arguments(), List.of(FinalDecisions.ARGUMENTS)));
  }

  @Override
  public List<Said> steps() {
    return rows.of(advice.steps(), List.of(FinalDecisions.STEPS));
  }

  @Override
  public List<Said> warnings() {
    return rows.of(advice.warnings(), List.of(FinalDecisions.WARNINGS));
  }

  @Override
  public List<Topic> topics() {
    return of(advice.topics());
  }

  @Override
  public List<Topic> more() {
    return of(advice.more());
  }

  private List<Topic> of(Collection<Topic> topics) {
    return topics.stream()
        .map(t -> new Topic(t.name(), t.title(), rows.of(t.sentences(), List.of(t.name()))))
        .toList();
  }

  @Override
  public List<Said> footer() {
    // any list of sentences may leave some to it
    return rows.of(advice.footer(), advice.trace().stream().map(DecisionTrace::decision).toList());
  }

  @Override
  public OptionalInt reviewWithinDays() {
    return advice.reviewWithinDays();
  }

  @Override
  public List<Fact> facts() {
    return advice.facts().stream()
        .filter(f -> !redaction.isWithheld(f.name()))
        .map(this::withoutChannelEvents)
        .toList();
  }

  private Fact withoutChannelEvents(Fact fact) {
    List<Event> events = fact.events().stream().filter(e -> !redaction.isOnChannel(e)).toList();
    return new Fact(
        fact.name(),
        fact.value(),
        fact.origin(),
        fact.why(),
        fact.source(),
        fact.confidence(),
        fact.rule(),
        events);
  }

  @Override
  public List<String> unknown() {
    return redaction.left(advice.unknown());
  }

  @Override
  public List<Finding> findings() {
    List<Finding> left = new ArrayList<>();
    left.add(new Finding("redacted", Redaction.NOTICE));
    advice.findings().stream().filter(f -> !isOnChannel(f)).forEach(left::add);
    return left;
  }

  private boolean isOnChannel(Finding finding) {
    return !isOpen(finding.facts())
        || rows.isHidden(finding.rule())
        || advice.subject().events().stream()
            .filter(redaction::isOnChannel)
            .anyMatch(e -> finding.eventTypes().contains(e.type()));
  }

  /** Rules that derived a channel fact, or found something about one, would tell of it. */
  @Override
  public List<String> rulesFired() {
    Set<String> silent =
        advice.findings().stream()
            .filter(this::isOnChannel)
            .map(Finding::rule)
            .collect(Collectors.toSet());
    return advice.rulesFired().stream()
        .filter(r -> !redaction.isOnChannel(r) && !silent.contains(r))
        .toList();
  }

  /** Left out: from what the game finds reasonable one could tell what a leak would cost. */
  @Override
  public Optional<SecondOpinion> secondOpinion() {
    return Optional.empty();
  }

  /** Worked out without channel facts; the headlines of cases were written freely. */
  @Override
  public Optional<Precedents> precedents() {
    return advice instanceof TableAdvice known
        ? known.precedents(fact -> !redaction.isWithheld(fact)).map(RedactedAdvice::untitled)
        : Optional.empty();
  }

  private static Precedents untitled(Precedents precedents) {
    return new Precedents(
        precedents.shares(),
        precedents.cases(),
        precedents.leftOut(),
        precedents.agrees(),
        precedents.parting(),
        /* agreesWithGame= */ null,
        precedents.like().stream()
            .map(l -> new Precedents.Like(l.id(), "", l.conflict(), l.weight(), l.shared()))
            .toList(),
        precedents.record());
  }

  @Override
  public List<DecisionTrace> trace() {
    return advice.trace().stream().map(rows::of).toList();
  }

  @Override
  public WhyNot whyNot(Posture asked) {
    return rows.of(advice.whyNot(asked));
  }

  /** The tables with only those rows that test nothing that is left out. */
  List<UsedTable> of(List<UsedTable> tables) {
    return tables.stream()
        .filter(t -> !rows.isSecret(t.decision().name()))
        .map(rows::of)
        .filter(t -> !t.rows().isEmpty())
        .toList();
  }

  @Override
  public Changes changes(int most) {
    return of(advice.changes(most));
  }

  @Override
  public Changes changes(Posture to, int most) {
    return of(advice.changes(to, most));
  }

  private Changes of(Changes changes) {
    return new Changes(
        changes.posture(),
        changes.to(),
        changes.most(),
        changes.complete(),
        changes.sets().stream()
            .filter(set -> set.facts().stream().noneMatch(f -> redaction.isWithheld(f.name())))
            .toList(),
        changes.distances(),
        redaction.left(changes.robust()));
  }

  @Override
  public OpenQuestions openQuestions() {
    return of(advice.openQuestions());
  }

  @Override
  public OpenQuestions openQuestions(Predicate<Fact> doubted) {
    return of(advice.openQuestions(f -> !redaction.isWithheld(f.name()) && doubted.test(f)));
  }

  /** All worlds count alike, so the shares stay true of those that differ in other facts. */
  private OpenQuestions of(OpenQuestions questions) {
    return new OpenQuestions(
        questions.posture(),
        redaction.left(questions.opened()),
        questions.worlds() / redaction.worlds(questions.opened()),
        questions.exact(),
        questions.error(),
        questions.possible(),
        questions.questions().stream().filter(q -> !redaction.isWithheld(q.fact())).toList());
  }

  @Override
  public Seats seats() {
    return of(advice.seats());
  }

  @Override
  public Seats seats(Case theirs) {
    return of(advice.seats(redaction.nameless(theirs)));
  }

  private Seats of(Seats seats) {
    return new Seats(
        redaction.of(seats.ours()),
        redaction.of(seats.theirs()),
        seats.imagined(),
        seats.readings().stream().filter(r -> isOpen(List.of(r.fact(), r.theirFact()))).toList(),
        redaction.of(seats.shared()));
  }

  /** Asked of what is left, and not taken out of the whole. */
  @Override
  public Challenge challenge() {
    if (advice instanceof TableAdvice known) {
      return known.challenge(this, redaction::of, fact -> !redaction.isWithheld(fact));
    }
    throw new IllegalStateException("only an advisor's own advice can be challenged");
  }

  @Override
  public SimilarCases similar(Collection<Case> history, int most) {
    List<Case> nameless = history.stream().map(redaction::nameless).toList();
    // how alike two cases are tells of what they are compared by; of others nothing is known here
    return advice instanceof TableAdvice known
        ? of(known.similar(nameless, most, f -> !redaction.isWithheld(f)))
        : new SimilarCases(List.of(), 0, 0);
  }

  private SimilarCases of(SimilarCases similar) {
    return new SimilarCases(
        similar.cases().stream().map(this::of).toList(), similar.compared(), similar.among());
  }

  private SimilarCase of(SimilarCase similar) {
    return new SimilarCase(
        redaction.of(similar.advice()), similar.likeness(), similar.differences());
  }

  @Override
  public Advice within(Duration limit) {
    return new RedactedAdvice(advice.within(limit), redaction);
  }

  @Override
  public KnowledgeVersion knowledge() {
    return advice.knowledge();
  }
}
