package org.parley.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * An area without dents, as a drawing fills it.
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
