package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Parley;
import org.parley.casefile.ReadCases;
import org.parley.knowledge.KnowledgeBase;

class CoverageTest {
  private static KnowledgeBase knowledge;
  private static Advisor advisor;
  private static List<Case> cases;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
    advisor = Parley.builtIn();
    cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void everyRuleStatementIsEncodedAndTheCasesExerciseAlmostAll() {
    CoverageResult result = Coverage.of(advisor, knowledge, cases);

    assertThat(result.statements().total()).isEqualTo(119);
    assertThat(result.statements().missing()).isEmpty();
    assertThat(result.statements().exercised()).isGreaterThanOrEqualTo(108);
    assertThat(result.rows().exercised() * 100.0 / result.rows().total()).isGreaterThan(85);
    assertThat(result.rows().never()).hasSize(result.rows().total() - result.rows().exercised());
    assertThat(result.cases() - result.synthetic()).isEqualTo(112);
  }

  @Test
  void oneCaseExercisesOneRowOfEachTableThatChooses() {
    CoverageResult nothing = Coverage.of(advisor, knowledge, List.of());
    CoverageResult unknown = Coverage.of(advisor, knowledge, List.of(Case.of(Map.of())));
    long choosing =
        knowledge.decisions().stream()
            .filter(d -> d.decisionTable().hitPolicy().equals("UNIQUE"))
            .count();

    assertThat(nothing.rows().exercised()).isZero();
    assertThat(nothing.share()).isZero();
    assertThat(unknown.rows().exercised()).isGreaterThan((int) choosing);
    assertThat(unknown.values().seen()).isZero();
    assertThat(unknown.rules().exercised()).isZero();
  }

  @Test
  void learnersThatKnowNothingOfTheFieldStandBesideTheTables() {
    RegressionResult result = new Regression(advisor, knowledge.vocabulary()).run(cases);

    assertThat(result.observed().compared()).isEqualTo(112);
    assertThat(result.observed().baselines().largestClass()).isEqualTo(40);
    assertThat(result.observed().baselines().naiveBayes()).isBetween(56, 64);
    assertThat(result.observed().baselines().naiveBayesByConflict()).isBetween(60, 68);
    assertThat(new RegressionResult.Tally(97, 68).interval().low()).isBetween(0.60, 0.61);
    assertThat(new RegressionResult.Tally(97, 68).interval().high()).isBetween(0.78, 0.79);
    assertThat(new RegressionResult.Tally(0, 0).interval()).isNull();
  }
}
