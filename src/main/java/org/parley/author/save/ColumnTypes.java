package org.parley.author.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return column(name, type, "", input.first("inputValues"));
  }

  Column output(Markup decision, Markup output) {
    String name = output.attribute("name");
    String own = output.attribute("typeRef");
    String whole = typeOfName.getOrDefault(decision.attribute("name"), "");
    boolean part = own.isEmpty() && !name.isEmpty();
    return column(
        name.isEmpty() ? decision.attribute("name") : name,
        own.isEmpty() ? whole : own,
        part ? name : "",
        output.first("outputValues"));
  }

  private Column column(String name, String type, String part, Optional<Markup> ownValues) {
    List<Markup> chain = chain(type, part);
    List<String> own = ownValues.map(v -> Cell.listed(v.text())).orElse(List.of());
    List<String> values =
        chain.stream()
            .map(ColumnTypes::allowed)
            .filter(v -> !v.isEmpty())
            .findFirst()
            .map(Cell::listed)
            .orElse(List.of());
    String base = chain.isEmpty() ? local(type) : local(typeRef(chain.get(chain.size() - 1)));
    return new Column(name, kind(base, values), own.isEmpty() ? values : own);
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
    return switch (base) {
      case "string" -> Column.Kind.TEXT;
      case "number" -> Column.Kind.NUMBER;
      case "boolean" -> Column.Kind.BOOLEAN;
      default -> values.isEmpty() ? Column.Kind.OTHER : Column.Kind.TEXT;
    };
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
