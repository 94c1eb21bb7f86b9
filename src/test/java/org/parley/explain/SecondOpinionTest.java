package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Copy;
import org.parley.LoadOption;
import org.parley.Parley;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.SecondOpinion;
import org.parley.SecondOpinion.Course;
import org.parley.game.GameReading;
import org.parley.game.Parameter;
import org.parley.game.Region;

class SecondOpinionTest {
  private static final String MODEL = "dmn/game-parameters.dmn";
  private static Advisor advisor;

  @BeforeAll
  static void load() {
    advisor = Parley.builtIn();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void beforeTetOnlyAProofWouldOpenAndAfterItEscalationDoesNotPay() {
    SecondOpinion before = advise("VN-01").secondOpinion().orElseThrow();
    SecondOpinion after = advise("VN-04").secondOpinion().orElseThrow();

    assertThat(before.region()).isEqualTo("b");
    assertThat(before.reasonable()).containsExactly(Course.CLOSED);
    assertThat(after.region()).isEqualTo("a");
    assertThat(after.reasonable()).containsExactly(Course.OPEN);
    assertThat(List.of(before, after)).allMatch(SecondOpinion::agrees);
    assertThat(List.of(before, after)).allMatch(o -> o.partsOn().isEmpty());
  }

  /** The regions follow the statements: without the ruled-out escalation the signal still opens. */
  @Test
  void afterTetTheSignalAloneIsConditionTwo() {
    Case tet =
        read("VN-04")
            .assuming("adversary escalation cost", "acceptable")
            .assuming("escalation outlook", "hard to assess");

    GameReading withSignal = GameReading.of(advisor.advise(tet), Map.of());
    GameReading without =
        GameReading.of(
            advisor.advise(
                tet.assuming("resilience signal", "none").assuming("adversary confidence", "firm")),
            Map.of());

    assertThat(withSignal.game().region()).isEqualTo(Region.REPUTATION);
    assertThat(withSignal.game().signalDecides()).isTrue();
    assertThat(without.reasonable()).doesNotContain(Course.OPEN);
  }

  @Test
  void whereGameAndTablesPartTheOpinionSaysOnWhichNumberAndFacts() {
    int parted = 0;
    for (String cost : List.of("acceptable", "high", "prohibitive", "unknown")) {
      for (Path file : org.parley.casefile.CaseFiles.in(Path.of("cases"))) {
        Advice advice =
            advisor.advise(advisor.readCase(file).assuming("adversary escalation cost", cost));
        SecondOpinion opinion = advice.secondOpinion().orElseThrow();
        assertThat(opinion.agrees())
            .isEqualTo(SecondOpinion.agree(advice.posture(), opinion.reasonable()));
        parted += opinion.agrees() ? 0 : 1;
        opinion.partsOn().ifPresent(parting -> wouldAgreeBeyond(advice, parting));
      }
    }
    assertThat(parted).isPositive();
  }

  private static void wouldAgreeBeyond(Advice advice, SecondOpinion.Parting parting) {
    double step = (parting.above() ? 1e-6 : -1e-6) * Math.max(1, Math.abs(parting.turn()));
    Parameter parameter = Parameter.find(parting.parameter()).orElseThrow();

    GameReading moved =
        GameReading.of(advice, Map.of(parameter, BigDecimal.valueOf(parting.turn() + step)));

    assertThat(moved.agrees()).as("%s of %s", parting, advice.subject().id()).isTrue();
    assertThat(parting.facts())
        .allSatisfy(
            (name, value) ->
                assertThat(advice.facts())
                    .anyMatch(f -> f.name().equals(name) && f.value().equals(value)));
  }

  @Test
  void everyCombinationOfWhatTheAdversaryThinksHasItsNumbers() {
    List<String> costs = List.of("acceptable", "high", "prohibitive", "unknown");
    List<String> outlooks =
        List.of("likely success", "hard to assess", "likely failure", "unknown");
    List<String> signals = List.of("none", "weak", "strong", "failed", "unknown");
    int games = 0;
    for (String confidence : List.of("firm", "wavering", "lost", "unknown")) {
      for (String reading : List.of("yes", "no", "unknown")) {
        for (String power : List.of("weaker", "parity", "stronger", "unknown")) {
          Case subject =
              Case.of(
                  Map.of(
                      "adversary confidence", confidence,
                      "talk read as weakness", reading,
                      "relative power", power,
                      "adversary escalation cost", costs.get(games % 4),
                      "escalation outlook", outlooks.get(games / 4 % 4),
                      "adversary escalation capacity",
                          List.of("low", "medium", "high").get(games % 3),
                      "resilience signal", signals.get(games % 5),
                      "secrecy feasible", List.of("yes", "no", "unknown").get(games / 4 % 3),
                      "adversary leak cost",
                          List.of("low", "medium", "high", "unknown").get(games % 4)));
          assertThat(advisor.advise(subject).secondOpinion()).isPresent();
          games++;
        }
      }
    }
    assertThat(games).isEqualTo(48);
  }

  @Test
  void aFaceSavingOfferChangesNothing() {
    for (String offer : List.of("yes", "no", "unknown")) {
      assertThat(advisor.advise(read("VN-04").assuming("face saving offer", offer)).secondOpinion())
          .isEqualTo(advise("VN-04").secondOpinion());
    }
  }

  @Test
  void numbersCanBeSetByHand() {
    Advice advice = advise("VN-04");

    GameReading reading = GameReading.of(advice, Map.of(Parameter.C, new BigDecimal("0.01")));

    assertThat(reading.game().region()).isEqualTo(Region.CLOSED);
    assertThat(reading.reasonable()).contains(Course.CLOSED).doesNotContain(Course.OPEN);
    assertThat(reading.agrees()).isFalse();
    assertThat(reading.row(Parameter.C)).isEmpty();
    assertThat(reading.row(Parameter.D)).get().extracting(r -> r.id()).isEqualTo("damage-medium");
  }

  @Test
  void withoutNumbersThereIsAdviceAndNoSecondOpinion(@TempDir Path folder) throws Exception {
    Files.delete(Copy.into(folder).folder().resolve(MODEL));

    try (Advisor plain = Parley.load(folder, LoadOption.TRUST_RULES)) {
      Advice advice = plain.advise(read("VN-04"));

      assertThat(advice.posture()).isEqualTo(Posture.OPEN_TALKS);
      assertThat(advice.secondOpinion()).isEmpty();
      assertThatThrownBy(() -> GameReading.of(advice, Map.of()))
          .isInstanceOf(ParleyException.class)
          .hasMessageContaining("prior belief")
          .hasMessageContaining("own type");
    }
  }

  @Test
  void numbersThatDoNotFitTheGameAreAFindingAndNotAFailure(@TempDir Path folder) throws Exception {
    Copy.into(folder)
        .replace(
            MODEL,
            "<outputEntry id=\"promise-likely-failure.can-last\"><text>0.15</text>",
            "<outputEntry id=\"promise-likely-failure.can-last\"><text>0.9</text>");

    try (Advisor edited = Parley.load(folder, LoadOption.TRUST_RULES)) {
      Advice advice = edited.advise(read("VN-04"));

      assertThat(advice.secondOpinion()).isEmpty();
      assertThat(advice.findings())
          .anySatisfy(
              f -> {
                assertThat(f.kind()).isEqualTo("second opinion");
                assertThat(f.message()).contains("pi_H (0.9) must be less than pi_L (0.34)");
              });
    }
  }

  @Test
  void anOpinionOfAnUnknownKindOfPartyHoldsForBothKinds() {
    Case subject = read("VN-04").assuming("own resilience", "unknown");

    assertThat(advisor.advise(subject).secondOpinion().orElseThrow().reasonable())
        .isEqualTo(Set.of(Course.OPEN));
  }

  private static Advice advise(String id) {
    return advisor.advise(read(id));
  }

  private static Case read(String id) {
    return advisor.readCase(Path.of("cases/vietnam-war/" + id + ".yaml"));
  }
}
