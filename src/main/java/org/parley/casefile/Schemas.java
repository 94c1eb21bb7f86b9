package org.parley.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.knowledge.Days;

/** The small schemas that the schema of case files is put together from. */
final class Schemas {
  private static final String TEXT = "text";
  private static final String REQUIRED_TEXT = "requiredText";
  private static final String TEXTS = "texts";
  private static final String NAMES = "names";
  private static final String DAY = "day";

  private Schemas() {}

  /** A mapping that takes these keys and no others. */
  static Map<String, Object> closed(Map<String, Object> keys, List<String> required) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", keys);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  /** A schema with a description before the rest. */
  static Map<String, Object> described(String description, Map<String, Object> schema) {
    Map<String, Object> described = new LinkedHashMap<>();
    if (!description.isEmpty()) {
      described.put("description", description);
    }
    described.putAll(schema);
    return described;
  }

  static Map<String, Object> oneWordOf(List<String> words) {
    return Map.of("enum", words);
  }

  static Map<String, Object> number(int min, int max) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "integer");
    schema.put("minimum", min);
    schema.put("maximum", max);
    return schema;
  }

  static Map<String, Object> text(String description) {
    return reference(description, TEXT);
  }

  static Map<String, Object> required(String description) {
    return reference(description, REQUIRED_TEXT);
  }

  static Map<String, Object> texts(String description) {
    return reference(description, TEXTS);
  }

  static Map<String, Object> names(String description) {
    return reference(description, NAMES);
  }

  static Map<String, Object> day(String description) {
    return reference(description, DAY);
  }

  /** What the references refer to. */
  static Map<String, Object> definitions() {
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put(TEXT, Map.of("type", "string"));
    definitions.put(REQUIRED_TEXT, requiredText());
    definitions.put(TEXTS, listOf(REQUIRED_TEXT));
    definitions.put(NAMES, Map.of("anyOf", List.of(reference("", TEXT), reference("", TEXTS))));
    definitions.put(DAY, day());
    return definitions;
  }

  private static Map<String, Object> requiredText() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("minLength", 1);
    return schema;
  }

  private static Map<String, Object> listOf(String definition) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", reference("", definition));
    return schema;
  }

  private static Map<String, Object> day() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", "A day written YYYY-MM-DD");
    schema.put("type", "string");
    schema.put("format", "date");
    schema.put("pattern", Days.PATTERN);
    return schema;
  }

  private static Map<String, Object> reference(String description, String definition) {
    Map<String, Object> reference = Map.of("$ref", "#/definitions/" + definition);
    // what stands beside a reference is not read
    return description.isEmpty()
        ? reference
        : described(description, Map.of("allOf", List.of(reference)));
  }
}
