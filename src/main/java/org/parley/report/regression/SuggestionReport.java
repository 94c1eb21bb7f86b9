package org.parley.report.regression;

import static org.parley.report.document.Document.answer;
import static org.parley.report.document.Document.paragraph;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.FactValue;
import org.parley.Finding;
import org.parley.regress.SuggestionResult;
import org.parley.regress.SuggestionResult.Suggested;
import org.parley.regress.Target;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Document;
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
    return new Report(
        () -> document(result, all ? Integer.MAX_VALUE / 2 : FEW), () -> Answer.of(result));
  }

  /** What programs read of it. */
  public record Answer(
      int targets,
      int served,
      List<NewCase> cases,
      List<Aim> leftOut,
      List<Aim> notFound,
      List<Aim> impossible) {

    static Answer of(SuggestionResult result) {
      return new Answer(
          result.targets(),
          result.served(),
          result.suggested().stream().map(NewCase::of).toList(),
          result.leftOut().stream().map(Aim::of).toList(),
          result.notFound().stream().map(Aim::of).toList(),
          result.impossible().stream().map(Aim::of).toList());
    }
  }

  /** What programs read of a case that is missing. */
  public record NewCase(
      @JsonProperty("case") String subject,
      String title,
      String like,
      List<CoverageReport.Turned> changes,
      @FactValue Map<String, String> facts,
      List<String> findings,
      List<Aim> serves) {

    static NewCase of(Suggested suggested) {
      Map<String, String> facts = new LinkedHashMap<>();
      suggested.stub().facts().values().forEach(f -> facts.put(f.name(), f.value()));
      return new NewCase(
          suggested.stub().id(),
          suggested.stub().title(),
          suggested.like(),
          CoverageReport.turned(suggested.changes()),
          facts,
          suggested.findings().stream().map(Finding::message).toList(),
          suggested.serves().stream().map(Aim::of).toList());
    }
  }

  /** What is to be exercised: a row, a change of one of its cells, or a value of a fact. */
  public record Aim(
      String table,
      String row,
      String column,
      String kind,
      String change,
      String fact,
      String value) {

    static Aim of(Target target) {
      if (target instanceof Target.UnusedRow row) {
        return new Aim(row.table(), row.row(), "", "", "", "", "");
      }
      if (target instanceof Target.Unnoticed unnoticed) {
        CoverageReport.Changed c = CoverageReport.Changed.of(unnoticed.mutant());
        return new Aim(c.table(), c.row(), c.column(), c.kind(), c.change(), "", c.value());
      }
      Target.UnseenValue unseen = (Target.UnseenValue) target;
      return new Aim("", "", "", "", "", unseen.fact(), unseen.value());
    }

    Item item() {
      if (!fact.isEmpty()) {
        return new Item(Words.about(fact, "has the value " + value));
      }
      return new Item(
          Words.strong(table)
              .and(Tone.STRONG, ",")
              .thenRow(row)
              .and(Tone.STRONG, ":")
              .then(Tone.PLAIN, change.isEmpty() ? "decides" : change));
    }
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
                            cases == 1 ? "1 new case" : cases + " new cases",
                            result.served(),
                            result.targets())),
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
                  suggested.findings().stream()
                      .map(f -> Document.note("Review: " + f.message())),
                  Stream.of(some(suggested.serves(), few)))
              .flatMap(s -> s)
              .toArray(Block[]::new));
    }
    targets(document, "Further cases would exercise", result.leftOut(), 2 * few);
    targets(document, "No case was found that would exercise", result.notFound(), 2 * few);
    targets(document, "No case can exercise, which is proved", result.impossible(), 2 * few);
    return document;
  }

  private static void targets(Document document, String title, List<Target> targets, int most) {
    if (!targets.isEmpty()) {
      document.section("%s: %d".formatted(title, targets.size()), some(targets, most));
    }
  }

  private static Block some(List<Target> targets, int most) {
    List<Item> items =
        new ArrayList<>(targets.stream().limit(most).map(t -> Aim.of(t).item()).toList());
    if (targets.size() > most) {
      items.add(new Item(Words.dim("and %d more".formatted(targets.size() - most))));
    }
    return Document.items(items);
  }
}
