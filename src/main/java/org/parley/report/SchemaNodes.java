package org.parley.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Labelled;

/** The small pieces that a JSON Schema of a report is put together from. */
final class SchemaNodes {
  static final String ONE_TEXT = "text";
  static final String DAY = "day";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SchemaNodes() {}

  /** An object that takes the keys put here and no others; all are needed but those optional. */
  static final class Closed {
    private final Map<String, JsonNode> keys = new LinkedHashMap<>();
    private final Map<String, Boolean> needed = new LinkedHashMap<>();

    Closed key(String name, JsonNode schema) {
      keys.put(name, schema);
      needed.put(name, true);
      return this;
    }

    Closed optional(String name, JsonNode schema) {
      key(name, schema);
      needed.put(name, false);
      return this;
    }

    /** Takes the keys of another as well. */
    Closed and(Closed other) {
      keys.putAll(other.keys);
      needed.putAll(other.needed);
      return this;
    }

    ObjectNode build(String description) {
      ObjectNode schema = described(description);
      schema.put("type", "object");
      ObjectNode properties = schema.putObject("properties");
      keys.forEach(properties::set);
      schema.set("required", Json.texts(needed.keySet().stream().filter(needed::get).toList()));
      return schema.put("additionalProperties", false);
    }
  }

  static ObjectNode described(String description) {
    ObjectNode schema = NODES.objectNode();
    Json.text(schema, "description", description);
    return schema;
  }

  /** A text that is not empty: one that is missing has no key. */
  static ObjectNode text(String description) {
    return reference(description, ONE_TEXT);
  }

  static ObjectNode day(String description) {
    return reference(description, DAY);
  }

  static ObjectNode truth(String description) {
    return described(description).put("type", "boolean");
  }

  static ObjectNode count(String description, int least) {
    return described(description).put("type", "integer").put("minimum", least);
  }

  static ObjectNode measure(String description) {
    return described(description).put("type", "number").put("minimum", 0);
  }

  static ObjectNode share(String description) {
    return measure(description).put("maximum", 1);
  }

  static ObjectNode texts(String description) {
    return list(description, text(""));
  }

  static ObjectNode list(String description, JsonNode items) {
    ObjectNode schema = described(description).put("type", "array");
    schema.set("items", items);
    return schema;
  }

  /** A list without doubles. */
  static ObjectNode set(String description, JsonNode items) {
    return list(description, items).put("uniqueItems", true);
  }

  static <E extends Enum<E> & Labelled> ObjectNode labels(String description, Class<E> type) {
    return oneOf(description, Labelled.labels(type));
  }

  static ObjectNode oneOf(String description, Collection<String> words) {
    ObjectNode schema = described(description);
    schema.set("enum", Json.texts(List.copyOf(words)));
    return schema;
  }

  static ObjectNode anyOf(String description, JsonNode... schemas) {
    ObjectNode schema = described(description);
    schema.set("anyOf", Json.array(Arrays.asList(schemas), s -> s));
    return schema;
  }

  /** What stands under a name among the definitions. */
  static ObjectNode reference(String description, String definition) {
    return described(description).put("$ref", "#/$defs/" + definition);
  }

  /** The definitions of text and day. */
  static void define(ObjectNode definitions) {
    definitions.putObject(ONE_TEXT).put("type", "string").put("minLength", 1);
    // the pattern is for validators that take a format for a mere remark
    definitions
        .putObject(DAY)
        .put("type", "string")
        .put("format", "date")
        .put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
  }
}
