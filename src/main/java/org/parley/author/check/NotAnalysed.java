package org.parley.author.check;

/**
 * Something that no check looked at.
 *
 * @param what in words
 * @param why the reason
 */
public record NotAnalysed(String what, String why) {}
