package org.parley.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parley.FactValue;
import org.parley.Labelled;
import org.parley.explain.Redaction;
import org.parley.knowledge.Days;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * The JSON Schema (2020-12) of what a command writes: made from the record that is written, its
 * Javadoc, and the vocabulary, whose names and values it takes and no others.
 */
public final class RecordSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> NAMES = Set.of("name", "fact");
  private static final CommentFormatter PLAIN = new CommentFormatter();

  private final Vocabulary vocabulary;
  private final SchemaGenerator generator;

  /** Schemas in the words of a vocabulary. */
  public RecordSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.generator = generator();
  }

  /**
   * The schema of a record as JSON text that ends with a line break.
   *
   * @param several whether there may be a list of them too
   * @param answers whether it is written as an {@linkplain AboutCase answer} about a case
   */
  public String of(Class<?> type, boolean several, boolean answers) {
    ObjectNode schema = generator.generateSchema(type);
    schema.findParents("allOf").forEach(RecordSchema::unwrap);
    schema.findParents("properties").forEach(RecordSchema::nameMethods);
    ObjectNode properties = (ObjectNode) schema.get("properties");
    ObjectNode versioned = NODES.objectNode();
    versioned.putObject("schemaVersion").put("const", Json.SCHEMA_VERSION);
    if (answers) {
      versioned.putObject("case").put("type", "string");
      versioned.putObject("favoured").put("type", "boolean");
    }
    schema.set("properties", versioned.setAll(properties));
    schema.withArray("required").insert(0, "schemaVersion");
    if (!several) {
      return Json.text(schema);
    }
    ObjectNode either = NODES.objectNode();
    either.set("$schema", schema.remove("$schema"));
    ObjectNode definitions = schema.withObject("/$defs");
    schema.remove("$defs");
    definitions.set("one", schema);
    either.putObject("if").put("type", "array");
    either.putObject("then").putObject("items").put("$ref", "#/$defs/one");
    either.putObject("else").put("$ref", "#/$defs/one");
    either.set("$defs", definitions);
    return Json.text(either);
  }

  private SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.INCLUDE_ONLY_JSONPROPERTY_ANNOTATED_METHODS,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
            .with(Option.NONSTATIC_NONVOID_NONGETTER_METHODS)
            .with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
    config
        .forTypesInGeneral()
        .withPropertySorter(Comparator.comparing(member -> 0))
        .withCustomDefinitionProvider(
            (type, context) -> {
              ObjectNode known =
                  written(type.getErasedType())
                      .map(as -> context.getTypeContext().resolve(as))
                      .map(as -> context.createDefinitionReference(as))
                      .orElseGet(() -> known(type.getErasedType()));
              return known == null
                  ? null
                  : new CustomDefinition(
                      known, DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
            })
        .withSubtypeResolver(
            (type, context) ->
                type.getErasedType().isSealed()
                    ? Stream.of(type.getErasedType().getPermittedSubclasses())
                        .map(one -> context.getTypeContext().resolveSubtype(type, one))
                        .toList()
                    : null)
        .withDescriptionResolver(scope -> typeComment(scope.getType().getErasedType()))
        .withTypeAttributeOverride((node, scope, context) -> bindValues(node, scope));
    config
        .forFields()
        .withIgnoreCheck(field -> field.isStatic())
        .withRequiredCheck(RecordSchema::isRequired)
        .withDescriptionResolver(RecordSchema::comment)
        .withCustomDefinitionProvider((field, context) -> facts(field));
    config
        .forMethods()
        .withIgnoreCheck(method -> isComponent(method))
        .withRequiredCheck(RecordSchema::isRequired)
        .withCustomDefinitionProvider((method, context) -> facts(method));
    return new SchemaGenerator(config.build());
  }

  /** What belongs to a component of a record is said there. */
  private static boolean isComponent(MethodScope method) {
    Class<?> type = method.getDeclaringType().getErasedType();
    return type.isRecord()
        && Stream.of(type.getRecordComponents())
            .anyMatch(c -> c.getName().equals(method.getRawMember().getName()));
  }

  /** The keys of a record that is unwrapped stand beside those around it. */
  private static void unwrap(JsonNode around) {
    ObjectNode object = (ObjectNode) around;
    if (!object.get("allOf").findParents("properties").isEmpty()) {
      JsonNode parts = object.get("allOf");
      if (StreamSupport.stream(parts.spliterator(), false).anyMatch(p -> p.has("if"))) {
        return;
      }
      object.remove("allOf");
      Set<JsonNode> required = new LinkedHashSet<>();
      object.path("required").forEach(required::add);
      for (JsonNode part : parts) {
        // what is unwrapped may have something unwrapped itself
        part.findParents("allOf").forEach(RecordSchema::unwrap);
        object.withObject("/properties").setAll((ObjectNode) part.path("properties"));
        part.path("required").forEach(required::add);
      }
      object.putArray("required").addAll(required);
    }
  }

  /** The generator writes the names of methods with brackets. */
  private static void nameMethods(JsonNode around) {
    ObjectNode named = NODES.objectNode();
    around.get("properties").properties().forEach(p -> named.set(bare(p.getKey()), p.getValue()));
    ((ObjectNode) around).set("properties", named);
    ArrayNode required = NODES.arrayNode();
    around.path("required").forEach(name -> required.add(bare(name.asText())));
    if (!required.isEmpty()) {
      ((ObjectNode) around).set("required", required);
    }
  }

  private static String bare(String name) {
    return name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
  }

  /** What stands for itself. */
  private static ObjectNode known(Class<?> type) {
    if (Labelled.class.isAssignableFrom(type) && type.isEnum()) {
      ArrayNode labels = NODES.arrayNode();
      Arrays.stream(type.getEnumConstants()).forEach(e -> labels.add(((Labelled) e).label()));
      return (ObjectNode) NODES.objectNode().set("enum", labels);
    }
    if (type == LocalDate.class) {
      return NODES
          .objectNode()
          .put("type", "string")
          .put("format", "date")
          .put("pattern", Days.PATTERN);
    }
    if (type == String.class || type == Path.class || type == Instant.class) {
      // one that is empty has no key
      return NODES.objectNode().put("type", "string");
    }
    if (type == OptionalInt.class) {
      return (ObjectNode)
          NODES.objectNode().set("type", NODES.arrayNode().add("integer").add("null"));
    }
    return type == Object.class ? NODES.objectNode() : null;
  }

  /** What a record is written as that is not written by its components. */
  private static Optional<Type> written(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(JsonValue.class))
            .map(Method::getGenericReturnType)
            .findFirst()
        : Optional.empty();
  }

  /** What may be missing: an empty text, and what is marked so. */
  private static boolean isRequired(MemberScope<?, ?> member) {
    return member.getType().getErasedType() != String.class
        && member.getAnnotation(JsonInclude.class) == null;
  }

  private static String typeComment(Class<?> type) {
    return blankToNull(PLAIN.format(RuntimeJavadoc.getJavadoc(type).getComment()));
  }

  private static String comment(FieldScope field) {
    return RuntimeJavadoc.getJavadoc(field.getDeclaringType().getErasedType())
        .getRecordComponents()
        .stream()
        .filter(c -> c.getName().equals(field.getDeclaredName()))
        .map(ParamJavadoc::getComment)
        .map(PLAIN::format)
        .map(RecordSchema::blankToNull)
        .findFirst()
        .orElse(null);
  }

  private static String blankToNull(String text) {
    String line = text.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? null : line;
  }

  /** An object that names a fact holds values of this fact. */
  private void bindValues(ObjectNode node, TypeScope scope) {
    Class<?> type = scope.getType().getErasedType();
    if (!type.isRecord()) {
      return;
    }
    List<String> values = new ArrayList<>();
    String name = null;
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == String.class) {
        if (component.getAccessor().isAnnotationPresent(FactValue.class)) {
          values.add(key(component));
        } else if (NAMES.contains(component.getName())) {
          name = key(component);
        }
      }
    }
    if (name == null || values.isEmpty()) {
      return;
    }
    for (FactType fact : vocabulary.facts()) {
      ObjectNode rule = node.withArray("allOf").addObject();
      rule.putObject("if").putObject("properties").putObject(name).put("const", fact.name());
      ObjectNode then = rule.putObject("then").putObject("properties");
      values.forEach(value -> then.set(value, value(fact)));
    }
  }

  private static String key(RecordComponent component) {
    return key(component.getAccessor());
  }

  private static String key(Method accessor) {
    JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
    return renamed == null || renamed.value().isEmpty() ? accessor.getName() : renamed.value();
  }

  /** Where a fact is named it is one of the vocabulary's, and values by name are theirs. */
  private CustomPropertyDefinition facts(MemberScope<?, ?> field) {
    ObjectNode node = NODES.objectNode();
    if (((AnnotatedElement) field.getRawMember()).isAnnotationPresent(FactValue.class)) {
      boolean byName = Map.class.isAssignableFrom(field.getType().getErasedType());
      ObjectNode values = byName ? node.putObject("additionalProperties") : node;
      values.putArray("type").add("string").add("integer");
      if (byName) {
        ObjectNode properties = node.put("type", "object").putObject("properties");
        vocabulary.facts().forEach(f -> properties.set(f.name(), value(f)));
      }
    } else if (NAMES.contains(field.getDeclaredName()) && namesFact(field)) {
      ArrayNode names = node.putArray("enum");
      vocabulary.factNames().forEach(names::add);
      names.add(Redaction.FACT);
    }
    return node.isEmpty() ? null : new CustomPropertyDefinition(node);
  }

  private static boolean namesFact(MemberScope<?, ?> field) {
    Class<?> type = field.getDeclaringType().getErasedType();
    return type.isRecord()
        && Stream.of(type.getRecordComponents())
            .anyMatch(c -> c.getAccessor().isAnnotationPresent(FactValue.class));
  }

  private static JsonNode value(FactType fact) {
    ObjectNode value = NODES.objectNode();
    if (fact.kind() == FactType.Kind.CHOICE) {
      ArrayNode values = value.putArray("enum");
      fact.values().forEach(v -> values.addPOJO(Json.factValue(v)));
      return value;
    }
    ArrayNode either = value.putArray("anyOf");
    either.addObject().put("type", "integer").put("minimum", fact.min()).put("maximum", fact.max());
    either.addObject().put("const", FactType.UNKNOWN);
    return value;
  }
}
