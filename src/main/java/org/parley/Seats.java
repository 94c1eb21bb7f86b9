package org.parley;

import java.util.List;
import java.util.Objects;

/**
 * One war from both seats: the same tables with what each side believes.
 *
 * @param ours the advice to the deciding party
 * @param theirs the advice that the same tables would give the adversary
 * @param imagined whether the adversary's facts were read off ours, since nobody gave its own
 * @param readings the facts that both sides can judge and at least one does, in the order of the
 *     vocabulary
 * @param shared the advice to the deciding party if it believed all that the adversary believes
 */
public record Seats(
    Advice ours, Advice theirs, boolean imagined, List<Reading> readings, Advice shared) {

  public Seats {
    Objects.requireNonNull(ours, "ours");
    Objects.requireNonNull(theirs, "theirs");
    Objects.requireNonNull(shared, "shared");
    readings = List.copyOf(readings);
  }

  /** The facts that the two sides read differently, or that only one of them judges. */
  public List<Reading> differences() {
    return readings.stream().filter(r -> !r.agrees()).toList();
  }

  /** Whether the tables would favour something else for us if we believed this one thing too. */
  public boolean wouldChange(Reading reading) {
    return wouldChange(reading.posture(), reading.unofficialTrack());
  }

  /** Whether they would if we believed all that the adversary believes. */
  public boolean wouldChange() {
    return wouldChange(shared.posture(), shared.unofficialTrack());
  }

  private boolean wouldChange(Posture posture, UnofficialTrack track) {
    return posture != ours.posture() || track != ours.unofficialTrack();
  }

  /**
   * A matter that both sides can judge.
   *
   * @param fact its name in our seat
   * @param ours what we believe; {@code unknown} where we do not know
   * @param theirFact its name in theirs: what is our own is the adversary's for them
   * @param theirs what they believe, in their words; {@code unknown} where they do not know
   * @param seenFromHere what they believe, in our words: who is weaker there is stronger here
   * @param posture what the tables would favour for us if we believed it too; where they do not
   *     know, what they favour now
   * @param unofficialTrack the unofficial track that they would favour then
   */
  public record Reading(
      String fact,
      String ours,
      String theirFact,
      String theirs,
      String seenFromHere,
      Posture posture,
      UnofficialTrack unofficialTrack) {

    /** Whether both judge it, and differently. */
    public boolean isDisputed() {
      return isKnown(ours) && isKnown(theirs) && !agrees();
    }

    private static boolean isKnown(String value) {
      return !value.equals("unknown");
    }

    /** Whether both believe the same, each in its own words. */
    public boolean agrees() {
      return ours.equals(seenFromHere);
    }
  }
}
