package org.parley.decide.answer;

/**
 * A decision that the reference engine answers because no masks could be made of it.
 *
 * @param decision its name
 * @param reason why, in words for the reader
 */
public record NotCompiled(String decision, String reason) {}
