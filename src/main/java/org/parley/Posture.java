package org.parley;

/** A diplomatic posture towards the adversary. */
public enum Posture implements Labelled {
  /** Talk with the adversary in the open. */
  OPEN_TALKS("open talks"),
  /** Talk with the adversary through a channel kept secret from publics. */
  SECRET_BACK_CHANNEL("secret back-channel"),
  /** Talk through a third party; neutrality is a preference, not a condition. */
  NEUTRAL_MEDIATOR("neutral mediator"),
  /** Do not talk for now. */
  CLOSED_POSTURE("closed posture");

  private final String label;

  Posture(String label) {
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
