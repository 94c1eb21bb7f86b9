package org.parley.batch;

/** Which values the swept facts take in each of many variations. Thread-safe. */
interface Variations {

  /** How many variations there are. */
  long size();

  /**
   * Fills a part of the column of a fact.
   *
   * @param fact which of the swept facts, from 0
   * @param first the first variation
   * @param count how many
   * @param column takes the codes, from its beginning
   */
  void fill(int fact, long first, int count, byte[] column);
}
