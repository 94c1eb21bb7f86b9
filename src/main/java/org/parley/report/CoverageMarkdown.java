package org.parley.report;

import java.util.List;
import org.parley.Shown;
import org.parley.regress.CoverageResult;
import org.parley.regress.CoverageResult.UnusedRow;
import org.parley.regress.MutationResult;
import org.parley.regress.MutationResult.Part;
import org.parley.regress.MutationResult.Score;
import org.parley.regress.MutationResult.Survivor;

/** Renders coverage as Markdown. */
public final class CoverageMarkdown {
  private final StringBuilder page = new StringBuilder();

  private CoverageMarkdown() {}

  /** The result as Markdown that ends with a line break. */
  public static String render(CoverageResult result) {
    CoverageMarkdown markdown = new CoverageMarkdown();
    markdown.write(result);
    return markdown.page.toString();
  }

  private void write(CoverageResult result) {
    page.append(
        "# What the cases exercise\n\n%d cases, %d of them made up to exercise rows.\n\n"
            .formatted(result.cases(), result.synthetic()));
    page.append(Markdown.head("what", "share", "count"));
    row("statements encoded", result.statements().encoded(), result.statements().total());
    row("statements exercised", result.statements().exercised(), result.statements().total());
    row("rows exercised", result.rows().exercised(), result.rows().total());
    row("rules exercised", result.rules().exercised(), result.rules().total());
    row("values seen", result.values().seen(), result.values().total());
    list("Statements that stand in no row or rule", result.statements().missing());
    list("Statements whose rows and rules no case exercises", result.statements().never());
    list(
        "Rows that decide in no case",
        result.rows().never().stream().map(CoverageMarkdown::unused).toList());
    list("Rules that fire in no case", result.rules().never());
    list(
        "Values that no case has",
        result.values().never().stream()
            .map(u -> u.fact() + ": " + String.join(", ", u.values()))
            .toList());
    if (result.mutants() != null) {
      mutants(result.mutants());
    }
  }

  private static String unused(UnusedRow row) {
    return "%s (%s)".formatted(row.id(), row.table());
  }

  private void row(String label, int part, int total) {
    page.append(
        Markdown.row(
            Markdown.escape(label),
            CoverageText.percent(part, total).strip(),
            "%d of %d".formatted(part, total)));
  }

  private void list(String title, List<String> entries) {
    if (!entries.isEmpty()) {
      page.append("\n## ").append(title).append("\n\n");
      entries.forEach(e -> page.append("- ").append(Markdown.escape(e)).append('\n'));
    }
  }

  private void mutants(MutationResult result) {
    page.append("\n## Cells whose change a case notices\n\n")
        .append(MutantWording.tried(result))
        .append("\n\n")
        .append(MutantWording.SCORE)
        .append("\n\n")
        .append(Markdown.head("what", "share", "count"));
    Score all = result.all();
    row("noticed: the score", all.noticed(), all.counted());
    row("by history alone", all.byHistory(), all.counted());
    row("since a pin breaks", all.pinned(), all.counted());
    row("since history agrees otherwise", all.observed(), all.counted());
    row("cells with a change noticed", all.cellsNoticed(), all.cells());
    parts("By kind of change", "kind", result.byKind());
    parts("By table", "table", result.byTable());
    list("Not analysed", result.notAnalysed());
    survivors(result);
  }

  private void parts(String title, String name, List<Part> parts) {
    page.append("\n### ").append(title).append("\n\n");
    page.append(
        Markdown.head(name, "noticed", "of", "share", "by history", "no difference", "cells"));
    for (Part part : parts) {
      Score score = part.score();
      page.append(
          Markdown.row(
              Markdown.escape(part.name()),
              String.valueOf(score.noticed()),
              String.valueOf(score.counted()),
              CoverageText.percent(score.noticed(), score.counted()).strip(),
              String.valueOf(score.byHistory()),
              String.valueOf(score.equivalent()),
              "%d of %d".formatted(score.cellsNoticed(), score.cells())));
    }
  }

  private void survivors(MutationResult result) {
    if (result.survivors().isEmpty()) {
      return;
    }
    page.append("\n## Changes that no case notices\n\n%d.".formatted(result.survivors().size()));
    MutantWording.survivors(result).forEach(s -> page.append(' ').append(s));
    page.append('\n');
    MutantText.byTable(result)
        .forEach(
            (table, survivors) -> {
              page.append("\n### ").append(Markdown.escape(table)).append("\n\n");
              survivors.forEach(this::survivor);
            });
  }

  private void survivor(Survivor survivor) {
    page.append("- `%s`: ".formatted(Shown.line(survivor.mutant().row()).replace("`", "'")))
        .append(Markdown.escape(MutantWording.change(survivor.mutant())))
        .append(" → ")
        .append(Markdown.escape(MutantWording.remedy(survivor)))
        .append('\n');
  }
}
