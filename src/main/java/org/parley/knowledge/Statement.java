package org.parley.knowledge;

import java.util.List;

/**
 * A statement of a source: what rows and rules rest on.
 *
 * @param id its id, such as {@code S012}
 * @param document the document that makes it
 * @param kind {@code rule}, {@code case}, {@code definition} or {@code principle}
 * @param text what it says
 * @param when a first reading of its condition
 * @param then a first reading of its consequence
 * @param caution what is contested or inconsistent, or an empty string
 * @param facts the facts and decisions that its condition speaks of; may be empty
 * @param use what it can carry: one of {@link #USES}, or an empty string where nobody has said
 */
public record Statement(
    String id,
    String document,
    String kind,
    String text,
    String when,
    String then,
    String caution,
    List<String> facts,
    String use) {
  /** What tells how things go, and by itself advises nothing. */
  public static final String DESCRIBES = "describes";

  /** What a statement can carry. */
  public static final List<String> USES = List.of("recommends", DESCRIBES, "warns", "defines");

  public Statement {
    facts = List.copyOf(facts);
  }
}
