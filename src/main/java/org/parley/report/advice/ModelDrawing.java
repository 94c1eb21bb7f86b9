package org.parley.report.advice;

import static j2html.TagCreator.each;

import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.explain.PathToPosture;
import org.parley.knowledge.Diagram;
import org.parley.report.document.Block.Picture;
import org.parley.report.document.Svg;

/**
 * Draws a model as its DMN diagram lays it out, with the value of every node, and what led to the
 * posture in bold.
 */
final class ModelDrawing {
  private static final int MARGIN = 20;
  private static final int MOST_LETTERS = 30;

  private final NodeValues values;
  private final PathToPosture path;

  ModelDrawing(Advice advice, PathToPosture path) {
    this.values = new NodeValues(advice);
    this.path = path;
  }

  /** Whether anything of it lies on the way. */
  boolean concerns(Diagram diagram) {
    return diagram.nodes().stream().anyMatch(n -> n.decision() && path.holds(n.name()));
  }

  /**
   * A model.
   *
   * @param id of the drawing on the page
   */
  Picture of(Diagram diagram, String id) {
    double left = diagram.nodes().stream().mapToDouble(Diagram.Node::x).min().orElse(0) - MARGIN;
    double top = diagram.nodes().stream().mapToDouble(Diagram.Node::y).min().orElse(0) - MARGIN;
    double right =
        diagram.nodes().stream().mapToDouble(n -> n.x() + n.width()).max().orElse(0) + MARGIN;
    double bottom =
        diagram.nodes().stream().mapToDouble(n -> n.y() + n.height()).max().orElse(0) + MARGIN;
    Svg svg =
        Svg.drawing(id, right - left, bottom - top, diagram.title(), description(diagram))
            .withClass("model")
            .with(
                Svg.of("g")
                    .attr(
                        "transform",
                        "translate(%s %s)".formatted(Svg.number(-left), Svg.number(-top)))
                    .with(
                        edges(diagram, false),
                        edges(diagram, true),
                        each(diagram.nodes(), this::node)));
    return new Picture(svg, true);
  }

  /** All lines of one kind; those on the way are drawn on top. */
  private Svg edges(Diagram diagram, boolean onTheWay) {
    return Svg.of("path")
        .attr(
            "d",
            diagram.edges().stream()
                .filter(e -> path.leads(e.from(), e.to()) == onTheWay)
                .map(ModelDrawing::edge)
                .collect(Collectors.joining()))
        .withClass(onTheWay ? "edge way" : "edge");
  }

  private static String edge(Diagram.Edge edge) {
    return edge.points().stream()
        .map(p -> Svg.number(p.x()) + " " + Svg.number(p.y()))
        .collect(Collectors.joining("L", "M", ""));
  }

  private Svg node(Diagram.Node node) {
    return new NodeBox(node.x(), node.y(), node.width(), node.height(), MOST_LETTERS)
        .of(node.name(), values.of(node.name()), node.decision(), path.holds(node.name()));
  }

  private String description(Diagram diagram) {
    return "What the model decides here: %s. The lists and tables below say the same in words."
        .formatted(
            diagram.nodes().stream()
                .filter(Diagram.Node::decision)
                .map(n -> n.name() + ": " + values.of(n.name()))
                .collect(Collectors.joining("; ")));
  }
}
