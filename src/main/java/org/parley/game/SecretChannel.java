package org.parley.game;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a secret channel is worth to one kind of party: {@code t·b − v·π·D}, against nothing for a
 * closed posture and {@code b − π·D} for an open door that is escalated against.
 *
 * @param overClosed what it brings more than a closed posture; negative where it brings less
 * @param overEscalation what it brings more than an open door that is escalated against
 * @param mostExposure the exposure at which it is no better than a closed posture
 * @param leastUse the usefulness at which it is no better than a closed posture; above 1 where no
 *     channel could be useful enough
 */
public record SecretChannel(
    double overClosed, double overEscalation, double mostExposure, double leastUse) {

  static SecretChannel of(Parameters game, Kind kind) {
    double t = game.get(Parameter.T);
    double v = game.get(Parameter.V);
    double worth = game.worth(kind);
    double damage = game.damage(kind);
    return new SecretChannel(
        t * worth - v * damage,
        (1 - v) * damage - (1 - t) * worth,
        t * worth / damage,
        v * damage / worth);
  }

  /** Whether it is at least as good as a closed posture. */
  @JsonProperty
  public boolean beatsClosed() {
    return overClosed >= 0;
  }

  /** Whether it is at least as good as an open door that is escalated against. */
  @JsonProperty
  public boolean beatsEscalation() {
    return overEscalation >= 0;
  }
}
