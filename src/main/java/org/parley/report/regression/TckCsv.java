package org.parley.report.regression;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import org.parley.Shown;
import org.parley.regress.tck.TckOutcome;
import org.parley.regress.tck.TckResult;

/** Writes results of the DMN TCK as the kit's own runners do, for its reports. */
public final class TckCsv {

  private TckCsv() {}

  /** One line for each test: folder, file, test, result and detail, each in quotes. */
  public static String render(TckResult result) {
    StringWriter text = new StringWriter();
    CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(0)
            .build(text);
    for (TckOutcome outcome : result.outcomes()) {
      csv.writeRecord(
          outcome.directory(),
          outcome.file(),
          outcome.test(),
          switch (outcome.verdict()) {
            case PASSED -> "SUCCESS";
            case FAILED -> "ERROR";
            case REFUSED -> "IGNORED";
          },
          Shown.line(outcome.detail()));
    }
    return text.toString();
  }
}
