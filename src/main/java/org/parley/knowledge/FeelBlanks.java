package org.parley.knowledge;

/** Blanks of a FEEL text that say nothing: editors set and drop them as they like. */
public final class FeelBlanks {
  /** Beside these a blank never parts two names; a minus may be part of one. */
  private static final String SIGNS = ",()[]{}:<>=";

  private FeelBlanks() {}

  /** A text without them; what stands in quotes stays as it is. */
  public static String without(String feel) {
    StringBuilder plain = new StringBuilder();
    boolean blank = false;
    for (int at = 0; at < feel.length(); at++) {
      char c = feel.charAt(at);
      if (Character.isWhitespace(c)) {
        blank = true;
        continue;
      }
      int last = plain.length() - 1;
      if (blank && last >= 0 && !isSign(plain.charAt(last)) && !isSign(c)) {
        plain.append(' ');
      }
      blank = false;
      int end = c == '"' ? endOfQuote(feel, at) : at + 1;
      plain.append(feel, at, end);
      at = end - 1;
    }
    return plain.toString();
  }

  private static boolean isSign(char c) {
    return SIGNS.indexOf(c) >= 0;
  }

  private static int endOfQuote(String feel, int from) {
    for (int at = from + 1; at < feel.length(); at++) {
      if (feel.charAt(at) == '\\') {
        at++;
      } else if (feel.charAt(at) == '"') {
        return at + 1;
      }
    }
    return feel.length();
  }
}
