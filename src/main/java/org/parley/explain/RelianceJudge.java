package org.parley.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Advice.Reliance;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.Verdict;

/**
 * Says how far to rely on an advice: from the facts that decided it, how sure their coders are, and
 * whether the tables favour another posture as well.
 */
final class RelianceJudge {
  // our judgement, shown with its reasons: above these shares of the deciding facts trust is low
  private static final double MANY_UNKNOWN = 0.5;
  private static final double MANY_DOUBTED = 0.35;

  private RelianceJudge() {}

  static Reliance judge(
      Set<String> deciding, Map<String, Fact> known, Posture posture, List<Verdict> verdicts) {
    List<String> unknown = deciding.stream().filter(n -> !known.containsKey(n)).toList();
    List<String> doubted =
        deciding.stream()
            .filter(known::containsKey)
            .filter(n -> known.get(n).confidence() == Confidence.LOW)
            .toList();
    List<String> rivals =
        verdicts.stream()
            .filter(v -> v.option() != posture && v.level() == Verdict.Level.RECOMMENDED)
            .map(v -> v.option().label())
            .toList();
    return new Reliance(
        level(deciding.size(), unknown.size(), doubted.size(), rivals.size()),
        reasons(deciding.size(), unknown, doubted, rivals));
  }

  private static Confidence level(int deciding, int unknown, int doubted, int rivals) {
    if (unknown > deciding * MANY_UNKNOWN || doubted > deciding * MANY_DOUBTED) {
      return Confidence.LOW;
    }
    return unknown + doubted + rivals == 0 ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private static List<String> reasons(
      int deciding, List<String> unknown, List<String> doubted, List<String> rivals) {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        unknown.isEmpty()
            ? "all %d facts that decided are known".formatted(deciding)
            : "%d of the %d facts that decided %s not known: %s"
                .formatted(
                    unknown.size(),
                    deciding,
                    unknown.size() == 1 ? "is" : "are",
                    String.join(", ", unknown)));
    if (!doubted.isEmpty()) {
      reasons.add(
          "%d %s coded with low confidence: %s"
              .formatted(
                  doubted.size(), doubted.size() == 1 ? "is" : "are", String.join(", ", doubted)));
    }
    if (!rivals.isEmpty()) {
      reasons.add("the tables also recommend: %s".formatted(String.join(", ", rivals)));
    }
    return reasons;
  }
}
