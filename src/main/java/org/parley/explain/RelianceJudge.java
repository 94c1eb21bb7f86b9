package org.parley.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Advice.Reason;
import org.parley.Advice.Reliance;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.Verdict;

/**
 * Says how far to rely on an advice: from the facts that decided it, how sure their coders are, and
 * how far the next best posture stands behind.
 */
final class RelianceJudge {
  // our judgement, shown with its reasons: above these shares of the deciding facts trust is low
  private static final double MANY_UNKNOWN = 0.5;
  private static final double MANY_DOUBTED = 0.35;

  private RelianceJudge() {}

  /**
   * Judges an advice.
   *
   * @param deciding the facts that the posture hangs on
   * @param own the verdict for the posture
   * @param next the best verdict among the others
   */
  static Reliance judge(Set<String> deciding, Map<String, Fact> known, Verdict own, Verdict next) {
    List<String> unknown = deciding.stream().filter(n -> !known.containsKey(n)).toList();
    List<String> doubted =
        deciding.stream()
            .filter(known::containsKey)
            .filter(n -> known.get(n).confidence() == Confidence.LOW)
            .toList();
    Distance distance = Distance.of(own, next);
    return new Reliance(
        level(deciding.size(), unknown.size(), doubted.size(), distance.steps()),
        reasons(deciding.size(), unknown, doubted, distance));
  }

  /** How far below the verdict for the posture the next best one stands, in levels. */
  private record Distance(Verdict next, int steps) {
    private static final List<Verdict.Level> LEVELS = List.of(Verdict.Level.values());

    static Distance of(Verdict own, Verdict next) {
      return new Distance(next, LEVELS.indexOf(next.level()) - LEVELS.indexOf(own.level()));
    }

    String describe() {
      String stands =
          switch (steps) {
            case 0 -> "stands level with it";
            case 1 -> "stands one step lower";
            case 2 -> "stands two steps lower";
            case 3 -> "stands three steps lower";
            default -> "has the better verdict by itself";
          };
      return "the next best, " + next.option() + ", " + stands + " (" + next.level() + ")";
    }
  }

  private static Confidence level(int deciding, int unknown, int doubted, int distance) {
    if (unknown > deciding * MANY_UNKNOWN || doubted > deciding * MANY_DOUBTED) {
      return Confidence.LOW;
    }
    return unknown + doubted == 0 && distance > 0 ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private static List<Reason> reasons(
      int deciding, List<String> unknown, List<String> doubted, Distance distance) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        unknown.isEmpty()
            ? new Reason("all " + deciding + " facts that decided are known", List.of())
            : new Reason(
                unknown.size()
                    + " of the "
                    + deciding
                    + " facts that decided "
                    + isOrAre(unknown)
                    + " not known: "
                    + String.join(", ", unknown),
                unknown));
    if (!doubted.isEmpty()) {
      reasons.add(
          new Reason(
              doubted.size()
                  + " "
                  + isOrAre(doubted)
                  + " coded with low confidence: "
                  + String.join(", ", doubted),
              doubted));
    }
    reasons.add(new Reason(distance.describe(), List.of()));
    return reasons;
  }

  private static String isOrAre(List<String> facts) {
    return facts.size() == 1 ? "is" : "are";
  }
}
