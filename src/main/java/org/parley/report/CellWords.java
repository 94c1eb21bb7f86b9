package org.parley.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.knowledge.TextTests;

/** Says in words what the cells of tables hold. */
final class CellWords {
  private static final Pattern NOT = Pattern.compile("not\\((.*)\\)", Pattern.DOTALL);

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
    List<String> texts = TextTests.listed(cell);
    return texts.isEmpty() ? cell : String.join(" or ", texts);
  }
}
