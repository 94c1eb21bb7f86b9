package org.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an application hands over as a case is answered, or refused in a few words. */
class HostileCaseTest {
  private static final LocalDate DAY = LocalDate.parse("1999-01-01");
  private static Advisor advisor;

  @BeforeAll
  static void start() {
    advisor = Parley.builtIn();
  }

  @AfterAll
  static void stop() {
    advisor.close();
  }

  private static Event event(Map<String, String> details) {
    return new Event(DAY, "overture", List.of("A"), List.of("B"), details, "", "");
  }

  @Test
  void ofACaseThatIsWrongAllOverNoMoreIsToldThanSomebodyReads() {
    Map<String, Integer> facts = new HashMap<>();
    IntStream.range(0, 100_000).forEach(i -> facts.put("fact " + i, 1));

    CaseRefused refused =
        catchThrowableOfType(CaseRefused.class, () -> advisor.advise(Case.of(facts)));

    assertThat(refused.problems()).hasSize(100);
  }

  @Test
  void norOfOneWithManyWrongEventsBesideItsFacts() {
    Case.Builder many = Case.builder().asOf(LocalDate.of(12_000, 1, 1));
    IntStream.range(0, 200).forEach(i -> many.fact("fact " + i, "1"));
    IntStream.range(0, 900).forEach(i -> many.event(Event.of(DAY, "type " + i, "A", "B")));

    CaseRefused refused =
        catchThrowableOfType(CaseRefused.class, () -> advisor.advise(many.build()));

    // so many of the facts, the day, and so many of the events
    assertThat(refused.problems()).hasSize(201);
  }

  @Test
  void namesOfAnyLengthAreComparedInLittleMemory() {
    String party = "x".repeat(60_000);
    Case subject =
        Case.builder()
            .asOf(DAY)
            .decidingParty(party)
            .adversary("B")
            .event(Event.of(DAY, "offensive", party + "y", "B"))
            .build();

    assertThat(advisor.advise(subject).findings())
        .extracting(Finding::kind)
        .doesNotContain("unknown actor");
  }

  @Test
  void moreEventsThanACaseMayHaveAreRefusedHoweverTheyCome() {
    Case.Builder many = Case.builder().asOf(DAY);
    IntStream.range(0, 1_001).forEach(i -> many.event(event(Map.of())));

    assertThatThrownBy(() -> advisor.advise(many.build()))
        .isInstanceOf(CaseRefused.class)
        .hasMessage("more than 1,000 events: the most for one case");
  }

  @Test
  @SuppressWarnings({"NullAway", "ToStringReturnsNull"})
  void whatIsNothingIsRefusedInWords() {
    Map<String, String> details = new HashMap<>();
    details.put("public", null);
    Object mute =
        new Object() {
          @Override
          public String toString() {
            return null;
          }
        };

    assertThatThrownBy(() -> event(details))
        .isInstanceOf(CaseRefused.class)
        .hasMessage("event 'overture' of 1999-01-01: 'public' has no value: leave it out");
    assertThatThrownBy(() -> event(Collections.singletonMap(null, "yes")))
        .isInstanceOf(CaseRefused.class)
        .hasMessageContaining("a key has no name");
    assertThatThrownBy(() -> event(Map.of("note", "yes")))
        .isInstanceOf(CaseRefused.class)
        .hasMessage(
            "event 'overture' of 1999-01-01: 'note' is a key of every event, and not of its"
                + " details");
    assertThatThrownBy(() -> Case.of(Map.of("months of fighting", mute)))
        .isInstanceOf(CaseRefused.class)
        .hasMessage("'months of fighting' has no value: leave it out, or say 'unknown'");
    assertThatThrownBy(() -> advisor.advise(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("subject");
    assertThatThrownBy(() -> Case.of(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("facts");
  }

  @Test
  void aNameIsToldNoLongerThanSomebodyReads() {
    InputStream none = InputStream.nullInputStream();

    assertThatThrownBy(() -> advisor.readCase("n".repeat(1_000_000), none))
        .isInstanceOf(CaseRefused.class)
        .message()
        .hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"facts\": {\"own resilience\": null}}", "{\"facts\": {\"x\": {}}}"})
  void aFactWithoutAValueIsToldToBeLeftOut(String json) {
    CaseRefused refused = catchThrowableOfType(CaseRefused.class, () -> Case.fromJson(json));

    assertThat(refused).hasMessageContaining("leave the fact out where it is not known");
    assertThat(refused.problems().get(0).legal()).containsExactly("unknown");
  }

  @Test
  void aCaseOfNextToNothingIsReadAsItWasWritten() {
    for (Case subject :
        List.of(
            Case.of(Map.of()),
            Case.builder().id("x").title("t").tags(List.of("a")).build(),
            Case.builder().fact("f", "x".repeat(300)).build())) {
      assertThat(Case.fromYaml(subject.toYaml())).isEqualTo(subject);
      assertThat(Case.fromJson(subject.toJson())).isEqualTo(subject);
    }
  }

  /** Java, JSON and a builder take the same words. */
  @Test
  void yesAndNumbersAreTheSameByEveryDoor() {
    Case subject = Case.of(Map.of("respite needed", true, "months of fighting", 7));

    assertThat(Case.fromJson("{\"facts\": {\"respite needed\": true, \"months of fighting\": 7}}"))
        .isEqualTo(subject);
    assertThat(Case.builder().fact("respite needed", true).fact("months of fighting", 7).build())
        .isEqualTo(subject);
    assertThat(advisor.advise(subject.assuming("respite needed", false)).facts())
        .contains(Fact.assumed("respite needed", "no"));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
  void everyLimitOfTimeIsOne(long seconds) {
    Advice advice = advisor.advise(Case.of(Map.of("way out", "yes")));

    Changes changes = advice.within(Duration.ofSeconds(seconds)).changes(1);

    assertThat(changes.complete()).isEqualTo(seconds > 0);
  }

  @Test
  void whatAnAdviceKnowsCanBeWrittenWhenItsAdvisorIsClosed() {
    Advice advice;
    try (Advisor closed = Parley.builtIn()) {
      advice = closed.advise(Case.of(Map.of("way out", "yes")));
    }

    assertThat(advice.toJson(Detail.FULL)).contains("\"whyNot\"");
  }
}
