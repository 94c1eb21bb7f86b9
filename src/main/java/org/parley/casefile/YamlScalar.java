package org.parley.casefile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.Shown;

/** Writes a text as YAML, so that every reader, of YAML 1.1 or 1.2, finds the same text. */
final class YamlScalar {
  private static final int LINE = 100;

  /** Words that a reader may take for a truth value or for nothing. */
  private static final Set<String> OTHER_MEANING =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "<<", "=");

  /** What a reader may take for a number, a day or a time: all that begins like one. */
  private static final Pattern LIKE_A_NUMBER =
      Pattern.compile("[-+.]*[0-9][-+.,:_0-9a-fA-FxXoO]*|[-+]?\\.(inf|nan)|\\d+-\\d+-\\d+.*");

  private static final String SPECIAL_AT_START = "-?:,[]{}#&*!|>'\"%@`";

  private YamlScalar() {}

  /** A text that follows its key in a block; it may go on in lines below, indented so. */
  static String block(String text, String indent) {
    if (text.length() > LINE && isFoldable(text)) {
      return folded(text, indent);
    }
    return isLiteral(text) ? literal(text, indent) : plainOrQuoted(text);
  }

  /** A text on one line of a block. */
  static String plainOrQuoted(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** A text within braces or brackets. */
  static String inFlow(String text) {
    return isPlain(text) && text.chars().noneMatch(c -> "?,[]{}".indexOf(c) >= 0)
        ? text
        : quoted(text);
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && isPrintable(text)
        && text.indexOf('\n') < 0
        && text.equals(text.strip())
        && SPECIAL_AT_START.indexOf(text.charAt(0)) < 0
        && !text.startsWith("...")
        && !text.contains(": ")
        && !text.endsWith(":")
        && !text.contains(" #")
        && !OTHER_MEANING.contains(text.toLowerCase(Locale.ROOT))
        && !LIKE_A_NUMBER.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether single spaces are all that stands between its words. */
  private static boolean isFoldable(String text) {
    return isPrintable(text)
        && text.equals(text.strip())
        && text.indexOf('\n') < 0
        && !text.contains("  ");
  }

  private static boolean isLiteral(String text) {
    return text.strip().indexOf('\n') > 0
        && isPrintable(text)
        && !Character.isWhitespace(text.charAt(0))
        && !text.endsWith("\n\n")
        && text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank());
  }

  /** Seen as it is, and nowhere taken for a line break other than {@code \n}. */
  private static boolean isPrintable(String text) {
    return text.codePoints().allMatch(YamlScalar::isPrintable);
  }

  private static boolean isPrintable(int c) {
    return switch (c) {
      case '\n' -> true;
      case '\r', '\t' -> false;
      default -> !Shown.acts(c);
    };
  }

  private static String folded(String text, String indent) {
    StringBuilder lines = new StringBuilder(">-");
    int room = 0;
    for (String word : text.split(" ", -1)) {
      if (word.length() >= room) {
        lines.append('\n').append(indent);
        room = LINE - indent.length();
      } else {
        lines.append(' ');
      }
      lines.append(word);
      room -= word.length() + 1;
    }
    return lines.toString();
  }

  private static String literal(String text, String indent) {
    StringBuilder lines = new StringBuilder(text.endsWith("\n") ? "|" : "|-");
    text.lines().forEach(line -> lines.append('\n').append(line.isEmpty() ? "" : indent + line));
    return lines.toString();
  }

  /** Whether a text is seen as it is, on one line. */
  static boolean canStandInSingleQuotes(String text) {
    return isPrintable(text) && text.indexOf('\n') < 0;
  }

  /** A text in double quotes. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendEscaped(quoted, c));
    return quoted.append('"').toString();
  }

  private static void appendEscaped(StringBuilder quoted, int c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append((char) c);
    } else if (c == '\n') {
      quoted.append("\\n");
    } else if (c == '\t') {
      quoted.append("\\t");
    } else if (isPrintable(c)) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append((c > Character.MAX_VALUE ? "\\U%08X" : "\\u%04X").formatted(c));
    }
  }
}
