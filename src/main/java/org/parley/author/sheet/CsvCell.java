package org.parley.author.sheet;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking a text of a CSV file for a formula: an apostrophe stands before
 * it, as spreadsheets themselves mark text.
 */
final class CsvCell {
  private static final String MARK = "'";

  /** Blanks before a sign do not keep every program from calculating; nor does its wide twin. */
  private static final Pattern DANGEROUS =
      Pattern.compile("(?s)(?:'|[\\t\\r\\n]|[\\s\\p{Zs}]*[=+\\-@＝＋－＠]).*");

  private CsvCell() {}

  static String write(Cell cell) {
    String text = CellMarks.write(cell.text());
    boolean marked = cell.kind() == Cell.Kind.TEXT && DANGEROUS.matcher(text).matches();
    return marked ? MARK + text : text;
  }

  static Cell read(String text) {
    boolean marked = text.startsWith(MARK) && DANGEROUS.matcher(text.substring(1)).matches();
    return Cell.text(CellMarks.read(marked ? text.substring(1) : text));
  }
}
