package org.parley.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the game can be played so that nobody gains by doing otherwise.
 *
 * @param canLast what a party does that can last
 * @param cannotLast what a party does that cannot last
 * @param copying how likely a party that cannot last does what one that can last does, where it is
 *     in two minds (x); else 0
 * @param escalating how likely the adversary escalates against an open door, where that is what
 *     keeps the other in two minds (q); else 0
 */
public record Equilibrium(
    @JsonProperty("H") Stance canLast,
    @JsonProperty("L") Stance cannotLast,
    @JsonProperty("x") @JsonInclude(JsonInclude.Include.NON_DEFAULT) double copying,
    @JsonProperty("q") @JsonInclude(JsonInclude.Include.NON_DEFAULT) double escalating) {

  /** An equilibrium in which nobody is in two minds. */
  static Equilibrium pure(Stance canLast, Stance cannotLast) {
    return new Equilibrium(canLast, cannotLast, 0, 0);
  }

  /** What a kind of party does. */
  public Stance of(Kind kind) {
    return kind == Kind.CAN_LAST ? canLast : cannotLast;
  }
}
