package org.parley;

import java.util.List;

/**
 * Further names in events that count as one of the two parties, such as allies.
 *
 * @param ours names that count as the deciding party
 * @param theirs names that count as the adversary
 */
public record Sides(List<String> ours, List<String> theirs) {

  /** No further names. */
  public static final Sides NONE = new Sides(List.of(), List.of());

  public Sides {
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
  }

  /** The same as the adversary would give it. */
  public Sides swapped() {
    List<String> us = theirs;
    List<String> them = ours;
    return new Sides(us, them);
  }
}
