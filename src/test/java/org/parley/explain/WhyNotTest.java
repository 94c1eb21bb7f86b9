package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Posture;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.WhyNot.FailingCell;
import org.parley.WhyNot.NearRow;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** What is said to stand in a posture's way does, and what would follow follows. */
class WhyNotTest {
  private final Advisor advisor = ShippedCases.ADVISOR;
  private final KnowledgeBase knowledge = KnowledgeBase.builtIn();
  private final TableEngine engine = TableEngine.of(knowledge);

  @Test
  void everyWayLeadsWhereItIsSaidToLead() {
    int enough = 0;
    int ways = 0;
    for (Case subject : ShippedCases.ALL) {
      Advice advice = advisor.advise(subject);
      for (Posture asked : Posture.values()) {
        for (WhyNot.Way way : advice.whyNot(asked).ways()) {
          Advice then = advisor.advise(assuming(subject, way.assuming()));
          assertThat(then.posture()).as("%s %s", subject.id(), way).isEqualTo(way.posture());
          assertThat(then.verdict(asked).level()).isEqualTo(way.level());
          enough += way.level() == Verdict.Level.RECOMMENDED ? 1 : 0;
          ways++;
        }
      }
    }
    assertThat((double) enough / ways).as("ways that lead to the verdict").isGreaterThan(0.8);
  }

  @Test
  void everyCellNamedFailsAndEveryValueWantedPasses() {
    for (Case subject : ShippedCases.ALL) {
      Advice advice = advisor.advise(subject);
      Evaluation evaluation = evaluate(advice, Map.of());
      for (Posture asked : Posture.values()) {
        advice.whyNot(asked).ways().forEach(way -> check(advice, evaluation, way.row()));
      }
    }
  }

  private void check(Advice advice, Evaluation evaluation, NearRow row) {
    assertThat(row.cells())
        .as(row.id())
        .hasSameSizeAs(evaluation.failing(row.table(), row.number()));
    for (FailingCell cell : row.cells()) {
      assertThat(cell.wanted()).as("%s %s", row.id(), cell.input()).isNotEmpty();
      if (cell.through() != null) {
        assertThat(cell.wanted()).contains(cell.through().result());
        check(advice, evaluation, cell.through());
      } else {
        for (String wanted : cell.wanted()) {
          String value = wanted.replaceFirst("^(\\d+) to \\d+$", "$1");
          int before = row.cells().size();
          assertThat(
                  evaluate(advice, Map.of(cell.input(), value)).failing(row.table(), row.number()))
              .as("%s where %s is %s", row.id(), cell.input(), value)
              .hasSizeLessThan(before);
        }
      }
    }
  }

  @Test
  void whatIsFavouredHasNothingInItsWay() {
    Advice advice = advisor.advise(ShippedCases.named("VN-04"));

    WhyNot whyNot = advice.whyNot(advice.posture());

    assertThat(whyNot.isFavoured()).isTrue();
    assertThat(whyNot.ways()).isEmpty();
  }

  @Test
  void theNearestRowStandsFirst() {
    for (Case subject : ShippedCases.ALL) {
      for (Posture asked : Posture.values()) {
        assertThat(advisor.advise(subject).whyNot(asked).ways())
            .isSortedAccordingTo(
                (a, b) -> Integer.compare(a.row().facts().size(), b.row().facts().size()));
      }
    }
  }

  private Evaluation evaluate(Advice advice, Map<String, String> changed) {
    return engine.evaluate(
        name ->
            changed.getOrDefault(
                name,
                advice.facts().stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst()
                    .map(f -> f.value())
                    .orElse(FactType.UNKNOWN)));
  }

  private static Case assuming(Case subject, Map<String, String> facts) {
    Case changed = subject;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      changed = changed.assuming(fact.getKey(), fact.getValue());
    }
    return changed;
  }
}
