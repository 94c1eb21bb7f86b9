package org.parley.author.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How CSV is written for those who will open it. */
public enum CsvDialect {
  /** UTF-8 and commas, as programs read it. */
  PLAIN(',', false),
  /** For an Excel whose list separator is the comma. */
  EXCEL_EN(',', true),
  /** For an Excel whose list separator is the semicolon, and whose decimals have a comma. */
  EXCEL_DE(';', true);

  private static final String MARK = "\uFEFF";
  private static final String DECIMAL_COMMAS = "decimal commas";

  private final char separator;
  private final boolean excel;

  CsvDialect(char separator, boolean excel) {
    this.separator = separator;
    this.excel = excel;
  }

  /** Its name on the command line, such as {@code excel-de}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A page as CSV; each line has as many cells. */
  String write(TablePage page) {
    return write(page.cells(), page.width());
  }

  /** Rows of cells as CSV; each line has as many cells. */
  String write(List<List<GridCell>> rows, int width) {
    StringWriter text = new StringWriter();
    // without it Excel takes UTF-8 for the encoding of Windows
    text.write(excel ? MARK : "");
    try (CsvWriter writer =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(excel ? LineDelimiter.CRLF : LineDelimiter.LF)
            .build(text)) {
      for (List<GridCell> row : rows) {
        List<String> texts = new ArrayList<>(row.stream().map(this::write).toList());
        texts.addAll(Collections.nCopies(width - texts.size(), ""));
        writer.writeRecord(texts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Lines of texts as RFC 4180 has them, for programs that analyse them.
   *
   * @param lines each as long as the first
   */
  public static String data(List<List<String>> lines) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      for (List<String> line : lines) {
        writer.writeRecord(line.stream().map(GridCell::text).map(CsvCell::write).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A text as a field of such a line, where lines are too many for a list. */
  public static String field(String text) {
    return CsvCell.write(GridCell.text(text));
  }

  private String write(GridCell cell) {
    if (this != EXCEL_DE) {
      return CsvCell.write(cell);
    }
    // the sheet says of itself how its numbers are written
    return cell.kind() == GridCell.Kind.NUMBER
        ? cell.text().replace('.', ',')
        : CsvCell.write(
            cell.text().startsWith(TablePage.PARTS + " ")
                ? GridCell.text(cell.text() + " " + DECIMAL_COMMAS)
                : cell);
  }

  /** Whether the mark of a sheet says that its numbers have decimal commas. */
  static boolean hasDecimalCommas(String mark) {
    return mark.endsWith(DECIMAL_COMMAS);
  }
}
