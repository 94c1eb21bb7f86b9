package org.parley.regress.tck;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Whether a result is the one that a test expects, as the kit's own runners judge it. */
final class SameValue {
  private static final BigDecimal TOLERANCE = new BigDecimal("0.00000001");
  private static final long MOST_DIGITS = 20_000;

  private SameValue() {}

  static boolean of(Object expected, Object actual) {
    if (expected == null || actual == null) {
      return expected == actual;
    }
    if (expected instanceof Number one && actual instanceof Number other) {
      return near(number(one), number(other));
    }
    if (expected instanceof Collection<?> one && actual instanceof Collection<?> other) {
      return lists(one, other);
    }
    if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
      return one.size() == other.size()
          && one.keySet().stream()
              .allMatch(key -> other.containsKey(key) && of(one.get(key), other.get(key)));
    }
    return expected.equals(actual);
  }

  private static boolean near(BigDecimal one, BigDecimal other) {
    // between numbers of too different sizes lie more digits than fit into the memory
    return Math.max(Math.abs((long) one.scale()), Math.abs((long) other.scale())) > MOST_DIGITS
        ? one.compareTo(other) == 0
        : one.subtract(other).abs().compareTo(TOLERANCE) < 0;
  }

  private static boolean lists(Collection<?> expected, Collection<?> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    Iterator<?> other = actual.iterator();
    return expected.stream().allMatch(one -> of(one, other.next()));
  }

  private static BigDecimal number(Number number) {
    return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
  }
}
