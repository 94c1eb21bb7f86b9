package org.parley.precedent;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.Precedents.Band;
import org.parley.Precedents.TrackRecord;
import org.parley.knowledge.FactType;

/** Holds what the learner says of each case against what was done, each conflict left out. */
final class RecordKeeper {
  private static final int BANDS = 10;

  private final int[] shares = new int[BANDS];
  private final int[] done = new int[BANDS];
  private final double[] sums = new double[BANDS];
  private int cases;
  private int right;
  private double brier;
  private double log;

  private RecordKeeper() {}

  /** The record of a learner beside that of who always gives the base rates. */
  static TrackRecord record(
      Collection<FactType> facts, List<String> labels, List<Precedent> cases) {
    RecordKeeper learner = new RecordKeeper();
    RecordKeeper rates = new RecordKeeper();
    Map<String, NaiveBayes> learned = new HashMap<>();
    for (Precedent one : cases) {
      NaiveBayes others =
          learned.computeIfAbsent(
              one.group(),
              group ->
                  new NaiveBayes(
                      facts,
                      labels,
                      cases.stream().filter(c -> !c.group().equals(group)).toList()));
      if (others.total() > 0) {
        learner.judge(others.shares(one.values()), labels.indexOf(one.done()));
        rates.judge(others.baseRates(), labels.indexOf(one.done()));
      }
    }
    return new TrackRecord(
        learner.cases,
        learner.right,
        largest(new NaiveBayes(facts, labels, cases), labels),
        learner.brier(),
        rates.brier(),
        learner.log(),
        rates.log(),
        learner.calibration());
  }

  private static int largest(NaiveBayes all, List<String> labels) {
    return labels.stream().mapToInt(all::size).max().orElse(0);
  }

  private void judge(double[] given, int seen) {
    for (int i = 0; i < given.length; i++) {
      int band = Math.min((int) (given[i] * BANDS), BANDS - 1);
      shares[band]++;
      done[band] += i == seen ? 1 : 0;
      sums[band] += given[i];
    }
    brier += Judgement.brier(given, seen);
    log += Judgement.log(given, seen);
    right += Judgement.best(given) == seen ? 1 : 0;
    cases++;
  }

  private double brier() {
    return cases == 0 ? 0 : brier / cases;
  }

  private double log() {
    return cases == 0 ? 0 : log / cases;
  }

  private List<Band> calibration() {
    return IntStream.range(0, BANDS)
        .filter(i -> shares[i] > 0)
        .mapToObj(
            i ->
                new Band(
                    (double) i / BANDS, (i + 1.0) / BANDS, shares[i], sums[i] / shares[i], done[i]))
        .toList();
  }
}
