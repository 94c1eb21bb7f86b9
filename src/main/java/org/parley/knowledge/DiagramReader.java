package org.parley.knowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.ext.DefaultHandler2;

/** Reads the drawing of a model that has been read and checked before. */
final class DiagramReader extends DefaultHandler2 {
  private static final Set<String> NODES = Set.of("decision", "inputData");
  private static final Set<String> REQUIRED = Set.of("requiredDecision", "requiredInput");

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, Requirement> requirements = new HashMap<>();
  private final Map<String, double[]> bounds = new LinkedHashMap<>();
  private final Map<String, List<Diagram.Point>> lines = new LinkedHashMap<>();
  // the ids of the elements that the parser is in
  private final Deque<String> open = new ArrayDeque<>();
  private String drawn = "";
  private String title = "";

  /** What a decision reads, by ids. */
  private record Requirement(String from, String to) {}

  private DiagramReader() {}

  /** The drawing of a model; empty where the file has none. */
  static Optional<Diagram> read(String file, byte[] content) {
    DiagramReader reader = new DiagramReader();
    new BoundedXml(Limit.MODEL_ELEMENTS).parse(file, content, reader);
    return reader.diagram(file);
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    String id = String.valueOf(attributes.getValue("id"));
    switch (local) {
      case "definitions" -> title = String.valueOf(attributes.getValue("name")).strip();
      case "DMNShape", "DMNEdge" -> drawn = unprefixed(attributes.getValue("dmnElementRef"));
      case "Bounds" -> bounds.putIfAbsent(drawn, box(attributes));
      case "waypoint" ->
          lines
              .computeIfAbsent(drawn, d -> new ArrayList<>())
              .add(new Diagram.Point(number(attributes, "x"), number(attributes, "y")));
      default -> {
        if (NODES.contains(local)) {
          names.put(id, String.valueOf(attributes.getValue("name")).strip());
          kinds.put(id, local);
        } else if (REQUIRED.contains(local) && attributes.getValue("href") != null) {
          require(attributes.getValue("href"));
        }
      }
    }
    open.push(id);
  }

  /** The parser is in a requirement, and that is in a decision. */
  private void require(String href) {
    String requirement = open.pop();
    requirements.put(
        requirement, new Requirement(href.substring(href.indexOf('#') + 1), open.element()));
    open.push(requirement);
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    open.pop();
  }

  private Optional<Diagram> diagram(String file) {
    List<Diagram.Node> nodes = new ArrayList<>();
    bounds.forEach(
        (id, box) -> {
          if (names.containsKey(id)) {
            nodes.add(
                new Diagram.Node(
                    names.get(id),
                    kinds.get(id).equals("decision"),
                    box[0],
                    box[1],
                    box[2],
                    box[3]));
          }
        });
    List<Diagram.Edge> edges = new ArrayList<>();
    lines.forEach(
        (id, points) -> {
          Requirement requirement = requirements.get(id);
          if (requirement != null && names.containsKey(requirement.from())) {
            edges.add(
                new Diagram.Edge(
                    names.get(requirement.from()), names.get(requirement.to()), points));
          }
        });
    return nodes.isEmpty() ? Optional.empty() : Optional.of(new Diagram(file, title, nodes, edges));
  }

  private static double[] box(Attributes attributes) {
    return new double[] {
      number(attributes, "x"),
      number(attributes, "y"),
      number(attributes, "width"),
      number(attributes, "height")
    };
  }

  private static double number(Attributes attributes, String name) {
    try {
      return Double.parseDouble(String.valueOf(attributes.getValue(name)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A reference may carry the prefix of a namespace. */
  private static String unprefixed(String reference) {
    return reference == null ? "" : reference.substring(reference.indexOf(':') + 1);
  }
}
