package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.precedent.Precedent;
import org.parley.regress.Stability.Turning;
import org.parley.report.Written;
import org.parley.report.regression.RegressionReport;

class StabilityTest {
  private static final List<String> SOME =
      List.of("Vietnam War", "Kenya", "Korean War", "Haiti 1994");

  private static KnowledgeBase knowledge;
  private static TableAdvisor advisor;
  private static List<Case> cases;
  private static List<Case> some;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    some = cases.stream().filter(c -> SOME.contains(c.conflict())).toList();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  /** Each value by itself, as a what-if has it. */
  @Test
  void aDoubtedFactTurnsACaseWhereTheAdviceOnAnotherValueIsAnother() {
    Map<String, Set<String>> turning = new HashMap<>();
    int doubted = 0;
    for (Case subject : some) {
      Posture favoured = advisor.advise(subject).posture();
      boolean any = false;
      for (Fact fact : advisor.advise(subject).facts()) {
        List<String> others = knowledge.vocabulary().fact(fact.name()).orElseThrow().known();
        if (fact.confidence() == Confidence.LOW) {
          any = true;
          for (String other : others) {
            if (advisor.advise(subject.assuming(fact.name(), other)).posture() != favoured) {
              turning.computeIfAbsent(subject.id(), id -> new HashSet<>()).add(fact.name());
            }
          }
        }
      }
      doubted += any ? 1 : 0;
    }

    Stability.Doubt doubt = run(some).doubt();

    assertThat(doubt.cases()).isEqualTo(doubted);
    assertThat(doubt.turned()).isEqualTo(turning.size()).isPositive();
    assertThat(doubt.turning())
        .allSatisfy(
            one -> {
              assertThat(Set.copyOf(one.facts())).isEqualTo(turning.get(one.subject()));
              assertThat(one.stands()).isLessThan(one.values());
              assertThat(one.share()).isBetween(0.0, 1.0);
            });
    assertThat(doubt.share()).isBetween(0.5, 1.0);
  }

  @Test
  void aCaseTurnsWhereTheAdviceWithoutTheFactIsAnother() {
    Map<String, Integer> byFact = new HashMap<>();
    int turned = 0;
    for (Case subject : some) {
      Posture favoured = advisor.advise(subject).posture();
      Set<String> turning = new HashSet<>();
      for (Fact fact : subject.facts().values()) {
        Case without = subject.toBuilder().withoutFact(fact.name()).build();
        if (!fact.value().equals(FactType.UNKNOWN)
            && advisor.advise(without).posture() != favoured) {
          turning.add(fact.name());
        }
      }
      turned += turning.isEmpty() ? 0 : 1;
      turning.forEach(name -> byFact.merge(name, 1, Integer::sum));
    }

    Stability stability = run(some);

    assertThat(stability.of()).isEqualTo(some.size());
    assertThat(stability.turned()).isEqualTo(turned).isPositive();
    assertThat(stability.facts())
        .isSortedAccordingTo((a, b) -> Integer.compare(b.turned(), a.turned()));
    Map<String, Integer> told = new HashMap<>();
    stability.facts().forEach(f -> told.put(f.fact(), f.turned()));
    assertThat(told).isEqualTo(byFact);
  }

  @Test
  void robustAgreementIsThatOfAdviceOnWhatIsLeft() {
    Case subject = cases.stream().filter(c -> c.id().equals("VN-04")).findFirst().orElseThrow();
    Random random = new Random(1L << 32 ^ "VN-04".hashCode());
    int agree = 0;
    for (int draw = 0; draw < 200; draw++) {
      Case.Builder left = subject.toBuilder();
      for (String name : knowledge.vocabulary().factNames()) {
        Fact fact = subject.facts().get(name);
        if (fact != null && !fact.value().equals(FactType.UNKNOWN) && random.nextDouble() < 0.2) {
          left.withoutFact(name);
        }
      }
      Advice advice = advisor.advise(left.build());
      agree += advice.posture() == subject.observed().posture() ? 1 : 0;
    }

    Stability stability = run(List.of(subject));

    assertThat(stability.compared()).isEqualTo(1);
    assertThat(stability.robustAgreement()).isCloseTo(agree / 200.0, within(1e-12));
    assertThat(agree).isBetween(1, 199);
  }

  @Test
  void atHomeTheTablesAreNotBelowTheLearner() {
    Stability stability = run(cases);

    assertThat(stability.of()).isEqualTo(112);
    assertThat(stability.turned()).isLessThanOrEqualTo(65);
    assertThat(stability.facts()).extracting(Turning::turned).allMatch(n -> n <= 15);
    assertThat(stability.compared()).isEqualTo(96);
    assertThat(stability.agree()).isGreaterThanOrEqualTo(stability.learnerAgree());
    assertThat(stability.robustAgreement()).isGreaterThan(stability.learnerRobustAgreement());
    assertThat(stability.learnerRobustAgreement()).isBetween(55.0, 66.0);
    assertThat(List.of(stability.draws(), stability.seed())).containsExactly(200, 1);
  }

  @Test
  void theOrderOfTheCasesAndTheNumberOfThreadsChangeNothing() {
    List<Case> backwards = new ArrayList<>(some);
    Collections.reverse(backwards);

    String alone = new ForkJoinPool(1).submit(() -> json(some)).join();
    String together = new ForkJoinPool(8).submit(() -> json(some)).join();

    assertThat(together).isEqualTo(alone);
    assertThat(run(backwards)).isEqualTo(run(some));
  }

  @Test
  void madeUpCasesAreLeftOut() {
    Stability stability = run(cases.stream().filter(Case::isMadeUp).toList());

    assertThat(stability.of()).isZero();
    assertThat(stability.compared()).isZero();
    assertThat(stability.robustAgreement()).isZero();
    assertThat(text(List.of())).doesNotContain("forgotten");
  }

  @Test
  void everyReportTellsOfItWithItsCaution() {
    assertThat(text(some))
        .contains("When facts are forgotten")
        .contains("always the largest class")
        .contains(RegressionResult.CAUTION.substring(0, 40));
  }

  @Test
  void learnersLearnFromTheLibraryLessTheConflictsThatRun() {
    List<Precedent> library =
        cases.stream().flatMap(c -> Precedent.of(c, knowledge.vocabulary()).stream()).toList();
    List<Precedent> vietnam =
        library.stream().filter(p -> p.conflict().equals("Vietnam War")).toList();
    int right = 0;
    for (Precedent one : vietnam) {
      right +=
          new NaiveBayesByHand(knowledge.vocabulary())
                  .predict(one, library.stream().filter(p -> !vietnam.contains(p)).toList())
                  .equals(one.done())
              ? 1
              : 0;
    }

    RegressionResult.Baseline learners =
        new Regression(advisor, knowledge.vocabulary(), () -> advisor.library().cases())
            .run(cases.stream().filter(c -> c.conflict().equals("Vietnam War")).toList())
            .observed()
            .baselines();

    assertThat(learners.naiveBayes()).isEqualTo(right);
    assertThat(learners.naiveBayesByConflict()).isEqualTo(right).isPositive();
  }

  @Test
  void whereTheLibraryItselfRunsEachConflictIsLeftOutInTurn() {
    List<Precedent> library =
        cases.stream().flatMap(c -> Precedent.of(c, knowledge.vocabulary()).stream()).toList();
    NaiveBayesByHand byHand = new NaiveBayesByHand(knowledge.vocabulary());
    int byConflict = 0;
    int byCase = 0;
    for (Precedent one : library) {
      byConflict +=
          byHand
                  .predict(
                      one,
                      library.stream().filter(p -> !p.conflict().equals(one.conflict())).toList())
                  .equals(one.done())
              ? 1
              : 0;
      byCase +=
          byHand
                  .predict(one, library.stream().filter(p -> !p.equals(one)).toList())
                  .equals(one.done())
              ? 1
              : 0;
    }

    RegressionResult.Baseline learners =
        new Regression(advisor, knowledge.vocabulary(), () -> library)
            .run(cases)
            .observed()
            .baselines();

    assertThat(new Regression(advisor, knowledge.vocabulary()).run(cases).observed().baselines())
        .isEqualTo(learners);
    assertThat(new Regression(advisor, knowledge.vocabulary()).brief(cases))
        .extracting(b -> List.of(b.learner(), b.largestClass()))
        .isEqualTo(List.of(byConflict, learners.largestClass()));
    assertThat(learners.naiveBayesByConflict()).isEqualTo(byConflict);
    assertThat(learners.naiveBayes()).isEqualTo(byCase);
  }

  private static Stability run(List<Case> subjects) {
    return new StabilityRun(advisor, knowledge).run(subjects).orElseThrow();
  }

  private static RegressionResult result(List<Case> subjects) {
    return new Regression(advisor, knowledge.vocabulary()).run(subjects).with(run(subjects));
  }

  private static String json(List<Case> subjects) {
    return Written.json(RegressionReport.of(result(subjects)));
  }

  private static String text(List<Case> subjects) {
    return Written.text(RegressionReport.of(result(subjects)));
  }
}
