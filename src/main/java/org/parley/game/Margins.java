package org.parley.game;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far the game is from an open door, in what could be added.
 *
 * @param leastGuarantee the least further guarantee at which the adversary no longer escalates at
 *     what it believes now; 0 where it does not escalate
 * @param sureGuarantee the least further guarantee at which it escalates against nobody
 * @param leastIncentive the least further incentive at which a kind of party would open even
 *     against escalation, by kind; 0 where it does
 * @param signalNeeded how many times as likely a signal must be from a party that can last as from
 *     one that cannot, for the adversary not to escalate; 0 where it does not in any case, infinite
 *     where no signal would do
 * @param signalShown how many times as likely the signal was that has been seen
 * @param secretChannel what a secret channel is worth, by kind
 */
public record Margins(
    double leastGuarantee,
    double sureGuarantee,
    Map<Kind, Double> leastIncentive,
    double signalNeeded,
    double signalShown,
    Map<Kind, SecretChannel> secretChannel) {

  public Margins {
    leastIncentive = Collections.unmodifiableMap(new EnumMap<>(leastIncentive));
    secretChannel = Collections.unmodifiableMap(new EnumMap<>(secretChannel));
  }

  static Margins of(Parameters game) {
    double belief = game.belief();
    double promise =
        belief * game.promise(Kind.CAN_LAST) + (1 - belief) * game.promise(Kind.CANNOT_LAST);
    return new Margins(
        Math.max(0, promise - game.costWithGuarantee()),
        Math.max(0, game.promise(Kind.CANNOT_LAST) - game.costWithGuarantee()),
        Map.of(
            Kind.CAN_LAST, leastIncentive(game, Kind.CAN_LAST),
            Kind.CANNOT_LAST, leastIncentive(game, Kind.CANNOT_LAST)),
        signalNeeded(game),
        game.signalRatio(),
        Map.of(
            Kind.CAN_LAST, SecretChannel.of(game, Kind.CAN_LAST),
            Kind.CANNOT_LAST, SecretChannel.of(game, Kind.CANNOT_LAST)));
  }

  private static double leastIncentive(Parameters game, Kind kind) {
    return Math.max(0, game.damage(kind) - game.worth(kind));
  }

  private static double signalNeeded(Parameters game) {
    if (!Border.PAYS_AGAINST_LOW.isAbove(game)) {
      return 0;
    }
    if (!Border.DEAR_AGAINST_HIGH.isAbove(game)) {
      return Double.POSITIVE_INFINITY;
    }
    double p = game.get(Parameter.P);
    double cost = game.costWithGuarantee();
    return (1 - p)
        / p
        * (game.promise(Kind.CANNOT_LAST) - cost)
        / (cost - game.promise(Kind.CAN_LAST));
  }
}
