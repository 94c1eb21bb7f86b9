package org.parley;

/**
 * Where a fact of a case comes from. An assumed value beats a coded one, a coded one a derived one.
 */
public enum Origin implements Labelled {
  /** Set for a what-if. */
  ASSUMED("assumed"),
  /** Coded by an analyst. */
  CODED("coded"),
  /** Derived by a rule from dated events. */
  DERIVED("derived");

  private final String label;

  Origin(String label) {
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
