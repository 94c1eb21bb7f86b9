package org.parley.report.regression;

import static org.parley.report.document.Document.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.regress.tck.TckOutcome;
import org.parley.regress.tck.TckResult;
import org.parley.report.document.Block.Column;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Block.Line;
import org.parley.report.document.Block.Table;
import org.parley.report.document.Document;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/** Tells what became of the test cases of the DMN TCK. */
public final class TckReport {

  private TckReport() {}

  /** The results. */
  public static Report of(TckResult result) {
    return new Report(() -> document(result), () -> Answer.of(result));
  }

  /** What programs read of it. */
  public record Answer(
      int total,
      int passed,
      int refused,
      Map<String, Level> levels,
      List<Test> failed,
      List<Test> notRun) {

    static Answer of(TckResult result) {
      Map<String, Level> levels = new LinkedHashMap<>();
      result
          .byLevel()
          .forEach(
              (name, part) ->
                  levels.put(
                      name,
                      new Level(
                          part.total(),
                          part.passed(),
                          part.refused().size(),
                          part.failed().size())));
      return new Answer(
          result.total(),
          result.passed(),
          result.refused().size(),
          levels,
          result.failed().stream().map(Test::of).toList(),
          result.refused().stream().map(Test::of).toList());
    }
  }

  /** The results of one level of conformance. */
  public record Level(int total, int passed, int refused, int failed) {}

  /** A test that did not pass. */
  public record Test(String directory, String testCaseFile, String testId, String detail) {

    static Test of(TckOutcome outcome) {
      return new Test(outcome.directory(), outcome.file(), outcome.test(), outcome.detail());
    }
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
    Map<String, TckResult> rows = new LinkedHashMap<>(result.byLevel());
    if (rows.size() > 1) {
      rows.put("all", result);
    }
    Document document =
        new Document("DMN TCK")
            .front(
                answer(failed == 0 ? Tone.GOOD : Tone.BAD, verdict),
                new Table(
                    "Tests by level",
                    Stream.concat(
                            Stream.of(new Column("level")),
                            Stream.of("tests", "passed", "refused", "failed").map(Column::figures))
                        .toList(),
                    rows.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList()));
    outcomes(document, "Failed", result.failed());
    outcomes(document, "Not run, for safety", result.refused());
    return document;
  }

  private static Line line(String level, TckResult part) {
    return new Line(
        Stream.concat(
                Stream.of(level),
                Stream.of(part.total(), part.passed(), part.refused().size(), part.failed().size())
                    .map(String::valueOf))
            .map(Words::plain)
            .toArray(Words[]::new));
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
              groups.entrySet().stream()
                  .map(
                      e ->
                          new Item(
                              Words.strong(e.getKey().file())
                                  .then(Tone.PLAIN, e.getValue())
                                  .and(Tone.PLAIN, ":")
                                  .then(Tone.PLAIN, e.getKey().detail())))
                  .toList()));
    }
  }
}
