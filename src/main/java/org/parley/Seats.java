package org.parley;

import java.util.List;
import java.util.Objects;

/**
 * One war from both seats: the same tables with what each side believes.
 *
 * @param ours the advice to the deciding party
 * @param theirs the advice that the same tables would give the adversary
 * @param imagined whether the adversary's facts were read off ours, since nobody gave its own
 * @param readings the facts that both sides can judge, in the order of the vocabulary
 */
public record Seats(Advice ours, Advice theirs, boolean imagined, List<Reading> readings) {

  public Seats {
    Objects.requireNonNull(ours, "ours");
    Objects.requireNonNull(theirs, "theirs");
    readings = List.copyOf(readings);
  }

  /** The facts that the two sides read differently. */
  public List<Reading> differences() {
    return readings.stream().filter(r -> !r.agrees()).toList();
  }

  /**
   * A matter that both sides can judge.
   *
   * @param fact its name in our seat
   * @param ours what we believe; {@code unknown} where we do not know
   * @param theirFact its name in theirs: what is our own is the adversary's for them
   * @param theirs what they believe
   */
  public record Reading(String fact, String ours, String theirFact, String theirs) {

    /** Whether both believe the same. */
    public boolean agrees() {
      return ours.equals(theirs);
    }
  }
}
