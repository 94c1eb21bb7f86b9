package org.parley.report.regression;

import static org.parley.report.document.Document.answer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.Shown;
import org.parley.regress.tck.TckOutcome;
import org.parley.regress.tck.TckResult;
import org.parley.report.document.Block.Column;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Block.Line;
import org.parley.report.document.Document;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/** Tells what became of the test cases of the DMN TCK. */
public final class TckReport {

  private TckReport() {}

  /** The results. */
  public static Report of(TckResult result) {
    return new Report(() -> document(result), () -> result);
  }

  /**
   * The results as the kit's own runners write them: one line for each test with folder, file,
   * test, result and detail, each in quotes.
   */
  public static String csv(TckResult result) {
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

  private static Document document(TckResult result) {
    int run = result.total() - result.refused().size();
    int failed = result.failed().size();
    String verdict =
        run == 0
            ? "No test was run."
            : failed == 0
                ? "All %d tests that were run passed.".formatted(run)
                : "%d of %d tests that were run failed.".formatted(failed, run);
    Map<String, TckResult.Level> rows = new LinkedHashMap<>(result.byLevel());
    if (rows.size() > 1) {
      rows.put("all", result.all());
    }
    Document document =
        new Document("DMN TCK")
            .front(
                answer(failed == 0 ? Tone.GOOD : Tone.BAD, verdict),
                Document.table(
                    "Tests by level",
                    Column.figures(new Column("level"), "tests", "passed", "refused", "failed"),
                    rows.entrySet(),
                    e ->
                        Line.of(
                            e.getKey(),
                            e.getValue().total(),
                            e.getValue().passed(),
                            e.getValue().refused(),
                            e.getValue().failed())));
    outcomes(document, "Failed", result.failed());
    outcomes(document, "Not run, for safety", result.refused());
    return document;
  }

  /** Tests of one file that have the same to say. */
  private record Group(String file, String detail) {}

  private static void outcomes(Document document, String title, List<TckOutcome> outcomes) {
    if (!outcomes.isEmpty()) {
      Map<Group, String> groups =
          outcomes.stream()
              .collect(
                  Collectors.groupingBy(
                      o -> new Group(o.directory() + "/" + o.file(), o.detail()),
                      LinkedHashMap::new,
                      Collectors.mapping(TckOutcome::test, Collectors.joining(", "))));
      document.section(
          title,
          Document.items(
              groups.entrySet(),
              e ->
                  new Item(
                      Words.strong(e.getKey().file())
                          .then(Tone.PLAIN, e.getValue())
                          .and(Tone.PLAIN, ":")
                          .then(Tone.PLAIN, e.getKey().detail()))));
    }
  }
}
