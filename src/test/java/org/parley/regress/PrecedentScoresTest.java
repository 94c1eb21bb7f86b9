package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Case;
import org.parley.Precedents.TrackRecord;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.PrecedentScores.Score;
import org.parley.regress.RegressionResult.Interval;

class PrecedentScoresTest {
  private static TableAdvisor advisor;
  private static RegressionResult.Observed observed;

  @BeforeAll
  static void run() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    List<Case> cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    observed = new Regression(advisor, knowledge.vocabulary()).run(cases).observed();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  /** Over the whole library they are the record that the precedents show of themselves. */
  @Test
  void areTheRecordOfThePrecedents() {
    TrackRecord record = advisor.advise(Case.of(Map.of())).precedents().orElseThrow().record();
    PrecedentScores scores = observed.scores();

    assertThat(scores.right().compared()).isEqualTo(record.cases());
    assertThat(scores.right().agree()).isEqualTo(record.right());
    assertThat(scores.brier().mean()).isCloseTo(record.brier(), within(1e-12));
    assertThat(scores.brierOfRates().mean()).isCloseTo(record.brierOfRates(), within(1e-12));
    assertThat(scores.logScore().mean()).isCloseTo(record.logScore(), within(1e-12));
    assertThat(scores.logScoreOfRates().mean()).isCloseTo(record.logScoreOfRates(), within(1e-12));
  }

  @Test
  void eachMeanLiesInItsInterval() {
    PrecedentScores scores = observed.scores();

    assertThat(
            List.of(
                scores.brier(),
                scores.brierOfRates(),
                scores.brierDifference(),
                scores.logScore(),
                scores.logScoreOfRates(),
                scores.logScoreDifference()))
        .allSatisfy(
            score -> {
              assertThat(score.interval95().low()).isLessThan(score.mean());
              assertThat(score.interval95().high()).isGreaterThan(score.mean());
            });
    assertThat(scores.brierDifference().mean())
        .isCloseTo(difference(scores.brier(), scores.brierOfRates()), within(1e-12));
    assertThat(scores.logScoreDifference().mean())
        .isCloseTo(difference(scores.logScore(), scores.logScoreOfRates()), within(1e-12));
  }

  private static double difference(Score one, Score other) {
    return one.mean() - other.mean();
  }

  /** Newcombe (1998), Two-sided confidence intervals for the single proportion, table I. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void intervalsOfSharesAreThePublishedOnes(int count, int of, double low, double high) {
    Interval interval = Interval.of(count, of);

    assertThat(interval.low()).isCloseTo(low, within(0.0001));
    assertThat(interval.high()).isCloseTo(high, within(0.0001));
  }

  @Test
  void baselinesHaveIntervalsToo() {
    assertThat(observed.baselineIntervals().largestClass())
        .isEqualTo(Interval.of(observed.baselines().largestClass(), observed.compared()));
    assertThat(observed.baselineIntervals().naiveBayesByConflict())
        .isEqualTo(Interval.of(observed.baselines().naiveBayesByConflict(), observed.compared()));
  }
}
