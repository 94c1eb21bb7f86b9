package org.parley.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.regress.MutationResult;
import org.parley.regress.MutationResult.Part;
import org.parley.regress.MutationResult.Score;
import org.parley.regress.MutationResult.Survivor;

/** Tells on a page which changes of cells no case notices. */
final class MutantText {
  private static final int BAR = 12;

  private final Style style;
  private final Page page;
  private final int mostSurvivors;

  /**
   * @param mostSurvivors how many of each table to tell
   */
  MutantText(Style style, Page page, int mostSurvivors) {
    this.style = style;
    this.page = page;
    this.mostSurvivors = mostSurvivors;
  }

  void write(MutationResult result) {
    page.heading("Cells whose change a case notices");
    page.indented(Prose.plain(MutantWording.tried(result)));
    page.indented(Prose.dim(MutantWording.SCORE));
    page.blank();
    Score all = result.all();
    bar("noticed: the score", all.noticed(), all.counted());
    bar("by history alone", all.byHistory(), all.counted());
    bar("since a pin breaks", all.pinned(), all.counted());
    bar("since history agrees otherwise", all.observed(), all.counted());
    bar("cells with a change noticed", all.cellsNoticed(), all.cells());
    parts("By kind of change", result.byKind());
    parts("By table", result.byTable());
    result.notAnalysed().forEach(n -> page.bullet(Prose.of(Tone.ALERT, "not analysed: " + n)));
    survivors(result);
  }

  private void parts(String title, List<Part> parts) {
    page.heading(title);
    parts.forEach(p -> bar(p.name(), p.score().noticed(), p.score().counted()));
  }

  private void bar(String label, int part, int total) {
    int filled = total == 0 ? BAR : part * BAR / total;
    page.item(
        new Page.Lead(Tone.DIM, "%-31s ".formatted(label)),
        Prose.of(part == total ? Tone.GOOD : Tone.FAIR, style.sign(Sign.FULL).repeat(filled))
            .and(Tone.DIM, style.sign(Sign.EMPTY).repeat(BAR - filled))
            .then(Tone.PLAIN, CoverageText.percent(part, total))
            .then(Tone.DIM, "%d of %d".formatted(part, total)));
  }

  private void survivors(MutationResult result) {
    if (result.survivors().isEmpty()) {
      return;
    }
    page.heading("Changes that no case notices: %d".formatted(result.survivors().size()));
    MutantWording.survivors(result).forEach(s -> page.indented(Prose.plain(s)));
    byTable(result)
        .forEach(
            (table, survivors) -> {
              page.blank().item(Page.Lead.of(""), Prose.strong(table));
              survivors.stream().limit(mostSurvivors).forEach(this::survivor);
              int more = survivors.size() - mostSurvivors;
              if (more > 0) {
                page.bullet(Prose.dim("and %d more".formatted(more)));
              }
            });
  }

  /** The survivors by table, in the order of tables. */
  static Map<String, List<Survivor>> byTable(MutationResult result) {
    return result.survivors().stream()
        .collect(
            Collectors.groupingBy(
                s -> s.mutant().table(), LinkedHashMap::new, Collectors.toList()));
  }

  private void survivor(Survivor survivor) {
    page.bullet(
        Prose.plain(survivor.mutant().row())
            .and(Tone.PLAIN, ":")
            .then(Tone.PLAIN, MutantWording.change(survivor.mutant()))
            .then(Tone.DIM, style.sign(Sign.ARROW))
            .then(Tone.DIM, MutantWording.remedy(survivor)));
  }
}
