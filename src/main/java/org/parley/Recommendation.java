package org.parley;

/**
 * What is advised, in short.
 *
 * @param posture the posture
 * @param unofficialTrack the unofficial track beside it
 */
public record Recommendation(Posture posture, UnofficialTrack unofficialTrack) {

  /** What the tables favour. */
  public static Recommendation of(Advice advice) {
    return new Recommendation(advice.posture(), advice.unofficialTrack());
  }
}
