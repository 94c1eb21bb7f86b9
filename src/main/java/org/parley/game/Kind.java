package org.parley.game;

import com.fasterxml.jackson.annotation.JsonKey;
import org.parley.Labelled;

/** The two kinds of party that the adversary cannot tell apart. */
public enum Kind implements Labelled {
  /** Type H of the game: escalation against it brings little. */
  CAN_LAST("can last", "H"),
  /** Type L of the game: escalation against it brings much. */
  CANNOT_LAST("cannot last", "L");

  private final String label;
  private final String letter;

  Kind(String label, String letter) {
    this.label = label;
    this.letter = letter;
  }

  @Override
  public String label() {
    return label;
  }

  /** The letter in formulas. */
  @JsonKey
  public String letter() {
    return letter;
  }

  /** The {@linkplain #label() label}. */
  @Override
  public String toString() {
    return label;
  }
}
