package org.parley.regress;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Observation;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * What agreement with history costs nothing: two learners without knowledge of the field, to hold
 * beside the tables. Both predict the observed posture, or the unofficial track where only that is
 * on record.
 */
final class Baselines {
  private final List<Case> cases;
  private final Vocabulary vocabulary;

  /**
   * Learners on some cases.
   *
   * @param cases cases with an observation
   */
  Baselines(List<Case> cases, Vocabulary vocabulary) {
    this.cases = cases;
    this.vocabulary = vocabulary;
  }

  /** How many cases always answering the most frequent class gets right. */
  int largestClass() {
    return counts(cases).values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** How many cases a naive Bayes learner gets right that learns from all other cases. */
  int naiveBayesLeavingCaseOut() {
    return naiveBayes((subject, other) -> subject.id().equals(other.id()));
  }

  /** How many cases it gets right when it learns from the cases of other conflicts only. */
  int naiveBayesLeavingConflictOut() {
    return naiveBayes((subject, other) -> subject.conflict().equals(other.conflict()));
  }

  /** Add-one smoothing; what is not known is no evidence and left out. */
  private int naiveBayes(BiPredicate<Case, Case> leftOut) {
    return (int)
        cases.parallelStream()
            .filter(
                subject -> {
                  List<Case> others =
                      cases.stream().filter(other -> !leftOut.test(subject, other)).toList();
                  return !others.isEmpty() && label(subject).equals(predict(subject, others));
                })
            .count();
  }

  private String predict(Case subject, List<Case> others) {
    Map<String, Integer> classes = counts(others);
    return classes.keySet().stream()
        .max(
            Comparator.<String>comparingDouble(
                    label -> score(subject, label, classes.get(label), others))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private double score(Case subject, String label, int size, List<Case> others) {
    double score = Math.log((double) size / others.size());
    for (FactType fact : vocabulary.facts()) {
      String value = value(subject, fact);
      if (!value.isEmpty()) {
        score += Math.log(likelihood(fact, value, label, others));
      }
    }
    return score;
  }

  private static double likelihood(FactType fact, String value, String label, List<Case> others) {
    int equal = 0;
    int known = 0;
    for (Case other : others) {
      String there = label(other).equals(label) ? value(other, fact) : "";
      known += there.isEmpty() ? 0 : 1;
      equal += there.equals(value) ? 1 : 0;
    }
    return (equal + 1.0) / (known + fact.values().size() - 1);
  }

  /** The value of a choice; an empty text for a number and for what is not known. */
  private static String value(Case subject, FactType fact) {
    Fact given = subject.facts().get(fact.name());
    return given == null
            || fact.kind() == FactType.Kind.NUMBER
            || given.value().equals(FactType.UNKNOWN)
        ? ""
        : given.value();
  }

  private static Map<String, Integer> counts(List<Case> cases) {
    Map<String, Integer> counts = new TreeMap<>();
    cases.forEach(c -> counts.merge(label(c), 1, Integer::sum));
    return counts;
  }

  private static String label(Case subject) {
    Observation observed = subject.observed();
    return observed.posture() == null ? observed.unofficialTrack() : observed.posture().label();
  }
}
