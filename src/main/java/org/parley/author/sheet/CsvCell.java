package org.parley.author.sheet;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking a text of a CSV file for a formula: an apostrophe stands before
 * it, as spreadsheets themselves mark text.
 */
final class CsvCell {
  private static final String MARK = "'";
  private static final Pattern DANGEROUS = Pattern.compile("(?s)['=+\\-@\\t\\r\\n].*");

  private CsvCell() {}

  static String write(Cell cell) {
    boolean marked = cell.kind() == Cell.Kind.TEXT && DANGEROUS.matcher(cell.text()).matches();
    return marked ? MARK + cell.text() : cell.text();
  }

  static Cell read(String text) {
    boolean marked = text.startsWith(MARK) && DANGEROUS.matcher(text.substring(1)).matches();
    return Cell.text(marked ? text.substring(1) : text);
  }
}
