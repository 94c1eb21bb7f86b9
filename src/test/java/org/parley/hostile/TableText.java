package org.parley.hostile;

import java.util.HashMap;
import java.util.Map;

/** A decision table of one row, each part of which may be replaced. */
final class TableText {
  private final Map<String, String> parts = new HashMap<>();

  TableText with(String part, String text) {
    parts.put(part, ModelText.escaped(text));
    return this;
  }

  private String part(String name, String otherwise) {
    return parts.getOrDefault(name, otherwise);
  }

  private String values(String element, String part) {
    return parts.containsKey(part)
        ? "<%1$s><text>%2$s</text></%1$s>".formatted(element, parts.get(part))
        : "";
  }

  @Override
  public String toString() {
    String name = parts.containsKey("name") ? " name=\"" + parts.get("name") + '"' : "";
    return "<decisionTable hitPolicy=\"FIRST\">"
        + "<input label=\"%s\"><inputExpression><text>%s</text></inputExpression>%s</input>"
            .formatted(
                part("label", "signal"),
                part("input", "resilience signal"),
                values("inputValues", "input values"))
        + "<output%s>%s%s</output>"
            .formatted(
                name,
                values("outputValues", "output values"),
                values("defaultOutputEntry", "default"))
        + "<annotation name=\"%s\"/>".formatted(part("annotation name", "Why"))
        + ("<rule id=\"hostile-row\"><inputEntry><text>%s</text></inputEntry><outputEntry><text>%s"
                + "</text></outputEntry><annotationEntry><text>%s</text></annotationEntry></rule>")
            .formatted(part("cell", "-"), part("answer", "\"weak\""), part("annotation", "Why."))
        + "</decisionTable>";
  }
}
