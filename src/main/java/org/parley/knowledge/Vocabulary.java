package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.Case;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Shown;

/**
 * The words that cases may use: facts and event types, each in the order of its file.
 *
 * @param factTypes the facts by name
 * @param eventTypes the event types by name
 */
public record Vocabulary(Map<String, FactType> factTypes, Map<String, EventType> eventTypes) {

  /** Without a word. */
  public static final Vocabulary EMPTY = new Vocabulary(Map.of(), Map.of());

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

  /** A fact by its name or one that it had. */
  public Optional<FactType> factEverCalled(String name) {
    return fact(name)
        .or(() -> facts().stream().filter(f -> f.formerly().names().contains(name)).findFirst());
  }

  /** A fact in the words that are used now; as it is where it is said in them, or in none. */
  public Fact today(Fact fact) {
    return factEverCalled(fact.name())
        .map(type -> fact.called(type.name(), today(type, fact.value())))
        .orElse(fact);
  }

  private static String today(FactType type, String value) {
    return type.values().contains(value) ? value : type.formerly().now(value).orElse(value);
  }

  /**
   * A case in the words that are used now, with a remark on each of its facts that was said in
   * others.
   */
  public Case today(Case subject) {
    if (hasNoFormerWords()) {
      return subject;
    }
    Case.Builder builder = subject.toBuilder();
    boolean same = true;
    for (Fact fact : subject.facts().values()) {
      Fact now = today(fact);
      if (!now.equals(fact)) {
        same = false;
        builder.withoutFact(fact.name());
        if (!subject.facts().containsKey(now.name()) || now.name().equals(fact.name())) {
          builder.fact(now).remark(remark(fact, now));
        }
      }
    }
    return same ? subject : builder.build();
  }

  private boolean hasNoFormerWords() {
    // a loop: this is asked for every advice
    for (FactType fact : factTypes.values()) {
      if (!fact.formerly().equals(FormerWords.NONE)) {
        return false;
      }
    }
    return true;
  }

  /** What to say of a fact that was said in former words. */
  public static Finding remark(Fact said, Fact now) {
    String name =
        said.name().equals(now.name())
            ? ""
            : "the fact '%s' is called '%s' now".formatted(said.name(), now.name());
    String value =
        said.value().equals(now.value())
            ? ""
            : "'%s' of '%s' is '%s' now".formatted(said.value(), now.name(), now.value());
    return new Finding(
        "former word",
        "%s%s%s: it is read so"
            .formatted(name, name.isEmpty() || value.isEmpty() ? "" : ", and ", value),
        List.of(now.name()),
        List.of(),
        "");
  }

  /** An event type by name. */
  public Optional<EventType> event(String type) {
    return Optional.ofNullable(eventTypes.get(type));
  }

  /** What is wrong with a fact and its value; empty where both are known. */
  public Optional<Problem> objection(String fact, String value) {
    FactType type = factTypes.get(fact);
    if (type == null) {
      return Optional.of(
          new Problem(
              Place.of("").in("fact", fact),
              "unknown fact '%s'%s".formatted(Shown.piece(fact), Nearest.hint(fact, factNames())),
              Problem.Kind.UNKNOWN_FACT,
              factNames()));
    }
    return type.objection(value);
  }

  /** What is wrong with an event; empty where the vocabulary has it. */
  public Optional<Problem> objection(Event event) {
    EventType type = eventTypes.get(event.type());
    return type == null
        ? Optional.of(
            new Problem(
                Place.of("").in("event", event.type()),
                "unknown event type '%s'%s"
                    .formatted(
                        Shown.piece(event.type()), Nearest.hint(event.type(), eventTypes.keySet())),
                Problem.Kind.UNKNOWN_EVENT_TYPE,
                List.copyOf(eventTypes.keySet())))
        : type.objection(event);
  }

  /** What speaks against a name that a fact or a decision may have; empty where nothing does. */
  public static Optional<String> objectionToName(String name) {
    return Names.objection(name);
  }

  /** The names of the facts. */
  public List<String> factNames() {
    return List.copyOf(factTypes.keySet());
  }
}
