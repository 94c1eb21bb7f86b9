package org.parley.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parley.game.EquilibriumSearch.CLOSED;
import static org.parley.game.EquilibriumSearch.OPEN;
import static org.parley.game.EquilibriumSearch.PROVED;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.game.EquilibriumSearch.Found;
import org.parley.game.EquilibriumSearch.Strategy;

/** The closed forms against a search that knows only the payoffs. */
class EquilibriumTest {
  private static final int GAMES = 24_000;
  private static final double NEAR = 1e-6;
  private static final Found BOTH_OPEN =
      new Found(Strategy.pure(OPEN), Strategy.pure(OPEN), List.of(-1.0, 0.0, -1.0));
  private static final Found BOTH_CLOSED =
      new Found(Strategy.pure(CLOSED), Strategy.pure(CLOSED), List.of(0.0, -1.0, -1.0));
  private static final Found BOTH_PROVE =
      new Found(Strategy.pure(PROVED), Strategy.pure(PROVED), List.of(-1.0, -1.0, 0.0));
  private static final Found PROOF =
      new Found(Strategy.pure(PROVED), Strategy.pure(CLOSED), List.of(0.0, -1.0, 0.0));

  @Test
  void theSearchFindsWhatTheFormulasSay() {
    RandomGames games = new RandomGames(1968);
    Map<Region, Integer> seen = new EnumMap<>(Region.class);
    for (int i = 0; i < GAMES; i++) {
      PostureGame game = new PostureGame(games.next());
      compare(game, new EquilibriumSearch(game.parameters()));
      seen.merge(game.region(), 1, Integer::sum);
    }

    assertThat(seen).as("games by region").hasSize(Region.values().length);
    assertThat(seen).allSatisfy((region, count) -> assertThat(count).isGreaterThan(150));
  }

  private static void compare(PostureGame game, EquilibriumSearch search) {
    List<Found> found = search.surviving();
    switch (game.region()) {
      case SAFE -> assertThat(found).as("%s", game).containsExactly(BOTH_OPEN);
      case REPUTATION ->
          assertThat(found).as("%s", game).contains(BOTH_OPEN, pure(game.equilibria().get(1)));
      case PROOF -> assertThat(found).as("%s", game).containsExactly(PROOF);
      case CLOSED -> assertThat(found).as("%s", game).containsExactly(BOTH_CLOSED);
      case BLUFF -> {
        assertThat(found).as("%s", game).hasSize(1);
        compareBluff(game, found.get(0), PROVED);
      }
      case HIGH_OPENS_ANYWAY, LOW_OPENS_ANYWAY, BOTH_OPEN_ANYWAY -> compareAnyway(game, search);
    }
  }

  private static Found pure(Equilibrium equilibrium) {
    if (equilibrium.canLast() == Stance.STAYS_CLOSED) {
      return BOTH_CLOSED;
    }
    return equilibrium.cannotLast() == Stance.STAYS_CLOSED ? PROOF : BOTH_PROVE;
  }

  private static void compareBluff(PostureGame game, Found found, int message) {
    Equilibrium bluff = game.equilibria().get(0);
    assertThat(found.high()).as("%s", game).isEqualTo(Strategy.pure(message));
    assertThat(found.low().sends(message)).as("%s", game).isCloseTo(bluff.copying(), within(NEAR));
    assertThat(found.low().sends(CLOSED))
        .as("%s", game)
        .isCloseTo(1 - bluff.copying(), within(NEAR));
    assertThat(found.escalation().get(message))
        .as("%s", game)
        .isCloseTo(bluff.escalating(), within(NEAR));
  }

  /** It opens in every equilibrium, and the way that the product names is one of them. */
  private static void compareAnyway(PostureGame game, EquilibriumSearch search) {
    Set<Found> all = search.all();
    assertThat(all).as("%s", game).isNotEmpty();
    for (Found found : all) {
      if (game.opensAnyway(Kind.CAN_LAST)) {
        assertThat(found.high().sends(CLOSED)).as("%s", game).isZero();
      }
      if (game.opensAnyway(Kind.CANNOT_LAST)) {
        assertThat(found.low().sends(CLOSED)).as("%s", game).isZero();
      }
    }
    Equilibrium named = game.equilibria().get(0);
    assertThat(all)
        .as("%s", game)
        .anySatisfy(
            found -> {
              assertThat(found.high().sends(OPEN))
                  .isEqualTo(named.canLast() == Stance.OPENS ? 1 : 0);
              assertThat(found.low().sends(OPEN))
                  .isCloseTo(
                      named.cannotLast() == Stance.OPENS ? 1 : named.copying(), within(NEAR));
            });
  }
}
