package org.parley.bench;

/**
 * How fast a contender is on a path.
 *
 * @param path the path
 * @param contender who ran
 * @param operations cases in a second
 * @param error half of the 99.9 % confidence interval, in cases in a second
 */
record Score(String path, String contender, double operations, double error) {}
