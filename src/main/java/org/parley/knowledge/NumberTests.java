package org.parley.knowledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test that lists numbers, comparisons, ranges and {@code null}, and nothing else: {@code < 6},
 * {@code [6..18)}, {@code null,0}. No parser is needed to say what it accepts.
 *
 * @param ranges what it accepts
 * @param absent whether it accepts a number that is not known
 */
public record NumberTests(List<Range> ranges, boolean absent) {
  // as FEEL itself would write it, so that there is one number for one text
  private static final String NUMBER = "(?:0|[1-9]\\d{0,11})(?:\\.\\d{0,11}[1-9])?";
  private static final Pattern LITERAL = Pattern.compile(NUMBER);
  private static final Pattern ONE =
      Pattern.compile(
          "(null)|([<>]=?)?\\s*(%1$s)|([\\[(\\]])\\s*(%1$s)\\s*\\.\\.\\s*(%1$s)\\s*([\\])\\[])"
              .formatted(NUMBER));

  public NumberTests {
    ranges = List.copyOf(ranges);
  }

  /**
   * Numbers between two others, either of which may be {@code null} for none.
   *
   * @param closedLow whether the lower one is among them
   * @param closedHigh whether the higher one is among them
   */
  record Range(BigDecimal low, boolean closedLow, BigDecimal high, boolean closedHigh) {

    boolean contains(BigDecimal number) {
      int above = low == null ? 1 : number.compareTo(low);
      int below = high == null ? 1 : high.compareTo(number);
      return (above > 0 || (closedLow && above == 0)) && (below > 0 || (closedHigh && below == 0));
    }
  }

  /** The test that a cell writes, where it is one of this kind. */
  public static Optional<NumberTests> of(String feel) {
    List<Range> ranges = new ArrayList<>();
    boolean absent = false;
    for (String part : feel.split(",", -1)) {
      Matcher one = ONE.matcher(part.strip());
      if (!one.matches()) {
        return Optional.empty();
      }
      if (one.group(1) != null) {
        absent = true;
      } else {
        ranges.add(range(one));
      }
    }
    return Optional.of(new NumberTests(ranges, absent));
  }

  private static Range range(Matcher one) {
    if (one.group(3) == null) {
      return new Range(
          new BigDecimal(one.group(5)),
          one.group(4).equals("["),
          new BigDecimal(one.group(6)),
          one.group(7).equals("]"));
    }
    BigDecimal number = new BigDecimal(one.group(3));
    String comparison = one.group(2) == null ? "" : one.group(2);
    boolean closed = !comparison.equals("<") && !comparison.equals(">");
    return new Range(
        comparison.startsWith("<") ? null : number,
        closed,
        comparison.startsWith(">") ? null : number,
        closed);
  }

  /** The number that an expression writes, where it writes one and nothing else. */
  public static Optional<BigDecimal> number(String feel) {
    return LITERAL.matcher(feel).matches() ? Optional.of(new BigDecimal(feel)) : Optional.empty();
  }

  /**
   * Whether it accepts a number.
   *
   * @param number or {@code null} where it is not known
   */
  public boolean accepts(BigDecimal number) {
    return number == null ? absent : ranges.stream().anyMatch(range -> range.contains(number));
  }
}
