package org.parley.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Shown;
import org.parley.regress.tck.TckOutcome;
import org.parley.regress.tck.TckResult;

/** Renders results of the DMN TCK as the kit's own runners write them, for its reports. */
public final class TckCsv {

  private TckCsv() {}

  /** One line for each test: folder, file, test, result and detail, each in quotes. */
  public static String render(TckResult result) {
    return result.outcomes().stream().map(TckCsv::line).collect(Collectors.joining());
  }

  private static String line(TckOutcome outcome) {
    return Stream.of(
                outcome.directory(),
                outcome.file(),
                outcome.test(),
                word(outcome.verdict()),
                Shown.line(outcome.detail()))
            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static String word(TckOutcome.Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "SUCCESS";
      case FAILED -> "ERROR";
      case REFUSED -> "IGNORED";
    };
  }
}
