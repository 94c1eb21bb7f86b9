package org.parley.report.regression;

import static org.parley.report.document.Document.note;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.regress.TimelineResult;
import org.parley.regress.TimelineResult.FactChange;
import org.parley.regress.TimelineResult.Point;
import org.parley.regress.TimelineResult.Strand;
import org.parley.regress.TimelineResult.Turn;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Block.Mark;
import org.parley.report.document.Block.Picture;
import org.parley.report.document.Document;
import org.parley.report.document.Report;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/** Tells the advice over the phases of a conflict, and what turned it. */
public final class TimelineReport {
  private static final int MOST_SETS = 3;

  private TimelineReport() {}

  /** The timeline. */
  public static Report of(TimelineResult result) {
    return new Report(() -> document(result), () -> result);
  }

  private static Document document(TimelineResult result) {
    Document document =
        new Document(result.conflict())
            .front(
                note(
                    "What the tables say, over time: a filled dot is a phase, an open one a day of"
                        + " events, an arrow a turn. Turns of the unofficial track alone stand in the"
                        + " lists only."));
    if (result.strands().stream().flatMap(s -> s.points().stream()).anyMatch(p -> !p.favoured())) {
      document.front(note(Wording.LEANING));
    }
    if (!result.strands().isEmpty()) {
      document.add(new Picture(TimelineChart.of(result), false));
    }
    result.strands().forEach(s -> document.section(heading(s), strand(s)));
    return document.foot(
        Words.dim(
            "Between phases the facts of the phase before are carried on, and events change them."
                + " Where no event was coded, nothing changes."),
        Words.plain(Wording.CAVEAT));
  }

  static String heading(Strand strand) {
    return "%s, adversary: %s".formatted(strand.decidingParty(), strand.adversary());
  }

  static String advice(Point point) {
    return Wording.marked(
        Wording.stance(point.posture(), point.unofficialTrack()), point.favoured());
  }

  private static List<Block> strand(Strand strand) {
    List<Item> points = new ArrayList<>();
    Point before = null;
    for (Point point : strand.points()) {
      points.add(point(point, before));
      before = point;
    }
    List<Block> blocks = new ArrayList<>(List.of(Document.items(points)));
    if (!strand.turns().isEmpty()) {
      blocks.add(
          Document.section(
              Words.strong("What turned it"),
              Document.items(strand.turns(), TimelineReport::turn)));
    }
    return blocks;
  }

  private static Item point(Point point, Point before) {
    boolean turned = before != null && !point.advisesLike(before);
    boolean phase = !point.phase().isEmpty();
    Mark mark =
        turned
            ? new Mark(Tone.ALERT, Sign.ARROW.toString())
            : phase ? new Mark(Tone.STRONG, Sign.RECOMMENDED.toString()) : null;
    String events =
        point.events().stream()
            .map(e -> e.type() + (e.by().isEmpty() ? "" : " by " + String.join(", ", e.by())))
            .collect(Collectors.joining("; "));
    Words words = Words.plain(point.date().toString()).then(Tone.STRONG, point.phase());
    if (before == null || turned || phase) {
      words = words.then(Tone.PLAIN, advice(point));
    }
    return new Item(mark, words.listed(Words.dim(events)), List.of(), List.of());
  }

  private static Item turn(Turn turn) {
    Item item =
        new Item(
            Words.plain(turn.to().date().toString())
                .then(Tone.PLAIN, advice(turn.from()))
                .then(Tone.DIM, Sign.ARROW.toString())
                .then(Tone.STRONG, advice(turn.to())));
    List<List<FactChange>> sets = turn.turnedBy();
    item =
        item.with(
            sets,
            MOST_SETS,
            set ->
                new Item(
                    Words.about(
                        set.size() == 1 ? "enough by itself" : "enough together",
                        changes(set, ", and "))));
    List<FactChange> others = new ArrayList<>(turn.changed());
    sets.stream().limit(MOST_SETS).forEach(others::removeAll);
    return others.isEmpty()
        ? item
        : item.with(
            new Item(
                Words.dim(sets.isEmpty() ? "changed together:" : "changed as well:")
                    .then(Tone.DIM, changes(others, ", "))));
  }

  private static String changes(List<FactChange> changes, String separator) {
    return changes.stream()
        .map(c -> "%s: %s %s %s (%s)".formatted(c.name(), c.from(), Sign.ARROW, c.to(), c.origin()))
        .collect(Collectors.joining(separator));
  }
}
