package org.parley.precedent;

import java.util.List;

/**
 * What a learner, and who always gives the base rates, gave to that which was done in a case that
 * neither has learned from.
 *
 * @param one the case
 * @param right whether the learner's greatest share stood on it
 * @param brier the learner's Brier score, over all labels: 0 is certain and right, 2 certain and
 *     wrong
 * @param brierOfRates that of the base rates
 * @param log the learner's log score: 0 is certain and right, less is worse
 * @param logOfRates that of the base rates
 */
public record Judgement(
    Precedent one,
    boolean right,
    double brier,
    double brierOfRates,
    double log,
    double logOfRates) {
  private static final double LEAST_SHARE = 0.001;

  /**
   * Judges a learner on a case.
   *
   * @param learned from other cases, at least one
   * @param labels what can have been done, as the learner has them
   */
  public static Judgement of(NaiveBayes learned, List<String> labels, Precedent one) {
    double[] shares = learned.shares(one.values());
    double[] rates = learned.baseRates();
    int seen = labels.indexOf(one.done());
    return new Judgement(
        one,
        best(shares) == seen,
        brier(shares, seen),
        brier(rates, seen),
        log(shares, seen),
        log(rates, seen));
  }

  /** The first of the greatest shares. */
  static int best(double[] given) {
    int best = 0;
    for (int i = 1; i < given.length; i++) {
      best = given[i] > given[best] ? i : best;
    }
    return best;
  }

  static double brier(double[] given, int seen) {
    double sum = 0;
    for (int i = 0; i < given.length; i++) {
      double miss = given[i] - (i == seen ? 1 : 0);
      sum += miss * miss;
    }
    return sum;
  }

  static double log(double[] given, int seen) {
    return Math.log(Math.max(given[seen], LEAST_SHARE));
  }
}
