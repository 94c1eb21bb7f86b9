package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

  public Event {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(type, "type");
    by = List.copyOf(by);
    to = List.copyOf(to);
    details.forEach(
        (key, value) -> {
          if (key == null || value == null) {
            throw new CaseRefused(
                List.of(
                    new Problem(
                        Place.of("").in("event", type),
                        "event '%s' of %s: %s"
                            .formatted(
                                Shown.piece(type),
                                date,
                                key == null
                                    ? "a key has no name"
                                    : "'%s' has no value: leave it out"
                                        .formatted(Shown.piece(key))),
                        Problem.Kind.MISSING)));
          }
        });
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

  private static List<String> names(String party) {
    return party.isEmpty() ? List.of() : List.of(party);
  }
}
