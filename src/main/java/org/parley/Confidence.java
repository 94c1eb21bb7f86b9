package org.parley;

/**
 * How sure the coder of a fact is, as the constants say; and how far to rely on an advice, as
 * {@link Advice#confidence()} says.
 */
public enum Confidence implements Labelled {
  /** Well attested. */
  HIGH("high"),
  /** Attested, with room for doubt. */
  MEDIUM("medium"),
  /** A default, an absence of evidence, or contested. */
  LOW("low");

  private final String label;

  Confidence(String label) {
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
