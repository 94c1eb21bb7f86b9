package org.parley.author.save;

import java.util.List;
import java.util.Optional;
import org.parley.knowledge.Cell;

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

  /** The same; where no type says what its values are, with what its cells write out. */
  Column seenIn(List<String> cells) {
    if (kind != Kind.OTHER) {
      return this;
    }
    List<Kind> kinds =
        cells.stream().map(Column::written).flatMap(Optional::stream).distinct().toList();
    return kinds.size() == 1 ? new Column(name, kinds.get(0), values) : this;
  }

  private static Optional<Kind> written(String feel) {
    if (feel.strip().matches("true|false")) {
      return Optional.of(Kind.BOOLEAN);
    }
    Cell cell = Cell.test(feel);
    Cell said = cell instanceof Cell.Not not ? not.cell() : cell;
    return said.texts().isEmpty()
        ? Optional.of(Kind.NUMBER).filter(k -> !said.ranges().isEmpty())
        : Optional.of(Kind.TEXT);
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
