package org.parley.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.Event;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.EventType;
import org.parley.knowledge.EventType.Detail;
import org.parley.knowledge.Vocabulary;

/** Reads the events of a case. */
public final class EventReader {
  private final Vocabulary vocabulary;
  private final Problems problems;

  /** A reader of events in the words of a vocabulary. */
  public EventReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** An event, unless it has a problem that leaves none. */
  public Optional<Event> read(Node node, Place element) {
    if (node instanceof Node.Entries entries) {
      return read(new Section(entries, element, problems));
    }
    problems.add(
        node,
        element,
        node.isNothing()
            ? "is empty"
            : "must be a mapping such as {date: 1968-01-30, type: offensive}, not " + node.kind());
    return Optional.empty();
  }

  private Optional<Event> read(Section event) {
    Keys.REQUIRED_OF_EVENT.forEach(event::require);
    LocalDate date = event.day(Keys.DATE);
    Optional<EventType> type = type(event);
    Map<String, String> details = type.map(known -> details(event, known)).orElse(Map.of());
    List<String> by = event.names(Keys.BY);
    List<String> to = event.names(Keys.TO);
    String note = event.text(Keys.NOTE);
    String source = event.text(Keys.SOURCE);
    return date == null
        ? Optional.empty()
        : type.map(known -> new Event(date, known.name(), by, to, details, note, source));
  }

  /** The type; where it is not known, nobody can say which extra keys are legal. */
  private Optional<EventType> type(Section event) {
    Optional<Node.Text> given = event.asText(Keys.TYPE);
    Optional<EventType> type = given.flatMap(name -> vocabulary.event(name.text()));
    if (given.isPresent() && type.isEmpty()) {
      String name = given.get().text();
      event.object(
          given.get(),
          Problem.Kind.UNKNOWN_EVENT_TYPE,
          "unknown event type %s%s"
              .formatted(
                  CaseWords.quoted(name),
                  CaseWords.nearestOrAll(name, vocabulary.eventTypes().keySet())),
          vocabulary.eventTypes().keySet());
    }
    if (type.isEmpty()) {
      List<String> legal = keysOfAnyType();
      event.allowOnly(legal, key -> CaseWords.instead(key, legal, vocabulary));
    }
    return type;
  }

  private List<String> keysOfAnyType() {
    List<String> keys = new ArrayList<>(Keys.OF_EVENT);
    vocabulary.eventTypes().values().forEach(type -> keys.addAll(type.details().keySet()));
    return keys.stream().distinct().toList();
  }

  private Map<String, String> details(Section event, EventType type) {
    List<String> legal = new ArrayList<>(Keys.OF_EVENT);
    legal.addAll(type.details().keySet());
    event.allowOnly(legal, key -> explainUnknown(key, type, legal));
    Map<String, String> details = new LinkedHashMap<>();
    type.details()
        .forEach(
            (key, detail) -> {
              String value = value(event, key, detail);
              if (!value.isEmpty()) {
                details.put(key, value);
              }
            });
    return details;
  }

  /** The vocabulary describes the parties in words that are easily taken for the keys. */
  private String explainUnknown(String key, EventType type, List<String> legal) {
    String inside = " in an event of type '%s'".formatted(type.name());
    if (key.equals(type.by())) {
      return inside + " (did you mean 'by'?)";
    }
    return inside
        + (key.equals(type.to())
            ? " (did you mean 'to'?)"
            : CaseWords.instead(key, legal, vocabulary));
  }

  private static String value(Section event, String key, Detail detail) {
    return switch (detail.kind()) {
      case CHOICE -> event.word(key, detail.values());
      case DATE -> event.dayText(key);
      case TEXT -> event.text(key);
    };
  }
}
