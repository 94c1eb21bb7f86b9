package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Challenge;
import org.parley.Challenge.Assumption;
import org.parley.Challenge.Evidence;
import org.parley.Challenge.Failure;
import org.parley.Challenge.Hypothesis;
import org.parley.Challenge.Indicator;
import org.parley.Challenge.Speaks;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.Group;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.Said;
import org.parley.Verdict;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** What is said against an advice is traced, dated, true of the tables, and proposes nothing. */
class ChallengeTest {
  private static final KnowledgeBase BASE = KnowledgeBase.builtIn();
  private static final Set<String> ROWS =
      BASE.decisions().stream()
          .flatMap(d -> d.table().stream())
          .flatMap(t -> t.rows().stream())
          .map(r -> r.id())
          .collect(Collectors.toSet());

  private static Advice advice(String id) {
    return ShippedCases.ADVISOR.advise(ShippedCases.named(id));
  }

  @Test
  void everyCaseHasAnAssumptionADatedIndicatorAndAFailureEachTraced() {
    assertThat(ShippedCases.ALL).hasSizeGreaterThanOrEqualTo(141);
    for (Case subject : ShippedCases.ALL) {
      Challenge challenge = ShippedCases.ADVISOR.advise(subject).challenge();

      assertThat(challenge.complete()).as(subject.id()).isTrue();
      assertThat(challenge.assumptions()).as(subject.id()).isNotEmpty();
      for (Assumption assumption : challenge.assumptions()) {
        assertThat(BASE.vocabulary().fact(assumption.fact())).isPresent();
        assertThat(ROWS).as(subject.id()).contains(assumption.restsOn().row());
        assertThat(assumption.turns())
            .isNotEmpty()
            .allMatch(set -> set.posture() != challenge.posture());
      }
      assertThat(challenge.indicators()).anyMatch(i -> i.by() != null);
      for (Indicator indicator : challenge.indicators()) {
        assertThat(indicator.text()).endsWith(".");
        assertThat(
                ROWS.contains(indicator.row())
                    || BASE.vocabulary().event(indicator.eventTypes().get(0)).isPresent())
            .as(indicator.text())
            .isTrue();
        assertThat(indicator.by()).isAfterOrEqualTo(subject.asOf());
      }
      assertThat(challenge.premortem()).hasSameSizeAs(challenge.assumptions());
      for (Failure failure : challenge.premortem()) {
        assertThat(ROWS).contains(failure.decided().row(), failure.otherwise().row());
        assertThat(failure.decided()).as(subject.id()).isNotEqualTo(failure.otherwise());
        assertThat(failure.seenBy()).isNotBlank();
      }
    }
  }

  /** An assumption is a fact that turns the posture alone, and no such fact is left out. */
  @Test
  void assumptionsAreWhatChangesSay() {
    for (String id : List.of("VN-04", "AL-01", "HT-01", "OS-01", "SYN-01")) {
      Advice advice = advice(id);
      Changes changes = advice.changes(1);

      List<ChangeSet> told =
          advice.challenge().assumptions().stream().flatMap(a -> a.turns().stream()).toList();

      assertThat(told).containsExactlyInAnyOrderElementsOf(changes.sets());
    }
  }

  @Test
  void theWeakestComesFirst() {
    for (Case subject : ShippedCases.ALL) {
      List<Assumption> all = ShippedCases.ADVISOR.advise(subject).challenge().assumptions();
      int lastLow = -1;
      int firstHigh = all.size();
      for (int i = 0; i < all.size(); i++) {
        lastLow = all.get(i).confidence() == Confidence.LOW ? i : lastLow;
        firstHigh = all.get(i).confidence() == Confidence.HIGH ? Math.min(firstHigh, i) : firstHigh;
      }
      assertThat(lastLow).as(subject.id()).isLessThan(firstHigh);
    }
  }

  /** Each failure is what the advisor says of the case with this one fact otherwise. */
  @Test
  void aFailureIsWhatTheTablesSayOtherwise() {
    for (String id : List.of("VN-01", "VN-04", "HT-01", "OS-01", "KR-01")) {
      Case subject = ShippedCases.named(id);
      for (Failure failure : advice(id).challenge().premortem()) {
        Advice then =
            ShippedCases.ADVISOR.advise(subject.assuming(failure.fact(), failure.instead()));

        assertThat(then.posture()).isEqualTo(failure.then());
        assertThat(then.trace().stream().flatMap(d -> d.rows().stream()).filter(r -> r.decided()))
            .anyMatch(row -> new Said(row.why(), row.id()).equals(failure.otherwise()));
      }
    }
  }

  /** Held against the advisor itself, fact by fact and value by value. */
  @Test
  void whatAFactSaysIsWhatItsOtherValuesWouldDo() {
    for (String id : List.of("VN-04", "AL-01", "HT-01")) {
      Advice advice = advice(id);
      for (Hypothesis hypothesis : advice.challenge().hypotheses()) {
        assertThat(hypothesis.verdict()).isEqualTo(advice.verdict(hypothesis.posture()).level());
        for (Evidence evidence : hypothesis.evidence()) {
          FactType type = BASE.vocabulary().fact(evidence.fact()).orElseThrow();
          if (type.kind() == FactType.Kind.CHOICE) {
            assertThat(evidence.speaks())
                .as("%s: %s for %s", id, evidence.fact(), hypothesis.posture())
                .isEqualTo(spoken(advice, type, evidence.value(), hypothesis.posture()));
          }
          assertThat(evidence.speaks() == Speaks.NEITHER).isEqualTo(evidence.row().isEmpty());
        }
      }
    }
  }

  private static Speaks spoken(Advice advice, FactType type, String value, Posture posture) {
    Verdict.Level now = advice.verdict(posture).level();
    Set<Integer> moves = new HashSet<>();
    for (String other : type.known()) {
      if (!other.equals(value)) {
        Case otherwise = advice.subject().assuming(type.name(), other);
        Verdict.Level then = ShippedCases.ADVISOR.advise(otherwise).verdict(posture).level();
        moves.add(Integer.signum(then.compareTo(now)));
      }
    }
    if (moves.contains(-1)) {
      return moves.contains(1) ? Speaks.BOTH_WAYS : Speaks.AGAINST;
    }
    return moves.contains(1) ? Speaks.FOR : Speaks.NEITHER;
  }

  /** A path has neither a condition nor a doubt in it, and leads to talks. */
  @Test
  void aPathIsOverFactsThatSomebodyCanActOn() {
    int ways = 0;
    for (Case subject : ShippedCases.ALL) {
      Advice advice = ShippedCases.ADVISOR.advise(subject);
      Challenge.Path path = advice.challenge().path();
      assertThat(path.open()).isEqualTo(advice.posture() != Posture.CLOSED_POSTURE);
      assertThat(path.ways())
          .allSatisfy(
              way -> {
                assertThat(way.group()).isNotIn(Group.CONDITION, Group.DOUBT);
                assertThat(way.posture()).isNotEqualTo(Posture.CLOSED_POSTURE);
                assertThat(way.facts()).noneMatch(f -> f.actor().startsWith("nobody"));
              });
      assertThat(path.watch()).allMatch(w -> w.group() == Group.CONDITION);
      ways += path.ways().size();
    }
    assertThat(ways).isGreaterThan(20);
  }

  @Test
  void daysToComeAreTakenFromTheEvents() {
    assertThat(advice("HT-01").challenge().indicators())
        .filteredOn(i -> i.cue() == Indicator.Cue.DAY)
        .extracting(Indicator::by)
        .containsOnly(LocalDate.of(1994, 9, 19), LocalDate.of(1994, 11, 8));
    // the deadline of this one has passed
    assertThat(advice("WW-03").challenge().indicators())
        .noneMatch(i -> i.cue() == Indicator.Cue.DAY);
  }

  @Test
  void whereNoFactTurnsItAloneTwoTogetherAreTold() {
    Advice advice =
        ShippedCases.ADVISOR.advise(
            ShippedCases.named("SYN-02")
                .assuming("adversary escalation cost", "prohibitive")
                .assuming("third party offer", "none"));

    assertThat(advice.changes(1).sets()).isEmpty();
    assertThat(advice.challenge().assumptions())
        .isNotEmpty()
        .allSatisfy(a -> assertThat(a.turns()).allMatch(set -> set.facts().size() == 2));
  }

  @Test
  void aRedactedChallengeTellsOfNoChannelFact() {
    Redaction redaction = new Redaction(BASE);
    Set<String> channel =
        BASE.vocabulary().facts().stream()
            .filter(f -> f.group().equals("channel"))
            .map(FactType::name)
            .collect(Collectors.toSet());
    for (Case subject : ShippedCases.ALL) {
      Advice whole = ShippedCases.ADVISOR.advise(redaction.nameless(subject));
      Advice told = redaction.of(whole);
      Challenge challenge = told.challenge();
      Set<String> shown =
          Stream.of(
                  challenge.assumptions().stream().map(Assumption::restsOn),
                  challenge.premortem().stream()
                      .flatMap(f -> Stream.of(f.decided(), f.otherwise())))
              .flatMap(s -> s)
              .map(Said::row)
              .collect(Collectors.toSet());

      assertThat(channel).as(subject.id()).noneMatch(fact -> challenge.toString().contains(fact));
      assertThat(shown)
          .noneMatch(row -> redaction.tested(row).stream().anyMatch(channel::contains));
      assertThat(told.facts().stream().map(Fact::name)).doesNotContainAnyElementsOf(channel);
    }
  }

  @Test
  void itIsKeptUnlessItWasEnded() {
    Advice advice = advice("VN-04");
    Challenge ended = advice.within(Duration.ZERO).challenge();

    assertThat(ended.complete()).isFalse();
    assertThat(ended.assumptions()).isEmpty();
    assertThat(ended.premortem()).isEmpty();
    assertThat(advice.challenge()).isSameAs(advice.challenge());
    assertThat(advice.challenge().complete()).isTrue();
    assertThat(advice.within(Duration.ofDays(1)).challenge()).isEqualTo(advice.challenge());
  }

  @Test
  void anInterruptEndsIt() {
    Advice advice = advice("VN-01");
    Thread.currentThread().interrupt();
    Challenge ended = advice.challenge();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ended.complete()).isFalse();
    assertThat(advice.challenge().complete()).isTrue();
  }

  @Test
  void anAdviceThatWasWrittenDownCannotBeChallenged() {
    Advice written = new RecordedAdvice(AdviceAnswer.of(advice("VN-01")));

    assertThatThrownBy(written::challenge)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not say a challenge");
  }
}
