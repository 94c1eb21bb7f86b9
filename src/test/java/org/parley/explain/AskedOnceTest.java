package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.SimilarCase;
import org.parley.knowledge.KnowledgeBase;

/** What an advice was worked out from is not worked out again for what follows from it. */
class AskedOnceTest {
  private static final Case SUBJECT = ShippedCases.named("VN-01");

  @Test
  void whatNeedsNothingElseIsKept() {
    TableAdvice advice = ShippedCases.ADVISOR.advise(SUBJECT);

    assertThat(advice.openQuestions()).isSameAs(advice.openQuestions());
    assertThat(advice.confidence()).isSameAs(advice.confidence());
    assertThat(advice.seats()).isSameAs(advice.seats());
    assertThat(advice.challenge()).isSameAs(advice.challenge());
    assertThat(advice.seats().ours()).isSameAs(advice);
    assertThat(advice.trace()).isSameAs(advice.trace());
    assertThat(advice.topics()).isSameAs(advice.topics());
    assertThat(advice.precedents().orElseThrow()).isSameAs(advice.precedents().orElseThrow());
    Briefing briefing = Briefing.of(advice, List.of());
    assertThat(briefing.advice()).isSameAs(advice);
    assertThat(briefing.questions()).isSameAs(advice.openQuestions());
  }

  /** A case with events needs the rules, and these are gone. */
  @Test
  void nothingIsDerivedAgain() {
    TableAdvice advice;
    try (TableAdvisor advisor = TableAdvisor.of(KnowledgeBase.builtIn())) {
      advice = advisor.advise(SUBJECT);
      assertThat(advice.rulesFired()).isNotEmpty();
    }

    assertThat(advice.changes(2)).isEqualTo(fresh().changes(2));
    assertThat(advice.changes(Posture.OPEN_TALKS, 1).to()).isEqualTo(Posture.OPEN_TALKS);
    assertThat(advice.openQuestions()).isEqualTo(fresh().openQuestions());
    assertThat(advice.whyNot(Posture.OPEN_TALKS)).isEqualTo(fresh().whyNot(Posture.OPEN_TALKS));
    assertThat(advice.tables()).isEqualTo(fresh().tables());
    assertThatThrownBy(advice::seats).isInstanceOf(IllegalStateException.class);
  }

  private static TableAdvice fresh() {
    return ShippedCases.ADVISOR.advise(SUBJECT);
  }

  @Test
  void aSimilarCaseIsAdvisedOnAsByItself() {
    for (SimilarCase similar : fresh().similar(ShippedCases.ALL, 3).cases()) {
      assertThat(similar.advice()).isEqualTo(ShippedCases.ADVISOR.advise(similar.subject()));
    }
  }

  /** Reasons do without a trace in words, and say the same: one of each table, and none twice. */
  @Test
  void whatIsReadOffRowsIsWhatTheTraceSays() {
    for (Case subject : ShippedCases.ALL) {
      TableAdvice advice = ShippedCases.ADVISOR.advise(subject);
      List<FiredRow> reasons = advice.reasons();
      Set<String> said = new HashSet<>();
      Set<String> spoken = new HashSet<>();
      assertThat(reasons)
          .isEqualTo(
              DecisionTrace.rowsBehind(advice.trace(), FinalDecisions.verdict(advice.posture()))
                  .stream()
                  .filter(r -> !spoken.contains(r.table()) && said.add(r.why()))
                  .filter(r -> spoken.add(r.table()))
                  .limit(3)
                  .toList());
    }
  }
}
