package org.parley.precedent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Labelled;
import org.parley.Observation;
import org.parley.Posture;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * A case of history as the learner sees it.
 *
 * @param id its short name
 * @param title its headline, or an empty string
 * @param conflict the conflict that it is a phase of, or an empty string
 * @param done the posture that history shows, or the unofficial track where only that is on record
 * @param values the coded choices that are known, by fact, in the order of the vocabulary; numbers
 *     and what rules derive are left out
 */
public record Precedent(
    String id, String title, String conflict, String done, Map<String, String> values) {

  public Precedent {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** A case; empty where history is silent on it, or it was made up. */
  public static Optional<Precedent> of(Case subject, Vocabulary vocabulary) {
    Observation observed = subject.observed();
    if (observed == null || subject.isMadeUp()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (FactType type : vocabulary.facts()) {
      Fact fact = subject.facts().get(type.name());
      if (fact != null && NaiveBayes.learns(type) && !fact.value().equals(FactType.UNKNOWN)) {
        values.put(type.name(), fact.value());
      }
    }
    return Optional.of(
        new Precedent(subject.id(), subject.title(), subject.conflict(), done(observed), values));
  }

  private static String done(Observation observed) {
    return observed.posture() == null ? observed.unofficialTrack() : observed.posture().label();
  }

  /** The conflict, or the case by its short name where it is of none: what is left out together. */
  public String group() {
    return conflict.isEmpty() ? "case " + id : conflict;
  }

  /** The posture that history shows. */
  public Optional<Posture> posture() {
    return Labelled.find(Posture.class, done);
  }
}
