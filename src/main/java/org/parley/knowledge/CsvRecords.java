package org.parley.knowledge;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;

/** The records of a CSV file, wherever one is read. */
public final class CsvRecords {
  private static final int LONGEST_FIELD = 1 << 17;

  /**
   * A blank line that cannot be read where a quote is open: what stands behind one would be lost.
   */
  private static final String END = "\" \"\n";

  private CsvRecords() {}

  /** What becomes of a record. */
  @FunctionalInterface
  public interface Each {
    /**
     * Takes a record.
     *
     * @param line the line that it begins on, from 1
     */
    void take(int line, List<String> cells);
  }

  /**
   * Reads all of them, blank ones too; the last is always blank. What separates the cells is found
   * out ({@link CsvForm}).
   *
   * @param name of the file, for messages
   * @param text what it holds
   * @throws ParleyException if it is no CSV; names the line behind the last record that is
   */
  public static void read(String name, String text, Each each) {
    CsvForm form = CsvForm.of(text);
    // a line that says the separator is no record
    int before = form.start() == 0 ? 0 : 1;
    int line = before;
    String records = text.substring(form.start());
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(form.separator())
            .skipEmptyLines(false)
            .maxBufferSize(LONGEST_FIELD)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(records + (records.endsWith("\n") ? END : "\n" + END))) {
      for (CsvRecord record : reader) {
        line = before + (int) record.getStartingLineNumber();
        each.take(line, record.getFields());
      }
    } catch (CsvParseException e) {
      throw new ParleyException(
          new Problem(
              Place.of(name, line + 1),
              "no CSV from here on: is a quote (\") not closed, one too many, or a line too"
                  + " long?"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
