package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Observation;
import org.parley.Posture;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.RegressionResult.Confusion;
import org.parley.report.Written;
import org.parley.report.document.Report;
import org.parley.report.document.Style;
import org.parley.report.regression.RegressionReport;

class RegressionTest {
  private static KnowledgeBase knowledge;
  private static Advisor advisor;
  private static List<Case> cases;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void manyThreadsFindWhatOneDoes() {
    String alone = new ForkJoinPool(1).submit(RegressionTest::json).join();
    String together = new ForkJoinPool(8).submit(RegressionTest::json).join();

    assertThat(together).isEqualTo(alone);
  }

  @Test
  void theOrderOfTheCasesDecidesOnlyTheOrderOfTheResult() {
    List<Case> backwards = new ArrayList<>(cases);
    Collections.reverse(backwards);

    assertThat(run(backwards).ran()).containsExactlyInAnyOrderElementsOf(run(cases).ran());
    assertThat(run(backwards).ran())
        .extracting(RegressionResult.Ran::subject)
        .containsExactlyElementsOf(backwards.stream().map(Case::id).toList());
  }

  @Test
  void theConfusionTableCountsEachObservedPostureOnce() {
    RegressionResult result = run(cases);
    Confusion confusion = result.observed().confusion();

    long observed =
        cases.stream().filter(c -> c.observed() != null && c.observed().posture() != null).count();
    assertThat(confusion.total()).isEqualTo((int) observed).isPositive();
    for (int i = 0; i < Confusion.postures().size(); i++) {
      String posture = Confusion.postures().get(i);
      assertThat(confusion.tally(i).compared())
          .isEqualTo(result.observed().byPosture().get(posture).compared());
    }
  }

  @Test
  void rowsAreObservedAndColumnsAdvised() {
    Case subject = cases.get(0);
    Posture advised = advisor.advise(subject).posture();
    Posture other = advised == Posture.OPEN_TALKS ? Posture.CLOSED_POSTURE : Posture.OPEN_TALKS;
    Case seenOtherwise =
        subject.toBuilder().observed(new Observation(other, "", null, "", "", List.of())).build();

    Confusion confusion = run(List.of(seenOtherwise)).observed().confusion();

    int row = Confusion.postures().indexOf(other.label());
    int column = Confusion.postures().indexOf(advised.label());
    assertThat(confusion.counts().get(row).get(column)).isEqualTo(1);
    assertThat(confusion.total()).isEqualTo(1);
    assertThat(confusion.tally(row).agree()).isZero();
  }

  @Test
  void aNarrowTerminalGetsTheTableRowByRow() {
    Report report = RegressionReport.of(run(cases));
    String narrow = Written.text(report, new Style(false, true, 60));

    assertThat(narrow.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    assertThat(narrow).containsPattern("open talks +open: \\d+ · secret: \\d+");
    assertThat(Written.text(report))
        .containsPattern("\\n  Observed .* closed +Same  95% interval\\n");
  }

  private static RegressionResult run(List<Case> some) {
    return new Regression(advisor, knowledge.vocabulary()).run(some);
  }

  private static String json() {
    return Written.json(RegressionReport.of(run(cases)));
  }
}
