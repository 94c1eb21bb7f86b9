package org.parley.author.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** What the cells of a case say: the outline of its file, each value as a text of its own. */
final class CaseCells {
  static final String ID = "id";
  static final String FACTS = "facts";
  static final String EVENTS = "events";
  static final String SIDES = "sides";
  static final String VALUE = "value";
  static final String CONFIDENCE = "confidence";
  static final String AS_OF = "as of";
  static final String SOURCES = "sources";
  static final List<String> OF_SIDES = List.of("ours", "theirs");
  static final List<String> OF_FACT = List.of(VALUE, "why", "source", CONFIDENCE);
  static final List<String> OF_EVENT =
      List.of("date", "type", "by", "to", "note", "source", "details");

  /** The head without the id, in the order of the sheet. */
  static final List<String> HEAD =
      List.of(
          "title",
          "conflict",
          AS_OF,
          "deciding party",
          "adversary",
          "third party",
          "ours",
          "theirs",
          "summary",
          "tags",
          SOURCES,
          "differs because");

  private CaseCells() {}

  /**
   * What a cell is of.
   *
   * @param fact the fact, or an empty string for the head
   * @param part the part of the fact, or the key of the case
   */
  record Key(String fact, String part) {
    static Key of(String key) {
      return new Key("", key);
    }

    /** The letters that stand for it. */
    String print() {
      return Fingerprint.id(fact.isEmpty() ? part : "fact '%s', %s".formatted(fact, part));
    }
  }

  /** All cells but those of events, by what they are of; those that say nothing are left out. */
  static Map<Key, String> of(Map<String, Object> outline, Vocabulary vocabulary) {
    Map<Key, String> cells = new LinkedHashMap<>();
    Map<?, ?> sides = map(outline.get(SIDES));
    for (String key : HEAD) {
      put(
          cells,
          Key.of(key),
          text(key, OF_SIDES.contains(key) ? sides.get(key) : outline.get(key)));
    }
    Map<?, ?> facts = map(outline.get(FACTS));
    for (FactType type : vocabulary.facts()) {
      Object fact = facts.get(type.name());
      if (fact instanceof Map<?, ?> parts) {
        OF_FACT.forEach(
            part -> put(cells, new Key(type.name(), part), text(part, parts.get(part))));
      } else {
        put(cells, new Key(type.name(), VALUE), text(VALUE, fact));
      }
    }
    return cells;
  }

  /** What stands above the column of a fact: its name, unless a part of the case is called so. */
  static String heading(FactType fact, Vocabulary vocabulary) {
    String heading = fact.name();
    boolean taken = isPart(heading);
    while (taken) {
      heading += " (fact)";
      taken = vocabulary.fact(heading).isPresent();
    }
    return heading;
  }

  /** The fact that a heading is of. */
  static Optional<FactType> headed(String heading, Vocabulary vocabulary) {
    return vocabulary.facts().stream()
        .filter(f -> heading(f, vocabulary).equals(heading))
        .findFirst()
        .or(() -> isPart(heading) ? Optional.empty() : vocabulary.factEverCalled(heading));
  }

  private static boolean isPart(String heading) {
    return heading.equals(ID)
        || heading.equals(CaseSheetExport.FINGERPRINT)
        || HEAD.contains(heading);
  }

  /** The cells of each event, in the order of its columns. */
  static List<List<String>> events(Map<String, Object> outline, Vocabulary vocabulary) {
    return list(outline.get(EVENTS)).stream().map(e -> event(map(e), vocabulary)).toList();
  }

  private static List<String> event(Map<?, ?> event, Vocabulary vocabulary) {
    List<String> cells = new ArrayList<>();
    for (String key : OF_EVENT.subList(0, OF_EVENT.size() - 1)) {
      cells.add(text(key, event.get(key)));
    }
    Map<String, EventType.Detail> details =
        vocabulary.event(event.get("type").toString()).map(EventType::details).orElse(Map.of());
    cells.add(
        details.keySet().stream()
            .filter(event::containsKey)
            .map(key -> key + ": " + event.get(key))
            .collect(Collectors.joining("; ")));
    return cells;
  }

  /** Whether a key of the case has several entries. */
  static boolean isList(String key) {
    return OF_SIDES.contains(key) || key.equals("tags") || key.equals(SOURCES);
  }

  /** What stands between the entries of a list. */
  static String between(String key) {
    return key.equals(SOURCES) ? "\n" : "; ";
  }

  private static String text(String key, Object value) {
    if (value instanceof List<?> several) {
      return several.stream().map(Object::toString).collect(Collectors.joining(between(key)));
    }
    return value == null ? "" : value instanceof LocalDate day ? day.toString() : value.toString();
  }

  private static void put(Map<Key, String> cells, Key key, String text) {
    if (!text.isEmpty()) {
      cells.put(key, text);
    }
  }

  static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** The letters that stand for what an event says. */
  static String print(List<String> texts) {
    return Fingerprint.says(texts);
  }

  /** The letters that stand for all that a case says. */
  static String fingerprint(String id, Map<Key, String> cells, List<List<String>> events) {
    StringBuilder prints = new StringBuilder(Fingerprint.id(ID)).append(print(List.of(id)));
    cells.forEach((key, text) -> prints.append(key.print()).append(print(List.of(text))));
    events.forEach(e -> prints.append(Fingerprint.id(EVENTS)).append(print(e)));
    return prints.toString();
  }
}
