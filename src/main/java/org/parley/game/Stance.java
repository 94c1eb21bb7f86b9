package org.parley.game;

/** What a party does in an equilibrium of the game. */
public enum Stance {
  /** It opens, without a demonstration. */
  OPENS,
  /** It stays closed. */
  STAYS_CLOSED,
  /** It demonstrates staying power and opens. */
  PROVES_AND_OPENS,
  /** It copies the demonstration with some probability, and else stays closed: a bluff. */
  SOMETIMES_COPIES,
  /** It opens, without a demonstration, with some probability. */
  SOMETIMES_OPENS
}
