package org.parley.report.regression;

import static org.parley.report.document.Document.answer;
import static org.parley.report.document.Document.paragraph;

import java.util.List;
import java.util.stream.Stream;
import org.parley.regress.SuggestionResult;
import org.parley.regress.SuggestionResult.Suggested;
import org.parley.regress.Target;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/** Tells which cases are missing. */
public final class SuggestionReport {
  private static final int FEW = 4;

  private SuggestionReport() {}

  /**
   * The cases.
   *
   * @param all whether to tell all that a case exercises, and not only the first
   */
  public static Report of(SuggestionResult result, boolean all) {
    return new Report(() -> document(result, all ? Integer.MAX_VALUE / 2 : FEW), () -> result);
  }

  private static Item item(Target target) {
    if (target instanceof Target.UnseenValue unseen) {
      return new Item(Words.about(unseen.fact(), "has the value " + unseen.value()));
    }
    return target instanceof Target.Unnoticed unnoticed
        ? row(unnoticed.mutant().table(), unnoticed.mutant().row(), unnoticed.mutant().describe())
        : row(((Target.UnusedRow) target).table(), ((Target.UnusedRow) target).row(), "decides");
  }

  private static Item row(String table, String row, String what) {
    return new Item(
        Words.strong(table)
            .and(Tone.STRONG, ",")
            .thenRow(row)
            .and(Tone.STRONG, ":")
            .then(Tone.PLAIN, what));
  }

  private static Document document(SuggestionResult result, int few) {
    int cases = result.suggested().size();
    Document document =
        new Document("Cases that are missing")
            .front(
                answer(
                    Tone.STRONG,
                    "%s would exercise %d of %d rows, cells and values that no case exercises."
                        .formatted(
                            Figures.count(cases, "new case"), result.served(), result.targets())),
                paragraph(
                    "They are made up: people have to look them through, and they never count as"
                        + " history. Where a change of a row is named, the case would notice it."));
    for (Suggested suggested : result.suggested()) {
      document.section(
          "%s: %d".formatted(suggested.stub().id(), suggested.serves().size()),
          Stream.of(
                  Stream.of(
                      paragraph(
                          "As %s."
                              .formatted(
                                  CoverageReport.like(suggested.like(), suggested.changes())))),
                  suggested.findings().stream().map(f -> Document.note("Review: " + f.message())),
                  Stream.of(Document.some(suggested.serves(), few, SuggestionReport::item)))
              .flatMap(s -> s)
              .toList());
    }
    targets(document, "Further cases would exercise", result.leftOut(), 2 * few);
    targets(document, "No case was found that would exercise", result.notFound(), 2 * few);
    targets(document, "No case can exercise, which is proved", result.impossible(), 2 * few);
    return document;
  }

  private static void targets(Document document, String title, List<Target> targets, int most) {
    if (!targets.isEmpty()) {
      document.section(
          "%s: %d".formatted(title, targets.size()),
          Document.some(targets, most, SuggestionReport::item));
    }
  }
}
