package org.parley;

/**
 * What an advice rests on. Unless that is {@link #FACTS}, its posture is no more than a leaning.
 */
public enum Basis implements Labelled {
  /** At least a third of the facts that the posture may rest on are known. */
  FACTS("facts"),
  /** Less than a third of them are. */
  FEW_FACTS("few facts"),
  /** The rows that decided are those that decide where nothing is known. */
  DEFAULTS("defaults");

  private final String label;

  Basis(String label) {
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
