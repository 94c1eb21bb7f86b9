package org.parley.report.regression;

import static org.parley.report.document.Document.list;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.Changes.FactChange;
import org.parley.regress.CoverageResult;
import org.parley.regress.CoverageResult.UnusedRow;
import org.parley.regress.MutationResult;
import org.parley.regress.MutationResult.Part;
import org.parley.regress.MutationResult.Score;
import org.parley.regress.MutationResult.Survivor;
import org.parley.regress.Remedy;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/** Tells what the cases exercise, and which changes of cells they notice. */
public final class CoverageReport {
  private static final String SCORE =
      "A change is noticed when in some case an answer that reaches the reader is another, or there"
          + " is none. The score is the share noticed of all changes that can make a difference to"
          + " their table.";

  private CoverageReport() {}

  /**
   * The result.
   *
   * @param mostSurvivors how many changes that no case notices to tell of each table
   */
  public static Report of(CoverageResult result, int mostSurvivors) {
    return new Report(() -> document(result, mostSurvivors), () -> result);
  }

  private static Document document(CoverageResult result, int mostSurvivors) {
    Document document =
        new Document("What the cases exercise")
            .front(
                paragraph(
                    "%s, %d of them made up to exercise rows."
                        .formatted(Figures.count(result.cases(), "case"), result.synthetic())),
                new Block.Bars(
                    "Exercised by the cases",
                    List.of(
                        Block.Bar.of(
                            "statements encoded",
                            result.statements().encoded(),
                            result.statements().total()),
                        Block.Bar.of(
                            "statements exercised",
                            result.statements().exercised(),
                            result.statements().total()),
                        Block.Bar.of(
                            "rows exercised", result.rows().exercised(), result.rows().total()),
                        Block.Bar.of(
                            "rules exercised", result.rules().exercised(), result.rules().total()),
                        Block.Bar.of(
                            "values seen", result.values().seen(), result.values().total()))));
    document.list("Statements that stand in no row or rule", result.statements().missing());
    document.list("Statements whose rows and rules no case exercises", result.statements().never());
    if (!result.rows().never().isEmpty()) {
      document.section("Rows that decide in no case", unused(result.rows().never()));
    }
    document.list("Rules that fire in no case", result.rules().never());
    document.list(
        "Values that no case has",
        result.values().never().stream()
            .map(u -> u.fact() + ": " + String.join(", ", u.values()))
            .toList());
    if (result.mutants() != null) {
      mutants(document, result.mutants(), mostSurvivors);
      HeatMap.of(result).ifPresent(document::add);
    }
    return document;
  }

  private static Block unused(List<UnusedRow> rows) {
    Map<String, List<String>> byTable =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    UnusedRow::table,
                    TreeMap::new,
                    Collectors.mapping(UnusedRow::id, Collectors.toList())));
    return Document.items(
        byTable.entrySet(),
        e -> new Block.Item(Words.about(e.getKey(), String.join(", ", e.getValue()))));
  }

  private static void mutants(Document document, MutationResult result, int mostSurvivors) {
    Score all = result.all();
    document.section(
        "Cells whose change a case notices",
        paragraph(
            ("%d changes of one cell each, tried one at a time on %s (%d of them made up); %d"
                    + " more change no answer of their table, whatever it sees, and do not count.")
                .formatted(
                    all.counted(),
                    Figures.count(result.cases(), "case"),
                    result.synthetic(),
                    all.equivalent())),
        note(SCORE),
        new Block.Bars(
            "All changes",
            List.of(
                Block.Bar.of("noticed: the score", all.noticed(), all.counted()),
                Block.Bar.of("by history alone", all.byHistory(), all.counted()),
                Block.Bar.of("since a pin breaks", all.pinned(), all.counted()),
                Block.Bar.of("since history agrees otherwise", all.observed(), all.counted()),
                Block.Bar.of("since a principle breaks", all.byPrinciple(), all.counted()),
                Block.Bar.of(
                    "core rows that a principle holds",
                    result.core().byPrinciple(),
                    result.core().rows()),
                Block.Bar.of("cells with a change noticed", all.cellsNoticed(), all.cells()))));
    document.section("By kind of change", parts("By kind of change", result.byKind()));
    document.section("By table", parts("By table", result.byTable()));
    document.list("Not analysed", result.notAnalysed());
    if (!result.survivors().isEmpty()) {
      survivors(document, result, mostSurvivors);
    }
  }

  private static Block.Table parts(String caption, List<Part> parts) {
    return Document.table(
        caption,
        Block.Column.figures(
            new Block.Column("changes"), "noticed", "share", "by history", "no effect", "cells"),
        parts,
        CoverageReport::part);
  }

  private static Block.Line part(Part part) {
    Score score = part.score();
    return Block.Line.of(
        part.name(),
        "%d of %d".formatted(score.noticed(), score.counted()),
        Figures.percent(score.noticed(), score.counted()) + "%",
        score.byHistory(),
        score.equivalent(),
        "%d of %d".formatted(score.cellsNoticed(), score.cells()));
  }

  private static void survivors(Document document, MutationResult result, int most) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        list(
            List.of(
                ("%d of them leave a gap in their table, or rows at odds: a look at the table alone"
                        + " shows them.")
                    .formatted(result.breaking()),
                ("%d of them no case can notice: it is proved that no facts make the table see what"
                        + " it takes.")
                    .formatted(result.hopeless()))));
    Map<String, List<Survivor>> byTable =
        result.survivors().stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.mutant().table(), LinkedHashMap::new, Collectors.toList()));
    byTable.forEach(
        (table, survivors) ->
            blocks.add(
                Document.folded(
                    Words.about(table, "" + survivors.size()),
                    List.of(Document.some(survivors, most, CoverageReport::survivor)))));
    document.section(
        "Changes that no case notices: %d".formatted(result.survivors().size()), blocks);
  }

  private static Block.Item survivor(Survivor survivor) {
    Words words = Words.row(survivor.mutant().row()).then(Tone.PLAIN, survivor.mutant().describe());
    String remedy = remedy(survivor.remedy());
    return new Block.Item(
        remedy.isEmpty()
            ? words
            : words.then(Tone.DIM, Sign.ARROW.toString()).then(Tone.DIM, remedy));
  }

  /** What a case that notices it would be like. */
  private static String remedy(Remedy remedy) {
    if (remedy instanceof Remedy.NewCase found) {
      return like(found.like(), found.changes());
    }
    if (remedy instanceof Remedy.None) {
      return "no case can notice it";
    }
    return remedy instanceof Remedy.NotFound ? "no case was found that would notice it" : "";
  }

  /** A case that differs from another in a few facts. */
  static String like(String like, List<FactChange> changes) {
    String facts =
        changes.stream()
            .map(c -> "%s: %s".formatted(c.name(), c.to()))
            .collect(Collectors.joining("; "));
    return like.isEmpty()
        ? "a case of which nothing is known but " + facts
        : "a case like %s, but %s".formatted(like, facts);
  }
}
