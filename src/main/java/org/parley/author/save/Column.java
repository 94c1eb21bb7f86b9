package org.parley.author.save;

import java.util.List;
import java.util.Optional;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Moments;

/**
 * A column of a decision table that is tested or that answers.
 *
 * @param name what it tests, or the name of its answer
 * @param kind what its values are
 * @param values the texts that it allows; empty where all are
 * @param label what its file calls it beside that, or an empty string
 */
public record Column(String name, Kind kind, List<String> values, String label) {

  public Column {
    values = List.copyOf(values);
  }

  /** One without a label. */
  public Column(String name, Kind kind, List<String> values) {
    this(name, kind, values, "");
  }

  /** The same; where no type says what its values are, with what its cells write out. */
  Column seenIn(List<String> cells) {
    if (kind != Kind.OTHER) {
      return this;
    }
    List<Kind> kinds =
        cells.stream().map(Column::written).flatMap(Optional::stream).distinct().toList();
    return kinds.size() == 1 ? new Column(name, kinds.get(0), values, label) : this;
  }

  private static Optional<Kind> written(String feel) {
    if (feel.strip().matches("true|false")) {
      return Optional.of(Kind.BOOLEAN);
    }
    Optional<Moments> moments = Moments.of(feel);
    if (moments.isPresent()) {
      return moments.map(m -> Kind.of(m.kind()));
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
    /** Days. */
    DATE,
    /** Times of the day. */
    TIME,
    /** Times of one day. */
    DATE_TIME,
    /** Durations. */
    DURATION,
    /** Anything else, or not said. */
    OTHER;

    private static Kind of(Moments.Kind kind) {
      return switch (kind) {
        case DATE -> DATE;
        case TIME -> TIME;
        case DATE_TIME -> DATE_TIME;
        case DURATION -> DURATION;
      };
    }

    /** The kind of values of one of FEEL's types. */
    static Kind ofType(String type) {
      return switch (type) {
        case "string" -> TEXT;
        case "number" -> NUMBER;
        case "boolean" -> BOOLEAN;
        default -> Moments.Kind.ofType(type).map(Kind::of).orElse(OTHER);
      };
    }

    /** What of time they are; empty where they are something else. */
    public Optional<Moments.Kind> moments() {
      return switch (this) {
        case DATE -> Optional.of(Moments.Kind.DATE);
        case TIME -> Optional.of(Moments.Kind.TIME);
        case DATE_TIME -> Optional.of(Moments.Kind.DATE_TIME);
        case DURATION -> Optional.of(Moments.Kind.DURATION);
        default -> Optional.empty();
      };
    }
  }
}
