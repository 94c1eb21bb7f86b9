package org.parley.game;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds the sequential equilibria of a posture game by trying out strategies, with nothing but the
 * payoffs: no formula of the product is used. Demonstrating and then staying closed is left out,
 * since it only costs. Games in which both kinds of party are in two minds at once are left out as
 * well: each indifference fixes one chance of escalation, so that both need a coincidence of
 * numbers.
 */
final class EquilibriumSearch {
  static final int CLOSED = 0;
  static final int OPEN = 1;
  static final int PROVED = 2;

  private static final int[] MESSAGES = {CLOSED, OPEN, PROVED};
  private static final double TOLERANCE = 1e-9;

  private final double belief;
  private final double cost;
  private final double damage;
  private final double[] promise;
  private final double[] worth;
  private final double[] price;

  EquilibriumSearch(Parameters game) {
    belief = game.belief();
    cost = game.get(Parameter.C) + game.get(Parameter.G);
    damage = game.get(Parameter.D);
    promise = new double[] {game.get(Parameter.PI_H), game.get(Parameter.PI_L)};
    double incentive = game.get(Parameter.I);
    worth = new double[] {game.get(Parameter.B_H) + incentive, game.get(Parameter.B_L) + incentive};
    price = new double[] {game.get(Parameter.K_H), game.get(Parameter.K_L)};
  }

  /**
   * What a kind of party does: one message, or a first with a weight and else a second.
   *
   * @param first a message
   * @param second another message, or the same
   * @param weight how likely the first is sent
   */
  record Strategy(int first, int second, double weight) {

    static Strategy pure(int message) {
      return new Strategy(message, message, 1);
    }

    double sends(int message) {
      double share = first == message ? weight : 0;
      return second == message && second != first ? share + 1 - weight : share;
    }
  }

  /**
   * An equilibrium.
   *
   * @param high what a party does that can last
   * @param low what a party does that cannot last
   * @param escalation the chance of escalation after a message that is sent; -1 where it is not
   */
  record Found(Strategy high, Strategy low, List<Double> escalation) {

    boolean sends(int message) {
      return high.sends(message) > 0 || low.sends(message) > 0;
    }
  }

  /** All sequential equilibria. */
  Set<Found> all() {
    Set<Found> found = new LinkedHashSet<>();
    for (double[] q : responses()) {
      for (Strategy high : strategies(0, q)) {
        for (Strategy low : strategies(1, q)) {
          add(high, low, q, found);
        }
      }
    }
    return found;
  }

  /** Those that survive the intuitive criterion and D1. */
  List<Found> surviving() {
    return all().stream().filter(this::isIntuitive).filter(this::survivesD1).toList();
  }

  private double payoff(int kind, int message, double q) {
    if (message == CLOSED) {
      return 0;
    }
    double talks = worth[kind] - q * promise[kind] * damage;
    return message == OPEN ? talks : talks - price[kind];
  }

  private double payoff(int kind, int message, double[] q) {
    return payoff(kind, message, q[message]);
  }

  /** What escalating brings the adversary at a belief. */
  private double gain(double mu) {
    return mu * promise[0] + (1 - mu) * promise[1] - cost;
  }

  /** Chances of escalation at which somebody could be in two minds, and the two ends. */
  private List<double[]> responses() {
    List<Double> afterOpen = indifferences(OPEN);
    List<Double> afterProof = indifferences(PROVED);
    List<double[]> pairs = new ArrayList<>();
    for (double open : afterOpen) {
      for (double proof : afterProof) {
        addIfNew(open, proof, pairs);
      }
    }
    for (int kind = 0; kind < 2; kind++) {
      int k = kind;
      for (double proof : afterProof) {
        roots(x -> payoff(k, OPEN, x) - payoff(k, PROVED, proof))
            .forEach(open -> addIfNew(open, proof, pairs));
      }
      for (double open : afterOpen) {
        roots(x -> payoff(k, PROVED, x) - payoff(k, OPEN, open))
            .forEach(proof -> addIfNew(open, proof, pairs));
      }
    }
    return pairs;
  }

  /** The same place can be found in two ways, but for rounding. */
  private static void addIfNew(double open, double proof, List<double[]> pairs) {
    for (double[] pair : pairs) {
      if (Math.abs(pair[OPEN] - open) + Math.abs(pair[PROVED] - proof) < TOLERANCE) {
        return;
      }
    }
    pairs.add(new double[] {0, open, proof});
  }

  private List<Double> indifferences(int message) {
    List<Double> places = new ArrayList<>(List.of(0.0, 1.0));
    for (int kind = 0; kind < 2; kind++) {
      int k = kind;
      places.addAll(roots(x -> payoff(k, message, x)));
    }
    return places;
  }

  /** The zero of a falling function between 0 and 1, by halving. */
  private static List<Double> roots(DoubleUnaryOperator falling) {
    double low = 0;
    double high = 1;
    if (falling.applyAsDouble(low) <= 0 || falling.applyAsDouble(high) >= 0) {
      return List.of();
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (falling.applyAsDouble(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return List.of((low + high) / 2);
  }

  /** The best replies, alone and in pairs; the weight of a pair is found later. */
  private List<Strategy> strategies(int kind, double[] q) {
    double best = Double.NEGATIVE_INFINITY;
    for (int message : MESSAGES) {
      best = Math.max(best, payoff(kind, message, q));
    }
    List<Strategy> strategies = new ArrayList<>();
    for (int one : MESSAGES) {
      for (int other = one; other <= PROVED; other++) {
        if (payoff(kind, one, q) > best - TOLERANCE && payoff(kind, other, q) > best - TOLERANCE) {
          strategies.add(one == other ? Strategy.pure(one) : new Strategy(one, other, Double.NaN));
        }
      }
    }
    return strategies;
  }

  private void add(Strategy high, Strategy low, double[] q, Set<Found> found) {
    boolean highMixes = Double.isNaN(high.weight());
    boolean lowMixes = Double.isNaN(low.weight());
    if (highMixes && lowMixes) {
      return;
    }
    if (!highMixes && !lowMixes) {
      addIfRational(high, low, q, found);
      return;
    }
    for (int message = OPEN; message <= PROVED; message++) {
      if (q[message] > 0 && q[message] < 1) {
        Double weight =
            weightOfIndifference(
                highMixes ? high : low, highMixes ? low : high, message, highMixes);
        if (weight != null && highMixes) {
          addIfRational(new Strategy(high.first(), high.second(), weight), low, q, found);
        } else if (weight != null) {
          addIfRational(high, new Strategy(low.first(), low.second(), weight), q, found);
        }
      }
    }
  }

  /** The weight at which the adversary is in two minds after a message; null if there is none. */
  private Double weightOfIndifference(
      Strategy mixed, Strategy pure, int message, boolean highMixes) {
    DoubleUnaryOperator gainAt =
        weight -> {
          Strategy mix = new Strategy(mixed.first(), mixed.second(), weight);
          Strategy high = highMixes ? mix : pure;
          Strategy low = highMixes ? pure : mix;
          return gain(posterior(high, low, message));
        };
    double from = 1e-6;
    double to = 1 - 1e-6;
    double start = gainAt.applyAsDouble(from);
    double end = gainAt.applyAsDouble(to);
    if (Double.isNaN(start) || Double.isNaN(end) || start * end > 0) {
      return null;
    }
    double sign = Math.signum(start);
    for (int i = 0; i < 60; i++) {
      double middle = (from + to) / 2;
      if (sign * gainAt.applyAsDouble(middle) > 0) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }

  private double posterior(Strategy high, Strategy low, int message) {
    double fromHigh = belief * high.sends(message);
    double fromLow = (1 - belief) * low.sends(message);
    return fromHigh / (fromHigh + fromLow);
  }

  private void addIfRational(Strategy high, Strategy low, double[] q, Set<Found> found) {
    List<Double> escalation = new ArrayList<>();
    for (int message : MESSAGES) {
      boolean sent = high.sends(message) > 0 || low.sends(message) > 0;
      if (message != CLOSED && !isBestReply(high, low, message, sent, q[message])) {
        return;
      }
      escalation.add(sent ? q[message] : -1);
    }
    found.add(new Found(high, low, escalation));
  }

  /** After a message that nobody sends any belief will do. */
  private boolean isBestReply(Strategy high, Strategy low, int message, boolean sent, double q) {
    double most = sent ? gain(posterior(high, low, message)) : gain(0);
    double least = sent ? most : gain(1);
    return (q <= 0 || most >= -TOLERANCE) && (q >= 1 || least <= TOLERANCE);
  }

  private double[] inEquilibrium(Found found) {
    double[] payoffs = new double[2];
    for (int kind = 0; kind < 2; kind++) {
      int message = (kind == 0 ? found.high() : found.low()).first();
      payoffs[kind] =
          message == CLOSED ? 0 : payoff(kind, message, found.escalation().get(message));
    }
    return payoffs;
  }

  private double leastEscalation() {
    return gain(1) > 0 ? 1 : 0;
  }

  private double mostEscalation() {
    return gain(0) > 0 ? 1 : 0;
  }

  private boolean isIntuitive(Found found) {
    double[] payoffs = inEquilibrium(found);
    for (int message = OPEN; message <= PROVED; message++) {
      if (!found.sends(message)) {
        boolean highNever = payoff(0, message, leastEscalation()) < payoffs[0] - TOLERANCE;
        boolean lowNever = payoff(1, message, leastEscalation()) < payoffs[1] - TOLERANCE;
        if (highNever != lowNever && deviates(highNever ? 1 : 0, message, payoffs)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean survivesD1(Found found) {
    double[] payoffs = inEquilibrium(found);
    for (int message = OPEN; message <= PROVED; message++) {
      if (!found.sends(message)) {
        double high = willingUpTo(0, message, payoffs[0]);
        double low = willingUpTo(1, message, payoffs[1]);
        if (Math.abs(high - low) > TOLERANCE && deviates(high > low ? 0 : 1, message, payoffs)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Up to which chance of escalation a kind of party would rather send a message. */
  private double willingUpTo(int kind, int message, double instead) {
    double least = leastEscalation();
    double most = mostEscalation();
    if (payoff(kind, message, least) < instead) {
      return Double.NEGATIVE_INFINITY;
    }
    if (payoff(kind, message, most) >= instead) {
      return most;
    }
    return roots(q -> payoff(kind, message, q) - instead).stream()
        .mapToDouble(Double::doubleValue)
        .findFirst()
        .orElse(least);
  }

  /** Whether a kind of party gains by a message that is taken to come from it. */
  private boolean deviates(int kind, int message, double[] payoffs) {
    double q = promise[kind] > cost ? 1 : 0;
    return payoff(kind, message, q) > payoffs[kind] + TOLERANCE;
  }
}
