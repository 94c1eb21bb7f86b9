package org.parley.batch.mapping;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How codes and numbers stand in the cells of foreign data. */
final class Codes {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d{1,18}(?:\\.\\d{0,18})?|\\.\\d{1,18})(?:[eE][-+]?\\d{1,2})?");

  /** A whole number as a program writes it that has only numbers with a point. */
  private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,18})\\.0{1,18}");

  private Codes() {}

  /** A code without blanks around it, and a whole number without a point. */
  static String plain(String raw) {
    String code = raw.strip();
    return code.indexOf('.') > 0 ? WHOLE.matcher(code).replaceFirst("$1") : code;
  }

  /** The number that a text is; empty where it is none. */
  static OptionalDouble number(String text) {
    return NUMBER.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }
}
