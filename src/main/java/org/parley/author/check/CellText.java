package org.parley.author.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cell names, as far as it only lists texts, numbers and the like.
 *
 * @param texts the texts that it names
 * @param others what else it names, such as {@code >= 18}
 * @param plain whether it names nothing but that
 */
record CellText(List<String> texts, List<String> others, boolean plain) {
  private static final String ANY = "-";
  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\",()\\[\\]]+|[(\\[\\]][^\"()\\[\\]]*[)\\[\\]]))\\s*(,|$)");
  private static final Pattern NUMBERS =
      Pattern.compile("([<>]=?|=)?\\s*-?\\d+(\\.\\d+)?|[(\\[\\]].*\\.\\..*[)\\[\\]]");

  static CellText of(String cell) {
    Matcher not = NOT.matcher(cell.strip());
    String inner = not.matches() ? not.group(1) : cell.strip();
    List<String> texts = new ArrayList<>();
    List<String> others = new ArrayList<>();
    if (inner.isEmpty() || inner.equals(ANY)) {
      return new CellText(texts, others, true);
    }
    Matcher part = PART.matcher(inner);
    int at = 0;
    while (at < inner.length() && part.region(at, inner.length()).lookingAt()) {
      if (part.group(1) != null) {
        texts.add(part.group(1));
      } else {
        others.add(part.group(2).strip());
      }
      at = part.end();
    }
    return new CellText(texts, others, at == inner.length());
  }

  /** What it compares numbers with. */
  List<String> numbers() {
    return others.stream().filter(o -> NUMBERS.matcher(o).matches()).toList();
  }

  static boolean isAny(String cell) {
    return cell.isEmpty() || cell.equals(ANY);
  }

  /** Whether a result is written as a number. */
  static boolean isNumber(String result) {
    try {
      new BigDecimal(result.strip());
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
