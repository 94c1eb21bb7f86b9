package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.knowledge.Vocabulary;
import org.parley.precedent.Judgement;
import org.parley.precedent.NaiveBayes;
import org.parley.precedent.Precedent;
import org.parley.regress.Baselines.Training;
import org.parley.regress.RegressionResult.Interval;
import org.parley.regress.RegressionResult.Tally;

/**
 * How well the precedents tell the observed postures, each conflict left out, beside who always
 * gives the base rates of the same cases.
 *
 * @param right in how many cases the greatest share stood on what was done
 * @param brier the Brier score over the four postures: 0 is certain and right, 2 certain and wrong
 * @param brierOfRates that of the base rates
 * @param brierDifference the former less the latter: below 0 the precedents do better
 * @param logScore the log score: 0 is certain and right, less is worse; what was given no more than
 *     one in a thousand counts as that
 * @param logScoreOfRates that of the base rates
 * @param logScoreDifference the former less the latter: above 0 the precedents do better
 */
public record PrecedentScores(
    Tally right,
    Score brier,
    Score brierOfRates,
    Score brierDifference,
    Score logScore,
    Score logScoreOfRates,
    Score logScoreDifference) {

  /** How intervals of mean scores are worked out. */
  public static final String METHOD =
      "intervals of mean scores: percentiles of 2000 bootstrap draws of whole conflicts, at 95%"
          + " (Efron 1979); the draws have a seed";

  private static final int DRAWS = 2000;
  private static final int SEED = 1;
  private static final double TAIL = 0.025;
  private static final List<String> LABELS = Labelled.labels(Posture.class);

  /** How intervals of mean scores are worked out. */
  @JsonProperty
  public String method() {
    return METHOD;
  }

  /**
   * A mean over the cases.
   *
   * @param mean the mean
   * @param interval95 where it lies in 95% of the draws; a range of scores, not of shares
   */
  public record Score(double mean, Interval interval95) {}

  /**
   * The scores on some cases.
   *
   * @param library what the learner learns from, as {@link Training} says
   */
  static Optional<PrecedentScores> of(
      List<Precedent> run, List<Precedent> library, Vocabulary vocabulary) {
    List<Precedent> cases =
        withPosture(run).stream().sorted(Comparator.comparing(Precedent::id)).toList();
    Training training = new Training(cases, withPosture(library), vocabulary);
    Map<String, NaiveBayes> learned = new HashMap<>();
    List<Judgement> judged = new ArrayList<>();
    for (Precedent one : cases) {
      NaiveBayes others =
          learned.computeIfAbsent(
              one.group(), group -> training.without(group, Precedent::group, LABELS));
      if (others.total() > 0) {
        judged.add(Judgement.of(others, LABELS, one));
      }
    }
    return judged.isEmpty() ? Optional.empty() : Optional.of(of(judged));
  }

  private static List<Precedent> withPosture(List<Precedent> cases) {
    return cases.stream().filter(one -> one.posture().isPresent()).toList();
  }

  private static PrecedentScores of(List<Judgement> judged) {
    return new PrecedentScores(
        new Tally(judged.size(), (int) judged.stream().filter(Judgement::right).count()),
        score(judged, Judgement::brier),
        score(judged, Judgement::brierOfRates),
        score(judged, j -> j.brier() - j.brierOfRates()),
        score(judged, Judgement::log),
        score(judged, Judgement::logOfRates),
        score(judged, j -> j.log() - j.logOfRates()));
  }

  /** Cases of one conflict are alike, so that conflicts are drawn and not cases. */
  private static Score score(List<Judgement> judged, ToDoubleFunction<Judgement> of) {
    List<double[]> conflicts =
        judged.stream()
            .collect(Collectors.groupingBy(j -> j.one().group(), TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(some -> some.stream().mapToDouble(of).toArray())
            .toList();
    Random random = new Random(SEED);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < conflicts.size(); i++) {
        double[] drawn = conflicts.get(random.nextInt(conflicts.size()));
        sum += Arrays.stream(drawn).sum();
        count += drawn.length;
      }
      means[draw] = sum / count;
    }
    Arrays.sort(means);
    return new Score(
        judged.stream().mapToDouble(of).average().orElseThrow(),
        new Interval(means[(int) (TAIL * DRAWS)], means[DRAWS - 1 - (int) (TAIL * DRAWS)]));
  }
}
