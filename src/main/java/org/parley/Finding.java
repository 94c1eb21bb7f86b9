package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Something about the input that the reader of an advice should know.
 *
 * @param kind what kind of finding, such as {@code later event}
 * @param message the finding in one sentence
 * @param facts the facts that it is about, by name; may be empty
 * @param eventTypes the types of the events that it is about; may be empty
 * @param rule the rule, or the row of a table, that found it, or an empty string
 */
public record Finding(
    String kind,
    String message,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> facts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> eventTypes,
    String rule) {

  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(rule, "rule");
    facts = List.copyOf(facts);
    eventTypes = List.copyOf(eventTypes);
  }

  /**
   * A finding about facts: it begins with what they are and where they come from.
   *
   * @param check what to check or to do, as the end of the sentence that the facts begin; the whole
   *     sentence where there are none
   * @param facts the facts that it is about; may be empty
   * @param rule the rule, or the row of a table, that found it
   */
  public static Finding about(String kind, String check, List<Fact> facts, String rule) {
    String begin =
        facts.stream()
            .map(f -> "'%s' stands at '%s' (%s)".formatted(f.name(), f.value(), f.origin()))
            .collect(Collectors.joining(" and "));
    return new Finding(
        kind,
        begin.isEmpty() ? check : begin + ": " + check,
        facts.stream().map(Fact::name).toList(),
        List.of(),
        rule);
  }

  /** A finding that no rule made. */
  public Finding(String kind, String message) {
    this(kind, message, List.of(), List.of(), "");
  }
}
