package org.parley.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.regress.CoverageResult;
import org.parley.regress.CoverageResult.UnusedRow;

/** Renders coverage for a terminal. Immutable and thread-safe. */
public final class CoverageText {
  private static final int BAR = 24;

  private final Style style;
  private final int mostSurvivors;

  /**
   * @param mostSurvivors how many changes that no case notices to tell of each table
   */
  public CoverageText(Style style, int mostSurvivors) {
    this.style = Objects.requireNonNull(style, "style");
    this.mostSurvivors = mostSurvivors;
  }

  /** The result as text that ends with a line break. */
  public String render(CoverageResult result) {
    Page page = new Page(style);
    page.paragraph(
        Prose.strong("What %d cases exercise".formatted(result.cases()))
            .then(Tone.DIM, "(%d of them made up to do so)".formatted(result.synthetic())));
    page.blank();
    bar(page, "statements encoded", result.statements().encoded(), result.statements().total());
    bar(page, "statements exercised", result.statements().exercised(), result.statements().total());
    bar(page, "rows exercised", result.rows().exercised(), result.rows().total());
    bar(page, "rules exercised", result.rules().exercised(), result.rules().total());
    bar(page, "values seen", result.values().seen(), result.values().total());
    list(page, "Statements that stand in no row or rule", result.statements().missing());
    list(page, "Statements whose rows and rules no case exercises", result.statements().never());
    rows(page, result);
    list(page, "Rules that fire in no case", result.rules().never());
    if (!result.values().never().isEmpty()) {
      page.heading("Values that no case has");
      result
          .values()
          .never()
          .forEach(u -> page.bullet(Prose.plain(u.fact() + ": " + String.join(", ", u.values()))));
    }
    if (result.mutants() != null) {
      new MutantText(style, page, mostSurvivors).write(result.mutants());
    }
    return page.text();
  }

  private void bar(Page page, String label, int part, int total) {
    int filled = total == 0 ? BAR : part * BAR / total;
    page.item(
        new Page.Lead(Tone.DIM, "%-21s ".formatted(label)),
        Prose.of(part == total ? Tone.GOOD : Tone.FAIR, style.sign(Sign.FULL).repeat(filled))
            .and(Tone.DIM, style.sign(Sign.EMPTY).repeat(BAR - filled))
            .then(Tone.PLAIN, percent(part, total))
            .then(Tone.DIM, "%d of %d".formatted(part, total)));
  }

  static String percent(int part, int total) {
    // rounded down, so that 100% means all
    return "%3d%%".formatted(total == 0 ? 100 : part * 100 / total);
  }

  private static void list(Page page, String title, List<String> entries) {
    if (!entries.isEmpty()) {
      page.heading(title);
      entries.forEach(e -> page.bullet(Prose.plain(e)));
    }
  }

  private static void rows(Page page, CoverageResult result) {
    if (result.rows().never().isEmpty()) {
      return;
    }
    page.heading("Rows that decide in no case");
    Map<String, List<String>> byTable =
        result.rows().never().stream()
            .collect(
                Collectors.groupingBy(
                    UnusedRow::table,
                    TreeMap::new,
                    Collectors.mapping(UnusedRow::id, Collectors.toList())));
    byTable.forEach(
        (table, ids) ->
            page.bullet(
                Prose.strong(table)
                    .and(Tone.STRONG, ":")
                    .then(Tone.PLAIN, String.join(", ", ids))));
  }
}
