package org.parley;

/**
 * What is advised, in short.
 *
 * @param posture the posture
 * @param unofficialTrack the unofficial track beside it
 */
public record Favoured(Posture posture, UnofficialTrack unofficialTrack) {

  /** What the tables favour. */
  public static Favoured of(Advice advice) {
    return new Favoured(advice.posture(), advice.unofficialTrack());
  }
}
