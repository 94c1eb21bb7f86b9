package org.parley.bench;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a contender answered to one decision, in a form in which contenders can be compared.
 *
 * @param value a text, a {@link BigDecimal}, or a list or map of these
 * @param rows the rows that matched, one bit for each, the first row lowest; {@link #NOT_TOLD}
 *     where the contender does not say
 */
record Answer(Object value, long rows) {
  /** No row matches in a table that is complete, so nobody says this of one. */
  static final long NOT_TOLD = 0;

  /** An answer in which numbers that are equal, and names that mean the same, are the same. */
  static Answer of(Object value, long rows) {
    return new Answer(normal(value), rows);
  }

  /** The bit of a row, counted from 1. */
  static long bit(int row) {
    return 1L << (row - 1);
  }

  /** Whether two contenders answered alike as far as both tell. */
  boolean agreesWith(Answer other) {
    boolean told = rows != NOT_TOLD && other.rows != NOT_TOLD;
    return value.equals(other.value) && (!told || rows == other.rows);
  }

  private static Object normal(Object value) {
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(Answer::normal).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> parts = new TreeMap<>();
      map.forEach((name, part) -> parts.put(PeerModel.plain(name.toString()), normal(part)));
      return parts;
    }
    return String.valueOf(value);
  }
}
