package org.parley.assertj;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.assertj.ParleyAssertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Basis;
import org.parley.Case;
import org.parley.Changes;
import org.parley.Confidence;
import org.parley.OpenQuestions;
import org.parley.Parley;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.Verdict;

/** Each assertion holds where it should, and where it does not, says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParleyAssertionsTest {
  private Advisor advisor;
  private Case early;
  private Advice advice;
  private Changes changes;
  private OpenQuestions open;

  @BeforeAll
  void advise() {
    advisor = Parley.builtIn();
    early = advisor.readCase(Path.of("cases/vietnam-war/VN-01.yaml"));
    advice = advisor.advise(early);
    changes = advice.changes(2);
    open = advisor.advise(early.assuming("adversary escalation cost", "unknown")).openQuestions();
  }

  @AfterAll
  void close() {
    advisor.close();
  }

  @Test
  void whatIsSoHolds() {
    assertThat(advice)
        .recommends(Posture.CLOSED_POSTURE)
        .doesNotRecommend(Posture.OPEN_TALKS)
        .withTrack(UnofficialTrack.NONE)
        .combinedWith("humanitarian contact")
        .hasVerdict(Posture.OPEN_TALKS, Verdict.Level.BLOCKED)
        .becauseOfRow("closed-wait")
        .becauseOfRow("wait-for-a-signal")
        .notBecauseOfRow("open-safe-and-wanted")
        .isExplainedBy("S013")
        .hasFact("resilience signal", "weak")
        .hasUnknown("talk read as weakness")
        .warns("that explains a refusal")
        .doesNotWarn("concessions of territory")
        .hasConfidence(Confidence.HIGH)
        .hasBasis(Basis.FACTS);
    assertThat(advisor.advise(Case.of(Map.of("respite needed", true)))).hasNoFindings();
  }

  @Test
  void aFailureShowsTheRowsThatDecidedAndWhatCameNear() {
    assertThatThrownBy(() -> assertThat(advice).recommends(Posture.OPEN_TALKS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "Expecting the advice on VN-01 to favour open talks, but it favours closed posture",
            "because of\n  closed-wait (closed posture verdict): As far as is known, more speaks for waiting",
            "where talk or wait = wait",
            "nearest to open talks, which is blocked:\n"
                + "  open-safe-and-wanted (open talks verdict): There is reason to talk",
            "needs adversary escalation cost = prohibitive, but it is acceptable");
  }

  @Test
  void aRowThatDidNotDecideIsFoundAmongThoseThatCameNear() {
    assertThatThrownBy(() -> assertThat(advice).becauseOfRow("condition-1"))
        .hasMessageContainingAll(
            "Expecting the advice on VN-01 to rest on the row 'condition-1'",
            "it does not match:\n  condition-1 (openness condition)",
            "needs adversary escalation cost = prohibitive, but it is acceptable",
            "all rows behind it: ",
            "wait-refused");
    assertThatThrownBy(() -> assertThat(advice).becauseOfRow("no-such-row"))
        .hasMessageContaining("no row of that id matched");
  }

  static Stream<Arguments> untrue() {
    return Stream.of(
        untrue("not to favour closed", a -> a.doesNotRecommend(Posture.CLOSED_POSTURE)),
        untrue(
            "to run the unofficial track 'hard", a -> a.withTrack(UnofficialTrack.HARD_TRACK_TWO)),
        untrue("to run an unofficial track", AdviceAssert::hasUnofficialTrack),
        untrue(
            "with 'a parade'\nit is combined with\n  humanitarian contact",
            a -> a.combinedWith("humanitarian contact", "a parade")),
        untrue(
            "open talks viable, but it is blocked\nbecause of\n  open-invites-escalation",
            a -> a.hasVerdict(Posture.OPEN_TALKS, Verdict.Level.VIABLE)),
        untrue(
            "nearest to open talks",
            a -> a.hasVerdict(Posture.OPEN_TALKS, Verdict.Level.RECOMMENDED)),
        untrue("but it decided\nit is\n  wait-refused", a -> a.notBecauseOfRow("wait-refused")),
        untrue("S999, but it rests on P004, ", a -> a.isExplainedBy("S999")),
        untrue("but it is 'weak' (coded)", a -> a.hasFact("resilience signal", "strong")),
        untrue("but it is not known", a -> a.hasFact("talk read as weakness", "yes")),
        untrue("it does not know\n", a -> a.hasUnknown("resilience signal")),
        untrue("it warns\n  Pressure by the United States", a -> a.warns("100 % sure")),
        untrue("not to warn\nit warns", AdviceAssert::doesNotWarn),
        untrue("not to warn of 'look forced'", a -> a.doesNotWarn("look forced")),
        untrue("to have a finding 'omen'", a -> a.hasFinding("omen")),
        untrue("medium confidence, but it has high", a -> a.hasConfidence(Confidence.MEDIUM)),
        untrue("rest on defaults, but it rests on facts", a -> a.hasBasis(Basis.DEFAULTS)));
  }

  private static Arguments untrue(String message, UnaryOperator<AdviceAssert> claim) {
    return Arguments.of(message, claim);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("untrue")
  void whatIsNotSoFails(String message, UnaryOperator<AdviceAssert> claim) {
    fails(() -> claim.apply(assertThat(advice)), message);
  }

  @Test
  void changesHold() {
    assertThat(changes)
        .flipsWhen("adversary escalation cost", "prohibitive")
        .canFlipTo(Posture.SECRET_BACK_CHANNEL)
        .isAway(Posture.SECRET_BACK_CHANNEL, 1)
        .isRobustAgainst("conflict stage");
  }

  @Test
  void changesThatAreNotSoSayWhatIs() {
    String flips = "it flips when\n  adversary escalation cost = prohibitive: secret back-channel";
    fails(() -> assertThat(changes).isRobustAgainst("adversary escalation cost"), flips);
    fails(() -> assertThat(changes).flipsWhen("conflict stage", "ceasefire"), flips);
    fails(() -> assertThat(changes).canFlipTo(Posture.CLOSED_POSTURE), flips);
    fails(() -> assertThat(changes).isAway(Posture.SECRET_BACK_CHANNEL, 2), "but it is 1 away");
  }

  @Test
  void openQuestionsHold() {
    assertThat(advice.openQuestions()).holdsWhateverIsUnknown().isExact();
    assertThat(open).leavesPossible(Posture.CLOSED_POSTURE, Posture.SECRET_BACK_CHANNEL);
    assertThat(open).asksFirst(open.questions().get(0).fact());
  }

  @Test
  void openQuestionsThatAreNotSoSayWhatIs() {
    fails(
        () -> assertThat(open).holdsWhateverIsUnknown(),
        "Expecting the advice closed posture to hold whatever is unknown\nall ");
    fails(() -> assertThat(open).asksFirst("conflict stage"), "to learn first\n  ");
    fails(() -> assertThat(open).leavesPossible(Posture.OPEN_TALKS), "possible [open talks]");
  }

  @Test
  void softAssertionsTellAll() {
    SoftAssertions softly = new SoftAssertions();
    AdviceAssert soft = softly.proxy(AdviceAssert.class, Advice.class, advice);
    soft.recommends(Posture.OPEN_TALKS).hasConfidence(Confidence.LOW);

    org.assertj.core.api.Assertions.assertThat(softly.errorsCollected()).hasSize(2);
  }

  @Test
  void theDescriptionStandsFirst() {
    fails(() -> assertThat(advice).as("early war").doesNotWarn(), "[early war] \nExpecting");
  }

  @Test
  void nothingIsRefusedAsSuch() {
    fails(() -> assertThat((Advice) null).recommends(Posture.OPEN_TALKS), "not to be null");
  }

  private static void fails(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(message);
  }
}
