package org.parley.report;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words what the cells of tables hold. */
final class CellWords {
  private static final Pattern NOT = Pattern.compile("not\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final Pattern TEXTS =
      Pattern.compile("\\s*%1$s(?:\\s*,\\s*%1$s)*+\\s*".formatted(TEXT.pattern()));

  private CellWords() {}

  /** A test, such as {@code "low","medium"}: {@code low or medium}. */
  static String test(String cell) {
    Matcher not = NOT.matcher(cell);
    if (not.matches()) {
      return "any but " + values(not.group(1));
    }
    return switch (cell) {
      case "-", "" -> "any";
      case "null" -> "not known";
      default -> values(cell);
    };
  }

  /** Texts without quotes, one or the other; anything else as it is written. */
  static String values(String cell) {
    if (!TEXTS.matcher(cell).matches()) {
      return cell;
    }
    List<String> values = TEXT.matcher(cell).results().map((MatchResult m) -> m.group(1)).toList();
    return String.join(" or ", values);
  }
}
