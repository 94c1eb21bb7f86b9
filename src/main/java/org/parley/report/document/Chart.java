package org.parley.report.document;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/**
 * A drawing on two axes. It brings its own colours and its own ground, so that it looks the same in
 * a file as on a page; the same drawing gives the same bytes everywhere.
 */
public final class Chart {
  private static final int LEFT = 150;
  private static final int RIGHT = 20;
  private static final int TOP = 70;
  private static final int BOTTOM = 60;
  private static final double LINE = 1.25;
  private static final double LETTER = 0.56;
  private static final String INK = "#111111";
  private static final int HATCH = 12;

  /** A point: to the right, and upwards. */
  public record Point(double x, double y) {}

  /** A straight line. */
  public record Line(Point from, Point to) {}

  private final String id;
  private final int width;
  private final int height;
  private final Svg svg;
  private int patterns;
  private DoubleUnaryOperator x = v -> v;
  private DoubleUnaryOperator y = v -> v;

  /**
   * An empty drawing.
   *
   * @param id of the drawing, unique on its page
   * @param title stands above it
   * @param subtitle stands below the title
   * @param description what it shows, for those who cannot see it
   */
  public Chart(
      String id, int width, int height, String title, String subtitle, String description) {
    this.id = id;
    this.width = width;
    this.height = height;
    this.svg =
        Svg.drawing(id, width, height, title, description)
            .attr("font-family", "sans-serif")
            .attr("font-size", "13")
            .with(Svg.rect(0, 0, width, height).attr("fill", "#ffffff"))
            .with(text(LEFT, 28, title, "start").at("font-size", 19).attr("font-weight", "bold"))
            .with(text(LEFT, 50, subtitle, "start").attr("fill", "#444444"));
  }

  /** The axis to the right, with ticks. */
  public Chart right(String name, double from, double to, Map<Double, String> ticks) {
    double scale = (width - LEFT - RIGHT) / (to - from);
    x = v -> LEFT + (v - from) * scale;
    ticks.forEach(
        (at, label) -> {
          double place = x.applyAsDouble(at);
          svg.with(
              Svg.line(place, height - BOTTOM, place, height - BOTTOM + 5).attr("stroke", INK));
          svg.with(text(place, height - BOTTOM + 20, label, "middle"));
        });
    svg.with(text((LEFT + width - RIGHT) / 2.0, height - 12, name, "middle"));
    return this;
  }

  /** The axis upwards, with ticks. */
  public Chart up(String name, double from, double to, Map<Double, String> ticks) {
    double scale = (height - TOP - BOTTOM) / (to - from);
    y = v -> height - BOTTOM - (v - from) * scale;
    ticks.forEach(
        (at, label) -> {
          double place = y.applyAsDouble(at);
          svg.with(Svg.line(LEFT - 5, place, LEFT, place).attr("stroke", INK));
          svg.with(text(LEFT - 9, place + 4, label, "end"));
        });
    if (!name.isEmpty()) {
      double middle = (TOP + height - BOTTOM) / 2.0;
      svg.with(
          text(0, 0, name, "middle")
              .attr("transform", "translate(24 %s) rotate(-90)".formatted(Svg.number(middle))));
    }
    return this;
  }

  /**
   * An area between corners with an outline, and with lines across it that tell it apart without
   * its colour.
   *
   * @param hatch the lines as a path on a square of twelve steps, or an empty string for none
   */
  public Chart area(List<Point> corners, String fill, String hatch) {
    String points = corners.stream().map(this::pair).collect(Collectors.joining(" "));
    polygon(points, fill);
    if (!hatch.isEmpty()) {
      String pattern = id + "-" + patterns++;
      with(
          Svg.of("pattern")
              .withId(pattern)
              .at("width", HATCH)
              .at("height", HATCH)
              .attr("patternUnits", "userSpaceOnUse")
              .with(
                  Svg.of("path").attr("d", hatch).attr("stroke", "#777777").attr("fill", "none")));
      polygon(points, "url(#" + pattern + ")");
    }
    return this;
  }

  private void polygon(String points, String fill) {
    with(Svg.of("polygon").attr("points", points).attr("fill", fill).attr("stroke", INK));
  }

  /** Straight lines. */
  public Chart lines(List<Line> lines, String colour, double thickness) {
    Svg group = Svg.of("g").attr("stroke", colour).at("stroke-width", thickness);
    lines.forEach(line -> group.with(line(line)));
    return with(group);
  }

  /** A line with an arrow head at its end. */
  public Chart arrow(Line line) {
    double dx = x.applyAsDouble(line.to().x()) - x.applyAsDouble(line.from().x());
    double dy = y.applyAsDouble(line.to().y()) - y.applyAsDouble(line.from().y());
    return with(line(line).attr("stroke", INK).at("stroke-width", 1.5))
        .with(
            Svg.of("path")
                .attr("d", "M0 0L-12 -4L-12 4Z")
                .attr("fill", INK)
                .attr(
                    "transform",
                    "translate(%s) rotate(%s)"
                        .formatted(
                            pair(line.to()).replace(',', ' '),
                            Svg.number(Math.toDegrees(Math.atan2(dy, dx))))));
  }

  /** A dot with a rim. */
  public Chart dot(Point at, String fill, String rim, double radius) {
    return with(
        Svg.circle(x.applyAsDouble(at.x()), y.applyAsDouble(at.y()), radius)
            .attr("fill", fill)
            .attr("stroke", rim)
            .at("stroke-width", 2));
  }

  /**
   * A text on a white ground, so that it reads on any pattern.
   *
   * @param anchor which end of it the point is: start, middle or end
   */
  public Chart label(Point at, List<String> lines, double size, String anchor) {
    double longest = lines.stream().mapToInt(TextWidth::of).max().orElse(0) * size * LETTER + 6;
    double tall = lines.size() * size * LINE + 4;
    double across = x.applyAsDouble(at.x());
    double top = y.applyAsDouble(at.y()) - tall / 2;
    double left =
        switch (anchor) {
          case "start" -> across - 3;
          case "end" -> across - longest + 3;
          default -> across - longest / 2;
        };
    with(Svg.rect(left, top, longest, tall).attr("fill", "#ffffff").attr("rx", "3"));
    for (int i = 0; i < lines.size(); i++) {
      with(
          text(across, top + size * LINE * (i + 1) - size * 0.15, lines.get(i), anchor)
              .at("font-size", size));
    }
    return this;
  }

  /** The drawing. */
  public Svg svg() {
    return svg;
  }

  private Chart with(Svg part) {
    svg.with(part);
    return this;
  }

  private Svg line(Line line) {
    return Svg.line(
        x.applyAsDouble(line.from().x()),
        y.applyAsDouble(line.from().y()),
        x.applyAsDouble(line.to().x()),
        y.applyAsDouble(line.to().y()));
  }

  private String pair(Point point) {
    return Svg.number(x.applyAsDouble(point.x())) + "," + Svg.number(y.applyAsDouble(point.y()));
  }

  private static Svg text(double x, double y, String words, String anchor) {
    return Svg.text(x, y, words).attr("text-anchor", anchor).attr("fill", INK);
  }
}
