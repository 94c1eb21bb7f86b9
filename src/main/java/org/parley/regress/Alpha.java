package org.parley.regress;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.parley.Labelled;

/**
 * Krippendorff's alpha: how far coders agree beyond chance, for any number of coders and with
 * values missing (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability). 1 is agreement in
 * all, 0 as much as chance would have, less than 0 systematic disagreement.
 */
final class Alpha {
  private Alpha() {}

  /** How far two values lie apart. */
  enum Level implements Labelled {
    /** Different or not. */
    NOMINAL,
    /** By how many values lie between them. */
    ORDINAL,
    /** By their difference. */
    INTERVAL,
    /** By their difference, held against their size: there is a true zero. */
    RATIO;

    @Override
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The coefficient.
   *
   * @param units for each thing that was coded the values that it got, those that are missing left
   *     out; on an ordinal scale numbers whose order is that of the values
   * @return empty where fewer than two pairs of values can be compared, or all of them are equal
   */
  static OptionalDouble of(Collection<? extends List<Double>> units, Level level) {
    List<? extends List<Double>> paired = units.stream().filter(u -> u.size() > 1).toList();
    if (pairs(paired) < 2) {
      return OptionalDouble.empty();
    }
    TreeMap<Double, Integer> places = new TreeMap<>();
    paired.forEach(u -> u.forEach(value -> places.putIfAbsent(value, 0)));
    double[] values = places.keySet().stream().mapToDouble(v -> v).toArray();
    double[] counts = new double[values.length];
    IntStream.range(0, values.length).forEach(i -> places.put(values[i], i));
    paired.forEach(u -> u.forEach(value -> counts[places.get(value)]++));
    double total = Arrays.stream(counts).sum();
    double expected = 0;
    for (int c = 0; c < values.length; c++) {
      for (int k = 0; k < values.length; k++) {
        expected += counts[c] * counts[k] * apart(level, values, counts, c, k);
      }
    }
    if (expected == 0) {
      return OptionalDouble.empty();
    }
    double observed = 0;
    for (List<Double> unit : paired) {
      double sum = 0;
      for (double one : unit) {
        for (double other : unit) {
          sum += apart(level, values, counts, places.get(one), places.get(other));
        }
      }
      observed += sum / (unit.size() - 1);
    }
    return OptionalDouble.of(1 - (total - 1) * observed / expected);
  }

  /** How many pairs of values can be compared. */
  static int pairs(Collection<? extends List<?>> units) {
    return units.stream().mapToInt(u -> u.size() * (u.size() - 1) / 2).sum();
  }

  /** The square of the distance between two values, by their places. */
  private static double apart(Level level, double[] values, double[] counts, int c, int k) {
    if (c == k) {
      return 0;
    }
    double distance =
        switch (level) {
          case NOMINAL -> 1;
          case ORDINAL -> {
            double between = -(counts[c] + counts[k]) / 2;
            for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
              between += counts[g];
            }
            yield between;
          }
          case INTERVAL -> values[c] - values[k];
          case RATIO -> (values[c] - values[k]) / (values[c] + values[k]);
        };
    return distance * distance;
  }
}
