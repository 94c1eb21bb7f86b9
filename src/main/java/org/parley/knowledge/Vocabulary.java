package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.Event;
import org.parley.ParleyException;
import org.parley.Problem;

/**
 * The words that cases may use: facts and event types, each in the order of its file.
 *
 * @param factTypes the facts by name
 * @param eventTypes the event types by name
 */
public record Vocabulary(Map<String, FactType> factTypes, Map<String, EventType> eventTypes) {

  public Vocabulary {
    factTypes = Collections.unmodifiableMap(new LinkedHashMap<>(factTypes));
    eventTypes = Collections.unmodifiableMap(new LinkedHashMap<>(eventTypes));
  }

  /**
   * The vocabulary of a knowledge base, whatever its models are like.
   *
   * @throws ParleyException if it cannot be read; it lists all problems
   */
  public static Vocabulary of(KnowledgeFiles files) {
    List<Problem> problems = new ArrayList<>();
    Vocabulary vocabulary = new VocabularyReader(files, problems).vocabulary();
    ParleyException.throwIfAny(problems);
    return vocabulary;
  }

  /** The facts. */
  public Collection<FactType> facts() {
    return factTypes.values();
  }

  /** A fact by name. */
  public Optional<FactType> fact(String name) {
    return Optional.ofNullable(factTypes.get(name));
  }

  /** An event type by name. */
  public Optional<EventType> event(String type) {
    return Optional.ofNullable(eventTypes.get(type));
  }

  /** What is wrong with a fact and its value; empty where both are known. */
  public Optional<String> objection(String fact, String value) {
    FactType type = factTypes.get(fact);
    if (type == null) {
      return Optional.of("unknown fact '%s'%s".formatted(fact, Nearest.hint(fact, factNames())));
    }
    return type.objection(value);
  }

  /** What is wrong with an event; empty where the vocabulary has it. */
  public Optional<String> objection(Event event) {
    EventType type = eventTypes.get(event.type());
    return type == null
        ? Optional.of(
            "unknown event type '%s'%s"
                .formatted(event.type(), Nearest.hint(event.type(), eventTypes.keySet())))
        : type.objection(event);
  }

  /** The names of the facts. */
  public List<String> factNames() {
    return List.copyOf(factTypes.keySet());
  }
}
