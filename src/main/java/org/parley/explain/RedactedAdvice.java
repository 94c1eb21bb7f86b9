package org.parley.explain;

import static org.parley.explain.Redaction.WITHHELD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Event;
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

/** An advice without channel facts, and without what rests on one directly. */
final class RedactedAdvice implements Advice {
  private final Advice advice;
  private final Redaction redaction;
  private final RedactedRows rows;

  /** Decisions whose answer a row on a channel gave. */
  private final Set<String> withheld = new HashSet<>();

  private final Set<String> sentences = new HashSet<>();

  RedactedAdvice(Advice advice, Redaction redaction) {
    this.advice = advice;
    this.redaction = redaction;
    for (DecisionTrace trace : advice.trace()) {
      if (decided(trace).stream().anyMatch(r -> tests(r, Set.of()))) {
        withheld.add(trace.decision());
      }
    }
    advice.trace().forEach(trace -> remember(trace.result(), decided(trace)));
    this.rows = new RedactedRows(redaction, withheld, sentences);
  }

  private static List<FiredRow> decided(DecisionTrace trace) {
    return trace.rows().stream().filter(FiredRow::decided).toList();
  }

  private boolean tests(FiredRow row, Set<String> decisions) {
    return redaction.tests(row.table(), row.number(), decisions);
  }

  /** The answers of rows that are left out; all of them where it is not clear whose is whose. */
  private void remember(Object result, List<FiredRow> decided) {
    if (decided.stream().noneMatch(r -> tests(r, withheld))) {
      return;
    }
    List<?> answers = result instanceof List<?> list ? list : List.of(String.valueOf(result));
    for (int i = 0; i < answers.size(); i++) {
      if (answers.size() != decided.size() || tests(decided.get(i), withheld)) {
        addTexts(answers.get(i));
      }
    }
  }

  /** An answer of several columns is a map of texts. */
  private void addTexts(Object answer) {
    if (answer instanceof Map<?, ?> columns) {
      columns.values().forEach(this::addTexts);
    } else {
      sentences.add(String.valueOf(answer));
    }
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
    return advice.combinedWith();
  }

  @Override
  public UnofficialTrack unofficialTrack() {
    return advice.unofficialTrack();
  }

  @Override
  public Reliance confidence() {
    return new Reliance(advice.confidence().level(), unnamed(advice.confidence().reasons()));
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
    return new RunnerUp(rows.of(advice.runnerUp().verdict()), open(advice.runnerUp().arguments()));
  }

  @Override
  public List<String> steps() {
    return open(advice.steps());
  }

  @Override
  public List<String> warnings() {
    return open(advice.warnings());
  }

  @Override
  public Guidance guidance() {
    Guidance all = advice.guidance();
    return new Guidance(
        open(all.format()),
        open(all.risks()),
        open(all.costOfWaiting()),
        open(all.mustAgree()),
        open(all.outlook()),
        open(all.thirdParty()),
        open(all.trackTwo()),
        open(all.fallback()),
        open(all.ifLeaked()),
        open(all.reviewWhen()));
  }

  /** The sentences that rest on no channel fact; where some do, one word says so. */
  private List<String> open(List<String> all) {
    return replaced(all, sentences::contains);
  }

  private List<String> unnamed(List<String> all) {
    return replaced(all, redaction::isNamedIn);
  }

  private static List<String> replaced(List<String> all, Predicate<String> withheld) {
    return all.stream().map(s -> withheld.test(s) ? WITHHELD : s).distinct().toList();
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
    return finding.facts().stream().anyMatch(redaction::isWithheld)
        || redaction.isNamedIn(finding.message())
        || advice.subject().events().stream()
            .filter(redaction::isOnChannel)
            .anyMatch(e -> finding.message().contains(e.type()));
  }

  /** Rules that derived a channel fact, or found something about one, would tell of it. */
  @Override
  public List<String> rulesFired() {
    Set<String> silent =
        Stream.concat(
                advice.facts().stream().filter(f -> redaction.isWithheld(f.name())).map(Fact::rule),
                advice.findings().stream().filter(this::isOnChannel).map(Finding::rule))
            .collect(Collectors.toSet());
    return advice.rulesFired().stream().filter(r -> !silent.contains(r)).toList();
  }

  @Override
  public Optional<SecondOpinion> secondOpinion() {
    return advice.secondOpinion().map(this::of);
  }

  private SecondOpinion of(SecondOpinion opinion) {
    SecondOpinion.Parting parting =
        opinion
            .partsOn()
            .filter(p -> p.facts().stream().noneMatch(redaction::isNamedIn))
            .orElse(null);
    return new SecondOpinion(
        opinion.region(),
        opinion.label(),
        opinion.meaning(),
        opinion.reasonable(),
        opinion.agrees(),
        parting);
  }

  @Override
  public List<DecisionTrace> trace() {
    return advice.trace().stream().map(rows::of).toList();
  }

  @Override
  public WhyNot whyNot(Posture asked) {
    return of(advice.whyNot(asked));
  }

  UsedTable of(UsedTable table) {
    return rows.of(table);
  }

  WhyNot of(WhyNot whyNot) {
    return rows.of(whyNot);
  }

  @Override
  public KnowledgeVersion knowledge() {
    return advice.knowledge();
  }
}
