package org.parley.report;

/** Takes out of case and table text what could steer a terminal or reorder what is read. */
final class CleanText {

  private CleanText() {}

  /** The text on one line, without control characters; empty for {@code null}. */
  static String of(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> isLineBreak(c) ? ' ' : c)
        .filter(c -> !steers(c))
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /** Whether a character acts on a terminal or on the direction of the text around it. */
  static boolean steers(int codePoint) {
    return Character.isISOControl(codePoint)
        || isDirection(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean isDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (0x202A <= c && c <= 0x202E)
        || (0x2066 <= c && c <= 0x2069);
  }
}
