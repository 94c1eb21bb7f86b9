package org.parley.author.save;

import java.util.List;

/**
 * A column of a decision table that is tested or that answers.
 *
 * @param name what it tests, or the name of its answer
 * @param kind what its values are
 * @param values the texts that it allows; empty where all are
 */
public record Column(String name, Kind kind, List<String> values) {

  public Column {
    values = List.copyOf(values);
  }

  /** What the values of a column are. */
  public enum Kind {
    /** Texts. */
    TEXT,
    /** Numbers. */
    NUMBER,
    /** Yes and no, written {@code true} and {@code false}. */
    BOOLEAN,
    /** Anything else, or not said. */
    OTHER
  }
}
