package org.parley.author.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes words within the cells of plain tables, where a whole part of a cell is the word. */
final class CellParts {
  private CellParts() {}

  /** A list with one entry called otherwise; blanks around the entries stay. */
  static String renamed(String list, String separator, String former, String now) {
    Matcher entry =
        Pattern.compile(
                "(?<=^|%s)(\\s*)%s(?=\\s*(?:%1$s|$))"
                    .formatted(Pattern.quote(separator), Pattern.quote(former)))
            .matcher(list);
    return entry.replaceAll(m -> Matcher.quoteReplacement(m.group(1) + now));
  }

  /** A list without an entry. */
  static String without(String list, String separator, String entry) {
    StringBuilder left = new StringBuilder();
    for (String part : list.split(Pattern.quote(separator), -1)) {
      if (!part.strip().equals(entry)) {
        left.append(left.isEmpty() ? part.stripLeading() : separator + part);
      }
    }
    return left.toString();
  }

  /** Conditions such as {@code x = a | b; y != c} with the name of one called otherwise. */
  static String renamedCondition(String conditions, String former, String now) {
    return Pattern.compile("(^|;)(\\s*)%s(?=\\s*!?=)".formatted(Pattern.quote(former)))
        .matcher(conditions)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) + m.group(2) + now));
  }

  /** The same with a value of one of them called otherwise. */
  static String renamedValue(String conditions, String name, String former, String now) {
    return Pattern.compile("(?:^|(?<=;))\\s*%s\\s*!?=([^;]*)".formatted(Pattern.quote(name)))
        .matcher(conditions)
        .replaceAll(
            m -> {
              String values = renamed(m.group(1), "|", former, now);
              String head = m.group().substring(0, m.group().length() - m.group(1).length());
              return Matcher.quoteReplacement(head + values);
            });
  }

  /** Whether a name stands before a sign of comparison, and one of its values is that. */
  static boolean says(String conditions, String name, String value) {
    return !renamedValue(conditions, name, value, value + "'").equals(conditions);
  }

  /** Whether a condition is about a name. */
  static boolean isAbout(String conditions, String name) {
    return !renamedCondition(conditions, name, name + "'").equals(conditions);
  }
}
