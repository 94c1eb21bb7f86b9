package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.Advice.Completions;
import org.parley.Advice.Reason;
import org.parley.Advice.Reliance;
import org.parley.Confidence;
import org.parley.OpenQuestions;
import org.parley.Verdict;

/**
 * Says how far to rely on an advice: in how many of the ways to fill in what is not known its
 * posture stands, which single doubt could turn it, and how far the next best stands behind.
 */
final class RelianceJudge {
  private static final double MEDIUM = 2.0 / 3;
  // shares are sums of fractions
  private static final double EQUAL = 1e-9;
  private static final int MOST_NAMED = 3;
  private static final double MILLION = 1_000_000;

  private RelianceJudge() {}

  /** In which share of the completions the posture stands where a doubted fact is open as well. */
  private record Doubt(String fact, double share) {}

  /**
   * Judges an advice.
   *
   * @param questions what the unknown facts leave open
   * @param unknown those of them that the posture may rest on
   * @param doubted the known facts that it may rest on and that are held with low confidence
   * @param opened what is open where a known fact is open too
   * @param own the verdict for the posture
   * @param next the best verdict among the others
   */
  static Reliance judge(
      OpenQuestions questions,
      List<String> unknown,
      List<String> doubted,
      Function<String, OpenQuestions> opened,
      Verdict own,
      Verdict next) {
    Completions completions =
        new Completions(questions.worlds(), questions.share(), questions.exact());
    List<Reason> reasons = new ArrayList<>(List.of(share(completions, unknown)));
    boolean sure = completions.exact() && completions.share() == 1;
    // where a count takes a sample, one for each doubt would take too long
    if (completions.exact() && !doubted.isEmpty()) {
      List<Doubt> telling = new ArrayList<>();
      for (String fact : doubted) {
        OpenQuestions then = opened.apply(fact);
        sure &= then.exact() && then.holds();
        if (then.share() < completions.share() - EQUAL) {
          telling.add(new Doubt(fact, then.share()));
        }
      }
      reasons.add(
          telling.isEmpty()
              ? steady(completions.share(), doubted)
              : turned(completions.share(), telling));
    }
    reasons.add(new Reason(distance(own, next), List.of()));
    boolean medium = completions.share() - questions.error() >= MEDIUM - EQUAL;
    Confidence level = sure ? Confidence.HIGH : medium ? Confidence.MEDIUM : Confidence.LOW;
    return new Reliance(level, completions, reasons);
  }

  /**
   * Tells of the completions.
   *
   * @param unknown the facts that are filled in
   */
  static Reason share(Completions completions, List<String> unknown) {
    if (unknown.isEmpty()) {
      return new Reason("all facts that the posture may rest on are known", unknown);
    }
    String part =
        completions.share() == 0
            ? "none"
            : completions.share() == 1 && completions.exact()
                ? "all"
                : percent(completions.share());
    return new Reason(
        "the posture stands in %s of %s ways to fill in the %s that it may rest on"
            .formatted(
                completions.exact() ? part : "an estimated " + part,
                number(completions.count()),
                unknown.size() == 1 ? "one unknown fact" : unknown.size() + " unknown facts"),
        unknown);
  }

  private static Reason steady(double share, List<String> doubted) {
    String which =
        doubted.size() == 1
            ? quoted(doubted.get(0)) + ", held with low confidence,"
            : "none of the %d facts held with low confidence".formatted(doubted.size());
    String could =
        share == 1
            ? doubted.size() == 1 ? " could not turn it" : " could turn it by itself"
            : doubted.size() == 1 ? " does not make that smaller" : " makes that smaller";
    return new Reason(which + could, doubted);
  }

  private static Reason turned(double share, List<Doubt> telling) {
    telling.sort(Comparator.comparingDouble(Doubt::share));
    String which = telling.size() == 1 ? quoted(telling.get(0).fact()) + "," : "one of these,";
    String then =
        telling.stream()
            .limit(MOST_NAMED)
            .map(d -> "%s (then %s)".formatted(quoted(d.fact()), percent(d.share())))
            .collect(Collectors.joining(", "));
    int more = telling.size() - MOST_NAMED;
    String text =
        share == 1
            ? "it could turn if %s held with low confidence, were otherwise"
            : "it stands in fewer if %s held with low confidence, is open too";
    return new Reason(
        text.formatted(which)
            + (telling.size() == 1
                ? " (then %s)".formatted(percent(telling.get(0).share()))
                : ": " + then + (more > 0 ? " and %d more".formatted(more) : "")),
        telling.stream().map(Doubt::fact).toList());
  }

  private static String quoted(String fact) {
    return "'" + fact + "'";
  }

  /** How far below the verdict for the posture the next best one stands. */
  private static String distance(Verdict own, Verdict next) {
    String stands =
        switch (next.level().compareTo(own.level())) {
          case 0 -> "stands level with it";
          case 1 -> "stands one step lower";
          case 2 -> "stands two steps lower";
          case 3 -> "stands three steps lower";
          default -> "has the better verdict by itself";
        };
    return "the next best, %s, %s (%s)".formatted(next.option(), stands, next.level());
  }

  /** A share with a digit behind the point, never all or nothing where it is not quite. */
  private static String percent(double share) {
    double points = Math.round(share * 1000) / 10.0;
    if (share > 0 && points == 0) {
      return "under 0.1%";
    }
    return share < 1 && points == 100
        ? "over 99.9%"
        : String.format(Locale.ROOT, points == Math.rint(points) ? "%.0f%%" : "%.1f%%", points);
  }

  /** A count: as it is, in words where it is long, or what it is above. */
  private static String number(double count) {
    if (count < MILLION) {
      return String.format(Locale.ROOT, "the %,.0f", count);
    }
    double left = count;
    for (String unit : List.of("million", "billion", "trillion")) {
      left /= unit.equals("million") ? MILLION : 1000;
      if (left < 1000) {
        return String.format(Locale.ROOT, "about %.1f %s", left, unit);
      }
    }
    return "more than 1,000 trillion";
  }
}
