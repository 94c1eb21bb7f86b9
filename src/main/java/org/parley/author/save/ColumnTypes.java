package org.parley.author.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.knowledge.Cell;

/** Which values the columns of a model's tables allow, after its item definitions. */
final class ColumnTypes {
  private static final int DEEPEST = 20;

  private final Map<String, Markup> definitions;
  private final Map<String, String> typeOfName;

  ColumnTypes(Markup model) {
    definitions = byName(model.all("itemDefinition"), Function.identity());
    typeOfName =
        byName(
            model.children().stream().filter(c -> c.first("variable").isPresent()).toList(),
            c -> c.first("variable").orElseThrow().attribute("typeRef"));
  }

  Column input(Markup input) {
    Markup expression = input.first("inputExpression").orElse(input);
    String name = expression.text();
    String own = expression.attribute("typeRef");
    String type = own.isEmpty() ? typeOfName.getOrDefault(name, "") : own;
    List<Markup> chain = type.isEmpty() ? partOf(name) : chain(type, "");
    return column(input, name, type, chain, "inputValues");
  }

  /** The item definitions of a part of a record, such as {@code Client.Age}. */
  private List<Markup> partOf(String name) {
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      String type = typeOfName.getOrDefault(name.substring(0, dot).strip(), "");
      if (!type.isEmpty()) {
        Markup record = definitions.get(local(type));
        return record == null ? List.of() : partOf(record, name.substring(dot + 1).strip(), 0);
      }
    }
    return List.of();
  }

  private List<Markup> partOf(Markup record, String path, int depth) {
    if (depth > DEEPEST || record.attribute("isCollection").equals("true")) {
      return List.of();
    }
    if (record.all("itemComponent").isEmpty()) {
      Markup other = definitions.get(local(typeRef(record)));
      return other == null ? List.of() : partOf(other, path, depth + 1);
    }
    for (Markup component : record.all("itemComponent")) {
      String part = component.attribute("name");
      if (path.equals(part)) {
        List<Markup> chain = new ArrayList<>(List.of(component));
        chain.addAll(chain(typeRef(component), ""));
        return chain;
      }
      if (path.startsWith(part + ".")) {
        return partOf(component, path.substring(part.length() + 1).strip(), depth + 1);
      }
    }
    return List.of();
  }

  Column output(Markup decision, Markup output) {
    String name = output.attribute("name");
    String own = output.attribute("typeRef");
    String whole = typeOfName.getOrDefault(decision.attribute("name"), "");
    boolean part = own.isEmpty() && !name.isEmpty();
    String type = own.isEmpty() ? whole : own;
    return column(
        output,
        name.isEmpty() ? decision.attribute("name") : name,
        type,
        chain(type, part ? name : ""),
        "outputValues");
  }

  private static Column column(
      Markup element, String name, String type, List<Markup> chain, String ownValues) {
    List<String> own = element.first(ownValues).map(v -> Cell.listed(v.text())).orElse(List.of());
    List<String> values =
        chain.stream()
            .map(ColumnTypes::allowed)
            .filter(v -> !v.isEmpty())
            .findFirst()
            .map(Cell::listed)
            .orElse(List.of());
    String base = chain.isEmpty() ? local(type) : local(typeRef(chain.get(chain.size() - 1)));
    String label = element.attribute("label").strip();
    return new Column(
        name, kind(base, values), own.isEmpty() ? values : own, label.equals(name) ? "" : label);
  }

  /** The item definitions from a type down to one of FEEL's own. */
  private List<Markup> chain(String type, String part) {
    List<Markup> chain = new ArrayList<>();
    Markup definition = definitions.get(local(type));
    while (definition != null && chain.size() < DEEPEST) {
      Markup component = component(definition, part);
      chain.add(component == null ? definition : component);
      String next = local(typeRef(chain.get(chain.size() - 1)));
      definition = definitions.get(next);
    }
    return chain;
  }

  private static Markup component(Markup definition, String part) {
    return definition.all("itemComponent").stream()
        .filter(c -> c.attribute("name").equals(part))
        .findFirst()
        .orElse(null);
  }

  /** The unary tests that allow the values of a type, where it has any. */
  private static String allowed(Markup definition) {
    return definition
        .first("allowedValues")
        .or(() -> definition.first("typeConstraint"))
        .map(Markup::text)
        .orElse("");
  }

  private static Column.Kind kind(String base, List<String> values) {
    Column.Kind kind = Column.Kind.ofType(base);
    return kind == Column.Kind.OTHER && !values.isEmpty() ? Column.Kind.TEXT : kind;
  }

  private static String typeRef(Markup definition) {
    return definition.first("typeRef").map(Markup::value).orElse("");
  }

  static String local(String type) {
    return type.substring(type.lastIndexOf(':') + 1).strip();
  }

  private static <V> Map<String, V> byName(List<Markup> elements, Function<Markup, V> value) {
    return elements.stream()
        .collect(Collectors.toMap(e -> e.attribute("name"), value, (a, b) -> a));
  }
}
