package org.parley.report.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How text is laid out for a terminal.
 *
 * @param colour whether to use colour and weight
 * @param unicode whether to draw with signs outside ASCII
 * @param width the columns to fill; kept from 40 to 100, since longer lines are hard to read
 */
public record Style(boolean colour, boolean unicode, int width) {
  /** The columns where a terminal does not tell its own. */
  public static final int DEFAULT_WIDTH = 80;

  private static final int LEAST_WIDTH = 40;
  private static final int MOST_WIDTH = 100;

  public Style {
    width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width));
  }

  /** No colour, default width: for files, pipes and tests. */
  public static Style plain() {
    return new Style(false, true, DEFAULT_WIDTH);
  }

  /** A style for an output with a character set: signs outside ASCII only where it is UTF-8. */
  public static Style of(boolean colour, Charset charset, int width) {
    return new Style(colour, StandardCharsets.UTF_8.equals(charset), width);
  }

  /** A text in a tone, with signs that the screen has. */
  String paint(Tone tone, String text) {
    String shown = drawn(text);
    return colour ? tone.paint(shown) : shown;
  }

  String drawn(String text) {
    if (unicode || text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    String shown = text;
    for (Sign sign : Sign.values()) {
      shown = shown.replace(sign.toString(), sign.simple());
    }
    return shown;
  }
}
