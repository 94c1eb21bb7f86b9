package org.parley.author.sheet;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking a text of a CSV file for a formula: an apostrophe stands before
 * it, as spreadsheets themselves mark text. Inside a text, where a spreadsheet that separates by
 * other signs would begin a cell, a mark stands for the sign.
 */
final class CsvCell {
  /** What formulas begin with, and the wide twins that some programs take for the same. */
  static final String SIGNS = "=+-@＝＋－＠";

  private static final String MARK = "'";
  private static final String SIGN = "[\\s\\p{Zs}]*[=+\\-@＝＋－＠]";
  private static final Pattern DANGEROUS = Pattern.compile("(?s)(?:'|[\\t\\r\\n]|" + SIGN + ").*");
  private static final Pattern INSIDE = Pattern.compile("[;\\t\\r\\n]" + SIGN);

  private CsvCell() {}

  static String write(GridCell cell) {
    if (cell.kind() != GridCell.Kind.TEXT) {
      return cell.text();
    }
    String text = INSIDE.matcher(CellMarks.write(cell.text())).replaceAll(m -> marked(m.group()));
    return DANGEROUS.matcher(text).matches() ? MARK + text : text;
  }

  private static String marked(String text) {
    int sign = text.length() - 1;
    return text.substring(0, sign) + "<U+%04X>".formatted((int) text.charAt(sign));
  }

  static GridCell read(String text) {
    boolean marked = text.startsWith(MARK) && DANGEROUS.matcher(text.substring(1)).matches();
    return GridCell.text(CellMarks.read(marked ? text.substring(1) : text));
  }
}
