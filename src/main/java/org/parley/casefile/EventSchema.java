package org.parley.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.knowledge.EventType;
import org.parley.knowledge.EventType.Detail;
import org.parley.knowledge.Vocabulary;

/** The schema of the events of a case: each type takes its own extra keys and no others. */
final class EventSchema {
  private final Vocabulary vocabulary;

  EventSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Map<String, Object> build() {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("description", "The dated events");
    list.put("type", "array");
    if (vocabulary.eventTypes().isEmpty()) {
      list.put("maxItems", 0);
    } else {
      list.put("items", event());
    }
    return list;
  }

  private Map<String, Object> event() {
    Map<String, Object> common = new LinkedHashMap<>();
    common.put(Keys.DATE, Schemas.day("The day"));
    common.put(Keys.TYPE, type());
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", common);
    schema.put("required", Keys.REQUIRED_OF_EVENT);
    schema.put("allOf", vocabulary.eventTypes().values().stream().map(EventSchema::rule).toList());
    return schema;
  }

  private Map<String, Object> type() {
    List<Map<String, Object>> types =
        vocabulary.eventTypes().values().stream()
            .map(type -> Schemas.described(type.meaning(), Map.of("const", type.name())))
            .toList();
    return Schemas.described("The type of the event", Map.of("oneOf", types));
  }

  /** What holds for an event if it is of a type. */
  private static Map<String, Object> rule(EventType type) {
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("properties", Map.of(Keys.TYPE, Map.of("const", type.name())));
    condition.put("required", List.of(Keys.TYPE));
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("if", condition);
    rule.put("then", Schemas.closed(keys(type), List.of()));
    return rule;
  }

  private static Map<String, Object> keys(EventType type) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(Keys.DATE, true);
    keys.put(Keys.TYPE, true);
    keys.put(Keys.BY, Schemas.names(type.by().isEmpty() ? "Who acts" : type.by()));
    keys.put(Keys.TO, Schemas.names(type.to().isEmpty() ? "Whom it is about" : type.to()));
    type.details().forEach((key, detail) -> keys.put(key, value(detail)));
    keys.put(Keys.NOTE, Schemas.text("What happened, in a few words"));
    keys.put(Keys.SOURCE, Schemas.text("The works that report it"));
    return keys;
  }

  private static Map<String, Object> value(Detail detail) {
    return switch (detail.kind()) {
      case CHOICE -> Schemas.oneWordOf(detail.values());
      case DATE -> Schemas.day("");
      case TEXT -> Schemas.text("");
    };
  }
}
