package org.parley.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.SecondOpinion;
import org.parley.SecondOpinion.Course;

/** The closed forms: one example of each region, and what must hold in any game. */
class PostureGameTest {
  private static final int GAMES = 3_000;
  private static final double ROUNDING = 1e-9;

  /** Belief 0.2 and cost 0.3 between gains of 0.2 and 0.5; a demonstration is dear. */
  private static final Parameters DOUBT =
      Parameters.of(
          numbers(
              "p=0.2 c=0.3 pi_H=0.2 pi_L=0.5 b_H=0.2 b_L=0.75 D=7 k_H=0.15 k_L=0.85"
                  + " lambda_H=0.5 lambda_L=0.5 g=0 i=0 t=0.6 v=0.1"));

  @Test
  void regionsFollowTheTable() {
    assertThat(region(DOUBT)).isEqualTo(Region.PROOF);
    assertThat(region(DOUBT.with(Parameter.C, 0.5))).isEqualTo(Region.SAFE);
    assertThat(region(DOUBT.with(Parameter.P, 0.7))).isEqualTo(Region.REPUTATION);
    assertThat(region(DOUBT.with(Parameter.K_L, 0.7))).isEqualTo(Region.BLUFF);
    assertThat(region(DOUBT.with(Parameter.K_H, 0.21))).isEqualTo(Region.CLOSED);
    assertThat(region(DOUBT.with(Parameter.C, 0.2))).isEqualTo(Region.CLOSED);
    assertThat(region(DOUBT.with(Parameter.B_L, 3.5))).isEqualTo(Region.LOW_OPENS_ANYWAY);
    assertThat(region(DOUBT.with(Parameter.B_H, 1.4))).isEqualTo(Region.HIGH_OPENS_ANYWAY);
    assertThat(region(DOUBT.with(Map.of(Parameter.B_H, 1.4, Parameter.B_L, 3.5))))
        .isEqualTo(Region.BOTH_OPEN_ANYWAY);
  }

  @Test
  void codesAndSentencesAreDistinct() {
    assertThat(Region.values()).extracting(Region::code).doesNotHaveDuplicates();
    assertThat(Region.values()).extracting(Region::meaning).doesNotHaveDuplicates();
    assertThat(Region.values()).allSatisfy(r -> assertThat(r.meaning()).endsWith("."));
  }

  @Test
  void thresholdAndBluffAreTheFormulas() {
    Parameters numbers = DOUBT.with(Parameter.K_L, 0.7);
    PostureGame game = new PostureGame(numbers);

    assertThat(game.muStar()).isCloseTo(2.0 / 3, within(ROUNDING));
    assertThat(game.equilibria())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.copying()).isCloseTo(0.2 / 3 / (0.8 * 2 / 3), within(ROUNDING));
              assertThat(e.escalating()).isCloseTo(0.05 / 3.5, within(ROUNDING));
            });
  }

  @Test
  void aSignalLiftsBeliefAsTheNoisyConditionSays() {
    RandomGames games = new RandomGames(5);
    int open = 0;
    for (int i = 0; i < GAMES; i++) {
      Parameters numbers = games.next();
      PostureGame game = new PostureGame(numbers);
      boolean enough = numbers.signalRatio() >= game.margins().signalNeeded();
      if (game.region() != Region.SAFE) {
        assertThat(numbers.belief() >= game.muStar()).as("%s", game).isEqualTo(enough);
        open += enough ? 1 : 0;
      }
    }
    assertThat(open).isGreaterThan(100);
  }

  @Test
  void dearerEscalationAndBetterReputationNeverCloseADoor() {
    RandomGames games = new RandomGames(7);
    for (int i = 0; i < GAMES; i++) {
      Parameters numbers = games.next();
      double cost = numbers.get(Parameter.C);
      double p = numbers.get(Parameter.P);
      Parameters dearer = numbers.with(Parameter.C, cost + 0.3 * (i % 10 + 1) / 10);
      Parameters trusted = numbers.with(Parameter.P, p + (0.99 - p) * (i % 10 + 1) / 10);
      if (mayOpen(numbers)) {
        assertThat(mayOpen(dearer)).as("%s", numbers).isTrue();
        assertThat(mayOpen(trusted)).as("%s", numbers).isTrue();
      }
    }
  }

  @Test
  void theLeastGuaranteeOpensAndNothingLessDoes() {
    RandomGames games = new RandomGames(11);
    int tried = 0;
    for (int i = 0; i < GAMES; i++) {
      Parameters numbers = games.next();
      Margins margins = new PostureGame(numbers).margins();
      assertThat(margins.leastGuarantee()).isLessThanOrEqualTo(margins.sureGuarantee());
      if (isClosed(numbers)) {
        double least = margins.leastGuarantee();
        assertThat(least).isPositive();
        assertThat(mayOpen(guaranteed(numbers, least + ROUNDING))).as("%s", numbers).isTrue();
        assertThat(mayOpen(guaranteed(numbers, least - 1e-6))).as("%s", numbers).isFalse();
        assertThat(region(guaranteed(numbers, margins.sureGuarantee() + ROUNDING)))
            .isEqualTo(Region.SAFE);
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(300);
  }

  @Test
  void theLeastIncentiveOpensAnywayAndNothingLessDoes() {
    RandomGames games = new RandomGames(13);
    for (int i = 0; i < GAMES; i++) {
      Parameters numbers = games.next();
      for (Kind kind : Kind.values()) {
        double least = new PostureGame(numbers).margins().leastIncentive().get(kind);
        assertThat(opensAnyway(numbers, kind, least + ROUNDING)).as("%s", numbers).isTrue();
        if (least > 0) {
          assertThat(opensAnyway(numbers, kind, least - 1e-6)).as("%s", numbers).isFalse();
        }
      }
    }
  }

  @Test
  void theSecretChannelBreaksEvenWhereItIsSaidTo() {
    RandomGames games = new RandomGames(17);
    for (int i = 0; i < GAMES; i++) {
      Parameters numbers = games.next();
      for (Kind kind : Kind.values()) {
        SecretChannel channel = SecretChannel.of(numbers, kind);
        double t = numbers.get(Parameter.T);
        double v = numbers.get(Parameter.V);
        assertThat(channel.beatsClosed())
            .isEqualTo(t * numbers.worth(kind) >= v * numbers.damage(kind));
        assertThat(channel.beatsEscalation())
            .isEqualTo((1 - v) * numbers.damage(kind) >= (1 - t) * numbers.worth(kind));
        assertThat(v <= channel.mostExposure()).isEqualTo(channel.beatsClosed());
        assertThat(t >= channel.leastUse()).isEqualTo(channel.beatsClosed());
      }
    }
  }

  @Test
  void eachNumberMayMoveJustAsFarAsIsSaid() {
    RandomGames games = new RandomGames(19);
    for (int i = 0; i < 400; i++) {
      Parameters numbers = games.next();
      PostureGame game = new PostureGame(numbers);
      for (Reach reach : game.sensitivity()) {
        double value = numbers.get(reach.parameter());
        double least = reach.turnBelow().map(Reach.Turn::at).orElse(value / 50);
        double most = reach.turnAbove().map(Reach.Turn::at).orElse(Math.min(0.999, value + 0.5));
        assertThat(least).isLessThanOrEqualTo(value);
        for (int step = 1; step < 20; step++) {
          double inside = least + (most - least) * step / 20;
          if (most > least && allows(numbers, reach.parameter(), inside)) {
            assertThat(region(numbers.with(reach.parameter(), inside)))
                .as("%s with %s=%s", numbers, reach.parameter().symbol(), inside)
                .isEqualTo(game.region());
          }
        }
        reach.turnBelow().ifPresent(t -> leadsWhereItSays(numbers, reach, t, -1e-5));
        reach.turnAbove().ifPresent(t -> leadsWhereItSays(numbers, reach, t, 1e-5));
      }
    }
  }

  private static void leadsWhereItSays(
      Parameters numbers, Reach reach, Reach.Turn turn, double step) {
    double beyond = turn.at() + step * Math.max(1e-2, Math.abs(turn.at()));
    Optional<Region> said = turn.beyond();
    if (said.isEmpty()) {
      assertThat(allows(numbers, reach.parameter(), beyond)).isFalse();
    } else {
      assertThat(region(numbers.with(reach.parameter(), beyond)))
          .as("%s with %s=%s", numbers, reach.parameter().symbol(), beyond)
          .isEqualTo(said.get());
    }
  }

  @Test
  void agreementIsWithTheVeryPostureThatTheGameSpeaksTo() {
    assertThat(SecondOpinion.agree(Posture.OPEN_TALKS, Set.of(Course.OPEN))).isTrue();
    assertThat(SecondOpinion.speaksTo(Posture.NEUTRAL_MEDIATOR)).isFalse();
    assertThat(SecondOpinion.agree(Posture.NEUTRAL_MEDIATOR, Set.of(Course.OPEN))).isFalse();
    assertThat(SecondOpinion.agree(Posture.CLOSED_POSTURE, Set.of(Course.OPEN))).isFalse();
    assertThat(SecondOpinion.agree(Posture.SECRET_BACK_CHANNEL, Set.of(Course.OPEN))).isFalse();
    assertThat(SecondOpinion.agree(Posture.SECRET_BACK_CHANNEL, Set.of(Course.SECRET_CHANNEL)))
        .isTrue();
  }

  @Test
  void beforeAProofADoorStaysClosedAndABluffIsNeverReasonable() {
    for (Parameters numbers : List.of(DOUBT, DOUBT.with(Parameter.K_L, 0.7))) {
      for (Kind kind : Kind.values()) {
        assertThat(new PostureGame(numbers).reasonable(kind)).doesNotContain(Course.OPEN);
      }
    }
  }

  @Test
  void numbersOutsideTheModelAreRefusedAllAtOnceInWords() {
    assertThatThrownBy(() -> DOUBT.with(Map.of(Parameter.P, 1.2, Parameter.C, -0.1)))
        .isInstanceOfSatisfying(
            ParleyException.class,
            e ->
                assertThat(e.problems())
                    .extracting(p -> p.message())
                    .containsExactly(
                        "p (prior belief that the party can last) is 1.2, but must be more than 0"
                            + " and less than 1",
                        "c (cost of escalating to the adversary) is -0.1, but must be 0 or more"));
    assertThatThrownBy(() -> DOUBT.with(Parameter.PI_H, 0.6))
        .hasMessageStartingWith("pi_H (0.6) must be less than pi_L (0.5)");
    assertThatThrownBy(() -> DOUBT.with(Parameter.K_L, 0.1))
        .hasMessageStartingWith("k_H (0.15) must be less than k_L (0.1)");
    assertThatThrownBy(() -> DOUBT.with(Parameter.B_H, 0.5))
        .hasMessageStartingWith("b_L/pi_L (1.5) must be more than b_H/pi_H (2.5)")
        .hasMessageEndingWith("(assumption A2)");
    assertThatThrownBy(() -> DOUBT.with(Parameter.D, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> DOUBT.with(Parameter.D, Double.POSITIVE_INFINITY))
        .isInstanceOf(ParleyException.class);
    assertThatThrownBy(() -> Parameters.of(Map.of(Parameter.P, 0.5)))
        .hasMessageContaining("c (cost of escalating to the adversary) is missing");
  }

  @Test
  void numbersAreFoundByTheirShortNamesGreekLettersIncluded() {
    assertThat(Parameter.find("pi_L")).contains(Parameter.PI_L);
    assertThat(Parameter.find("π_L")).contains(Parameter.PI_L);
    assertThat(Parameter.find("λ_H")).contains(Parameter.LAMBDA_H);
    assertThat(Parameter.find("x")).isEmpty();
  }

  private static boolean allows(Parameters numbers, Parameter parameter, double value) {
    return parameter.allows(value) && numbers.unchecked(parameter, value).isWithinModel();
  }

  private static Map<Parameter, Double> numbers(String text) {
    Map<Parameter, Double> numbers = new EnumMap<>(Parameter.class);
    for (String entry : text.split(" ")) {
      String[] parts = entry.split("=");
      numbers.put(Parameter.find(parts[0]).orElseThrow(), Double.valueOf(parts[1]));
    }
    return numbers;
  }

  private static Region region(Parameters numbers) {
    return new PostureGame(numbers).region();
  }

  private static Parameters guaranteed(Parameters numbers, double further) {
    return numbers.with(Parameter.G, numbers.get(Parameter.G) + further);
  }

  private static boolean mayOpen(Parameters numbers) {
    return new PostureGame(numbers).reasonable(Kind.CAN_LAST).contains(Course.OPEN);
  }

  private static boolean isClosed(Parameters numbers) {
    return Set.of(Region.PROOF, Region.BLUFF, Region.CLOSED).contains(region(numbers));
  }

  /** A reward that is the same for both may leave the model, but not what it opens. */
  private static boolean opensAnyway(Parameters numbers, Kind kind, double further) {
    double incentive = numbers.get(Parameter.I) + further;
    return new PostureGame(numbers.unchecked(Parameter.I, incentive)).opensAnyway(kind);
  }
}
