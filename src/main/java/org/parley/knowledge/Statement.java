package org.parley.knowledge;

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
 */
public record Statement(
    String id,
    String document,
    String kind,
    String text,
    String when,
    String then,
    String caution) {}
