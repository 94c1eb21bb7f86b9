package org.parley.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.UnofficialTrack;

/** All that review rules look at in one case. What they see of it is made only when they run. */
final class ReviewMatter {
  private final Case subject;
  private final Map<String, Fact> facts;
  private final Posture posture;
  private final UnofficialTrack track;
  private final List<Advice> earlier;
  private Situation situation;

  ReviewMatter(
      Case subject,
      Map<String, Fact> facts,
      Posture posture,
      UnofficialTrack track,
      List<Advice> earlier) {
    this.subject = subject;
    this.facts = facts;
    this.posture = posture;
    this.track = track;
    this.earlier = earlier;
  }

  /** A known fact, or {@code null}. */
  Fact fact(String name) {
    return facts.get(name);
  }

  List<Happening> happenings() {
    return subject.events().isEmpty() ? List.of() : situation().happenings();
  }

  Posture posture() {
    return posture;
  }

  UnofficialTrack track() {
    return track;
  }

  boolean hasEarlierAdvice() {
    return !earlier.isEmpty();
  }

  /** What is put before the rules. */
  List<Object> all() {
    Situation now = situation();
    List<Object> all = new ArrayList<>(now.withHappenings());
    all.add(new Advised(now, posture, track));
    earlier.stream()
        .filter(a -> isEarlierPhase(a.subject()))
        .forEach(a -> all.add(new EarlierAdvice(now, a, facts)));
    facts.values().forEach(f -> all.add(new KnownFact(now, f)));
    return all;
  }

  private Situation situation() {
    if (situation == null) {
      situation = new Situation(subject);
    }
    return situation;
  }

  private boolean isEarlierPhase(Case other) {
    return subject.asOf() != null
        && other.asOf() != null
        && other.asOf().isBefore(subject.asOf())
        && other.conflict().equals(subject.conflict());
  }
}
