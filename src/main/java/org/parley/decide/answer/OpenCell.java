package org.parley.decide.answer;

/**
 * A cell of a model by itself that does more than compare with what is written out, so that nobody
 * can tell what it accepts.
 *
 * @param row its row, from 1
 * @param column what its column tests
 * @param text what it says
 */
public record OpenCell(int row, String column, String text) {}
