package org.parley.knowledge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The item definitions of a model, looked up by name. */
final class ItemTypes {
  private static final int DEEPEST = 20;

  private final Map<String, ModelElement> definitions = new HashMap<>();
  private final Map<String, ItemType> resolved = new HashMap<>();

  ItemTypes(ModelFile model) {
    model.all("itemDefinition").forEach(e -> definitions.put(e.attribute("name"), e));
  }

  /** The names of all of them. */
  Set<String> names() {
    return definitions.keySet();
  }

  /** The type of a variable: what its {@code typeRef} refers to. */
  ItemType of(ModelElement variable) {
    return named(variable == null ? "" : localName(variable.attribute("typeRef")));
  }

  /** The type of a name: an item definition of the model, or a type of FEEL. */
  synchronized ItemType named(String name) {
    return resolved.computeIfAbsent(name, n -> resolve(n, 0));
  }

  /** A type reference without a namespace prefix. */
  static String localName(String typeRef) {
    return typeRef.substring(typeRef.lastIndexOf(':') + 1).strip();
  }

  private ItemType resolve(String name, int depth) {
    ModelElement definition = definitions.get(name);
    return definition == null || depth > DEEPEST
        ? new ItemType(name, "", List.of(), false, Map.of())
        : resolve(definition, depth);
  }

  private ItemType resolve(ModelElement definition, int depth) {
    Map<String, ItemType> components = new LinkedHashMap<>();
    for (ModelElement component : definition.children("itemComponent")) {
      components.put(component.attribute("name"), resolve(component, depth + 1));
    }
    ItemType base = resolve(localName(definition.text("typeRef")), depth + 1);
    boolean list = definition.attribute("isCollection").equals("true");
    String allowed = definition.text("allowedValues", "text");
    // of a list it says what the whole is like
    String own = allowed.isEmpty() && !list ? definition.text("typeConstraint", "text") : allowed;
    List<String> values = own.isEmpty() ? base.values() : Cell.listed(own);
    return new ItemType(
        components.isEmpty() ? base.base() : "",
        own.isEmpty() ? base.allowed() : Cell.test(own).toFeel(),
        values,
        base.collection() || list,
        components.isEmpty() ? base.components() : components);
  }
}
