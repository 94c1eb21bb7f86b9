package org.parley.knowledge;

import java.util.List;

/**
 * The drawing of a model, as its DMN diagram lays it out: who edits the tables knows it from there.
 *
 * @param file the model that it stands in
 * @param title the name of the model
 * @param nodes its decisions and inputs
 * @param edges what reads what
 */
public record Diagram(String file, String title, List<Node> nodes, List<Edge> edges) {

  public Diagram {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A decision or an input.
   *
   * @param name its name; an input may be a fact, or a decision of another model
   * @param decision whether the model decides it itself
   * @param x of its left side
   * @param y of its top
   */
  public record Node(
      String name, boolean decision, double x, double y, double width, double height) {

    /** The same by another name. */
    public Node named(String other) {
      return new Node(other, decision, x, y, width, height);
    }
  }

  /**
   * A line from what is read to the decision that reads it.
   *
   * @param points its bends, both ends included
   */
  public record Edge(String from, String to, List<Point> points) {

    public Edge {
      points = List.copyOf(points);
    }
  }

  /** A place in the drawing, in its own units, to the right and downwards. */
  public record Point(double x, double y) {}
}
