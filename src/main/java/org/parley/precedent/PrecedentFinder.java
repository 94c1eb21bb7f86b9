package org.parley.precedent;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.Precedents;
import org.parley.Precedents.Count;
import org.parley.Precedents.Like;
import org.parley.Precedents.Parting;
import org.parley.Precedents.Share;
import org.parley.Precedents.Shared;
import org.parley.Precedents.TrackRecord;
import org.parley.SecondOpinion;
import org.parley.knowledge.FactType;

/**
 * Says what parties did in situations like that of a case, after the cases of a library in which a
 * posture is on record. Thread-safe.
 */
public final class PrecedentFinder {
  /** The facts that a case shares with another one and that are told of it. */
  private static final int MOST_SHARED = 5;

  private static final List<String> LABELS = Labelled.labels(Posture.class);

  private final Collection<FactType> facts;
  private final List<Precedent> cases;
  private volatile TrackRecord record;

  /**
   * @param facts the facts to compare by
   */
  public PrecedentFinder(Library library, Collection<FactType> facts) {
    this.facts = List.copyOf(facts);
    this.cases = library.cases().stream().filter(one -> one.posture().isPresent()).toList();
  }

  /**
   * What was done. The conflict of the case is left out, and so is that of the case of the same
   * name.
   *
   * @param known the values that are known in the case, by fact
   * @param favoured what the tables favour
   * @param opinion what the game says, or {@code null}
   * @return empty where there is no case of another conflict
   */
  public Optional<Precedents> find(
      Case subject, Map<String, String> known, Posture favoured, SecondOpinion opinion) {
    Set<String> own =
        cases.stream()
            .filter(one -> one.id().equals(subject.id()) || isSame(one.conflict(), subject))
            .map(Precedent::group)
            .collect(Collectors.toSet());
    List<Precedent> left = cases.stream().filter(one -> !own.contains(one.group())).toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    NaiveBayes learned = new NaiveBayes(facts, LABELS, left);
    Map<String, String> values = learned.seen(known);
    List<Share> shares = shares(learned.shares(values));
    Posture done = shares.get(0).posture();
    boolean agrees = done == favoured;
    return Optional.of(
        new Precedents(
            shares,
            left.size(),
            own.stream().sorted().collect(Collectors.joining(", ")),
            agrees,
            agrees ? null : parting(learned, values, done, favoured),
            opinion == null ? null : SecondOpinion.agree(done, opinion.reasonable()),
            like(learned, values, done, left),
            record()));
  }

  private static boolean isSame(String conflict, Case subject) {
    return !conflict.isEmpty() && conflict.equals(subject.conflict());
  }

  private static List<Share> shares(double[] shares) {
    return Arrays.stream(Posture.values())
        .map(posture -> new Share(posture, shares[LABELS.indexOf(posture.label())]))
        .sorted(Comparator.comparingDouble(Share::share).reversed())
        .toList();
  }

  private Parting parting(
      NaiveBayes learned, Map<String, String> values, Posture done, Posture favoured) {
    Map<String, Double> weights = new HashMap<>();
    values.forEach(
        (fact, value) ->
            weights.put(
                fact,
                learned.likelihood(fact, value, done.label())
                    - learned.likelihood(fact, value, favoured.label())));
    return weightiest(weights)
        .limit(1)
        .map(
            fact ->
                new Parting(
                    fact,
                    values.get(fact),
                    count(learned, fact, values.get(fact), done),
                    count(learned, fact, values.get(fact), favoured)))
        .findFirst()
        .orElse(null);
  }

  private static Count count(NaiveBayes learned, String fact, String value, Posture posture) {
    return new Count(
        posture, learned.equal(fact, value, posture.label()), learned.known(fact, posture.label()));
  }

  /** The facts that speak for something, weightiest first and then in order of the vocabulary. */
  private Stream<String> weightiest(Map<String, Double> weights) {
    return facts.stream()
        .map(FactType::name)
        .filter(fact -> weights.getOrDefault(fact, 0.0) > 0)
        .sorted(Comparator.comparingDouble(weights::get).reversed());
  }

  /**
   * The cases in which the same was done and that share with this one what speaks for it, by the
   * sum of the weights of what they share.
   */
  private List<Like> like(
      NaiveBayes learned, Map<String, String> values, Posture done, List<Precedent> left) {
    Map<String, Double> weights = new HashMap<>();
    values.forEach(
        (fact, value) ->
            weights.put(
                fact,
                learned.likelihood(fact, value, done.label())
                    - learned.likelihoodElsewhere(fact, value, done.label())));
    List<String> telling = weightiest(weights).toList();
    return left.stream()
        .filter(one -> one.posture().orElseThrow() == done)
        .map(one -> like(one, telling, values, weights))
        .filter(like -> !like.shared().isEmpty())
        .sorted(Comparator.comparingDouble(Like::weight).reversed().thenComparing(Like::id))
        .limit(Precedents.MOST_CASES)
        .toList();
  }

  private static Like like(
      Precedent one,
      List<String> telling,
      Map<String, String> values,
      Map<String, Double> weights) {
    List<String> both =
        telling.stream().filter(fact -> values.get(fact).equals(one.values().get(fact))).toList();
    return new Like(
        one.id(),
        one.title(),
        one.conflict(),
        both.stream().mapToDouble(weights::get).sum(),
        both.stream()
            .limit(MOST_SHARED)
            .map(fact -> new Shared(fact, values.get(fact), weights.get(fact)))
            .toList());
  }

  private TrackRecord record() {
    TrackRecord made = record;
    if (made == null) {
      made = RecordKeeper.record(facts, LABELS, cases);
      record = made;
    }
    return made;
  }
}
