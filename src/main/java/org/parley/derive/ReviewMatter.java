package org.parley.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.UnofficialTrack;

/**
 * All that review rules look at in one case.
 *
 * @param earlier advice on phases of any conflict and day
 */
record ReviewMatter(
    Case subject,
    Map<String, Fact> facts,
    Posture posture,
    UnofficialTrack track,
    List<Advice> earlier) {

  /** Whether there is anything that has happened or was advised before. */
  boolean hasHistory() {
    return !subject.events().isEmpty()
        || (!earlier.isEmpty() && earlier.stream().anyMatch(this::isEarlierPhase));
  }

  /** What is put before the rules. */
  List<Object> all() {
    Situation now = new Situation(subject);
    List<Object> all = new ArrayList<>(now.withHappenings());
    all.add(new Advised(now, posture, track));
    earlier.stream()
        .filter(this::isEarlierPhase)
        .forEach(a -> all.add(new EarlierAdvice(now, a, facts)));
    facts.values().forEach(f -> all.add(new KnownFact(now, f)));
    return all;
  }

  private boolean isEarlierPhase(Advice other) {
    Case then = other.subject();
    return subject.asOf() != null
        && then.asOf() != null
        && then.asOf().isBefore(subject.asOf())
        && then.conflict().equals(subject.conflict());
  }
}
