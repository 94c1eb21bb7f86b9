package org.parley.report.advice;

import static j2html.TagCreator.each;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.explain.PathToPosture;
import org.parley.explain.Redaction;
import org.parley.knowledge.Diagram;
import org.parley.knowledge.FactType;
import org.parley.report.document.Block.Picture;
import org.parley.report.document.Svg;
import org.parley.report.words.Wording;

/**
 * Draws a model as its DMN diagram lays it out, with the value of every node, and what led to the
 * posture in bold.
 */
final class ModelDrawing {
  private static final int MARGIN = 20;
  private static final int MOST_LETTERS = 30;
  private static final int LINE = 14;

  private final Map<String, String> values = new HashMap<>();
  private final PathToPosture path;

  ModelDrawing(Advice advice, PathToPosture path) {
    this.path = path;
    advice.facts().forEach(fact -> values.put(fact.name(), fact.value()));
    advice.unknown().forEach(name -> values.put(name, FactType.UNKNOWN));
    advice.trace().forEach(d -> values.put(d.decision(), value(d.result())));
  }

  private static String value(Object result) {
    return result instanceof List<?> list && list.size() > 1
        ? list.size() + " answers"
        : Wording.result(result);
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
                        each(edges(diagram, false), this::edge),
                        each(edges(diagram, true), this::edge),
                        each(diagram.nodes(), this::node)));
    return new Picture(svg, true);
  }

  /** What lies on the way is drawn on top. */
  private List<Diagram.Edge> edges(Diagram diagram, boolean onTheWay) {
    return diagram.edges().stream().filter(e -> path.leads(e.from(), e.to()) == onTheWay).toList();
  }

  private Svg edge(Diagram.Edge edge) {
    return Svg.of("polyline")
        .attr(
            "points",
            edge.points().stream()
                .map(p -> Svg.number(p.x()) + "," + Svg.number(p.y()))
                .collect(Collectors.joining(" ")))
        .withClass(path.leads(edge.from(), edge.to()) ? "edge way" : "edge");
  }

  private Svg node(Diagram.Node node) {
    List<String> lines = broken(node.name());
    double middle = node.x() + node.width() / 2;
    double top = node.y() + (node.height() - LINE * (lines.size() + 1)) / 2 + LINE - 3;
    List<Svg> parts = new ArrayList<>();
    parts.add(Svg.title(node.name() + ": " + value(node.name())));
    parts.add(
        Svg.rect(node.x(), node.y(), node.width(), node.height())
            .at("rx", node.decision() ? 3 : node.height() / 2));
    for (int i = 0; i < lines.size(); i++) {
      parts.add(Svg.text(middle, top + LINE * i, lines.get(i)));
    }
    parts.add(
        Svg.text(
                middle,
                top + LINE * lines.size() + 1,
                Svg.shortened(value(node.name()), MOST_LETTERS))
            .withClass("value"));
    return Svg.of("g").withClass(looks(node)).with(parts);
  }

  private String looks(Diagram.Node node) {
    String kind = node.decision() ? "node decision" : "node";
    return path.holds(node.name()) ? kind + " way" : kind;
  }

  private String value(String name) {
    return Wording.known(values.getOrDefault(name, Redaction.WITHHELD));
  }

  private static List<String> broken(String name) {
    int space = name.length() <= MOST_LETTERS ? -1 : name.lastIndexOf(' ', MOST_LETTERS);
    return space < 0
        ? List.of(Svg.shortened(name, MOST_LETTERS))
        : List.of(name.substring(0, space), Svg.shortened(name.substring(space + 1), MOST_LETTERS));
  }

  private String description(Diagram diagram) {
    return "What the model decides here: %s. The lists and tables below say the same in words."
        .formatted(
            diagram.nodes().stream()
                .filter(Diagram.Node::decision)
                .map(n -> n.name() + ": " + value(n.name()))
                .collect(Collectors.joining("; ")));
  }
}
