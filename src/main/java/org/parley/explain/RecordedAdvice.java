package org.parley.explain;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.parley.Advice;
import org.parley.Basis;
import org.parley.Case;
import org.parley.Challenge;
import org.parley.Changes;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.KnowledgeVersion;
import org.parley.OpenQuestions;
import org.parley.Origin;
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
import org.parley.knowledge.Decision;

/**
 * An advice that was written down: it says what was written, and refuses what only the advisor that
 * gave it could say.
 */
public final class RecordedAdvice implements Advice {
  private final AdviceAnswer written;

  /** The advice that an answer was written of. */
  public RecordedAdvice(AdviceAnswer written) {
    this.written = Objects.requireNonNull(written, "written");
  }

  /** What was written. */
  public AdviceAnswer written() {
    return written;
  }

  /** The case as far as it was written: with the facts that the tables saw, without its events. */
  @Override
  public Case subject() {
    AdviceAnswer.About about = written.about();
    Case.Builder subject =
        Case.builder()
            .id(written.subject())
            .asOf(written.asOf())
            .title(about.title())
            .conflict(about.conflict())
            .decidingParty(about.decidingParty())
            .adversary(about.adversary())
            .thirdParty(about.thirdParty())
            .summary(about.summary())
            .tags(about.ongoing() ? List.of(Case.ONGOING_TAG) : List.of());
    written.facts().stream().filter(f -> f.origin() != Origin.DERIVED).forEach(subject::fact);
    return subject.build();
  }

  @Override
  public Posture posture() {
    return written.posture();
  }

  @Override
  public Basis basis() {
    return written.basis();
  }

  @Override
  public List<String> combinedWith() {
    return written.combinedWith();
  }

  @Override
  public UnofficialTrack unofficialTrack() {
    return written.unofficialTrack();
  }

  /** As it was written: without the facts that the reasons name. */
  @Override
  public Reliance confidence() {
    return new Reliance(
        written.confidence(),
        written.completions(),
        written.confidenceReasons().stream().map(text -> new Reason(text, List.of())).toList());
  }

  @Override
  public List<Verdict> verdicts() {
    return written.verdicts().stream().map(this::whole).toList();
  }

  /** Of the rows of a verdict only the ids are written with it, and all else in the trace. */
  private Verdict whole(Verdict verdict) {
    Map<String, FiredRow> rows = new HashMap<>();
    written.trace().forEach(decision -> decision.rows().forEach(row -> rows.put(row.id(), row)));
    return new Verdict(
        verdict.option(),
        verdict.level(),
        verdict.rows().stream().map(row -> rows.getOrDefault(row.id(), row)).toList());
  }

  @Override
  public List<FiredRow> reasons() {
    return written.reasons();
  }

  @Override
  public RunnerUp runnerUp() {
    return new RunnerUp(whole(written.runnerUp().verdict()), written.runnerUp().arguments());
  }

  @Override
  public List<Said> steps() {
    return written.steps();
  }

  @Override
  public List<Said> warnings() {
    return written.warnings();
  }

  @Override
  public List<Topic> topics() {
    return topics(written.topics());
  }

  @Override
  public List<Topic> more() {
    return topics(written.more());
  }

  private static List<Topic> topics(Map<String, List<Said>> sentences) {
    return sentences.entrySet().stream()
        .map(t -> new Topic(t.getKey(), Decision.titleOf(t.getKey()), t.getValue()))
        .toList();
  }

  @Override
  public List<Said> footer() {
    return written.footer();
  }

  @Override
  public OptionalInt reviewWithinDays() {
    return written.reviewWithinDays() == null
        ? OptionalInt.empty()
        : OptionalInt.of(written.reviewWithinDays());
  }

  @Override
  public List<Fact> facts() {
    return written.facts();
  }

  @Override
  public List<String> unknown() {
    return written.unknown();
  }

  @Override
  public List<Finding> findings() {
    return written.findings();
  }

  @Override
  public List<String> rulesFired() {
    return written.rulesFired();
  }

  @Override
  public Optional<SecondOpinion> secondOpinion() {
    return Optional.ofNullable(written.secondOpinion());
  }

  @Override
  public Optional<Precedents> precedents() {
    return Optional.ofNullable(written.precedents());
  }

  @Override
  public List<DecisionTrace> trace() {
    return written.trace();
  }

  @Override
  public WhyNot whyNot(Posture asked) {
    return present(written.whyNot(), "why not").stream()
        .filter(why -> why.asked() == asked)
        .findFirst()
        .orElseThrow(() -> unwritten("why not " + asked));
  }

  @Override
  public Changes changes(int most) {
    Changes changes = present(written.changes(), "what would change it");
    if (changes.most() != most) {
      throw unwritten("what would change it with up to %d facts".formatted(most));
    }
    return changes;
  }

  @Override
  public Changes changes(Posture to, int most) {
    throw unwritten("what would change it to " + to);
  }

  @Override
  public OpenQuestions openQuestions() {
    return present(written.openQuestions(), "what is open");
  }

  @Override
  public OpenQuestions openQuestions(Predicate<Fact> doubted) {
    throw unwritten("what is open in doubt");
  }

  @Override
  public Seats seats() {
    throw unwritten("both seats");
  }

  @Override
  public Seats seats(Case theirs) {
    throw unwritten("both seats");
  }

  @Override
  public Challenge challenge() {
    throw unwritten("a challenge");
  }

  @Override
  public SimilarCases similar(Collection<Case> history, int most) {
    throw unwritten("similar cases");
  }

  /** Nothing is searched for. */
  @Override
  public Advice within(Duration limit) {
    return this;
  }

  @Override
  public KnowledgeVersion knowledge() {
    return new KnowledgeVersion(written.knowledge().hash(), written.knowledge().engine());
  }

  private static <T> T present(T part, String what) {
    if (part == null) {
      throw unwritten(what);
    }
    return part;
  }

  private static IllegalStateException unwritten(String what) {
    return new IllegalStateException(
        ("this advice was read from JSON, which does not say %s: ask an advisor for advice on its"
                + " case")
            .formatted(what));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordedAdvice advice && written.equals(advice.written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  @Override
  public String toString() {
    return "%s, %s, for %s, as it was written"
        .formatted(
            posture(),
            unofficialTrack(),
            written.subject().isEmpty() ? "a case" : written.subject());
  }
}
