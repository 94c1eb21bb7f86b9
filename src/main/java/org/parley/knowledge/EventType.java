package org.parley.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.Event;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Shown;

/**
 * A type of dated event.
 *
 * @param name its name
 * @param by what {@code by} stands for, or an empty string where it is not used
 * @param to what {@code to} stands for, or an empty string where it is not used
 * @param details the extra keys
 * @param meaning what it means
 * @param facts the facts that it bears on
 * @param secretWhere the values of extra keys with which it is kept from the public
 */
public record EventType(
    String name,
    String by,
    String to,
    Map<String, Detail> details,
    String meaning,
    List<String> facts,
    Map<String, String> secretWhere) {

  public EventType {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    facts = List.copyOf(facts);
    secretWhere = Map.copyOf(secretWhere);
  }

  /** Whether an event of this type is kept from the public. */
  public boolean isSecret(Event event) {
    return secretWhere.entrySet().stream()
        .anyMatch(e -> e.getValue().equals(event.details().get(e.getKey())));
  }

  /** What is wrong with an event of this type: its day or an extra key; empty where nothing is. */
  public Optional<Problem> objection(Event event) {
    if (!Days.isWritable(event.date())) {
      return Optional.of(
          new Problem(
              place(),
              "an event of %s: years go from 1 to 9999".formatted(event.date()),
              Problem.Kind.UNKNOWN_VALUE));
    }
    for (Map.Entry<String, String> extra : event.details().entrySet()) {
      Detail detail = details.get(extra.getKey());
      if (detail == null || !detail.takes(extra.getValue())) {
        Problem problem = objection(detail, extra.getKey(), extra.getValue());
        return Optional.of(
            problem.inWords(
                "event '%s' of %s: %s".formatted(name, event.date(), problem.message())));
      }
    }
    return Optional.empty();
  }

  private Problem objection(@Nullable Detail detail, String key, String value) {
    Place place = place().in("key", key);
    if (detail == null) {
      return new Problem(
          place,
          "unknown key '%s'%s".formatted(Shown.piece(key), Nearest.hint(key, details.keySet())),
          Problem.Kind.UNKNOWN_KEY,
          List.copyOf(details.keySet()));
    }
    return new Problem(
        place,
        detail.kind() == Detail.Kind.DATE
            ? Days.objection(key, value)
            : Nearest.notAValue(value, key, detail.values()),
        Problem.Kind.UNKNOWN_VALUE,
        detail.values());
  }

  private Place place() {
    return Place.of("").in("event", name);
  }

  /**
   * What an extra key takes.
   *
   * @param kind a date, one of some values, or any text
   * @param values the values, for a choice
   */
  public record Detail(Kind kind, List<String> values) {

    public Detail {
      values = List.copyOf(values);
    }

    /**
     * What it takes, in words.
     *
     * @param between what stands between the values of a choice
     */
    public String words(String between) {
      return switch (kind) {
        case CHOICE -> String.join(between, values);
        case DATE -> "a day";
        case TEXT -> "text";
      };
    }

    private boolean takes(String value) {
      return value.isEmpty()
          || switch (kind) {
            case CHOICE -> values.contains(value);
            case DATE -> Days.parse(value).isPresent();
            case TEXT -> true;
          };
    }

    /** The kinds of value. */
    public enum Kind {
      /** One of a list of values. */
      CHOICE,
      /** A day. */
      DATE,
      /** Any text. */
      TEXT
    }
  }
}
