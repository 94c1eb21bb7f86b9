package org.parley.derive;

import org.parley.Fact;

/** A fact as review rules see it: what is known, and where from. */
public final class KnownFact {
  private static final long NO_NUMBER = -1;

  private final Situation situation;
  private final Fact fact;

  KnownFact(Situation situation, Fact fact) {
    this.situation = situation;
    this.fact = fact;
  }

  /** The case that it belongs to. Rules join on it: sessions are used again. */
  public Situation getSituation() {
    return situation;
  }

  /** The name of the fact. */
  public String getName() {
    return fact.name();
  }

  /** The value, never {@code unknown}. */
  public String getValue() {
    return fact.value();
  }

  /** The value as a number; negative where it is none. */
  public long getNumber() {
    return fact.value().matches("\\d{1,9}") ? Long.parseLong(fact.value()) : NO_NUMBER;
  }

  /** Where it comes from: assumed, coded or derived. */
  public String getOrigin() {
    return fact.origin().toString();
  }

  Fact fact() {
    return fact;
  }
}
