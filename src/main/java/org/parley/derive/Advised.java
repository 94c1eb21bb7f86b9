package org.parley.derive;

import org.parley.Posture;
import org.parley.UnofficialTrack;

/** What the tables favour, as review rules see it. */
public final class Advised {
  private final Situation situation;
  private final Posture posture;
  private final UnofficialTrack track;

  Advised(Situation situation, Posture posture, UnofficialTrack track) {
    this.situation = situation;
    this.posture = posture;
    this.track = track;
  }

  /** The case that it belongs to. Rules join on it: sessions are used again. */
  public Situation getSituation() {
    return situation;
  }

  /** The posture, in words. */
  public String getPosture() {
    return posture.label();
  }

  /** The unofficial track, in words. */
  public String getTrack() {
    return track.label();
  }
}
