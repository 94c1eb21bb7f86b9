package org.parley.author.sheet;

import java.util.regex.Pattern;
import org.parley.Shown;

/**
 * Texts of cells as sheets show them: what acts or hides stands as a mark such as {@code <U+202E>},
 * and is itself again when the sheet is read. A text that looks like a mark is marked as well, so
 * nothing is lost.
 */
final class CellMarks {
  private static final Pattern LIKE_A_MARK = Pattern.compile("<(?=U\\+[0-9A-F]{4,6}>)");
  private static final Pattern MARK = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

  private CellMarks() {}

  static String write(String text) {
    return Shown.text(LIKE_A_MARK.matcher(text).replaceAll("<U+003C>"));
  }

  static String read(String text) {
    return MARK.matcher(text)
        .replaceAll(
            mark -> {
              int c = Integer.parseInt(mark.group(1), 16);
              return isMarked(c) ? Character.toString(c) : mark.group();
            });
  }

  /** Only what a model can hold; nobody types a control character into one by its number. */
  private static boolean isMarked(int c) {
    return c == '<'
        || c == '\r'
        || CsvCell.SIGNS.indexOf(c) >= 0
        || (c > '~'
            && Character.isValidCodePoint(c)
            && Shown.acts(c)
            && Character.getType(c) != Character.SURROGATE
            && (c & 0xFFFE) != 0xFFFE);
  }
}
