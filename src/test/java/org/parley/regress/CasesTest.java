package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Parley;
import org.parley.Posture;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.KnowledgeBase;

/** The same regression that {@code parley regress} runs, a test for each case. */
class CasesTest {
  private static KnowledgeBase knowledge;
  private static Advisor advisor;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
    advisor = Parley.builtIn();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @TestFactory
  Stream<DynamicTest> everyCaseComesOutAsPinned() {
    Regression regression = new Regression(advisor, knowledge.vocabulary());
    return CaseFiles.in(Path.of("cases")).stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    file.toUri(),
                    () -> {
                      RegressionResult result = regression.run(List.of(advisor.readCase(file)));
                      assertThat(result.expected().unpinned()).isEmpty();
                      assertThat(result.expected().differ()).isEmpty();
                    }));
  }

  @Test
  void whereExpectedAndObservedDifferTheCaseSaysWhy() {
    assertThat(cases())
        .hasSizeGreaterThanOrEqualTo(97)
        .filteredOn(c -> c.observed() != null)
        .filteredOn(
            c -> !c.observed().agreesWith(c.expected().posture(), c.expected().unofficialTrack()))
        .allSatisfy(c -> assertThat(c.differsBecause()).as(c.id()).endsWith("."));
  }

  @Test
  void aMismatchNamesTheCaseAndTheRowsThatDecided() {
    Case pinned = cases().stream().filter(c -> c.id().equals("VN-04")).findFirst().orElseThrow();
    Case wrong =
        pinned.toBuilder()
            .expected(
                new org.parley.Expectation(
                    Posture.CLOSED_POSTURE, pinned.expected().unofficialTrack()))
            .build();

    RegressionResult result =
        new Regression(advisor, knowledge.vocabulary()).run(List.of(pinned, wrong));

    assertThat(result.isClean()).isFalse();
    assertThat(result.expected().agree()).isEqualTo(1);
    assertThat(result.expected().differ())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.subject()).isEqualTo("VN-04");
              assertThat(m.expected().posture()).isEqualTo("closed posture");
              assertThat(m.actual().posture()).isEqualTo("open talks");
              assertThat(m.rows())
                  .extracting(r -> r.table())
                  .contains("posture", "open talks verdict", "closed posture verdict");
            });
  }

  @Test
  void historyIsTalliedApartAndOnceMoreWithoutTheCloseFacts() {
    List<Case> cases = cases().stream().filter(c -> c.observed() != null).toList();

    RegressionResult.Observed observed =
        new Regression(advisor, knowledge.vocabulary()).run(cases).observed();

    assertThat(observed.compared()).isEqualTo(112);
    assertThat(observed.agree() + observed.differ().size()).isEqualTo(observed.compared());
    assertThat(
            observed.byPosture().values().stream().mapToInt(t -> t.compared()).sum()
                + (int) cases.stream().filter(c -> c.observed().posture() == null).count())
        .isEqualTo(observed.compared());
    assertThat(observed.agreeWithoutCloseFacts()).isBetween(0, observed.compared());
  }

  private static List<Case> cases() {
    return CaseFiles.in(Path.of("cases")).stream().map(advisor::readCase).toList();
  }
}
