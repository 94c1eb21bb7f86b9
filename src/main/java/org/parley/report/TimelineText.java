package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.parley.Event;
import org.parley.UnofficialTrack;
import org.parley.regress.TimelineResult;
import org.parley.regress.TimelineResult.FactChange;
import org.parley.regress.TimelineResult.Point;
import org.parley.regress.TimelineResult.Strand;
import org.parley.regress.TimelineResult.Turn;

/** Renders a timeline for a terminal. Immutable and thread-safe. */
public final class TimelineText {
  private static final int MOST_SETS = 3;

  private final Style style;

  public TimelineText(Style style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /** The timeline as text that ends with a line break. */
  public String render(TimelineResult result) {
    Page page = new Page(style);
    page.paragraph(
        Prose.strong(result.conflict()).then(Tone.DIM, "what the tables favour, over time"));
    result.strands().forEach(s -> strand(page, s));
    page.blank()
        .paragraph(
            Prose.dim(
                "Between phases the facts of the phase before are carried on, and events change"
                    + " them. Where no event was coded, nothing changes."));
    return page.text();
  }

  private void strand(Page page, Strand strand) {
    page.heading("%s facing %s".formatted(strand.decidingParty(), strand.adversary()));
    Point before = null;
    for (Point point : strand.points()) {
      point(page, point, before);
      before = point;
    }
    if (!strand.turns().isEmpty()) {
      page.blank().paragraph(Prose.strong("What turned it"));
      strand.turns().forEach(t -> turn(page, t));
    }
  }

  private void point(Page page, Point point, Point before) {
    boolean turned = before != null && !advice(point).equals(advice(before));
    boolean phase = !point.phase().isEmpty();
    String sign = turned ? style.sign(Sign.ARROW) : phase ? style.sign(Sign.RECOMMENDED) : " ";
    page.item(
        new Page.Lead(
            turned ? Tone.ALERT : phase ? Tone.STRONG : Tone.DIM,
            "%s %s%s  ".formatted(sign, point.date(), sign.length() > 1 ? "" : " ")),
        headline(point, before == null || turned || phase));
  }

  private Prose headline(Point point, boolean advise) {
    Prose prose = Prose.strong(point.phase());
    if (advise) {
      prose = prose.then(Tone.PLAIN, advice(point));
    }
    String events =
        point.events().stream().map(TimelineText::event).collect(Collectors.joining("; "));
    return prose.listed(Tone.DIM, style.sign(Sign.SEPARATOR), events);
  }

  private void turn(Page page, Turn turn) {
    page.item(
        new Page.Lead(Tone.ALERT, turn.to().date() + "  "),
        Prose.plain(advice(turn.from()))
            .then(Tone.DIM, style.sign(Sign.ARROW))
            .then(Tone.STRONG, advice(turn.to())));
    List<List<FactChange>> sets = turn.turnedBy();
    for (List<FactChange> set : sets.subList(0, Math.min(MOST_SETS, sets.size()))) {
      page.item(
          lead(set.size() == 1 ? "enough by itself" : "enough together"),
          Prose.plain(
              set.stream().map(TimelineText::change).collect(Collectors.joining(", and "))));
    }
    if (sets.size() > MOST_SETS) {
      page.item(lead(""), Prose.dim("and %d more such sets".formatted(sets.size() - MOST_SETS)));
    }
    List<FactChange> others = new ArrayList<>(turn.changed());
    sets.stream().limit(MOST_SETS).forEach(others::removeAll);
    if (!others.isEmpty()) {
      page.item(
          lead(sets.isEmpty() ? "changed together" : "changed as well"),
          Prose.dim(others.stream().map(TimelineText::change).collect(Collectors.joining(", "))));
    }
  }

  private static Page.Lead lead(String text) {
    return new Page.Lead(Tone.DIM, "            %-17s ".formatted(text));
  }

  private static String change(FactChange change) {
    return "%s: %s to %s (%s)"
        .formatted(change.name(), change.from(), change.to(), change.origin());
  }

  static String advice(Point point) {
    return point.unofficialTrack() == UnofficialTrack.NONE
        ? point.posture().label()
        : point.posture().label() + " with " + point.unofficialTrack().label();
  }

  private static String event(Event event) {
    String parties = event.by().isEmpty() ? "" : " by " + String.join(", ", event.by());
    return event.type() + parties;
  }
}
