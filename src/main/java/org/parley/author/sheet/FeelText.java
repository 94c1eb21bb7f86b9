package org.parley.author.sheet;

import java.util.Optional;
import java.util.regex.Pattern;

/** A text as FEEL writes it: in quotes, with a backslash before what has a meaning there. */
final class FeelText {
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*+)\"");

  private FeelText() {}

  static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The text of a literal; empty where it is none, or has other things behind a backslash. */
  static Optional<String> unquote(String feel) {
    return LITERAL.matcher(feel).matches()
        ? Optional.of(feel.substring(1, feel.length() - 1).replaceAll("\\\\([\"\\\\])", "$1"))
        : Optional.empty();
  }
}
