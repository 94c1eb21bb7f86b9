package org.parley.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.regress.tck.TckOutcome;
import org.parley.regress.tck.TckResult;

/** Renders results of the DMN TCK for people. */
public final class TckReport {
  private static final List<String> HEAD = List.of("level", "tests", "passed", "refused", "failed");

  private TckReport() {}

  /** For a terminal. */
  public static String text(TckResult result, Style style) {
    Page page = new Page(style);
    page.paragraph(Prose.of(result.failed().isEmpty() ? Tone.GOOD : Tone.BAD, verdict(result)));
    page.blank();
    TextTable table = new TextTable(HEAD);
    rows(result).forEach((level, part) -> table.add(cells(level, part)));
    table.write(page);
    outcomes(page, "Failed", result.failed());
    outcomes(page, "Not run, for safety", result.refused());
    return page.text();
  }

  /** As Markdown. */
  public static String markdown(TckResult result) {
    StringBuilder page = new StringBuilder("# DMN TCK\n\n" + verdict(result) + "\n\n");
    page.append(Markdown.head(HEAD.toArray(String[]::new)));
    rows(result)
        .forEach(
            (level, part) ->
                page.append(
                    Markdown.row(cells(Markdown.escape(level), part).toArray(String[]::new))));
    outcomes(page, "Failed", result.failed());
    outcomes(page, "Not run, for safety", result.refused());
    return page.toString();
  }

  private static String verdict(TckResult result) {
    int run = result.total() - result.refused().size();
    if (run == 0) {
      return "No test was run.";
    }
    return result.failed().isEmpty()
        ? "All %d tests that were run passed.".formatted(run)
        : "%d of %d tests that were run failed.".formatted(result.failed().size(), run);
  }

  private static Map<String, TckResult> rows(TckResult result) {
    Map<String, TckResult> rows = new LinkedHashMap<>(result.byLevel());
    if (rows.size() > 1) {
      rows.put("all", result);
    }
    return rows;
  }

  private static List<String> cells(String level, TckResult part) {
    return List.of(
        level,
        String.valueOf(part.total()),
        String.valueOf(part.passed()),
        String.valueOf(part.refused().size()),
        String.valueOf(part.failed().size()));
  }

  private static void outcomes(Page page, String title, List<TckOutcome> outcomes) {
    if (!outcomes.isEmpty()) {
      page.heading(title);
      groups(outcomes)
          .forEach(
              (group, tests) ->
                  page.bullet(
                      Prose.strong(group.file())
                          .then(Tone.PLAIN, tests)
                          .and(Tone.PLAIN, ":")
                          .then(Tone.PLAIN, group.detail())));
    }
  }

  private static void outcomes(StringBuilder page, String title, List<TckOutcome> outcomes) {
    if (!outcomes.isEmpty()) {
      page.append("\n## ").append(title).append("\n\n");
      page.append(Markdown.head("file", "tests", "why"));
      groups(outcomes)
          .forEach(
              (group, tests) ->
                  page.append(
                      Markdown.row(
                          Markdown.escape(group.file()),
                          Markdown.escape(tests),
                          Markdown.escape(group.detail()))));
    }
  }

  /** Tests of one file that have the same to say. */
  private record Group(String file, String detail) {}

  private static Map<Group, String> groups(List<TckOutcome> outcomes) {
    return outcomes.stream()
        .collect(
            Collectors.groupingBy(
                o -> new Group(o.directory() + "/" + o.file(), o.detail()),
                LinkedHashMap::new,
                Collectors.mapping(TckOutcome::test, Collectors.joining(", "))));
  }
}
