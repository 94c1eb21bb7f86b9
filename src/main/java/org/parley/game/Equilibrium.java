package org.parley.game;

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
public record Equilibrium(Stance canLast, Stance cannotLast, double copying, double escalating) {

  /** An equilibrium in which nobody is in two minds. */
  static Equilibrium pure(Stance canLast, Stance cannotLast) {
    return new Equilibrium(canLast, cannotLast, 0, 0);
  }

  /** What a kind of party does. */
  public Stance of(Kind kind) {
    return kind == Kind.CAN_LAST ? canLast : cannotLast;
  }
}
