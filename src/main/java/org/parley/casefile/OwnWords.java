package org.parley.casefile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Case;
import org.parley.Event;
import org.parley.knowledge.Days;
import org.parley.knowledge.EventType;
import org.parley.knowledge.EventType.Detail;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** The vocabulary of a case that is read or written without one: what it says, and no more. */
final class OwnWords {
  private static final Detail TEXT = new Detail(Detail.Kind.TEXT, List.of());
  private static final Detail DATE = new Detail(Detail.Kind.DATE, List.of());

  private OwnWords() {}

  /** That of a text. */
  static Vocabulary of(Node root) {
    Map<String, FactType> facts = new LinkedHashMap<>();
    entries(below(root, Keys.FACTS))
        .forEach((name, entry) -> facts.put(name, fact(name, value(entry.value()))));
    Map<String, Map<String, Detail>> events = new LinkedHashMap<>();
    if (below(root, Keys.EVENTS) instanceof Node.Items items) {
      for (Node event : items.nodes()) {
        Map<String, Detail> details =
            events.computeIfAbsent(text(below(event, Keys.TYPE)), type -> new LinkedHashMap<>());
        entries(event).keySet().stream()
            .filter(key -> !Keys.OF_EVENT.contains(key))
            .forEach(key -> details.put(key, TEXT));
      }
    }
    return new Vocabulary(facts, types(events));
  }

  /** That of a case; a whole number and a day are written as what they are. */
  static Vocabulary of(Case subject) {
    Map<String, FactType> facts = new HashMap<>();
    subject.facts().forEach((name, fact) -> facts.put(name, fact(name, fact.value())));
    Map<String, Map<String, Detail>> events = new HashMap<>();
    for (Event event : subject.events()) {
      Map<String, Detail> details =
          events.computeIfAbsent(event.type(), type -> new LinkedHashMap<>());
      event
          .details()
          .forEach((key, value) -> details.put(key, Days.parse(value).isPresent() ? DATE : TEXT));
    }
    return new Vocabulary(facts, types(events));
  }

  private static Map<String, EventType> types(Map<String, Map<String, Detail>> events) {
    Map<String, EventType> types = new LinkedHashMap<>();
    events.forEach(
        (name, details) ->
            types.put(name, new EventType(name, "", "", details, "", List.of(), Map.of())));
    return types;
  }

  private static FactType fact(String name, String value) {
    boolean number = value.matches("-?\\d{1,9}");
    return new FactType(
        name,
        "",
        number ? FactType.Kind.NUMBER : FactType.Kind.CHOICE,
        number ? List.of() : values(value),
        /* ordered= */ false,
        number ? Integer.parseInt(value) : 0,
        number ? Integer.parseInt(value) : 0,
        "",
        "",
        "",
        "",
        /* closeToChoice= */ false,
        "",
        /* reversed= */ false,
        List.of());
  }

  private static List<String> values(String value) {
    return value.isEmpty() || value.equals(FactType.UNKNOWN)
        ? List.of(FactType.UNKNOWN)
        : List.of(value, FactType.UNKNOWN);
  }

  private static String value(Node fact) {
    return text(fact instanceof Node.Entries ? below(fact, Keys.VALUE) : fact);
  }

  private static String text(Node node) {
    return node instanceof Node.Text text ? text.text() : "";
  }

  private static Map<String, Node.Entry> entries(Node node) {
    return node instanceof Node.Entries some ? some.entries() : Map.of();
  }

  private static Node below(Node node, String key) {
    Node.Entry entry = entries(node).get(key);
    return entry == null ? new Node.Text("", 0, 0) : entry.value();
  }
}
