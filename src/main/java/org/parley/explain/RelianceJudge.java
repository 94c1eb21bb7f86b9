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
  private static final int MOST_NAMED = 2;

  private RelianceJudge() {}

  /** A known fact that is doubted, and what is open where it is open too. */
  private record Doubt(String fact, OpenQuestions then) {
    String describe() {
      return "'%s' (stands in %s%s then)"
          .formatted(fact, then.exact() ? "" : "about ", percent(then.share()));
    }
  }

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
    boolean doubtful = false;
    // where a count takes a sample, one for each doubt would take too long
    if (completions.exact() && !doubted.isEmpty()) {
      List<Doubt> doubts = doubted.stream().map(f -> new Doubt(f, opened.apply(f))).toList();
      reasons.add(doubts(completions.share(), doubts));
      doubtful = !doubts.stream().allMatch(d -> d.then().exact() && d.then().holds());
    }
    reasons.add(new Reason(distance(own, next), List.of()));
    return new Reliance(level(questions, doubtful), completions, reasons);
  }

  /**
   * How far to rely on a posture.
   *
   * @param questions what the unknown facts leave open
   * @param doubtful whether a known fact that is doubted could turn it
   */
  static Confidence level(OpenQuestions questions, boolean doubtful) {
    if (questions.exact() && questions.share() == 1 && !doubtful) {
      return Confidence.HIGH;
    }
    boolean medium = questions.share() - questions.error() >= MEDIUM - EQUAL;
    return medium ? Confidence.MEDIUM : Confidence.LOW;
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
    String facts =
        unknown.size() == 1
            ? "the one unknown fact"
            : "the %d unknown facts".formatted(unknown.size());
    boolean all = completions.share() == 1 && completions.exact();
    String share = completions.share() == 0 ? "none" : percent(completions.share());
    return new Reason(
        all
            ? "the posture stands whatever %s that it may rest on turn%s out to be"
                .formatted(facts, unknown.size() == 1 ? "s" : "")
            : "the posture stands in %s of the ways to fill in %s that it may rest on"
                .formatted(completions.exact() ? share : "an estimated " + share, facts),
        unknown);
  }

  /**
   * Tells which doubts lower the share.
   *
   * @param share where none is open
   */
  private static Reason doubts(double share, List<Doubt> doubts) {
    String could = share == 1 ? "could turn it" : "could lower that share";
    List<Doubt> telling =
        doubts.stream()
            .filter(d -> d.then().share() < share - EQUAL)
            .sorted(Comparator.comparingDouble(d -> d.then().share()))
            .toList();
    if (telling.isEmpty()) {
      return new Reason(
          "no fact held with low confidence %s by itself".formatted(could),
          doubts.stream().map(Doubt::fact).toList());
    }
    String named =
        telling.stream().limit(MOST_NAMED).map(Doubt::describe).collect(Collectors.joining(", "));
    String more =
        telling.size() > MOST_NAMED ? " and %d more".formatted(telling.size() - MOST_NAMED) : "";
    return new Reason(
        telling.size() == 1
            ? "a fact held with low confidence %s: %s".formatted(could, named)
            : "facts held with low confidence %s, each by itself: %s%s"
                .formatted(could, named, more),
        telling.stream().map(Doubt::fact).toList());
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
}
