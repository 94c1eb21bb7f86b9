package org.parley.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Event;
import org.parley.Fact;
import org.parley.LoadOption;
import org.parley.Origin;
import org.parley.ParleyException;
import org.parley.Sides;
import org.parley.knowledge.KnowledgeBase;

class DeriverTest {
  private static Deriver deriver;

  @BeforeAll
  static void start() {
    deriver = new Deriver(KnowledgeBase.builtIn());
  }

  @AfterAll
  static void stop() {
    deriver.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1968-04-01, 0, early war",
    "1968-09-30, 5, early war",
    "1968-10-01, 6, mid war",
    "1969-09-30, 17, mid war",
    "1969-10-01, 18, protracted war",
    "1978-04-01, 120, protracted war",
  })
  void monthsAndStageFollowFromTheFirstDayOfFighting(String asOf, String months, String stage) {
    Case subject = at(asOf).event(event("1968-04-01", "fighting begins", "Us", "Them")).build();

    assertThat(value(subject, "months of fighting")).isEqualTo(months);
    assertThat(value(subject, "conflict stage")).isEqualTo(stage);
  }

  @Test
  void aLaterRoundOfFightingCounts() {
    Case subject =
        at("1970-01-15")
            .event(event("1965-01-01", "fighting begins", "Us", "Them"))
            .event(event("1969-12-01", "fighting begins", "Them", "Us"))
            .build();

    assertThat(value(subject, "months of fighting")).isEqualTo("1");
    assertThat(value(subject, "conflict stage")).isEqualTo("early war");
  }

  @ParameterizedTest
  @CsvSource({"1968-06-07, early war", "1968-06-08, ceasefire"})
  void aCeasefireCountsOnceKeptForAWeek(String asOf, String stage) {
    Case.Builder subject =
        at(asOf)
            .event(event("1968-04-01", "fighting begins", "Us", "Them"))
            .event(event("1968-06-01", "ceasefire", "Us", "Them"));

    assertThat(value(subject.build(), "conflict stage")).isEqualTo(stage);
    assertThat(
            value(
                subject.event(event("1968-06-03", "ceasefire broken", "Them", "")).build(),
                "conflict stage"))
        .isNotEqualTo("ceasefire");
  }

  @Test
  void aCostlyActAndARaisedEstimateAreAStrongSignal() {
    Fact signal = fact(tet("1968-04-02"), "resilience signal");

    assertThat(signal.value()).isEqualTo("strong");
    assertThat(signal.origin()).isEqualTo(Origin.DERIVED);
    assertThat(signal.rule()).isEqualTo("strong signal: a costly act and a raised estimate");
    assertThat(signal.why()).startsWith("A costly act of the last half year").endsWith(".");
    assertThat(signal.source()).contains("Mastro and Siegel 2023");
    assertThat(signal.events())
        .extracting(Event::type)
        .containsExactly("offensive", "estimate revised");
  }

  @Test
  void operationalFailureDoesNotMatter() {
    Case lost =
        tet("1968-04-02").toBuilder()
            .event(event("1968-03-15", "ground gained", "Them", "Us"))
            .fact("battlefield trend", "losing")
            .build();

    assertThat(value(lost, "resilience signal")).isEqualTo("strong");
  }

  @Test
  void theSignalFadesAfter180Days() {
    assertThat(value(tet("1968-07-28"), "resilience signal")).isEqualTo("strong");
    assertThat(value(tet("1968-07-29"), "resilience signal")).isNull();
  }

  @Test
  void withoutARevisedEstimateTheSignalIsWeakAndAfterALoweredOneItHasFailed() {
    Case.Builder act = at("1968-04-02").event(event("1968-01-30", "offensive", "Us", "Them"));

    assertThat(value(act.build(), "resilience signal")).isEqualTo("weak");
    assertThat(value(act.event(revised("1968-03-01", "down")).build(), "resilience signal"))
        .isEqualTo("failed");
    assertThat(value(act.event(revised("1968-03-20", "up")).build(), "resilience signal"))
        .isEqualTo("strong");
  }

  @Test
  void anActOfTheAdversaryIsNoSignalOfOurs() {
    Case subject =
        at("1968-04-02")
            .event(event("1968-01-30", "offensive", "Them", "Us"))
            .event(revised("1968-03-01", "up"))
            .build();

    assertThat(value(subject, "resilience signal")).isNull();
  }

  @Test
  void namesOfASideCountAsTheParty() {
    Case named =
        at("1968-04-02")
            .event(event("1968-01-30", "offensive", "Our ally", "Their ally"))
            .event(
                new Event(
                    LocalDate.parse("1968-03-01"),
                    "estimate revised",
                    List.of("Somebody", "Their ally"),
                    List.of("Our ally"),
                    Map.of("direction", "up"),
                    "",
                    ""))
            .build();
    Case withSides =
        named.toBuilder().sides(new Sides(List.of("Our ally"), List.of("Their ally"))).build();

    assertThat(value(named, "resilience signal")).isNull();
    assertThat(value(withSides, "resilience signal")).isEqualTo("strong");
  }

  @ParameterizedTest
  @CsvSource({
    "overture accepted, agreed",
    "talks open, ongoing",
    "talks resume, ongoing",
    "talks stall, stalled",
    "talks collapse, collapsed",
    "talks exhausted, exhausted",
  })
  void theLastEventSaysWhereOfficialTalksStand(String type, String state) {
    Case subject =
        at("1968-12-01")
            .event(event("1968-05-01", "talks open", "Us", "Them"))
            .event(event("1968-06-01", "talks stall", "", ""))
            .event(event("1968-11-01", type, "Us", "Them"))
            .build();

    assertThat(value(subject, "official talks"))
        .isEqualTo(type.equals("overture accepted") ? "agreed" : state);
  }

  @Test
  void aCollapseIsForgottenAfterAYearAndTrackTwoIsNoOfficialTalks() {
    Case.Builder collapsed =
        at("1969-05-01").event(event("1968-05-01", "talks collapse", "Them", ""));
    Event workshop =
        new Event(
            LocalDate.parse("1969-04-01"),
            "talks open",
            List.of("Us"),
            List.of("Them"),
            Map.of("track", "two"),
            "",
            "");

    assertThat(value(collapsed.build(), "official talks")).isEqualTo("collapsed");
    assertThat(value(collapsed.event(workshop).build(), "official talks")).isEqualTo("collapsed");
    assertThat(value(collapsed.asOf(LocalDate.parse("1969-05-02")).build(), "official talks"))
        .isEqualTo("none");
  }

  @Test
  void theCauseOfTheLastStall() {
    Event stall =
        new Event(
            LocalDate.parse("1968-11-01"),
            "talks stall",
            List.of(),
            List.of(),
            Map.of("cause", "procedure"),
            "",
            "");
    Case.Builder stalled = at("1968-12-01").event(stall);

    assertThat(value(stalled.build(), "stall cause")).isEqualTo("procedure");
    assertThat(
            value(
                stalled.event(event("1968-11-20", "talks resume", "", "")).build(), "stall cause"))
        .isNull();
  }

  @Test
  void aLeakEndsSecrecyUntilASecretChannelOpensAgain() {
    Case.Builder leaked = at("1968-12-01").event(event("1968-11-01", "leak", "", ""));
    Event secret =
        new Event(
            LocalDate.parse("1968-11-20"),
            "talks open",
            List.of("Us"),
            List.of("Them"),
            Map.of("secret", "yes"),
            "",
            "");

    assertThat(value(leaked.build(), "secrecy feasible")).isEqualTo("no");
    assertThat(value(leaked.event(secret).build(), "secrecy feasible")).isNull();
    assertThat(value(leaked.asOf(LocalDate.parse("1969-06-01")).build(), "secrecy feasible"))
        .isNull();
  }

  @Test
  void codedBeatsDerivedAndTheDifferenceIsShown() {
    Case coded = tet("1968-04-02").toBuilder().fact("resilience signal", "weak").build();

    Deriver.Result result = deriver.derive(coded);

    assertThat(result.facts().get("resilience signal").value()).isEqualTo("weak");
    assertThat(result.findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.kind()).isEqualTo("coded and derived differ");
              assertThat(f.message())
                  .isEqualTo(
                      "'resilience signal' stands at 'weak' as coded, and at 'strong' by rule 'strong signal: a"
                          + " costly act and a raised estimate' from 1968-01-30 offensive, 1968-03-25"
                          + " estimate revised; the coded value is used");
            });
  }

  @Test
  void codedUnknownDoesNotHideADerivedValueButAssumedUnknownDoes() {
    Case coded = tet("1968-04-02").toBuilder().fact("resilience signal", "unknown").build();

    assertThat(value(coded, "resilience signal")).isEqualTo("strong");
    assertThat(value(coded.assuming("resilience signal", "unknown"), "resilience signal")).isNull();
    assertThat(value(coded.assuming("resilience signal", "failed"), "resilience signal"))
        .isEqualTo("failed");
  }

  @Test
  void laterEventsAreNotUsedButReported() {
    Case subject = tet("1968-02-15");

    assertThat(value(subject, "resilience signal")).isEqualTo("weak");
    assertThat(deriver.derive(subject).findings())
        .extracting(f -> f.message())
        .containsExactly("1 event after 1968-02-15 is not used: 1968-03-25 estimate revised");
  }

  @Test
  void eventsNeedADayToLookFrom() {
    Case subject = Case.builder().event(event("1968-11-01", "leak", "", "")).build();

    assertThatThrownBy(() -> deriver.derive(subject))
        .isInstanceOf(ParleyException.class)
        .hasMessage("a case with events needs a day to look from: 'as of'");
  }

  @Test
  void aCaseWithoutEventsStartsNoDrools() {
    try (Deriver fresh = new Deriver(KnowledgeBase.builtIn())) {
      fresh.derive(Case.of(Map.of("own resilience", "high")));
      assertThat(fresh.hasStarted()).isFalse();

      fresh.derive(tet("1968-04-02"));
      assertThat(fresh.hasStarted()).isTrue();
    }
  }

  @Test
  void sessionsAreSharedByThreadsWithoutMixingCases() throws Exception {
    Callable<Boolean> task =
        () -> {
          for (int i = 0; i < 500; i++) {
            boolean strong = i % 2 == 0;
            Case subject = strong ? tet("1968-04-02") : tet("1968-02-15");
            if (!(strong ? "strong" : "weak").equals(value(subject, "resilience signal"))) {
              return false;
            }
          }
          return true;
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        results.add(threads.submit(task));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void foreignRulesRunOnlyWhenTrusted(@TempDir Path folder) throws IOException {
    Copy.into(folder)
        .write(
            "rules/derive/foreign.drl",
            """
            package rules.derive;
            import org.parley.derive.Situation;
            rule "reaches for the system" when Situation() then
              java.lang.System.setProperty("parley.test.foreign", "ran");
            end
            """);
    System.clearProperty("parley.test.foreign");

    try (Deriver untrusted = new Deriver(KnowledgeBase.load(folder))) {
      assertThat(untrusted.derive(tet("1968-04-02")).findings())
          .extracting(f -> f.kind())
          .containsExactly("rules not run");
      assertThat(System.getProperty("parley.test.foreign")).isNull();
    }
    try (Deriver trusted = new Deriver(KnowledgeBase.load(folder, LoadOption.TRUST_RULES))) {
      assertThat(trusted.derive(tet("1968-04-02")).findings()).isEmpty();
      assertThat(System.getProperty("parley.test.foreign")).isEqualTo("ran");
    } finally {
      System.clearProperty("parley.test.foreign");
    }
  }

  @Test
  void aRuleWithAMistakeIsRefusedWithItsPlace(@TempDir Path folder) throws IOException {
    Copy.into(folder)
        .replace(
            "rules/derive/signals.drl",
            "type == \"estimate revised\"",
            "tpye == \"estimate revised\"");

    try (Deriver broken = new Deriver(KnowledgeBase.load(folder, LoadOption.TRUST_RULES))) {
      assertThatThrownBy(() -> broken.derive(tet("1968-04-02")))
          .isInstanceOf(ParleyException.class)
          .hasMessageContaining("rules/derive/signals.drl")
          .hasMessageContaining("tpye");
    }
  }

  @Test
  void aRuleThatDerivesWhatTheVocabularyDoesNotKnowIsNamed(@TempDir Path folder)
      throws IOException {
    Copy.into(folder).replace("rules/derive/signals.drl", "\"strong\", $act", "\"storng\", $act");

    try (Deriver wrong = new Deriver(KnowledgeBase.load(folder, LoadOption.TRUST_RULES))) {
      assertThatThrownBy(() -> wrong.derive(tet("1968-04-02")))
          .isInstanceOf(ParleyException.class)
          .hasMessageContaining("rule 'strong signal: a costly act and a raised estimate'")
          .hasMessageContaining("did you mean 'strong'?");
    }
  }

  private static Case tet(String asOf) {
    return at(asOf)
        .event(event("1968-01-30", "offensive", "Us", "Them"))
        .event(revised("1968-03-25", "up"))
        .build();
  }

  private static Case.Builder at(String asOf) {
    return Case.builder().decidingParty("Us").adversary("Them").asOf(LocalDate.parse(asOf));
  }

  private static Event event(String date, String type, String by, String to) {
    return Event.of(LocalDate.parse(date), type, by, to);
  }

  private static Event revised(String date, String direction) {
    return new Event(
        LocalDate.parse(date),
        "estimate revised",
        List.of("Them"),
        List.of("Us"),
        Map.of("direction", direction),
        "",
        "");
  }

  private static Fact fact(Case subject, String name) {
    return deriver.derive(subject).facts().get(name);
  }

  private static String value(Case subject, String name) {
    Fact fact = fact(subject, name);
    return fact == null ? null : fact.value();
  }
}
