package org.parley.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.UnofficialTrack;

/** All that review rules look at in one case. */
final class ReviewMatter {
  private final Situation situation;
  private final Map<String, Fact> facts;
  private final Advised advised;
  private final List<EarlierAdvice> earlier;

  ReviewMatter(
      Case subject,
      Map<String, Fact> facts,
      Posture posture,
      UnofficialTrack track,
      List<Advice> earlier) {
    this.situation = new Situation(subject);
    this.facts = facts;
    this.advised = new Advised(situation, posture, track);
    this.earlier =
        earlier.stream()
            .filter(a -> isEarlierPhase(a.subject(), subject))
            .map(a -> new EarlierAdvice(situation, a, facts))
            .toList();
  }

  /** The value of a known fact, or {@code null}. */
  String value(String fact) {
    Fact known = facts.get(fact);
    return known == null ? null : known.value();
  }

  List<Happening> happenings() {
    return situation.happenings();
  }

  Advised advised() {
    return advised;
  }

  boolean hasEarlierAdvice() {
    return !earlier.isEmpty();
  }

  /** What is put before the rules. */
  List<Object> all() {
    List<Object> all = new ArrayList<>(situation.withHappenings());
    all.add(advised);
    all.addAll(earlier);
    facts.values().forEach(f -> all.add(new KnownFact(situation, f)));
    return all;
  }

  private static boolean isEarlierPhase(Case other, Case subject) {
    return subject.asOf() != null
        && other.asOf() != null
        && other.asOf().isBefore(subject.asOf())
        && other.conflict().equals(subject.conflict());
  }
}
