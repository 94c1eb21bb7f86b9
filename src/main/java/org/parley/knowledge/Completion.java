package org.parley.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Place;
import org.parley.Problem;

/**
 * Completes a model of another program by what it takes for granted and the engine does not:
 * variables that are named like their decisions, input data that only a column names, and the types
 * of Java that stand in for numbers. The file stays as it is.
 */
final class Completion {
  private static final Set<String> LOGIC =
      Set.of(
          "decisionTable",
          "literalExpression",
          "context",
          "invocation",
          "list",
          "relation",
          "functionDefinition",
          "conditional",
          "filter",
          "for",
          "every",
          "some");
  private static final Set<String> NUMBERS = Set.of("integer", "long", "short", "double", "float");
  private static final Set<String> WHOLE = Set.of("integer", "long", "short");
  private static final Set<String> SIMPLE = Set.of("string", "number", "boolean");
  private static final String TYPE = "typeRef";
  private static final String VARIABLE = "variable";
  private static final String INPUT_DATA = "inputData";

  private final String file;
  private final Set<String> types = new HashSet<>();
  private final Map<String, ModelElement> byName = new HashMap<>();
  private final Map<String, ModelElement> byId = new HashMap<>();
  private final Map<String, ModelElement> added = new LinkedHashMap<>();
  private final Set<String> whole = new LinkedHashSet<>();
  private final List<Problem> notes = new ArrayList<>();

  private Completion(String file, ModelElement definitions) {
    this.file = file;
    definitions.children("itemDefinition").forEach(e -> types.add(e.name()));
    for (ModelElement element : definitions.children()) {
      byId.put(element.id(), element);
      if (!element.name().isEmpty() && !element.is("itemDefinition")) {
        byName.put(element.name(), element);
      }
    }
  }

  /**
   * A model that says all.
   *
   * @param definitions its root element
   * @param whole the columns that test whole numbers
   * @param notes what was taken for granted that a reader must know
   */
  record Completed(ModelElement definitions, Set<String> whole, List<Problem> notes) {}

  static Completed of(String file, ModelElement definitions) {
    return new Completion(file, definitions).completed(definitions);
  }

  private Completed completed(ModelElement definitions) {
    List<ModelElement> children = new ArrayList<>();
    for (ModelElement element : definitions.children()) {
      children.add(
          switch (element.kind()) {
            case "decision" -> typed(decision(element));
            case INPUT_DATA -> typed(withVariable(element, ""));
            default -> typed(element);
          });
    }
    children.addAll(added.values());
    return new Completed(definitions.with(children), whole, notes);
  }

  /** With numbers in the place of the types that Java has for them. */
  private ModelElement typed(ModelElement element) {
    String local = ItemTypes.localName(element.attribute(TYPE));
    ModelElement typed =
        NUMBERS.contains(local) && !types.contains(local) ? element.with(TYPE, "number") : element;
    return typed.children().isEmpty()
        ? typed
        : typed.with(typed.children().stream().map(this::typed).toList());
  }

  private static ModelElement withVariable(ModelElement element, String type) {
    if (element.child(VARIABLE) != null || element.name().isEmpty()) {
      return element;
    }
    Map<String, String> attributes = new HashMap<>(Map.of("name", element.attribute("name")));
    if (!type.isEmpty()) {
      attributes.put(TYPE, type);
    }
    if (!element.id().isEmpty()) {
      // what the engine says of it has a place then
      attributes.put("id", element.id() + "-variable");
    }
    List<ModelElement> children = new ArrayList<>(element.children());
    ModelElement variable = ModelElement.made(VARIABLE, element.line(), attributes, List.of());
    int at = 0;
    while (at < children.size()
        && Set.of("description", "question", "allowedAnswers").contains(children.get(at).kind())) {
      at++;
    }
    children.add(at, variable);
    return element.with(children);
  }

  private ModelElement decision(ModelElement decision) {
    ModelElement table = decision.child("decisionTable");
    ModelElement known = withVariable(decision, table == null ? "" : resultType(table));
    if (table == null) {
      return known;
    }
    Set<String> required =
        known.children("informationRequirement").stream()
            .flatMap(r -> r.children().stream())
            .map(r -> byId.get(afterHash(r.attribute("href"))))
            .filter(e -> e != null)
            .map(ModelElement::name)
            .collect(Collectors.toCollection(HashSet::new));
    List<ModelElement> requirements = new ArrayList<>();
    for (ModelElement input : table.children("input")) {
      ModelElement expression = input.child("inputExpression");
      String name = expression == null ? "" : expression.text("text");
      if (expression != null && WHOLE.contains(expression.attribute(TYPE))) {
        whole.add(name);
      }
      if (Feel.isName(name) && !required.contains(name) && !name.contains(".")) {
        required.add(name);
        requirements.add(requirement(decision, expression, name));
      }
    }
    List<ModelElement> children = new ArrayList<>(known.children());
    int at = 0;
    while (at < children.size() && !LOGIC.contains(children.get(at).kind())) {
      at++;
    }
    children.addAll(at, requirements);
    return known.with(children);
  }

  private static String afterHash(String href) {
    return href.substring(href.indexOf('#') + 1);
  }

  /** The type of a table's one result; lists have none of their own. */
  private static String resultType(ModelElement table) {
    List<ModelElement> outputs = table.children("output");
    boolean list =
        Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER").contains(table.attribute("hitPolicy"));
    String type =
        outputs.size() == 1 && !list ? ItemTypes.localName(outputs.get(0).attribute(TYPE)) : "";
    return SIMPLE.contains(type) ? type : NUMBERS.contains(type) ? "number" : "";
  }

  /** What lets a decision require what one of its columns tests. */
  private ModelElement requirement(ModelElement decision, ModelElement column, String name) {
    ModelElement target = byName.get(name);
    boolean there =
        target != null
            && (target.is(INPUT_DATA) || (target.is("decision") && !target.equals(decision)));
    if (!there) {
      target = added.computeIfAbsent(name, n -> input(n, column));
      noteAlias(decision, name);
    }
    ModelElement reference =
        ModelElement.made(
            target.is("decision") ? "requiredDecision" : "requiredInput",
            column.line(),
            Map.of("href", "#" + target.id()),
            List.of());
    return ModelElement.made("informationRequirement", column.line(), Map.of(), List.of(reference));
  }

  private ModelElement input(String name, ModelElement column) {
    String type = ItemTypes.localName(column.attribute(TYPE));
    Map<String, String> variable = new HashMap<>(Map.of("name", name));
    if (SIMPLE.contains(type) || types.contains(type)) {
      variable.put(TYPE, type);
    } else if (NUMBERS.contains(type)) {
      variable.put(TYPE, "number");
    }
    return ModelElement.made(
        INPUT_DATA,
        column.line(),
        Map.of("id", "column-" + (added.size() + 1), "name", name),
        List.of(ModelElement.made(VARIABLE, column.line(), variable, List.of())));
  }

  /** One program names the results of decisions by their ids, or by those of their outputs. */
  private void noteAlias(ModelElement decision, String name) {
    byName.values().stream()
        .filter(e -> e.is("decision") && !e.equals(decision))
        .filter(
            e ->
                e.id().equals(name)
                    || (e.child("decisionTable") != null
                        && e.child("decisionTable").children("output").stream()
                            .anyMatch(o -> o.name().equals(name))))
        .findFirst()
        .ifPresent(
            e ->
                notes.add(
                    new Problem(
                        Place.of(file, decision.line())
                            .in("decision", decision.name())
                            .column(name),
                        ("it is read as input data of its own: only some engines know the result of"
                                + " the decision '%s' by this name")
                            .formatted(e.name()))));
  }
}
