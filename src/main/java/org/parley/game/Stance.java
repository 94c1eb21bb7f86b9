package org.parley.game;

import org.parley.Labelled;

/** What a party does in an equilibrium of the game. */
public enum Stance implements Labelled {
  /** It opens, without a demonstration. */
  OPENS("opens"),
  /** It stays closed. */
  STAYS_CLOSED("stays closed"),
  /** It demonstrates staying power and opens. */
  PROVES_AND_OPENS("proves and opens"),
  /** It copies the demonstration with some probability, and else stays closed: a bluff. */
  SOMETIMES_COPIES("sometimes copies the proof"),
  /** It opens, without a demonstration, with some probability. */
  SOMETIMES_OPENS("sometimes opens");

  private final String label;

  Stance(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** The {@linkplain #label() label}. */
  @Override
  public String toString() {
    return label;
  }
}
