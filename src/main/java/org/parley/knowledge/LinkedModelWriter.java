package org.parley.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Shown;

/** Writes the linked models as one: what is evaluated, without diagrams and extensions. */
final class LinkedModelWriter {
  private static final String HREF = "href";
  private static final Set<String> MAY_SAY_NOTHING =
      Set.of(
          "inputValues", "outputValues", "defaultOutputEntry", "allowedValues", "typeConstraint");
  private static final String INDENT = "    ";

  private final DmnVersion version;
  private final Map<String, Linker.Part> types;
  private final Map<String, Linker.Part> inputs;
  private final Map<String, Linker.Part> parts;
  // decisions that are left out, in the place of which stands input data
  private final Map<String, Linker.Part> stubs = new LinkedHashMap<>();
  private final Set<String> rows = new HashSet<>();
  private final StringBuilder xml = new StringBuilder();

  /**
   * @param parts those to write; decisions that they read beside them become input data
   */
  LinkedModelWriter(
      DmnVersion version,
      Map<String, Linker.Part> types,
      Map<String, Linker.Part> inputs,
      Map<String, Linker.Part> parts) {
    this.version = version;
    this.types = types;
    this.inputs = inputs;
    this.parts = parts;
  }

  String write() {
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions xmlns=\"")
        .append(version.namespace())
        .append("\" id=\"parley\" name=\"parley\" namespace=\"urn:parley:linked\">\n");
    for (Map<String, Linker.Part> all : List.of(types, inputs, parts, stubs)) {
      all.values().forEach(p -> write(p.element(), p.model(), 0, 1));
    }
    return Shown.xml(xml.append("</definitions>\n").toString());
  }

  /**
   * @param columns of the table that it stands in
   */
  private void write(ModelElement element, ModelFile model, int columns, int depth) {
    Linker.Part target =
        element.attributes().containsKey(HREF) ? linked(model.target(element), model) : null;
    String tag = tag(element, target);
    xml.append(INDENT.repeat(depth)).append('<').append(tag);
    element
        .attributes()
        .forEach((name, value) -> writeAttribute(name, said(element, model, target, name, value)));
    List<ModelElement> children = written(element, columns);
    String text = element.children().isEmpty() ? text(element) : "";
    if (children.isEmpty() && text.isEmpty()) {
      xml.append("/>\n");
      return;
    }
    xml.append('>').append(escaped(text));
    if (!children.isEmpty()) {
      int inputs = element.is("decisionTable") ? element.children("input").size() : 0;
      xml.append('\n');
      children.forEach(c -> write(c, model, inputs, depth + 1));
      xml.append(INDENT.repeat(depth));
    }
    xml.append("</").append(tag).append(">\n");
  }

  private void writeAttribute(String name, String value) {
    if (!ModelLogic.LANGUAGES.contains(name)) {
      String escaped = escaped(value).replace("\"", "&quot;").replace("\t", "&#9;");
      xml.append(' ').append(name).append("=\"").append(escaped.replace("\n", "&#10;")).append('"');
    }
  }

  private String said(
      ModelElement element, ModelFile model, Linker.Part target, String name, String value) {
    return switch (name) {
      // a row keeps its id, but for models by themselves that share it
      case "id" -> element.is("rule") && rows.add(value) ? value : model.stem() + "." + value;
      case "typeRef" -> ItemTypes.localName(value);
      case HREF -> "#" + target.linkedId();
      default -> value;
    };
  }

  private static String text(ModelElement element) {
    return element.is("typeRef") ? ItemTypes.localName(element.content()) : element.content();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  /** The engine wants a test in every cell, also where a row says nothing there. */
  private static List<ModelElement> written(ModelElement element, int columns) {
    List<ModelElement> written = new ArrayList<>();
    int tests = 0;
    for (ModelElement child : element.children()) {
      for (; child.is("outputEntry") && tests < columns; tests++) {
        written.add(ModelElement.testOfNothing(Map.of()));
      }
      if (child.is("inputEntry")) {
        tests++;
        boolean blank = child.child("text") != null && child.text("text").isEmpty();
        written.add(blank ? ModelElement.testOfNothing(child.attributes()) : child);
      } else if (ModelLogic.isEvaluated(child) && saysSomething(child)) {
        written.add(child);
      }
    }
    return written;
  }

  private static boolean saysSomething(ModelElement element) {
    return !MAY_SAY_NOTHING.contains(element.kind()) || !element.text("text").isEmpty();
  }

  /** What stands for an element in the linked model. */
  private Linker.Part linked(ModelElement element, ModelFile model) {
    String name = element.name();
    if (parts.containsKey(name)) {
      return element.is("inputData") ? parts.get(name) : new Linker.Part(element, model);
    }
    return inputs.containsKey(name)
        ? inputs.get(name)
        : stubs.computeIfAbsent(name, n -> new Linker.Part(element.asInputData(), model));
  }

  /** An input that has become a decision is required as one. */
  private static String tag(ModelElement original, Linker.Part target) {
    String kind = original.kind();
    boolean decision = target != null && target.element().is("decision");
    return switch (kind) {
      case "requiredInput" -> decision ? "requiredDecision" : kind;
      case "requiredDecision" -> target != null && !decision ? "requiredInput" : kind;
      case "inputData" -> decision ? "inputDecision" : kind;
      default -> kind;
    };
  }
}
