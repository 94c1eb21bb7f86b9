package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** What the schema of advice says of facts and their values: each is one of the vocabulary's. */
final class FactSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String NAME = "factName";
  private static final String VALUES = "factValues";
  private static final String KNOWN = "factAnswers";
  private static final String BAND = "^-?[0-9]+( to -?[0-9]+)?$";

  private final Vocabulary vocabulary;

  FactSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The name of a fact. */
  ObjectNode name(String description) {
    return SchemaNodes.reference(description, NAME);
  }

  /** An object of values by the names of facts. */
  ObjectNode values(String description) {
    return SchemaNodes.reference(description, VALUES);
  }

  /** Values by name, where beside facts there may be other names, such as those of decisions. */
  ObjectNode valuesAmongOthers(String description) {
    ObjectNode schema = SchemaNodes.described(description).put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    vocabulary.facts().forEach(f -> properties.set(f.name(), pointer(VALUES, f)));
    schema.set("additionalProperties", anyValue(""));
    return schema;
  }

  /** A value whose fact is named elsewhere. */
  ObjectNode anyValue(String description) {
    ObjectNode schema = SchemaNodes.described(description);
    schema.set("type", NODES.arrayNode().add("string").add("integer"));
    return schema;
  }

  /** Adds to an object that names a fact under one key that other keys hold values of it. */
  ObjectNode withValuesOf(String nameKey, List<String> valueKeys, ObjectNode object) {
    for (FactType fact : vocabulary.facts()) {
      ObjectNode then = whenNamed(nameKey, fact, object);
      valueKeys.forEach(key -> then.set(key, pointer(VALUES, fact)));
    }
    return object;
  }

  /** Adds to an object that names a fact that a list holds answers, each a known value of it. */
  ObjectNode withAnswersOf(String nameKey, String listKey, String valueKey, ObjectNode object) {
    for (FactType fact : vocabulary.facts()) {
      whenNamed(nameKey, fact, object)
          .putObject(listKey)
          .putObject("items")
          .putObject("properties")
          .set(valueKey, pointer(KNOWN, fact));
    }
    return object;
  }

  /** The definitions that the rest refers to. */
  void define(ObjectNode definitions) {
    definitions.set(NAME, SchemaNodes.oneOf("A fact of the vocabulary", vocabulary.factNames()));
    ObjectNode values = definitions.putObject(VALUES);
    Json.text(values, "description", "Values of facts, by name");
    values.put("type", "object");
    ObjectNode properties = values.putObject("properties");
    vocabulary.facts().forEach(f -> properties.set(f.name(), value(f)));
    values.put("additionalProperties", false);
    ObjectNode answers = definitions.putObject(KNOWN);
    Json.text(answers, "description", "Known values of facts, by name; of a number a band");
    ObjectNode known = answers.putObject("properties");
    vocabulary.facts().forEach(f -> known.set(f.name(), answer(f)));
  }

  private static ObjectNode whenNamed(String nameKey, FactType fact, ObjectNode object) {
    ObjectNode rule = object.withArray("allOf").addObject();
    ObjectNode condition = rule.putObject("if");
    condition.putObject("properties").putObject(nameKey).put("const", fact.name());
    return rule.putObject("then").putObject("properties");
  }

  private static ObjectNode value(FactType fact) {
    if (fact.kind() == FactType.Kind.CHOICE) {
      return SchemaNodes.oneOf(fact.meaning(), fact.values());
    }
    ObjectNode number =
        NODES
            .objectNode()
            .put("type", "integer")
            .put("minimum", fact.min())
            .put("maximum", fact.max());
    return SchemaNodes.anyOf(
        fact.meaning(), number, NODES.objectNode().put("const", FactType.UNKNOWN));
  }

  private static ObjectNode answer(FactType fact) {
    return fact.kind() == FactType.Kind.CHOICE
        ? SchemaNodes.oneOf("", fact.known())
        : NODES.objectNode().put("type", "string").put("pattern", BAND);
  }

  /** The schema of one fact's value; a pointer within an address writes a space as %20. */
  private static ObjectNode pointer(String definition, FactType fact) {
    String step = fact.name().replace("~", "~0").replace("/", "~1");
    return SchemaNodes.reference(
        "",
        "%s/properties/%s"
            .formatted(
                definition, URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20")));
  }
}
