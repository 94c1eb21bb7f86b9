package org.parley.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.Labelled;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.Days;
import org.parley.knowledge.Nearest;

/**
 * A mapping of a file whose keys are being read. Whatever is wrong goes to the problems, and the
 * reading goes on with nothing in its place.
 */
public final class Section {
  private final Node.Entries node;
  private final Place element;
  private final Problems problems;

  /**
   * @param element what messages call it
   */
  public Section(Node.Entries node, Place element, Problems problems) {
    this.node = node;
    this.element = element;
    this.problems = problems;
  }

  public Node.Entries node() {
    return node;
  }

  /** What messages call it. */
  public Place element() {
    return element;
  }

  /** Reports every key that is not legal. */
  public void allowOnly(Collection<String> legal) {
    allowOnly(legal, key -> CaseWords.nearestOrAll(key, legal));
  }

  /** Reports every key that is not legal; what is explained follows {@code unknown key 'x'}. */
  void allowOnly(Collection<String> legal, UnaryOperator<String> explained) {
    node.entries()
        .forEach(
            (key, entry) -> {
              if (!legal.contains(key)) {
                problems.add(
                    entry.line(),
                    entry.column(),
                    element,
                    new Problem(
                        element,
                        "unknown key %s%s".formatted(CaseWords.quoted(key), explained.apply(key)),
                        Problem.Kind.UNKNOWN_KEY,
                        List.copyOf(legal)));
              }
            });
  }

  /** Reports what is wrong with a value. */
  public void object(Node at, String message) {
    problems.add(at, element, message);
  }

  /** Reports what is wrong with a value, with what could stand there. */
  public void object(Node at, Problem.Kind kind, String message, Collection<String> legal) {
    problems.add(at, element, new Problem(element, message, kind, List.copyOf(legal)));
  }

  /** The value of a key, where there is one. */
  public Optional<Node> value(String key) {
    return Optional.ofNullable(node.entries().get(key))
        .map(Node.Entry::value)
        .filter(value -> !value.isNothing());
  }

  /** Reports the absence of a key that must be there. */
  public void require(String key) {
    if (!node.entries().containsKey(key)) {
      object(node, Problem.Kind.MISSING, "'%s' is missing".formatted(key), List.of());
    } else if (value(key).isEmpty()) {
      object(
          node.entries().get(key).value(),
          Problem.Kind.MISSING,
          "'%s' is empty".formatted(key),
          List.of());
    }
  }

  /** Reports the absence of a text that says something. */
  void requireWords(String key) {
    require(key);
    value(key)
        .filter(value -> value instanceof Node.Text text && text.text().isBlank())
        .ifPresent(blank -> object(blank, "'%s' is empty".formatted(key)));
  }

  /** A text with its place, where there is one. */
  public Optional<Node.Text> asText(String key) {
    return value(key).flatMap(value -> as(Node.Text.class, value, key, "text"));
  }

  /** A text, or an empty string. */
  public String text(String key) {
    return asText(key).map(Node.Text::text).orElse("");
  }

  /** A day, or {@code null}. */
  LocalDate day(String key) {
    return asText(key).flatMap(text -> asDay(text, key)).orElse(null);
  }

  /** A constant by its label, or {@code null}. */
  <E extends Enum<E> & Labelled> E constant(String key, Class<E> type) {
    return Labelled.find(type, word(key, Labelled.labels(type))).orElse(null);
  }

  /** One of some words, or an empty string. */
  public String word(String key, List<String> legal) {
    Optional<Node.Text> given = asText(key);
    given
        .filter(word -> !legal.contains(word.text()))
        .ifPresent(
            word ->
                object(
                    word,
                    Problem.Kind.UNKNOWN_VALUE,
                    Nearest.notAValue(word.text(), key, legal),
                    legal));
    return given.map(Node.Text::text).filter(legal::contains).orElse("");
  }

  /** A text that is a day, as it was written, or an empty string. */
  String dayText(String key) {
    LocalDate day = day(key);
    return day == null ? "" : day.toString();
  }

  /** A list of texts. */
  public List<String> texts(String key) {
    return items(key).map(items -> texts(items, key)).orElse(List.of());
  }

  /** A name or a list of names. */
  public List<String> names(String key) {
    Optional<Node> value = value(key);
    if (value.filter(Node.Text.class::isInstance).isPresent()) {
      return List.of(text(key));
    }
    return value
        .flatMap(given -> as(Node.Items.class, given, key, "a name or a list of names"))
        .map(items -> texts(items, key))
        .orElse(List.of());
  }

  /** A list. */
  public Optional<Node.Items> items(String key) {
    return value(key).flatMap(value -> as(Node.Items.class, value, key, "a list"));
  }

  /** A mapping within this one, which messages call by its key. */
  public Optional<Section> section(String key) {
    return value(key)
        .flatMap(value -> as(Node.Entries.class, value, key, "a mapping"))
        .map(entries -> new Section(entries, problems.file().at(key), problems));
  }

  private List<String> texts(Node.Items items, String key) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < items.nodes().size(); i++) {
      Node item = items.nodes().get(i);
      if (item instanceof Node.Text text && !text.isNothing()) {
        texts.add(text.text());
      } else {
        object(
            item,
            "item %d of '%s' %s"
                .formatted(
                    i + 1,
                    key,
                    item.isNothing() ? "is empty" : "must be text, not " + item.kind()));
      }
    }
    return texts;
  }

  private <N extends Node> Optional<N> as(Class<N> type, Node value, String key, String wanted) {
    if (type.isInstance(value)) {
      return Optional.of(type.cast(value));
    }
    object(value, "'%s' must be %s, not %s".formatted(key, wanted, value.kind()));
    return Optional.empty();
  }

  private Optional<LocalDate> asDay(Node.Text text, String key) {
    Optional<LocalDate> day = Days.parse(text.text());
    if (day.isEmpty()) {
      object(text, Problem.Kind.UNKNOWN_VALUE, Days.objection(key, text.text()), List.of());
    }
    return day;
  }
}
