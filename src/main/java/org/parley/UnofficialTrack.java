package org.parley;

/** An unofficial track to run beside the posture; never instead of official talks. */
public enum UnofficialTrack implements Labelled {
  /** No unofficial track. */
  NONE("none"),
  /** Meetings that mend relations, without a duty to bring results. */
  SOFT_TRACK_TWO("soft track two"),
  /** Influential people work out proposals that officials can take up. */
  HARD_TRACK_TWO("hard track two"),
  /** Private persons act with an official mandate, or officials in a private capacity. */
  TRACK_ONE_AND_A_HALF("track one and a half");

  private final String label;

  UnofficialTrack(String label) {
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
