package org.parley.report.document;

import java.util.List;
import org.parley.Shown;

/** Writes Markdown in which text from cases and tables stays text: no markup, no HTML, no links. */
final class Markdown {
  private static final String BACKSLASHED = "\\`*_{}[]|~#@";

  private Markdown() {}

  /** A text for any place of a line or table cell. */
  static String escape(String text) {
    String clean = Shown.line(text);
    StringBuilder escaped = new StringBuilder(clean.length() + 16);
    clean.codePoints().forEach(c -> append(escaped, c));
    return unlinked(unlisted(escaped.toString()));
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '&' -> escaped.append("&amp;");
      case '$' -> escaped.append("&#36;");
      default -> {
        if (BACKSLASHED.indexOf(c) >= 0) {
          escaped.append('\\');
        }
        escaped.appendCodePoint(c);
      }
    }
  }

  /** A text may stand at the start of a line, where some characters begin a list or a heading. */
  private static String unlisted(String text) {
    return text.replaceFirst("^([-+=])", "\\\\$1").replaceFirst("^(\\d+)([.)])(?!\\d)", "$1\\\\$2");
  }

  /** Bare addresses become links by themselves in many dialects. */
  private static String unlinked(String text) {
    return text.replace("://", ":\\//").replaceAll("(?i)\\b(www)\\.", "$1\\\\.");
  }

  /** An id, as tables and files write it. */
  static String code(String text) {
    return text.matches("[\\w .:,/()-]+") ? "`" + text + "`" : escape(text);
  }

  /** A row of a table; the cells are Markdown already. */
  static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** The head of a table. */
  static String head(List<String> titles) {
    return row(titles) + "|" + " --- |".repeat(titles.size()) + "\n";
  }
}
