package org.parley.author.save;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.parley.knowledge.Cell;

/** Changes words of a FEEL text where they stand: names outside of quotes, texts between them. */
final class FeelWords {
  private FeelWords() {}

  /** The text with a quoted text put in the place of another; all else stays. */
  static String withText(String feel, String former, String now) {
    String written = Cell.quoted(now);
    return each(feel, UnaryOperator.identity(), t -> t.equals('"' + former + '"') ? written : t);
  }

  /** Whether a quoted text stands there. */
  static boolean hasText(String feel, String text) {
    return !withText(feel, text, text + " ").equals(feel);
  }

  /**
   * The text with a name put in the place of another; all else stays.
   *
   * @param names all names that can stand there, since one may be part of a longer one
   */
  static String withName(String feel, String former, String now, Collection<String> names) {
    if (!feel.contains(former)) {
      return feel;
    }
    List<String> longestFirst = new ArrayList<>(names);
    longestFirst.add(former);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    return each(feel, code -> renamed(code, former, now, longestFirst), UnaryOperator.identity());
  }

  /** Whether a name stands there. */
  static boolean hasName(String feel, String name, Collection<String> names) {
    return !withName(feel, name, name + "'", names).equals(feel);
  }

  /** A list of texts without one of them. */
  static String withoutListed(String list, String text) {
    String quoted = Pattern.quote('"' + text + '"');
    String behind = list.replaceFirst("\\s*,\\s*" + quoted + "(?=\\s*(,|$))", "");
    return behind.equals(list) ? list.replaceFirst(quoted + "\\s*,\\s*", "") : behind;
  }

  private static String each(
      String feel, UnaryOperator<String> ofCode, UnaryOperator<String> ofText) {
    StringBuilder changed = new StringBuilder();
    int at = 0;
    while (at < feel.length()) {
      int open = feel.indexOf('"', at);
      int end = open < 0 ? feel.length() : open;
      changed.append(ofCode.apply(feel.substring(at, end)));
      if (open < 0) {
        break;
      }
      int close = open + 1;
      while (close < feel.length() && feel.charAt(close) != '"') {
        close += feel.charAt(close) == '\\' ? 2 : 1;
      }
      at = Math.min(close + 1, feel.length());
      changed.append(ofText.apply(feel.substring(open, at)));
    }
    return changed.toString();
  }

  private static String renamed(String code, String former, String now, List<String> longestFirst) {
    StringBuilder changed = new StringBuilder();
    int at = 0;
    while (at < code.length()) {
      String found = nameAt(code, at, longestFirst);
      if (found.isEmpty()) {
        changed.append(code.charAt(at));
        at++;
      } else {
        changed.append(found.equals(former) ? now : found);
        at += found.length();
      }
    }
    return changed.toString();
  }

  /** The name that begins at a place; a part of a value, behind a point, is none. */
  private static String nameAt(String code, int at, List<String> longestFirst) {
    char before = at == 0 ? ' ' : code.charAt(at - 1);
    if (isOfName(before) || before == '.') {
      return "";
    }
    return longestFirst.stream()
        .filter(name -> code.startsWith(name, at))
        .filter(
            name ->
                at + name.length() == code.length() || !isOfName(code.charAt(at + name.length())))
        .findFirst()
        .orElse("");
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
