package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.parley.SimilarCase.Difference;
import org.parley.knowledge.FactType;

/**
 * Compares cases by their facts. A fact that both know counts by its weight, times the part of its
 * scale that lies between the two values; one that only one of them knows counts half, as a
 * difference; one that neither knows does not count. Immutable.
 */
final class FactDistance {
  private static final double KNOWN_TO_ONE = 0.5;

  private final FactSpace space;
  private final FactWeights weights;
  private final Predicate<String> counts;

  FactDistance(FactSpace space, FactWeights weights, Predicate<String> counts) {
    this.space = space;
    this.weights = weights;
    this.counts = counts;
  }

  /**
   * How two cases compare.
   *
   * @param likeness 1 less the part that their distance is of the greatest that facts known to one
   *     or both could give; 0 where neither knows any
   * @param differences those that weigh most first, then in the order of the vocabulary
   */
  record Comparison(double likeness, List<Difference> differences) {}

  /** Compares two cases by what they know. */
  Comparison between(Map<String, String> here, Map<String, String> there) {
    List<Difference> differences = new ArrayList<>();
    double distance = 0;
    double greatest = 0;
    for (FactSpace.Axis axis : space.axes()) {
      String name = axis.fact().name();
      if (!counts.test(name)) {
        continue;
      }
      String one = here.getOrDefault(name, FactType.UNKNOWN);
      String other = there.getOrDefault(name, FactType.UNKNOWN);
      double most = most(one, other) * weights.of(name);
      double apart = most * apart(axis, one, other);
      greatest += most;
      distance += apart;
      if (apart > 0) {
        differences.add(new Difference(name, one, other, apart));
      }
    }
    differences.sort(Comparator.comparingDouble(Difference::weight).reversed());
    return new Comparison(greatest > 0 ? 1 - distance / greatest : 0, differences);
  }

  private static double most(String one, String other) {
    boolean here = !one.equals(FactType.UNKNOWN);
    boolean there = !other.equals(FactType.UNKNOWN);
    if (here && there) {
      return 1;
    }
    return here || there ? KNOWN_TO_ONE : 0;
  }

  /** From 0, equal as far as the tables can tell, to 1. */
  private static double apart(FactSpace.Axis axis, String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    if (one.equals(FactType.UNKNOWN) || other.equals(FactType.UNKNOWN)) {
      return 1;
    }
    return (double) axis.steps(axis.holding(one), axis.holding(other)) / axis.length();
  }
}
