package org.parley;

import java.util.Objects;

/**
 * What the tables are approved to say on a case; a regression pins it.
 *
 * @param posture the posture
 * @param unofficialTrack the unofficial track
 */
public record Expectation(Posture posture, UnofficialTrack unofficialTrack) {

  public Expectation {
    Objects.requireNonNull(posture, "posture");
    Objects.requireNonNull(unofficialTrack, "unofficialTrack");
  }
}
