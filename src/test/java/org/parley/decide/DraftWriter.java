package org.parley.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a draft as the files of a knowledge base. */
final class DraftWriter {
  private final Draft draft;
  private final Map<String, Draft.Fact> facts = new LinkedHashMap<>();
  private final Map<String, Draft.Decision> decisions = new LinkedHashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private int serial;

  DraftWriter(Draft draft) {
    this.draft = draft;
    draft.facts().forEach(f -> facts.put(f.name(), f));
    draft.decisions().forEach(d -> decisions.put(d.name(), d));
  }

  void writeTo(Path folder) {
    try {
      Files.createDirectories(folder.resolve("dmn"));
      Files.createDirectories(folder.resolve("rules"));
      Files.writeString(folder.resolve("dmn/vocabulary.csv"), vocabulary());
      Files.writeString(folder.resolve("dmn/statements.csv"), "id,document,kind,statement\n");
      Files.writeString(folder.resolve("rules/events.csv"), "type,by,to,extra\n");
      for (String model : models()) {
        Files.writeString(folder.resolve("dmn/%s.dmn".formatted(model)), model(model));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> models() {
    return draft.decisions().stream()
        .map(Draft.Decision::model)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String vocabulary() {
    StringBuilder csv = new StringBuilder("group,name,type,values,meaning\n");
    for (Draft.Fact fact : draft.facts()) {
      boolean choice = !fact.values().isEmpty();
      String values =
          choice ? String.join("|", fact.values()) : "%d..%d".formatted(fact.min(), fact.max());
      csv.append(
          "\"all\",\"%s\",\"%s\",\"%s\",\"\"\n"
              .formatted(fact.name(), choice ? "choice" : "number", values.replace("\"", "\"\"")));
    }
    return csv.toString();
  }

  /** A model that stands alone: what it needs of others is input data. */
  private String model(String name) {
    ids.clear();
    List<Draft.Decision> own =
        draft.decisions().stream().filter(d -> d.model().equals(name)).toList();
    Set<String> needed = new LinkedHashSet<>();
    own.forEach(d -> needed.addAll(d.reads()));
    own.forEach(d -> needed.remove(d.name()));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s" name="%1$s" namespace="urn:%1$s">
        """
            .formatted(name));
    types(own, needed).values().forEach(t -> appendType(t, xml));
    needed.forEach(n -> appendInput(n, xml));
    own.forEach(d -> ids.put(d.name(), id("decision")));
    own.forEach(d -> appendDecision(d, xml));
    return xml.append("</definitions>\n").toString();
  }

  private Map<String, Draft.Type> types(List<Draft.Decision> own, Set<String> needed) {
    Map<String, Draft.Type> types = new LinkedHashMap<>();
    needed.stream().map(this::type).forEach(t -> types.put(t.name(), t));
    own.stream().map(Draft.Decision::type).forEach(t -> types.put(t.name(), t));
    types.values().removeIf(t -> !t.isDefined());
    return types;
  }

  private Draft.Type type(String name) {
    return facts.containsKey(name) ? facts.get(name).type() : decisions.get(name).type();
  }

  private void appendType(Draft.Type type, StringBuilder xml) {
    xml.append(
        "<itemDefinition id=\"%s\" name=\"%s\"%s>\n"
            .formatted(
                id("type"),
                escaped(type.name()),
                type.collection() ? " isCollection=\"true\"" : ""));
    if (!type.base().isEmpty()) {
      xml.append("<typeRef>%s</typeRef>\n".formatted(type.base()));
    }
    if (!type.allowed().isEmpty()) {
      xml.append(
          "<allowedValues id=\"%s\">%s</allowedValues>\n"
              .formatted(id("allowed"), text(type.allowed())));
    }
    type.components()
        .forEach(
            (name, feel) ->
                xml.append(
                    "<itemComponent id=\"%s\" name=\"%s\"><typeRef>%s</typeRef></itemComponent>\n"
                        .formatted(id("component"), escaped(name), feel)));
    xml.append("</itemDefinition>\n");
  }

  private void appendInput(String name, StringBuilder xml) {
    String id = id("input");
    ids.put(name, id);
    xml.append(
        "<inputData id=\"%s\" name=\"%s\">%s</inputData>\n"
            .formatted(id, escaped(name), variable(name)));
  }

  private void appendDecision(Draft.Decision decision, StringBuilder xml) {
    xml.append(
        "<decision id=\"%s\" name=\"%s\">\n%s\n"
            .formatted(
                ids.get(decision.name()), escaped(decision.name()), variable(decision.name())));
    for (String name : decision.reads()) {
      String kind = isWithin(name, decision.model()) ? "requiredDecision" : "requiredInput";
      xml.append(
          "<informationRequirement id=\"%s\"><%s href=\"#%s\"/></informationRequirement>\n"
              .formatted(id("requirement"), kind, ids.get(name)));
    }
    if (decision.logic() instanceof Draft.Table table) {
      appendTable(table, xml);
    } else if (decision.logic() instanceof Draft.Context context) {
      appendContext(context, xml);
    } else if (decision.logic() instanceof Draft.Expression expression) {
      xml.append(literal(expression.text()));
    }
    xml.append("</decision>\n");
  }

  private boolean isWithin(String name, String model) {
    return decisions.containsKey(name) && decisions.get(name).model().equals(model);
  }

  private void appendContext(Draft.Context context, StringBuilder xml) {
    xml.append("<context id=\"%s\">\n".formatted(id("context")));
    context
        .entries()
        .forEach(
            (name, expression) ->
                xml.append(
                    "<contextEntry id=\"%s\"><variable id=\"%s\" name=\"%s\"/>%s</contextEntry>\n"
                        .formatted(
                            id("entry"), id("variable"), escaped(name), literal(expression))));
    xml.append("</context>\n");
  }

  private void appendTable(Draft.Table table, StringBuilder xml) {
    String aggregation =
        table.aggregation().isEmpty() ? "" : " aggregation=\"%s\"".formatted(table.aggregation());
    xml.append(
        "<decisionTable id=\"%s\" hitPolicy=\"%s\"%s>\n"
            .formatted(id("table"), table.hitPolicy(), aggregation));
    for (Draft.Input input : table.inputs()) {
      xml.append(
          "<input id=\"%s\"><inputExpression id=\"%s\"%s>%s</inputExpression>%s</input>\n"
              .formatted(
                  id("column"),
                  id("expression"),
                  typeRef(input.type()),
                  text(input.expression()),
                  part("inputValues", input.values())));
    }
    for (Draft.Output output : table.outputs()) {
      String name = output.name().isEmpty() ? "" : " name=\"%s\"".formatted(escaped(output.name()));
      xml.append(
          "<output id=\"%s\"%s%s>%s%s</output>\n"
              .formatted(
                  id("output"),
                  name,
                  typeRef(output.type()),
                  part("outputValues", output.values()),
                  part("defaultOutputEntry", output.otherwise())));
    }
    table.rows().forEach(r -> appendRow(r, xml));
    xml.append("</decisionTable>\n");
  }

  private void appendRow(Draft.Row row, StringBuilder xml) {
    xml.append(row.id().isEmpty() ? "<rule>" : "<rule id=\"%s\">".formatted(row.id()));
    row.tests().forEach(t -> xml.append(part("inputEntry", t)));
    row.results().forEach(r -> xml.append(part("outputEntry", r)));
    xml.append("</rule>\n");
  }

  private String variable(String name) {
    return "<variable id=\"%s\" name=\"%s\"%s/>"
        .formatted(id("variable"), escaped(name), typeRef(type(name).name()));
  }

  private String literal(String text) {
    return "<literalExpression id=\"%s\">%s</literalExpression>\n"
        .formatted(id("literal"), text(text));
  }

  private String part(String element, String text) {
    return text.isEmpty()
        ? ""
        : "<%1$s id=\"%2$s\">%3$s</%1$s>".formatted(element, id("part"), text(text));
  }

  private static String typeRef(String type) {
    return type.isEmpty() ? "" : " typeRef=\"%s\"".formatted(escaped(type));
  }

  private static String text(String text) {
    return "<text>%s</text>".formatted(escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private String id(String kind) {
    serial++;
    return kind + serial;
  }
}
