package org.parley.report.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are written. */
public final class Figures {
  private static final int SHOWN_DIGITS = 2;
  // more than people read, fewer than rounding spoils
  private static final MathContext KEPT = new MathContext(10);

  private Figures() {}

  /** For people: two digits behind the point at most, and more only for what would read as 0. */
  public static String shown(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinite" : "minus infinite";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded = exact.setScale(SHOWN_DIGITS, RoundingMode.HALF_EVEN);
    return plain(
        rounded.signum() == 0 && Math.abs(value) > 1e-9
            ? exact.round(new MathContext(1))
            : rounded);
  }

  /** How many of something, such as {@code 1 row} or {@code 2 rows}. */
  public static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** A share, out of a hundred. */
  public static String percent(double share) {
    return String.valueOf(Math.round(share * 100));
  }

  /** A part of a count out of a hundred, rounded down, so that 100 means all. */
  public static int percent(int part, int total) {
    return total == 0 ? 100 : (int) ((long) part * 100 / total);
  }

  /** With two digits behind the point, never rounded up: 1.00 is 1. */
  public static String hundredths(double value) {
    return BigDecimal.valueOf(value).setScale(SHOWN_DIGITS, RoundingMode.DOWN).toPlainString();
  }

  /** For programs. */
  public static BigDecimal exact(double value) {
    return new BigDecimal(plain(BigDecimal.valueOf(value).round(KEPT)));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A share in words: never all or nothing where it is not quite. */
  public static String share(double share) {
    String whole = percent(share);
    if (share > 0 && whole.equals("0")) {
      return "under 1%";
    }
    return (share < 1 && whole.equals("100") ? "over 99" : whole) + "%";
  }

  /** A share that may be small, with two digits that count. */
  public static String fine(double share) {
    return plain(BigDecimal.valueOf(share * 100).round(new MathContext(SHOWN_DIGITS))) + "%";
  }
}
