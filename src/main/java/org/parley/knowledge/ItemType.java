package org.parley.knowledge;

import java.util.List;
import java.util.Map;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.MapBackedType;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.GenListType;

/**
 * A type that a model defines, resolved down to FEEL's own types.
 *
 * @param base the FEEL type, such as {@code string}; empty for a context
 * @param allowed the unary tests that allow values, as written, blanks apart; empty where all are
 * @param values the allowed texts, where {@code allowed} is a list of texts
 * @param collection whether it is a list
 * @param components the parts of a context by name
 */
record ItemType(
    String base,
    String allowed,
    List<String> values,
    boolean collection,
    Map<String, ItemType> components) {
  /** One of which nothing is known. */
  static final ItemType UNKNOWN = new ItemType("", "", List.of(), false, Map.of());

  private static final String ANY = "Any";

  private static final Map<String, Type> OF_FEEL =
      Map.of(
          "string", BuiltInType.STRING,
          "number", BuiltInType.NUMBER,
          "boolean", BuiltInType.BOOLEAN,
          "date", BuiltInType.DATE,
          "time", BuiltInType.TIME,
          "date and time", BuiltInType.DATE_TIME);

  /** A function, which is no value. */
  static final ItemType FUNCTION = new ItemType("function", "", List.of(), false, Map.of());

  /** One of numbers. */
  static final ItemType NUMBER = new ItemType("number", "", List.of(), false, Map.of());

  /** A context whose parts the logic that makes it names, and no type. */
  static ItemType notDeclared(Map<String, ItemType> parts) {
    return new ItemType(ANY, "", List.of(), false, parts);
  }

  /** Whether a model says anything of it. */
  boolean isKnown() {
    return collection || !components.isEmpty() || !(base.isEmpty() || base.equals(ANY));
  }

  /** As the engine's parser knows it. */
  Type ofFeel() {
    Type one =
        components.isEmpty() || base.equals(ANY)
            ? OF_FEEL.getOrDefault(base, BuiltInType.UNKNOWN)
            : components.entrySet().stream()
                .collect(
                    MapBackedType::new,
                    (context, c) -> context.addField(c.getKey(), c.getValue().ofFeel()),
                    (context, other) -> other.getFields().forEach(context::addField));
    return collection ? new GenListType(one) : one;
  }

  /** Whether the two allow the same, whatever order the values are listed in. */
  boolean sameAs(ItemType other) {
    return base.equals(other.base)
        && collection == other.collection
        && components.equals(other.components)
        && (values.isEmpty()
            ? allowed.equals(other.allowed)
            : List.copyOf(values).stream()
                .sorted()
                .toList()
                .equals(other.values.stream().sorted().toList()));
  }

  /**
   * All that it says; what Java makes for records takes longer to start than all types together.
   */
  @Override
  public String toString() {
    return base + " " + allowed + " " + values + " " + collection + " " + components;
  }

  /** In the words of the models, for messages. */
  String describe() {
    String one = components.isEmpty() ? base : "context " + components.keySet();
    return (collection ? "list of " : "") + one + (allowed.isEmpty() ? "" : " " + allowed);
  }
}
