package org.parley.batch;

import java.util.Arrays;
import java.util.List;
import org.parley.bulk.Sweep;

/** Counts, on codes, how often values of facts, alone and by two, go with each posture. */
final class EffectCounts {
  /** Two of the swept facts. */
  record Two(int first, int second) {}

  private final List<SweptFact> facts;
  private final List<Two> twos;
  private final int results;
  private final int tracks;
  final long[] byTrack;
  // by fact: at the code of the value times the results plus the code of the posture
  private final int[][] ones;
  private final int[][] pairs;

  /**
   * @param twos which facts to count together
   * @param results how many postures there are, with the one that stands for no answer
   * @param tracks the same of unofficial tracks
   */
  EffectCounts(List<SweptFact> facts, List<Two> twos, int results, int tracks) {
    this.facts = facts;
    this.twos = twos;
    this.results = results;
    this.tracks = tracks;
    this.byTrack = new long[tracks];
    this.ones = new int[facts.size()][];
    for (int i = 0; i < ones.length; i++) {
      ones[i] = new int[facts.get(i).words().size() * results];
    }
    this.pairs = new int[twos.size()][];
    for (int i = 0; i < pairs.length; i++) {
      Two two = twos.get(i);
      pairs[i] =
          new int
              [facts.get(two.first()).words().size()
                  * facts.get(two.second()).words().size()
                  * results];
    }
  }

  /** Counts the first cases of a room. */
  void add(byte[][] columns, Sweep sweep, int cases) {
    byte[] postures = sweep.postureCodes();
    byte[] codes = sweep.unofficialTrackCodes();
    for (int i = 0; i < cases; i++) {
      byTrack[codes[i] & 0xFF]++;
    }
    for (int fact = 0; fact < ones.length; fact++) {
      count(ones[fact], columns[fact], postures, cases);
    }
    for (int i = 0; i < pairs.length; i++) {
      Two two = twos.get(i);
      count(
          pairs[i],
          columns[two.first()],
          facts.get(two.second()).words().size(),
          columns[two.second()],
          postures,
          cases);
    }
  }

  private void count(int[] counts, byte[] values, byte[] postures, int cases) {
    for (int i = 0; i < cases; i++) {
      counts[(values[i] & 0xFF) * results + (postures[i] & 0xFF)]++;
    }
  }

  private void count(
      int[] counts, byte[] first, int width, byte[] second, byte[] postures, int cases) {
    for (int i = 0; i < cases; i++) {
      int cell = (first[i] & 0xFF) * width + (second[i] & 0xFF);
      counts[cell * results + (postures[i] & 0xFF)]++;
    }
  }

  /** Takes in what another thread has counted. */
  void add(EffectCounts other) {
    for (int i = 0; i < tracks; i++) {
      byTrack[i] += other.byTrack[i];
    }
    add(ones, other.ones);
    add(pairs, other.pairs);
  }

  private static void add(int[][] to, int[][] from) {
    for (int i = 0; i < to.length; i++) {
      for (int j = 0; j < to[i].length; j++) {
        to[i][j] += from[i][j];
      }
    }
  }

  /** How often each posture came, in all. */
  long[] all() {
    long[] all = new long[results];
    for (int i = 0; i < ones[0].length; i++) {
      all[i % results] += ones[0][i];
    }
    return all;
  }

  /** How often each posture came with the value of a code. */
  int[] with(int fact, int code) {
    return Arrays.copyOfRange(ones[fact], code * results, (code + 1) * results);
  }

  /** How often each posture came with two values. */
  int[] with(int pair, int first, int second) {
    int cell = first * facts.get(twos.get(pair).second()).words().size() + second;
    return Arrays.copyOfRange(pairs[pair], cell * results, (cell + 1) * results);
  }

  /** The share of the variance of the posture that a fact explains by itself. */
  double explainedBy(int fact, boolean sampled) {
    return explained(ones[fact], sampled);
  }

  /** The share of the variance of the posture that two facts explain together. */
  double explainedByBoth(int pair, boolean sampled) {
    return explained(pairs[pair], sampled);
  }

  /**
   * The first-order Sobol index of a factor on the indicators of the postures, summed over them:
   * variance between its levels over all variance, which is Goodman and Kruskal's tau. Of a sample,
   * less what chance alone would explain, as epsilon squared is (Kelley 1935).
   */
  private double explained(int[] counts, boolean sampled) {
    double[] all = new double[results];
    double cases = 0;
    double within = 0;
    int levels = 0;
    for (int from = 0; from < counts.length; from += results) {
      double size = 0;
      double squares = 0;
      for (int result = 0; result < results; result++) {
        double count = counts[from + result];
        all[result] += count;
        size += count;
        squares += count * count;
      }
      if (size > 0) {
        levels++;
        within += size - squares / size;
      }
      cases += size;
    }
    double total = cases;
    for (double count : all) {
      total -= count * count / cases;
    }
    if (total <= 0) {
      return 0;
    }
    double rest = within / total;
    if (sampled) {
      rest = cases > levels ? rest * (cases - 1) / (cases - levels) : 1;
    }
    return Math.max(0, 1 - rest);
  }
}
