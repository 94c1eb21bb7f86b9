package org.parley;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Text from cases, tables and files as it is safe to show. What would act on a terminal or a page,
 * or hide in it, stands as a mark that says which character is there, such as {@code <U+001B>};
 * nothing is left out. Marked text stays as it is when it is marked again.
 */
public final class Shown {
  private static final int PIECE = 60;
  private static final String MARK = "<U+%04X>";

  private Shown() {}

  /** A text with its line breaks and tabs; all else that acts or hides is marked. */
  public static String text(String text) {
    return replaced(text, MARK::formatted);
  }

  /** A text on one line: line breaks and tabs are spaces. Empty for {@code null}. */
  public static String line(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text(text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ').replace('\t', ' '))
        .strip();
  }

  /** What a message quotes of a text: at most its first 60 characters, on one line. */
  public static String piece(@Nullable String text) {
    return piece(text, PIECE);
  }

  /** The same with another length. */
  public static String piece(@Nullable String text, int most) {
    String line = line(text);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
  }

  /** At most so many characters of a text as it is; where some are left out, a sign says so. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  /** JSON whose texts hold no such character as it is, but as JSON escapes it. */
  public static String json(String json) {
    return replaced(
        json,
        c -> {
          StringBuilder escaped = new StringBuilder();
          for (char unit : Character.toChars(c)) {
            escaped.append("\\u%04X".formatted((int) unit));
          }
          return escaped.toString();
        });
  }

  /** XML for programs whose texts hold no such character as it is, but as XML refers to it. */
  public static String xml(String xml) {
    return replaced(xml, "&#x%X;"::formatted);
  }

  /** HTML or SVG whose texts show such characters as marks. */
  public static String markup(String markup) {
    return replaced(markup, c -> "&lt;U+%04X&gt;".formatted(c));
  }

  /**
   * A text with something else for every character that acts or hides; line breaks and tabs stay.
   */
  public static String replaced(String text, IntFunction<String> mark) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      if (acts(c) && !isLayout(text, i)) {
        out = out == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : out;
        out.append(mark.apply(c));
      } else if (out != null) {
        out.appendCodePoint(c);
      }
      i += width;
    }
    return out == null ? text : out.toString();
  }

  /** A carriage return alone would write over the line that it ends. */
  private static boolean isLayout(String text, int at) {
    return switch (text.charAt(at)) {
      case '\n', '\t' -> true;
      case '\r' -> at + 1 < text.length() && text.charAt(at + 1) == '\n';
      default -> false;
    };
  }

  /**
   * Whether a character acts on a terminal or on the text around it, cannot be seen, or means
   * nothing that everybody shares: controls, directions, joiners, tags, fillers, separators of
   * lines, half pairs and private characters.
   */
  public static boolean acts(int codePoint) {
    if (codePoint < 0x7F) {
      return codePoint < ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE ->
          true;
      case Character.FORMAT -> !isNumberSign(codePoint);
      default -> isFiller(codePoint) || isNoCharacter(codePoint);
    };
  }

  /** Signs of Arabic and Kaithi that Unicode counts as format and that are seen. */
  private static boolean isNumberSign(int c) {
    return (0x0600 <= c && c <= 0x0605)
        || c == 0x06DD
        || c == 0x070F
        || c == 0x0890
        || c == 0x0891
        || c == 0x08E2
        || c == 0x110BD
        || c == 0x110CD;
  }

  /** Letters, marks and variants that nothing is drawn for. */
  private static boolean isFiller(int c) {
    return c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || (0x180B <= c && c <= 0x180F)
        || (0x2065 <= c && c <= 0x206F)
        || c == 0x2800
        || c == 0x3164
        || (0xFE00 <= c && c <= 0xFE0F)
        || c == 0xFFA0
        || (0xE0000 <= c && c <= 0xE0FFF);
  }

  private static boolean isNoCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (0xFDD0 <= c && c <= 0xFDEF) || (0xFFF0 <= c && c <= 0xFFF8);
  }
}
