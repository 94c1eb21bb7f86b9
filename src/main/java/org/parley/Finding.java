package org.parley;

import java.util.List;
import java.util.Objects;

/**
 * Something about the input that the reader of an advice should know.
 *
 * @param kind what kind of finding, such as {@code later event}
 * @param message the finding in one sentence
 * @param facts the facts that it is about, by name; may be empty
 * @param rule the rule that found it, or an empty string
 */
public record Finding(String kind, String message, List<String> facts, String rule) {

  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(rule, "rule");
    facts = List.copyOf(facts);
  }

  /** A finding that no rule made. */
  public Finding(String kind, String message) {
    this(kind, message, List.of(), "");
  }
}
