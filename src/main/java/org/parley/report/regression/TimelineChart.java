package org.parley.report.regression;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.Posture;
import org.parley.regress.TimelineResult;
import org.parley.regress.TimelineResult.Point;
import org.parley.regress.TimelineResult.Strand;
import org.parley.report.document.Chart;
import org.parley.report.document.Svg;

/** Draws a timeline: a band for each strand, a lane for each posture, a step where advice turns. */
public final class TimelineChart {
  private static final int WIDTH = 1000;
  private static final int HEAD = 150;
  private static final int BAND = 170;
  private static final List<Posture> ORDER = List.of(Posture.values());
  private static final int LANES = Posture.values().length;
  // the lanes, and room for the name of the strand above them
  private static final double ROWS = LANES + 1.6;
  private static final String INK = "#111111";
  private static final String GRID = "#d9d9d9";
  private static final String LINE = "#1f5f74";
  private static final int MOST_YEARS = 10;
  private static final double CLOSE = 0.07;

  private final TimelineResult result;
  private final LocalDate first;
  private final LocalDate last;

  private TimelineChart(TimelineResult result) {
    this.result = result;
    List<LocalDate> dates =
        result.strands().stream().flatMap(s -> s.points().stream()).map(Point::date).toList();
    LocalDate from = dates.stream().min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
    LocalDate to = dates.stream().max(Comparator.naturalOrder()).orElse(from);
    // room for the labels at either end
    long room = Math.max(20, ChronoUnit.DAYS.between(from, to) / 25);
    this.first = from.minusDays(room);
    this.last = to.plusDays(room * 2);
  }

  /** The chart; equal timelines give equal drawings. */
  public static Svg of(TimelineResult result) {
    return new TimelineChart(result).draw();
  }

  private Svg draw() {
    int bands = result.strands().size();
    Chart chart =
        new Chart(
                "timeline",
                WIDTH,
                HEAD + BAND * bands,
                result.conflict(),
                "What the tables say at each phase and at each date of events between",
                description())
            .right("", 0, day(last), dateTicks())
            .up("", 0, bands * ROWS, laneTicks());
    chart.lines(laneLines(), GRID, 0.8);
    for (int band = 0; band < bands; band++) {
      strand(chart, result.strands().get(band), band);
    }
    return chart.svg();
  }

  private void strand(Chart chart, Strand strand, int band) {
    chart.label(
        new Chart.Point(day(last) * 0.01, lane(ORDER.get(0), band) + 1.05),
        List.of(TimelineReport.heading(strand)),
        15,
        "start");
    List<Chart.Line> steps = new ArrayList<>();
    for (int i = 1; i < strand.points().size(); i++) {
      Point from = strand.points().get(i - 1);
      Point to = strand.points().get(i);
      Chart.Point corner = new Chart.Point(day(to.date()), lane(from, band));
      steps.add(new Chart.Line(at(from, band), corner));
      if (lane(from, band) != lane(to, band)) {
        chart.arrow(new Chart.Line(corner, at(to, band)));
      }
    }
    chart.lines(steps, LINE, 3);
    strand.points().stream()
        .filter(p -> p.phase().isEmpty())
        .forEach(p -> chart.dot(at(p, band), "#ffffff", LINE, 3));
    phases(chart, strand, band);
  }

  /** Phases lie above the events between; a name stands below where one is close before it. */
  private void phases(Chart chart, Strand strand, int band) {
    double named = -day(last);
    boolean above = false;
    for (Point point : strand.points()) {
      if (!point.phase().isEmpty()) {
        above = !above || day(point.date()) - named > day(last) * CLOSE;
        named = day(point.date());
        chart.dot(at(point, band), LINE, INK, 5);
        chart.label(beside(point, band, above), List.of(point.phase()), 13, "start");
      }
    }
  }

  private Chart.Point at(Point point, int band) {
    return new Chart.Point(day(point.date()), lane(point, band));
  }

  private Chart.Point beside(Point point, int band, boolean above) {
    return new Chart.Point(
        day(point.date()) + day(last) * 0.008, lane(point, band) + (above ? 0.45 : -0.45));
  }

  /**
   * Open talks stand on top of a band, a closed posture at its foot; strands from top to bottom.
   */
  private double lane(Point point, int band) {
    return lane(point.posture(), band);
  }

  private double lane(Posture posture, int band) {
    double foot = (result.strands().size() - 1 - band) * ROWS;
    return foot + LANES - ORDER.indexOf(posture);
  }

  private double day(LocalDate date) {
    return ChronoUnit.DAYS.between(first, date);
  }

  private Map<Double, String> laneTicks() {
    Map<Double, String> ticks = new LinkedHashMap<>();
    for (int band = 0; band < result.strands().size(); band++) {
      for (Posture posture : Posture.values()) {
        ticks.put(lane(posture, band), posture.label());
      }
    }
    return ticks;
  }

  private List<Chart.Line> laneLines() {
    return laneTicks().keySet().stream()
        .map(y -> new Chart.Line(new Chart.Point(0, y), new Chart.Point(day(last), y)))
        .toList();
  }

  /** The first days of years, or of months where the whole is short. */
  private Map<Double, String> dateTicks() {
    Map<Double, String> ticks = new LinkedHashMap<>();
    long months = ChronoUnit.MONTHS.between(first, last);
    long years = months / 12;
    boolean byMonth = years < 2;
    long step = byMonth ? Math.max(1, months / 8) : 12 * Math.max(1, years / MOST_YEARS);
    LocalDate tick = byMonth ? first.withDayOfMonth(1) : first.withDayOfYear(1);
    for (; !tick.isAfter(last); tick = tick.plusMonths(step)) {
      if (!tick.isBefore(first)) {
        String text = tick.toString();
        ticks.put(day(tick), text.substring(0, byMonth ? 7 : 4));
      }
    }
    return ticks;
  }

  private String description() {
    return result.strands().stream()
        .map(
            s ->
                s.points().stream()
                    .filter(p -> !p.phase().isEmpty())
                    .map(p -> "%s (%s) %s".formatted(p.phase(), p.date(), TimelineReport.advice(p)))
                    .collect(Collectors.joining(", ", TimelineReport.heading(s) + ": ", ".")))
        .collect(Collectors.joining(" "));
  }
}
