package org.parley.game;

import org.parley.Labelled;

/** What the game comes to, by the place where its numbers lie. */
public enum Region implements Labelled {
  /** Condition 1. */
  SAFE(
      "a",
      "escalation does not pay",
      "Escalating would cost the adversary more than it could gain against anyone, so an open door"
          + " is safe (condition 1)."),
  /** Belief is high enough. */
  REPUTATION(
      "a'",
      "open on reputation",
      "The adversary thinks well enough of the party's staying power not to escalate: an open door"
          + " holds as long as that belief does, and to stay closed remains reasonable too."),
  /** Condition 2. */
  PROOF(
      "b",
      "open only after proof",
      "Belief is too low for an open door; only a proof of staying power that a party without it"
          + " would not pay for makes one safe (condition 2)."),
  /** Condition 2, spoilt by imitation. */
  BLUFF(
      "b~",
      "proof can be bluffed",
      "A proof of staying power would help, but a party without it could copy one: the danger is"
          + " that the adversary, unable to tell, sometimes escalates against either."),
  /** Neither condition. */
  CLOSED(
      "c",
      "neither condition",
      "An offer is taken for weakness, escalating pays, and no proof of staying power at a price"
          + " that talks are worth would change that: doors stay closed."),
  /** A party that can last opens anyway. */
  HIGH_OPENS_ANYWAY(
      "d-H",
      "a party that can last opens anyway",
      "Talks are worth more to a party that can last than escalation could destroy, so it opens"
          + " whatever follows."),
  /** A party that cannot last opens anyway. */
  LOW_OPENS_ANYWAY(
      "d-L",
      "a party that cannot last opens anyway",
      "Talks are worth more to a party that cannot last than escalation could destroy, so it opens"
          + " whatever follows."),
  /** Both open anyway. */
  BOTH_OPEN_ANYWAY(
      "d",
      "both open anyway",
      "Talks are worth more to either kind of party than escalation could destroy, so both open"
          + " whatever follows.");

  private final String code;
  private final String label;
  private final String meaning;

  Region(String code, String label, String meaning) {
    this.code = code;
    this.label = label;
    this.meaning = meaning;
  }

  /** The short sign, such as {@code a'}. */
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  /** What it means, in one sentence. */
  public String meaning() {
    return meaning;
  }

  /** The {@linkplain #label() label}. */
  @Override
  public String toString() {
    return label;
  }
}
