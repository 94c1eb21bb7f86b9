package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Event;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.DerivedOnly.Comparison;
import org.parley.regress.DerivedOnly.Difference;
import org.parley.regress.RegressionResult.Tally;
import org.parley.report.Written;
import org.parley.report.regression.RegressionReport;

class DerivedOnlyRunTest {

  @Test
  void countsWhatIsCodedWhatIsDerivedAndWhatIsEqual() {
    DerivedOnly run = run(war("A", "5"), war("B", "7"), war("C", "unknown"), withoutEvents());

    assertThat(run.recommendations().compared()).isEqualTo(3);
    assertThat(fact(run, "months of fighting"))
        .isEqualTo(
            new Comparison(
                "months of fighting",
                2,
                2,
                1,
                List.of(
                    new Difference("B", "7", "5", "months of fighting since the fighting began"))));
    assertThat(fact(run, "way out")).isEqualTo(new Comparison("way out", 3, 0, 0, List.of()));
    assertThat(run.facts()).extracting(Comparison::name).doesNotContain("own resilience");
  }

  @Test
  void aRecommendationThatRestsOnADroppedFactDoesNotSurvive() {
    Case rests =
        war("A", "5").toBuilder()
            .fact("adversary escalation cost", "prohibitive")
            .fact("adversary readiness", "ready")
            .fact("talk read as weakness", "no")
            .build();
    DerivedOnly run = run(rests, Case.builder().asOf(rests.asOf()).event(begin()).build());

    assertThat(run.recommendations()).isEqualTo(new Tally(2, 1));
  }

  @Test
  void theRunIsPartOfEveryReport() {
    RegressionResult result =
        new RegressionResult(
            List.of(),
            new RegressionResult.Expected(0, List.of("A", "B"), List.of()),
            new RegressionResult.Observed(
                0,
                0,
                Map.of(),
                Map.of(),
                0,
                new RegressionResult.Confusion(Collections.nCopies(4, Collections.nCopies(4, 0))),
                new RegressionResult.Baseline(0, 0, 0),
                null,
                List.of()),
            null,
            null,
            null,
            null);
    RegressionResult with = result.with(run(war("A", "5"), war("B", "7")));

    assertThat(Written.text(RegressionReport.of(with)))
        .containsPattern("months of fighting +2 +2 +1  B");
    assertThat(Written.markdown(RegressionReport.of(with)))
        .contains("| months of fighting | 2 | 2 | 1 | B |");
    assertThat(Written.json(RegressionReport.of(with)))
        .contains("\"derivedOnly\"", "\"recommendations\"", "\"compared\": 2", "\"caution\"");
    assertThat(Written.json(RegressionReport.of(result))).doesNotContain("derivedOnly");
  }

  private static DerivedOnly run(Case... cases) {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    try (Advisor advisor = TableAdvisor.of(knowledge)) {
      return new DerivedOnlyRun(advisor, knowledge).run(List.of(cases));
    }
  }

  private static Comparison fact(DerivedOnly run, String name) {
    return run.facts().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static Case war(String id, String months) {
    return Case.builder()
        .id(id)
        .decidingParty("Us")
        .adversary("Them")
        .asOf(LocalDate.parse("1968-09-30"))
        .event(begin())
        .fact("months of fighting", months)
        .fact("way out", "yes")
        .fact("own resilience", "high")
        .build();
  }

  private static Event begin() {
    return Event.of(LocalDate.parse("1968-04-01"), "fighting begins", "Us", "Them");
  }

  private static Case withoutEvents() {
    return Case.builder().id("D").fact("months of fighting", "9").build();
  }
}
