package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Advice.Completions;
import org.parley.Advice.Reason;
import org.parley.Advice.Reliance;
import org.parley.Advisor;
import org.parley.Basis;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.OpenQuestions;
import org.parley.OpenQuestions.Possibility;
import org.parley.Posture;
import org.parley.Verdict;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

/** What an advice rests on, and how far to rely on it, against every completion tried by itself. */
class RelianceTest {
  private static final int MOST_WORLDS = 400;

  private final Advisor advisor = ShippedCases.ADVISOR;
  private final Vocabulary vocabulary = KnowledgeBase.builtIn().vocabulary();

  @Test
  void aCaseOfWhichNothingIsKnownRestsOnDefaults() {
    Advice advice = advisor.advise(Case.of(Map.of()));

    assertThat(advice.basis()).isEqualTo(Basis.DEFAULTS);
    assertThat(advice.favoured()).isFalse();
    assertThat(advice.confidence().level()).isEqualTo(Confidence.LOW);
    assertThat(advice.openQuestions().firstFacts()).hasSize(3);
  }

  @Test
  void aFactThatMovesNoRowLeavesTheDefaults() {
    assertThat(advisor.advise(Case.of(Map.of("outside support trend", "rising"))).basis())
        .isEqualTo(Basis.DEFAULTS);
  }

  @Test
  void threeFactsAreFew() {
    Advice advice =
        advisor.advise(
            Case.of(
                Map.of(
                    "adversary escalation cost", "prohibitive",
                    "resilience signal", "strong",
                    "own escalation cost", "prohibitive")));

    assertThat(advice.basis()).isEqualTo(Basis.FEW_FACTS);
    assertThat(advice.favoured()).isFalse();
  }

  @Test
  void whatRestsOnFactsIsFavoured() {
    Advice advice = advisor.advise(ShippedCases.named("VN-04"));

    assertThat(advice.basis()).isEqualTo(Basis.FACTS);
    assertThat(advice.favoured()).isTrue();
  }

  /** A fact of the posture that becomes known never makes a basis weaker. */
  @Test
  void aThirdOfTheFactsIsEnough() {
    Case whole = ShippedCases.named("VN-04");
    Advice nothing = advisor.advise(Case.of(Map.of()));
    List<String> facts = nothing.confidence().reasons().get(0).facts();
    Map<String, Object> known = new HashMap<>();
    for (String fact : facts) {
      Basis before = advisor.advise(Case.of(known)).basis();
      assertThat(before == Basis.FACTS).isEqualTo(known.size() * 3 >= facts.size());
      Fact value = whole.facts().get(fact);
      known.put(fact, value == null ? any(fact) : value.value());
    }
    assertThat(advisor.advise(Case.of(known)).confidence().completions())
        .isEqualTo(new Completions(1, 1, true));
  }

  private String any(String fact) {
    return isChoice(fact) ? vocabulary.fact(fact).orElseThrow().known().get(0) : "30";
  }

  @Test
  void figuresAreThoseOfEveryCompletion() {
    Map<Confidence, Integer> compared = new EnumMap<>(Confidence.class);
    int doubts = 0;
    for (Case shipped : ShippedCases.ALL) {
      // a number has too many values to visit: it is given one
      Case subject =
          shipped.facts().containsKey("days until war")
              ? shipped
              : shipped.assuming("days until war", "3");
      Advice advice = advisor.advise(subject);
      Reliance reliance = advice.confidence();
      List<String> unknown = reliance.reasons().get(0).facts();
      if (reliance.completions().count() > MOST_WORLDS || unknown.contains("days until war")) {
        continue;
      }
      List<Posture> postures = completions(subject, unknown);
      double share = share(postures, advice.posture());
      boolean stands = share == 1;
      for (Fact fact : advice.facts()) {
        if (fact.confidence() == Confidence.LOW && isChoice(fact.name())) {
          List<String> open = new ArrayList<>(unknown);
          open.add(fact.name());
          double then = share(completions(subject, open), advice.posture());
          stands &= then == 1;
          boolean named =
              reliance.reasons().stream()
                  .skip(1)
                  .anyMatch(r -> r.facts().contains(fact.name()) && r.text().contains(" then)"));
          assertThat(named).as("%s %s", subject.id(), fact.name()).isEqualTo(then < share - 1e-9);
          doubts += share == 1 && then < 1 ? 1 : 0;
        }
      }

      assertThat(reliance.completions().exact()).isTrue();
      assertThat(reliance.completions().count()).as(subject.id()).isEqualTo(postures.size());
      assertThat(reliance.completions().share()).as(subject.id()).isEqualTo(share, within(1e-9));
      assertThat(reliance.level())
          .as(subject.id())
          .isEqualTo(
              stands ? Confidence.HIGH : 3 * share >= 2 ? Confidence.MEDIUM : Confidence.LOW);
      compared.merge(reliance.level(), 1, Integer::sum);
    }
    assertThat(compared).containsOnlyKeys(Confidence.values());
    assertThat(compared.values()).allMatch(n -> n >= 3);
    assertThat(doubts).isPositive();
  }

  private boolean isChoice(String fact) {
    return vocabulary.fact(fact).orElseThrow().kind() == FactType.Kind.CHOICE;
  }

  private List<Posture> completions(Case subject, List<String> open) {
    if (open.isEmpty()) {
      return List.of(advisor.advise(subject).posture());
    }
    List<Posture> postures = new ArrayList<>();
    for (String value : vocabulary.fact(open.get(0)).orElseThrow().known()) {
      postures.addAll(
          completions(subject.assuming(open.get(0), value), open.subList(1, open.size())));
    }
    return postures;
  }

  private static double share(List<Posture> postures, Posture posture) {
    return (double) postures.stream().filter(posture::equals).count() / postures.size();
  }

  @Test
  void threadsThatAskAtOnceGetTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (String id : List.of("VN-04", "KE-02", "GE-01")) {
        Advice advice = advisor.advise(ShippedCases.named(id));
        Callable<Reliance> ask = advice::confidence;
        List<Future<Reliance>> asked = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
          asked.add(threads.submit(ask));
        }
        Reliance alone = advisor.advise(ShippedCases.named(id)).confidence();
        for (Future<Reliance> one : asked) {
          assertThat(one.get()).isEqualTo(alone);
        }
        assertThat(advice.confidence()).isSameAs(advice.confidence()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Where a sample was counted nothing is sure, and the figure says that it is an estimate. */
  @Test
  void aSampleNeverGivesHighConfidence() {
    assertThat(sampled(1).level()).isEqualTo(Confidence.MEDIUM);
    assertThat(sampled(0.7).level()).isEqualTo(Confidence.MEDIUM);
    assertThat(sampled(0.667).level()).isEqualTo(Confidence.LOW);
    assertThat(sampled(0.7).reasons())
        .extracting(Reason::text)
        .containsExactly(
            "the posture stands in an estimated 70% of the ways to fill in the 2 unknown facts that it"
                + " may rest on",
            "the next best, secret back-channel, stands two steps lower (weak)");
  }

  private static Reliance sampled(double share) {
    List<Possibility> possible = new ArrayList<>();
    possible.add(new Possibility(Posture.OPEN_TALKS, share));
    if (share < 1) {
      possible.add(new Possibility(Posture.CLOSED_POSTURE, 1 - share));
    }
    List<String> unknown = List.of("a", "b");
    return RelianceJudge.judge(
        new OpenQuestions(
            Posture.OPEN_TALKS, unknown, 2_000_000, false, 0.001, possible, List.of()),
        unknown,
        List.of("doubted"),
        fact -> {
          throw new AssertionError("one sample is enough");
        },
        new Verdict(Posture.OPEN_TALKS, Verdict.Level.RECOMMENDED, List.of()),
        new Verdict(Posture.SECRET_BACK_CHANNEL, Verdict.Level.WEAK, List.of()));
  }
}
