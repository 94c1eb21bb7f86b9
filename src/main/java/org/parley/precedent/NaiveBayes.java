package org.parley.precedent;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.knowledge.FactType;

/**
 * Naive Bayes with add-one smoothing: how often each value of each fact stood in the cases in which
 * the same was done. What is not known is no evidence and left out, and so are numbers. Immutable
 * and thread-safe.
 */
public final class NaiveBayes {
  /**
   * Facts of a case overlap, and naive Bayes takes each as new evidence: far too sure, it would
   * score worse than who always gives the base rates. So its probabilities are raised to this power
   * where they are shown. Of 0.15 to 0.5 in steps of 0.05 it has the best log score, each conflict
   * left out; the order of the labels stays.
   */
  private static final double POWER = 0.3;

  private final List<String> labels;
  private final int[] sizes;
  private final int total;
  private final Map<String, Tally> tallies = new HashMap<>();

  /** The cases in which a fact is known, by what was done: all of them, and those of each value. */
  private static final class Tally {
    private final int[] known;
    private final Map<String, int[]> equal = new HashMap<>();
    // of each value how likely it is by label; it is asked for often
    private final Map<String, double[]> likelihoods = new HashMap<>();

    Tally(FactType fact, int labels) {
      known = new int[labels];
      fact.known().forEach(value -> equal.put(value, new int[labels]));
    }

    void count(String value, int label) {
      known[label]++;
      equal.get(value)[label]++;
    }

    void conclude() {
      equal.forEach(
          (value, by) -> {
            double[] logs = new double[by.length];
            Arrays.setAll(logs, label -> likelihood(by[label], known[label]));
            likelihoods.put(value, logs);
          });
    }

    double likelihood(int equal, int of) {
      return Math.log((equal + 1.0) / (of + this.equal.size()));
    }
  }

  /**
   * Learns.
   *
   * @param facts the facts to learn from
   * @param labels what can have been done
   * @param from the cases to learn from; those in which something else was done are left out
   */
  public NaiveBayes(Collection<FactType> facts, List<String> labels, Collection<Precedent> from) {
    this.labels = List.copyOf(labels);
    this.sizes = new int[labels.size()];
    for (FactType fact : facts) {
      if (learns(fact)) {
        tallies.put(fact.name(), new Tally(fact, sizes.length));
      }
    }
    int learned = 0;
    for (Precedent one : from) {
      int label = labels.indexOf(one.done());
      if (label >= 0) {
        learned++;
        sizes[label]++;
        one.values().forEach((fact, value) -> count(fact, value, label));
      }
    }
    this.total = learned;
    tallies.values().forEach(Tally::conclude);
  }

  static boolean learns(FactType fact) {
    return fact.kind() == FactType.Kind.CHOICE;
  }

  private void count(String fact, String value, int label) {
    if (tallies.containsKey(fact)) {
      tallies.get(fact).count(value, label);
    }
  }

  /** How many cases it has learned from. */
  public int total() {
    return total;
  }

  /** In how many of them the same was done. */
  int size(String label) {
    return sizes[labels.indexOf(label)];
  }

  /** In how many of these a fact is known. */
  int known(String fact, String label) {
    return tallies.get(fact).known[labels.indexOf(label)];
  }

  /** In how many of these a fact has a value. */
  int equal(String fact, String value, String label) {
    return tallies.get(fact).equal.get(value)[labels.indexOf(label)];
  }

  /** The facts among some that it has learned from. */
  Map<String, String> seen(Map<String, String> values) {
    Map<String, String> seen = new LinkedHashMap<>(values);
    seen.keySet().retainAll(tallies.keySet());
    return seen;
  }

  /** The logarithm of how likely a value is, known that something was done. */
  double likelihood(String fact, String value, String label) {
    return tallies.get(fact).likelihoods.get(value)[labels.indexOf(label)];
  }

  /** The same, known that something else was done. */
  double likelihoodElsewhere(String fact, String value, String label) {
    int equal = -equal(fact, value, label);
    int known = -known(fact, label);
    for (String any : labels) {
      equal += equal(fact, value, any);
      known += known(fact, any);
    }
    return tallies.get(fact).likelihood(equal, known);
  }

  /** Which part of the cases it has learned from has which label. */
  double[] baseRates() {
    return Arrays.stream(sizes).mapToDouble(size -> (double) size / total).toArray();
  }

  /**
   * How well each label goes with what is known: the logarithm of its base rate and of how likely
   * the values are, all added up; minus infinite for what was never done.
   *
   * @param values by fact; what it has not learned from is left out
   */
  double[] scores(Map<String, String> values) {
    double[] scores = Arrays.stream(baseRates()).map(Math::log).toArray();
    values.forEach(
        (fact, value) -> {
          if (tallies.containsKey(fact)) {
            double[] likelihoods = tallies.get(fact).likelihoods.get(value);
            for (int label = 0; label < scores.length; label++) {
              scores[label] += likelihoods[label];
            }
          }
        });
    return scores;
  }

  /**
   * How much speaks for each label, from 0 to 1 and together 1: its probability by {@link #scores},
   * evened out.
   */
  double[] shares(Map<String, String> values) {
    double[] shares = scores(values);
    double most = Arrays.stream(shares).max().orElseThrow();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp(POWER * (shares[i] - most));
    }
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  /**
   * What was most likely done; of equals the last in the order of labels. It has to have learned
   * from a case.
   *
   * @param values by fact; what it has not learned from is left out
   */
  public String predict(Map<String, String> values) {
    double[] scores = scores(values);
    int best = 0;
    for (int label = 1; label < scores.length; label++) {
      best = scores[label] >= scores[best] ? label : best;
    }
    return labels.get(best);
  }

  /** What was done in some cases, each once, in the order of the alphabet. */
  public static List<String> labels(Collection<Precedent> cases) {
    return cases.stream().map(Precedent::done).distinct().sorted().toList();
  }
}
