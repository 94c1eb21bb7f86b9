package org.parley.report;

import java.util.List;
import java.util.Objects;
import org.parley.Advice;
import org.parley.Changes;

/** Tells what would change an advice. Immutable and thread-safe. */
public final class ChangesReport {
  /** How many entries of each group are told where not all are asked for. */
  public static final int FEW = 6;

  private final Advice advice;
  private final Changes changes;
  private final int most;

  /**
   * @param most how many entries of each group to tell
   */
  public ChangesReport(Advice advice, Changes changes, int most) {
    this.advice = Objects.requireNonNull(advice, "advice");
    this.changes = Objects.requireNonNull(changes, "changes");
    this.most = most;
  }

  /** As text for a terminal that ends with a line break. */
  public String text(Style style) {
    return outline().text(style);
  }

  /** As Markdown. */
  public String markdown() {
    return outline().markdown();
  }

  private Outline outline() {
    Outline outline = new Outline().about(advice);
    outline.result(Wording.FAVOUR, Wording.loud(advice.posture()));
    ArgumentWording.distances(changes).forEach(d -> outline.point(0, "", d));
    outline.heading(
        changes.to() == null
            ? "What would change the advice"
            : "What would lead to " + changes.to());
    if (changes.sets().isEmpty()) {
      outline.paragraph("Nothing within %s.".formatted(facts(changes.most())));
    } else {
      outline.note(
          0,
          "Each set changes it, and no part of it does; every set of up to %s was tried."
              .formatted(facts(changes.most())));
      ChangeSentences.of(changes.sets())
          .forEach((group, sentences) -> outline.list(group, sentences, most));
    }
    robust(outline);
    outline.heading("How to read this");
    outline.paragraph(
        "It says where the tables turn, not what to wish for: a condition is to be watched for, and"
            + " nobody should bring it about.");
    return outline;
  }

  private void robust(Outline outline) {
    List<String> robust = changes.robust();
    int telling = advice.facts().size() + advice.unknown().size() - robust.size();
    outline.heading("One fact alone");
    if (telling == 0) {
      outline.paragraph("No fact changes the advice by itself, whatever its value.");
    } else {
      outline.paragraph(
          "%d of %d facts can change the advice alone. These cannot, whatever their value: %s."
              .formatted(telling, telling + robust.size(), String.join(", ", robust)));
    }
  }

  private static String facts(int count) {
    return count == 1 ? "one fact" : count + " facts";
  }
}
