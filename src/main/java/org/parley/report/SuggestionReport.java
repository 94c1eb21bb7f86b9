package org.parley.report;

import java.util.List;
import java.util.Objects;
import org.parley.Finding;
import org.parley.regress.SuggestionResult;
import org.parley.regress.SuggestionResult.Suggested;
import org.parley.regress.Target;

/** Tells which cases are missing. Immutable and thread-safe. */
public final class SuggestionReport {
  private static final int FEW = 4;

  private final SuggestionResult result;
  private final boolean all;

  /**
   * @param all whether to tell all that a case exercises, and not only the first
   */
  public SuggestionReport(SuggestionResult result, boolean all) {
    this.result = Objects.requireNonNull(result, "result");
    this.all = all;
  }

  /** As text for a terminal that ends with a line break. */
  public String text(Style style) {
    return outline().text(style).stripLeading();
  }

  /** As Markdown. */
  public String markdown() {
    return outline().markdown();
  }

  private Outline outline() {
    Outline outline = new Outline();
    outline.result(
        "%s would exercise %d of %d rows, cells and values that no case exercises."
            .formatted(cases(), result.served(), result.targets()),
        "");
    outline.paragraph(
        "They are made up: people have to look them through, and they never count as history. Where"
            + " a change of a row is named, the case would notice it.");
    result.suggested().forEach(s -> suggested(outline, s));
    targets(outline, "Further cases would exercise", result.leftOut());
    targets(outline, "No case was found that would exercise", result.notFound());
    targets(outline, "No case can exercise, which is proved", result.impossible());
    return outline;
  }

  private String cases() {
    return result.suggested().size() == 1 ? "1 new case" : result.suggested().size() + " new cases";
  }

  private void suggested(Outline outline, Suggested suggested) {
    outline.heading("%s: %d".formatted(suggested.stub().id(), suggested.serves().size()));
    outline.paragraph(
        "As %s.".formatted(MutantWording.like(suggested.like(), suggested.changes())));
    for (Finding finding : suggested.findings()) {
      outline.note(0, "Review: " + finding.message());
    }
    int most = all ? Integer.MAX_VALUE : FEW;
    suggested.serves().stream().limit(most).forEach(t -> outline.point(0, where(t), what(t)));
    int more = suggested.serves().size() - most;
    if (more > 0) {
      outline.note(0, "and %d more".formatted(more));
    }
  }

  private void targets(Outline outline, String title, List<Target> targets) {
    if (!targets.isEmpty()) {
      outline.heading("%s: %d".formatted(title, targets.size()));
      int most = all ? Integer.MAX_VALUE : 2 * FEW;
      targets.stream().limit(most).forEach(t -> outline.point(0, where(t), what(t)));
      if (targets.size() > most) {
        outline.note(0, "and %d more".formatted(targets.size() - most));
      }
    }
  }

  /** The row or the fact. */
  static String where(Target target) {
    if (target instanceof Target.UnusedRow row) {
      return row.table() + ", " + row.row();
    }
    if (target instanceof Target.Unnoticed unnoticed) {
      return unnoticed.mutant().table() + ", " + unnoticed.mutant().row();
    }
    return ((Target.UnseenValue) target).fact();
  }

  /** What is to be exercised of it. */
  static String what(Target target) {
    if (target instanceof Target.UnusedRow) {
      return "decides";
    }
    return target instanceof Target.Unnoticed unnoticed
        ? MutantWording.change(unnoticed.mutant())
        : "has the value " + ((Target.UnseenValue) target).value();
  }
}
