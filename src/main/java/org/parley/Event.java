package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A dated event of a case.
 *
 * @param date the day
 * @param type an event type of the knowledge base, such as {@code offensive}
 * @param by who acts; may be empty
 * @param to whom it is directed at or about; may be empty
 * @param details the extra keys of the type, such as {@code direction: up}
 * @param note what happened, in a few words, or an empty string
 * @param source the works that report it, or an empty string
 */
public record Event(
    LocalDate date,
    String type,
    List<String> by,
    List<String> to,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> details,
    String note,
    String source) {
  private static final Set<String> EVERY_EVENTS =
      Set.of("date", "type", "by", "to", "note", "source");

  public Event {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(type, "type");
    by = List.copyOf(by);
    to = List.copyOf(to);
    for (Map.Entry<String, String> detail : details.entrySet()) {
      if (detail.getKey() == null) {
        throw refused(date, type, "a key has no name", Problem.Kind.MISSING);
      }
      String key = Shown.piece(detail.getKey());
      if (detail.getValue() == null) {
        String message = "'%s' has no value: leave it out".formatted(key);
        throw refused(date, type, message, Problem.Kind.MISSING);
      }
      if (EVERY_EVENTS.contains(detail.getKey())) {
        String message = "'%s' is a key of every event, and not of its details".formatted(key);
        throw refused(date, type, message, Problem.Kind.UNKNOWN_KEY);
      }
    }
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /**
   * An event between two parties, without further details.
   *
   * @param by who acts, or an empty string
   * @param to whom it is directed at, or an empty string
   */
  public static Event of(LocalDate date, String type, String by, String to) {
    return new Event(date, type, names(by), names(to), Map.of(), "", "");
  }

  private static CaseRefused refused(
      LocalDate date, String type, String message, Problem.Kind kind) {
    return new CaseRefused(
        List.of(
            new Problem(
                Place.of("").in("event", type),
                "event '%s' of %s: %s".formatted(Shown.piece(type), date, message),
                kind)));
  }

  private static List<String> names(String party) {
    return party.isEmpty() ? List.of() : List.of(party);
  }
}
