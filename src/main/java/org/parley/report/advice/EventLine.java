package org.parley.report.advice;

import static j2html.TagCreator.each;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.Case;
import org.parley.Event;
import org.parley.report.document.Block;
import org.parley.report.document.Svg;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/** Shows the dated events of a case on a time line, numbered as in the table below it. */
final class EventLine {
  private static final int WIDTH = 960;
  private static final int LEFT = 130;
  private static final int RIGHT = 30;
  private static final int RADIUS = 10;
  private static final int STEP = 23;
  private static final int MOST_TICKS = 8;
  private static final int MOST_LETTERS = 18;

  private final Case subject;
  private final List<Event> events;
  private final LocalDate first;
  private final long days;

  /** A lane of the line: one side, and how many rows its events take so that none hides another. */
  private record Lane(String name, List<Mark> marks) {

    int height() {
      return (marks.stream().mapToInt(Mark::row).max().orElse(0) + 1) * STEP + 12;
    }
  }

  private record Mark(int number, double x, int row, Event event) {}

  private EventLine(Case subject) {
    this.subject = subject;
    this.events = subject.events().stream().sorted(Comparator.comparing(Event::date)).toList();
    this.first = events.get(0).date();
    LocalDate last = events.get(events.size() - 1).date();
    LocalDate end = subject.asOf() != null && subject.asOf().isAfter(last) ? subject.asOf() : last;
    this.days = Math.max(1, ChronoUnit.DAYS.between(first, end));
  }

  /** The line and the table of a case with events. */
  static Block[] of(Case subject) {
    EventLine line = new EventLine(subject);
    return new Block[] {new Block.Picture(line.svg(), false), line.table()};
  }

  private Svg svg() {
    List<Lane> lanes = lanes();
    int height = lanes.stream().mapToInt(Lane::height).sum() + 40;
    String description =
        "%d events from %s on%s. The table below lists them."
            .formatted(
                events.size(),
                first,
                subject.asOf() == null ? "" : ", up to the day of the advice, " + subject.asOf());
    Svg svg =
        Svg.drawing("events", WIDTH, height, "Events on a time line", description)
            .withClass("line");
    axis(svg, height - 32);
    int top = 8;
    for (Lane lane : lanes) {
      draw(svg, lane, top);
      top += lane.height();
    }
    return svg;
  }

  private void draw(Svg svg, Lane lane, int top) {
    int foot = top + lane.height();
    svg.with(
        Svg.line(LEFT - 14, foot, WIDTH, foot).withClass("grid"),
        Svg.text(0, top + lane.height() / 2.0 + 4, Svg.shortened(lane.name(), MOST_LETTERS))
            .withClass("lane"),
        each(
            lane.marks(),
            mark -> {
              double y = foot - RADIUS - 6 - (double) mark.row() * STEP;
              return Svg.of("g")
                  .withClass(isLater(mark.event()) ? "mark later" : "mark")
                  .with(
                      Svg.title("%d: %s".formatted(mark.number(), words(mark.event()))),
                      Svg.circle(mark.x(), y, RADIUS),
                      Svg.text(mark.x(), y + 4, String.valueOf(mark.number())));
            }));
  }

  private void axis(Svg svg, int top) {
    long step = Math.max(1, (days + MOST_TICKS - 1) / MOST_TICKS);
    for (long day = 0; day <= days; day += step) {
      double x = x(first.plusDays(day));
      svg.with(
          Svg.line(x, top, x, top + 5).withClass("grid"),
          Svg.text(x, top + 20, first.plusDays(day).toString()).withClass("tick"));
    }
    if (subject.asOf() != null && !subject.asOf().isBefore(first)) {
      double x = x(subject.asOf());
      svg.with(Svg.line(x, 0, x, top).withClass("now"));
    }
  }

  private double x(LocalDate date) {
    return LEFT + (WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(first, date) / (double) days;
  }

  private List<Lane> lanes() {
    String ours = Wording.isBlank(subject.decidingParty()) ? "our side" : subject.decidingParty();
    String theirs = Wording.isBlank(subject.adversary()) ? "adversary" : subject.adversary();
    List<Lane> lanes = new ArrayList<>();
    for (String name : List.of(ours, theirs, "others")) {
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < events.size(); i++) {
        if (lane(events.get(i), ours, theirs).equals(name)) {
          marks.add(mark(i + 1, events.get(i), marks));
        }
      }
      if (!marks.isEmpty()) {
        lanes.add(new Lane(name, List.copyOf(marks)));
      }
    }
    return lanes;
  }

  private String lane(Event event, String ours, String theirs) {
    boolean byUs = on(event, subject.decidingParty(), subject.sides().ours());
    boolean byThem = on(event, subject.adversary(), subject.sides().theirs());
    return byUs == byThem ? "others" : byUs ? ours : theirs;
  }

  private static boolean on(Event event, String party, List<String> others) {
    return event.by().stream().anyMatch(n -> n.equals(party) || others.contains(n));
  }

  /** The lowest row in which nothing stands too near. */
  private Mark mark(int number, Event event, List<Mark> before) {
    double x = x(event.date());
    Map<Integer, Double> nearest =
        before.stream().collect(Collectors.toMap(Mark::row, m -> Math.abs(m.x() - x), Math::min));
    int row = 0;
    while (nearest.getOrDefault(row, Double.MAX_VALUE) < STEP) {
      row++;
    }
    return new Mark(number, x, row, event);
  }

  private boolean isLater(Event event) {
    return subject.asOf() != null && event.date().isAfter(subject.asOf());
  }

  private Block.Table table() {
    return new Block.Table(
        "Events, earliest first; the numbers are those of the time line",
        List.of(
            new Block.Column("No."),
            Block.Column.figures("Date"),
            new Block.Column("What"),
            new Block.Column("By and to"),
            new Block.Column("Note"),
            new Block.Column("Source")),
        IntStream.range(0, events.size()).mapToObj(i -> line(i + 1, events.get(i))).toList());
  }

  private Block.Line line(int number, Event event) {
    String details =
        event.details().entrySet().stream()
            .map(d -> d.getKey() + ": " + d.getValue())
            .collect(Collectors.joining(", "));
    return new Block.Line(
        Words.plain(String.valueOf(number)),
        Words.plain(event.date().toString()),
        Words.plain(event.type())
            .listed(
                Tone.DIM,
                details,
                isLater(event) ? "later than the day of the advice: not used" : ""),
        Words.plain(Wording.parties(event)),
        Words.plain(event.note()),
        Words.plain(event.source()));
  }

  private static String words(Event event) {
    return "%s %s %s".formatted(event.date(), event.type(), Wording.parties(event)).strip();
  }
}
