package org.parley.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * An area without dents, as a drawing fills and hatches it.
 *
 * @param corners its corners in their order, either way round
 */
public record ConvexArea(List<Point> corners) {

  public ConvexArea {
    corners = List.copyOf(corners);
  }

  /** The area with these corners, as x and y in turn. */
  public static ConvexArea of(double... coordinates) {
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      corners.add(new Point(coordinates[i], coordinates[i + 1]));
    }
    return new ConvexArea(corners);
  }

  /** The middle of its corners, which lies inside. */
  public Point middle() {
    double x = corners.stream().mapToDouble(Point::x).average().orElseThrow();
    double y = corners.stream().mapToDouble(Point::y).average().orElseThrow();
    return new Point(x, y);
  }

  /** Its outline. */
  public List<Line> edges() {
    List<Line> edges = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      edges.add(new Line(corners.get(i), corners.get((i + 1) % corners.size())));
    }
    return edges;
  }

  /**
   * Parallel lines through the area.
   *
   * @param dx the step to the right of each line
   * @param dy its step upwards
   * @param gap how far the lines lie apart, measured along x, or along y where they run level
   */
  public List<Line> hatch(double dx, double dy, double gap) {
    boolean level = dy == 0;
    List<Double> offsets =
        corners.stream().map(c -> level ? c.y() : c.x() - c.y() * dx / dy).sorted().toList();
    List<Line> lines = new ArrayList<>();
    double last = offsets.get(offsets.size() - 1);
    for (long i = (long) Math.floor(offsets.get(0) / gap) + 1; i * gap < last; i++) {
      Point start = level ? new Point(0, i * gap) : new Point(i * gap, 0);
      clip(start, dx, dy, lines);
    }
    return lines;
  }

  /** The part inside of the line through a point, if there is any. */
  private void clip(Point start, double dx, double dy, List<Line> to) {
    double enters = Double.NEGATIVE_INFINITY;
    double leaves = Double.POSITIVE_INFINITY;
    Point middle = middle();
    for (int i = 0; i < corners.size(); i++) {
      Point from = corners.get(i);
      Point next = corners.get((i + 1) % corners.size());
      double nx = next.y() - from.y();
      double ny = from.x() - next.x();
      double inside = nx * (middle.x() - from.x()) + ny * (middle.y() - from.y());
      double sign = Math.signum(inside);
      double distance = sign * (nx * (start.x() - from.x()) + ny * (start.y() - from.y()));
      double speed = sign * (nx * dx + ny * dy);
      if (speed > 0) {
        enters = Math.max(enters, -distance / speed);
      } else if (speed < 0) {
        leaves = Math.min(leaves, -distance / speed);
      } else if (distance < 0) {
        return;
      }
    }
    if (enters < leaves) {
      to.add(
          new Line(
              new Point(start.x() + enters * dx, start.y() + enters * dy),
              new Point(start.x() + leaves * dx, start.y() + leaves * dy)));
    }
  }

  /**
   * A point.
   *
   * @param x to the right
   * @param y upwards
   */
  public record Point(double x, double y) {}

  /**
   * A straight line.
   *
   * @param from where it begins
   * @param to where it ends
   */
  public record Line(Point from, Point to) {}
}
