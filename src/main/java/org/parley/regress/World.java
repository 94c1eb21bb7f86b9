package org.parley.regress;

import java.util.ArrayList;
import java.util.List;

/** Facts of a case that does not exist, made from those of one that does. Immutable. */
final class World {
  private final int start;
  private final byte[] from;
  private final byte[] facts;

  /**
   * @param start the place of the case that it is made from
   * @param from the facts of that case
   */
  World(int start, byte[] from, byte[] facts) {
    this.start = start;
    this.from = from.clone();
    this.facts = facts.clone();
  }

  int start() {
    return start;
  }

  /** A code for each fact. */
  byte[] facts() {
    return facts.clone();
  }

  /** The same case with other facts. */
  World with(byte[] other) {
    return new World(start, from, other);
  }

  /** The places of the facts that differ from those of the case. */
  List<Integer> changed() {
    List<Integer> changed = new ArrayList<>();
    for (int fact = 0; fact < facts.length; fact++) {
      if (facts[fact] != from[fact]) {
        changed.add(fact);
      }
    }
    return changed;
  }
}
