package org.parley.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Confidence;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * The JSON Schema of case files, in the draft that editors of YAML read. It is a little stricter
 * than the reader, so that editors complete well: texts that look like numbers stand in quotes, and
 * no key is left empty.
 */
final class CaseSchema {
  private final Vocabulary vocabulary;

  CaseSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Map<String, Object> build() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Parley case file");
    schema.put(
        "description",
        "A situation on which diplomatic advice is sought: who faces whom, when, with which facts"
            + " and events.");
    schema.putAll(Schemas.closed(top(), Keys.REQUIRED));
    schema.put("definitions", Schemas.definitions());
    return schema;
  }

  private Map<String, Object> top() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(Keys.ID, Schemas.required("A short name, such as VN-04"));
    keys.put(Keys.TITLE, Schemas.text("A headline"));
    keys.put(Keys.CONFLICT, Schemas.text("The conflict that the case is a phase of"));
    keys.put(Keys.AS_OF, Schemas.day("The day of the advice; later events are not used"));
    keys.put(Keys.DECIDING_PARTY, Schemas.required("Who is advised"));
    keys.put(Keys.ADVERSARY, Schemas.required("Whom the deciding party faces"));
    keys.put(
        Keys.THIRD_PARTY, Schemas.text("The lead third party; the third-party facts are of it"));
    keys.put(
        Keys.SHORT_NAMES,
        Schemas.described(
            "What sentences call a party, by its name, with its article where it has one",
            Map.of("type", "object", "additionalProperties", Schemas.required(""))));
    keys.put(Keys.SIDES, sides());
    keys.put(Keys.SUMMARY, Schemas.text("The situation in two or three sentences"));
    keys.put(Keys.TAGS, Schemas.texts("Free words to select cases by"));
    keys.put(Keys.FACTS, facts());
    keys.put(Keys.EVENTS, new EventSchema(vocabulary).build());
    keys.put(Keys.SOURCES, Schemas.texts("The works used"));
    keys.put(Keys.OBSERVED, observed());
    keys.put(Keys.EXPECTED, expected());
    keys.put(Keys.DIFFERS_BECAUSE, Schemas.text("Why expected and observed differ"));
    return keys;
  }

  private static Map<String, Object> sides() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(Keys.OURS, Schemas.names("Names that count as the deciding party"));
    keys.put(Keys.THEIRS, Schemas.names("Names that count as the adversary"));
    return Schemas.described(
        "Further names in events that count as a side", Schemas.closed(keys, List.of()));
  }

  private Map<String, Object> facts() {
    Map<String, Object> keys = new LinkedHashMap<>();
    vocabulary.facts().forEach(type -> keys.put(type.name(), fact(type)));
    return Schemas.described(
        "The coded facts: a value, or {value, why, source, confidence}",
        Schemas.closed(keys, List.of()));
  }

  private static Map<String, Object> fact(FactType type) {
    List<Object> forms = new ArrayList<>(values(type));
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(Keys.VALUE, oneOf(values(type)));
    keys.put(Keys.WHY, Schemas.text("The reason for the value"));
    keys.put(Keys.SOURCE, Schemas.text("The works that it rests on"));
    keys.put(Keys.CONFIDENCE, confidence());
    forms.add(Schemas.closed(keys, List.of(Keys.VALUE)));

    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", type.name());
    schema.put("description", description(type));
    schema.put("anyOf", forms);
    return schema;
  }

  /** The meaning and, where there is one, the coding rule. */
  private static String description(FactType type) {
    return type.codingRule().isEmpty()
        ? type.meaning()
        : "%s. How to code it: %s".formatted(type.meaning(), type.codingRule());
  }

  private static List<Map<String, Object>> values(FactType type) {
    return switch (type.kind()) {
      case CHOICE -> List.of(Schemas.oneWordOf(type.values()));
      case NUMBER ->
          List.of(
              Schemas.number(type.min(), type.max()), Schemas.oneWordOf(List.of(FactType.UNKNOWN)));
      default -> List.of(Map.of());
    };
  }

  private static Map<String, Object> oneOf(List<Map<String, Object>> values) {
    return values.size() == 1 ? values.get(0) : Map.of("anyOf", values);
  }

  private static Map<String, Object> observed() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(Keys.POSTURE, Schemas.oneWordOf(Labelled.labels(Posture.class)));
    keys.put(Keys.UNOFFICIAL_TRACK, Schemas.oneWordOf(Keys.OBSERVED_TRACKS));
    keys.put(Keys.CONFIDENCE, confidence());
    keys.put(Keys.THIRD_PARTY, Schemas.text("The third party"));
    keys.put(Keys.NOTE, Schemas.text("A remark"));
    keys.put(Keys.SOURCES, Schemas.texts("The works that show it"));
    Map<String, Object> schema = Schemas.closed(keys, List.of());
    schema.put(
        "anyOf",
        List.of(
            Map.of("required", List.of(Keys.POSTURE)),
            Map.of("required", List.of(Keys.UNOFFICIAL_TRACK))));
    return Schemas.described("What history shows: a posture, an unofficial track, or both", schema);
  }

  private static Map<String, Object> expected() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(Keys.POSTURE, Schemas.oneWordOf(Labelled.labels(Posture.class)));
    keys.put(Keys.UNOFFICIAL_TRACK, Schemas.oneWordOf(Labelled.labels(UnofficialTrack.class)));
    return Schemas.described(
        "What the tables are approved to say; the regression pins it",
        Schemas.closed(keys, Keys.OF_EXPECTED));
  }

  private static Map<String, Object> confidence() {
    return Schemas.oneWordOf(Labelled.labels(Confidence.class));
  }
}
