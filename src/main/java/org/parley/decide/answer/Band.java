package org.parley.decide.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.parley.knowledge.Tested;

/**
 * What lies between two values of something that has an order, such as numbers, dates or durations.
 *
 * @param low the lower end, or {@code null} for none
 * @param closedLow whether the lower end is in it
 * @param high the higher end, or {@code null} for none
 * @param closedHigh whether the higher end is in it
 */
public record Band(Object low, boolean closedLow, Object high, boolean closedHigh) {

  /** One value alone. */
  public static Band at(Object value) {
    return new Band(value, true, value, true);
  }

  /**
   * Some of many bands in words; those that touch are one.
   *
   * @param all in their order; {@code null} for the lack of a value
   * @param codes which of them
   */
  public static String words(List<Band> all, BitSet codes) {
    List<String> words = new ArrayList<>();
    for (int from = codes.nextSetBit(0); from >= 0; ) {
      Band whole = all.get(from);
      int next = from + 1;
      while (whole != null
          && next < all.size()
          && codes.get(next)
          && whole.touches(all.get(next))) {
        whole = new Band(whole.low, whole.closedLow, all.get(next).high, all.get(next).closedHigh);
        next++;
      }
      words.add(whole == null ? "null" : whole.toString());
      from = codes.nextSetBit(next);
    }
    return String.join(" or ", words);
  }

  /** Whether the two, which are of one kind, have something in common. */
  public boolean meets(Band other) {
    return reaches(other) && other.reaches(this);
  }

  /** Whether this one begins before another one ends. */
  @SuppressWarnings("unchecked")
  private boolean reaches(Band other) {
    if (low == null || other.high == null) {
      return true;
    }
    int order = ((Comparable<Object>) low).compareTo(other.high);
    return order < 0 || (order == 0 && closedLow && other.closedHigh);
  }

  private boolean touches(Band next) {
    return high != null && high.equals(next.low) && (closedHigh || next.closedLow);
  }

  /** As FEEL writes it, such as {@code 6}, {@code >= 6} or {@code [6..18)}. */
  @Override
  public String toString() {
    if (low == null && high == null) {
      return "anything";
    }
    if (low == null) {
      return (closedHigh ? "<= " : "< ") + Tested.words(high);
    }
    if (high == null) {
      return (closedLow ? ">= " : "> ") + Tested.words(low);
    }
    return low.equals(high)
        ? Tested.words(low)
        : (closedLow ? "[" : "(")
            + Tested.words(low)
            + ".."
            + Tested.words(high)
            + (closedHigh ? "]" : ")");
  }
}
