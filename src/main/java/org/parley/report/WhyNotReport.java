package org.parley.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.FiredRow;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.WhyNot.FailingCell;
import org.parley.WhyNot.NearRow;

/** Tells why an advice does not favour a posture. Immutable and thread-safe. */
public final class WhyNotReport {
  private static final int MOST_WAYS = 3;

  private final Advice advice;
  private final WhyNot whyNot;
  private final Changes ways;

  /**
   * @param ways what would lead to the posture asked about
   */
  public WhyNotReport(Advice advice, WhyNot whyNot, Changes ways) {
    this.advice = Objects.requireNonNull(advice, "advice");
    this.whyNot = Objects.requireNonNull(whyNot, "whyNot");
    this.ways = Objects.requireNonNull(ways, "ways");
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
    if (whyNot.isFavoured()) {
      return outline
          .result("Why not?", Wording.loud(whyNot.asked()))
          .paragraph("It is what the tables favour.");
    }
    outline.result("Why not", Wording.loud(whyNot.asked()) + "?");
    outline.paragraph(
        "The tables favour %s; of %s they say: %s."
            .formatted(whyNot.posture(), whyNot.asked(), whyNot.verdict().level()));
    verdict(outline);
    ways(outline);
    List<ChangeSet> sets =
        ways.sets().stream().filter(s -> s.group() != Changes.Group.DOUBT).toList();
    if (!sets.isEmpty()) {
      outline.heading("The shortest ways there");
      ChangeSentences.of(sets)
          .forEach((group, sentences) -> outline.list(group, sentences, MOST_WAYS));
    }
    return outline;
  }

  private void verdict(Outline outline) {
    outline.heading("What gave the verdict");
    for (FiredRow row : whyNot.verdict().rows()) {
      outline.point(0, "", row.why());
      outline.note(0, looked(row.id(), row.source(), row.statements()));
      row.inputs()
          .forEach((input, value) -> outline.point(1, "", input + " is " + Wording.known(value)));
    }
  }

  private void ways(Outline outline) {
    if (whyNot.ways().isEmpty()) {
      outline.heading("What would have given it");
      outline.paragraph("No row of the tables could.");
      return;
    }
    outline.heading(
        whyNot.verdict().level() == Verdict.Level.RECOMMENDED
            ? "It is recommended, but another option was preferred; what would have preferred it"
            : "The rows that would have recommended it, nearest first");
    outline.note(
        0,
        "Values of facts under which the tables would speak otherwise; to ask for them is not to"
            + " advise anybody to bring them about.");
    whyNot.ways().stream().limit(MOST_WAYS).forEach(way -> way(outline, way));
    int more = whyNot.ways().size() - MOST_WAYS;
    if (more > 0) {
      outline.note(0, more + (more == 1 ? " row is" : " rows are") + " further away.");
    }
  }

  private void way(Outline outline, WhyNot.Way way) {
    outline.point(0, "", way.row().why());
    outline.note(0, looked(way.row().id(), way.row().source(), way.row().statements()));
    if (way.equals(whyNot.ways().get(0))) {
      cells(outline, 1, way.row());
    }
    String facts =
        way.assuming().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    outline.point(
        1,
        "With " + facts,
        "the verdict would be %s, and the tables would favour %s."
            .formatted(way.level(), way.posture()));
  }

  private static void cells(Outline outline, int depth, NearRow row) {
    for (FailingCell cell : row.cells()) {
      outline.point(
          depth,
          cell.input(),
          "%s; %s would pass".formatted(Wording.known(cell.value()), either(cell.wanted())));
      if (cell.through() != null) {
        outline.note(depth, "for instance by: " + cell.through().why());
        cells(outline, depth + 1, cell.through());
      }
    }
  }

  private static String either(List<String> values) {
    return String.join(" or ", values);
  }

  private static String looked(String id, String source, List<String> statements) {
    return Stream.of(id, source, String.join(", ", statements))
        .filter(t -> !Wording.isBlank(t))
        .collect(Collectors.joining(" · "));
  }
}
