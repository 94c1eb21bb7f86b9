package org.parley.regress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.knowledge.Vocabulary;
import org.parley.precedent.NaiveBayes;
import org.parley.precedent.Precedent;

/**
 * What agreement with history costs nothing: two learners without knowledge of the field, to hold
 * beside the tables. Both predict what was done: the observed posture, or the unofficial track
 * where only that is on record.
 */
final class Baselines {
  private final List<Precedent> cases;
  private final Training training;

  /**
   * Learners on some cases.
   *
   * @param cases what the learners are held against
   * @param library what they learn from, as {@link Training} says
   */
  Baselines(List<Precedent> cases, List<Precedent> library, Vocabulary vocabulary) {
    this.cases = cases;
    this.training = new Training(cases, library, vocabulary);
  }

  /** How many cases always answering the most frequent class gets right. */
  int largestClass() {
    return largestClass(cases);
  }

  static int largestClass(List<Precedent> cases) {
    return cases.stream()
        .collect(Collectors.groupingBy(Precedent::done, Collectors.summingInt(one -> 1)))
        .values()
        .stream()
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  /** How many cases a naive Bayes learner gets right that learns from all other cases. */
  int naiveBayesLeavingCaseOut() {
    return naiveBayes(Precedent::id);
  }

  /** How many cases it gets right when it learns from the cases of other conflicts only. */
  int naiveBayesLeavingConflictOut() {
    return naiveBayes(Precedent::group);
  }

  private int naiveBayes(Function<Precedent, String> leftOut) {
    Map<String, NaiveBayes> learned = new HashMap<>();
    int right = 0;
    for (Precedent one : cases) {
      NaiveBayes others =
          learned.computeIfAbsent(leftOut.apply(one), key -> training.without(key, leftOut));
      right += others.total() > 0 && others.predict(one.values()).equals(one.done()) ? 1 : 0;
    }
    return right;
  }

  /**
   * What learners learn from: the library less all conflicts of the cases that run, so that nothing
   * is learned from what is to be judged. Where that leaves nothing, which it does where the
   * library itself runs, it is the cases that run, less one of them or one conflict at a time.
   */
  static final class Training {
    private final List<Precedent> cases;
    private final boolean apart;
    private final Vocabulary vocabulary;

    Training(List<Precedent> run, List<Precedent> library, Vocabulary vocabulary) {
      Set<String> groups = run.stream().map(Precedent::group).collect(Collectors.toSet());
      List<Precedent> others =
          library.stream().filter(one -> !groups.contains(one.group())).toList();
      this.apart = !others.isEmpty();
      this.cases = apart ? others : run;
      this.vocabulary = vocabulary;
    }

    /** A learner on all cases but those of one key. */
    NaiveBayes without(String key, Function<Precedent, String> keys) {
      List<Precedent> left = left(key, keys);
      return new NaiveBayes(vocabulary.facts(), NaiveBayes.labels(left), left);
    }

    /** The same, with all that it can be asked about. */
    NaiveBayes without(String key, Function<Precedent, String> keys, List<String> labels) {
      return new NaiveBayes(vocabulary.facts(), labels, left(key, keys));
    }

    private List<Precedent> left(String key, Function<Precedent, String> keys) {
      return apart ? cases : cases.stream().filter(one -> !keys.apply(one).equals(key)).toList();
    }
  }
}
