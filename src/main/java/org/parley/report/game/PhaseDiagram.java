package org.parley.report.game;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.parley.SecondOpinion;
import org.parley.game.GameReading;
import org.parley.game.Kind;
import org.parley.game.Parameter;
import org.parley.game.Parameters;
import org.parley.game.PostureGame;
import org.parley.game.Region;
import org.parley.report.document.Chart;
import org.parley.report.document.Chart.Line;
import org.parley.report.document.Chart.Point;
import org.parley.report.document.Figures;
import org.parley.report.document.Svg;

/**
 * Draws the regions of a posture game over the adversary's cost of escalating and its belief, with
 * the case among them. Patterns and labels tell the regions apart as well as colours do.
 */
public final class PhaseDiagram {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 640;
  private static final double LEAST_RIGHT = 1.5;
  private static final double MOST_RIGHT = 2.2;
  private static final double MARGIN = 1.15;
  private static final double LABEL_WIDTH = 0.12;
  private static final double LABEL_HEIGHT = 0.13;
  private static final double LEAST_WAY = 0.06;
  private static final double RIM = 0.025;
  private static final double TICK = 0.25;
  private static final String INK = "#111111";

  private final GameReading reading;
  private final Parameters game;
  private final Point before;
  private final Point now;
  private final double right;

  private PhaseDiagram(GameReading reading) {
    this.reading = reading;
    this.game = reading.game().parameters();
    double promise = game.promise(Kind.CANNOT_LAST);
    this.before = new Point(game.get(Parameter.C) / promise, game.get(Parameter.P));
    this.now = new Point(game.costWithGuarantee() / promise, game.belief());
    this.right = Math.min(MOST_RIGHT, Math.max(LEAST_RIGHT, now.x() * MARGIN));
  }

  /** The diagram; equal readings give equal drawings. */
  public static Svg of(GameReading reading) {
    return new PhaseDiagram(reading).draw();
  }

  private Svg draw() {
    List<Zone> zones = zones();
    Chart chart =
        new Chart(
                "game",
                WIDTH,
                HEIGHT,
                "Where %s lies in the posture game".formatted(name()),
                "Region %s, %s. This is %s."
                    .formatted(region().code(), region().label(), SecondOpinion.LABEL),
                description(zones))
            .right(
                "cost of escalating, guarantee included, over its gain:  (c + g) / pi_L",
                0,
                right,
                ticks(right))
            .up("adversary's belief that the party can last", 0, 1, ticks(1));
    zones.forEach(zone -> zone.draw(chart));
    zones.forEach(zone -> zone.name(chart, labelPlace(zone)));
    drawCase(chart);
    return chart.svg();
  }

  private static Map<Double, String> ticks(double to) {
    Map<Double, String> ticks = new LinkedHashMap<>();
    for (int quarter = 0; quarter * TICK <= to; quarter++) {
      ticks.put(quarter * TICK, Figures.shown(quarter * TICK));
    }
    return ticks;
  }

  private Region region() {
    return reading.game().region();
  }

  /** Left of the first border escalating pays against anybody, right of 1 against nobody. */
  private List<Zone> zones() {
    double left = game.promise(Kind.CAN_LAST) / game.promise(Kind.CANNOT_LAST);
    Zone strip = zone(0, 0, 0, 1, left, 1, left, 0);
    Zone doubt = zone(left, 0, left, 1, 1, 0);
    Zone trust = zone(left, 1, 1, 1, 1, 0);
    Zone safe = zone(1, 0, 1, 1, right, 1, right, 0);
    if (strip.region() == doubt.region() && doubt.region() == trust.region()) {
      return List.of(zone(0, 0, 0, 1, 1, 1, 1, 0), safe);
    }
    return strip.region() == doubt.region()
        ? List.of(zone(0, 0, 0, 1, left, 1, 1, 0), trust, safe)
        : List.of(strip, doubt, trust, safe);
  }

  /** The zone with these corners, as x and y in turn. */
  private Zone zone(double... coordinates) {
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      corners.add(new Point(coordinates[i], coordinates[i + 1]));
    }
    // no zone has a dent, so the middle of the corners lies inside
    Point inside =
        new Point(
            corners.stream().mapToDouble(Point::x).average().orElseThrow(),
            corners.stream().mapToDouble(Point::y).average().orElseThrow());
    Parameters there =
        game.with(
            Map.of(
                Parameter.C, inside.x() * game.promise(Kind.CANNOT_LAST),
                Parameter.G, 0,
                Parameter.P, inside.y(),
                Parameter.LAMBDA_H, 1,
                Parameter.LAMBDA_L, 1));
    return new Zone(corners, inside, new PostureGame(there).region());
  }

  /** The middle of a zone, or the nearest place above or below it that the case leaves free. */
  private Point labelPlace(Zone zone) {
    Point middle = zone.middle();
    return DoubleStream.of(0, -1, 1, -2, 2)
        .mapToObj(step -> new Point(middle.x(), middle.y() + step * LABEL_HEIGHT))
        .filter(place -> isFree(place, within(now)) && isFree(place, within(before)))
        .findFirst()
        .orElse(middle);
  }

  private boolean isFree(Point place, Point taken) {
    return Math.abs(taken.x() - place.x()) > right * LABEL_WIDTH
        || Math.abs(taken.y() - place.y()) > LABEL_HEIGHT * 0.9;
  }

  private void drawCase(Chart chart) {
    Point shown = within(now);
    Point from = within(before);
    double dx = (shown.x() - from.x()) / right;
    double dy = shown.y() - from.y();
    double way = Math.hypot(dx, dy);
    if (way > LEAST_WAY) {
      // the head of the arrow stops at the rim of the dot
      double part = 1 - RIM / way;
      Point tip = new Point(from.x() + part * dx * right, from.y() + part * dy);
      chart.arrow(new Line(from, tip)).dot(from, "#ffffff", INK, 5);
      name(chart, from, "before signal and guarantee", 13);
    }
    chart.dot(shown, INK, "#ffffff", 7);
    name(chart, shown, nameWithPlace(), 16);
  }

  private void name(Chart chart, Point at, String text, double size) {
    boolean roomAtRight = at.x() < right * 0.7;
    double aside = right * (roomAtRight ? 0.02 : -0.02);
    chart.label(
        new Point(at.x() + aside, at.y()), List.of(text), size, roomAtRight ? "start" : "end");
  }

  /** What lies beyond the edge is shown at the edge. */
  private Point within(Point point) {
    return new Point(
        Math.min(point.x(), right * 0.985), Math.max(0.015, Math.min(0.985, point.y())));
  }

  private String name() {
    String id = reading.advice().subject().id();
    return id.isEmpty() ? "this case" : id;
  }

  private String nameWithPlace() {
    return now.x() > right ? "%s (at %s)".formatted(name(), Figures.shown(now.x())) : name();
  }

  private String description(List<Zone> zones) {
    List<String> sentences = new ArrayList<>();
    sentences.add("A diagram of %s.".formatted(SecondOpinion.LABEL));
    sentences.add(
        "To the right: the adversary's cost of escalating, guarantee included, over what it gains"
            + " against a party that cannot last. Upwards: its belief that the party can last.");
    sentences.add(
        "%s lies at %s to the right and %s upwards, in region %s, %s."
            .formatted(
                name(),
                Figures.shown(now.x()),
                Figures.shown(now.y()),
                region().code(),
                region().label()));
    if (!before.equals(now)) {
      sentences.add(
          "The arrow begins where it would lie without the signal that was seen and the guarantee on"
              + " offer: at %s to the right and %s upwards."
                  .formatted(Figures.shown(before.x()), Figures.shown(before.y())));
    }
    sentences.add(
        zones.stream()
            .map(z -> "%s, %s".formatted(z.region().code(), z.region().label()))
            .distinct()
            .collect(Collectors.joining("; ", "Regions from the left: ", ".")));
    return String.join(" ", sentences);
  }

  /**
   * A part of the diagram.
   *
   * @param region what the game comes to there
   */
  private record Zone(List<Point> corners, Point middle, Region region) {

    void draw(Chart chart) {
      chart.area(corners, fill(), hatch());
    }

    void name(Chart chart, Point place) {
      String label = region.label().replaceFirst("^(.{6,}?) ", "$1\n");
      chart.label(place, (region.code() + "\n" + label).lines().toList(), 14, "middle");
    }

    private String fill() {
      return switch (region) {
        case SAFE -> "#d6e9f8";
        case REPUTATION -> "#e6f2dc";
        case PROOF -> "#fff3cc";
        case BLUFF -> "#fbdcc8";
        case CLOSED -> "#dcdcdc";
        case HIGH_OPENS_ANYWAY, LOW_OPENS_ANYWAY, BOTH_OPEN_ANYWAY -> "#e8dff1";
      };
    }

    private String hatch() {
      return switch (region) {
        case SAFE -> "";
        case REPUTATION -> "M6 0V12";
        case PROOF -> "M0 12L12 0";
        case BLUFF -> "M0 12L12 0M0 0L12 12";
        case CLOSED -> "M0 0L12 12";
        case HIGH_OPENS_ANYWAY, LOW_OPENS_ANYWAY, BOTH_OPEN_ANYWAY -> "M0 6H12";
      };
    }
  }
}
