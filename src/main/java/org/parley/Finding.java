package org.parley;

import java.util.Objects;

/**
 * Something about the input that the reader of an advice should know.
 *
 * @param kind what kind of finding, such as {@code later event}
 * @param message the finding in one sentence
 */
public record Finding(String kind, String message) {

  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }
}
