package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.parley.decide.search.CellChange;

/**
 * A table with one cell changed, as a slip of the hand might change it.
 *
 * @param table the decision
 * @param row the id of the row
 * @param column what the column tests; of a result the name of the output
 * @param kind what kind of change
 * @param value the value that the cell accepts now or no longer, or the result that it has now;
 *     empty where the cell accepts anything now
 * @param change the change
 */
public record Mutant(
    String table,
    String row,
    String column,
    Kind kind,
    String value,
    @JsonIgnore CellChange change) {

  public Mutant {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(change, "change");
  }

  /** The kinds of change. */
  public enum Kind {
    /** A cell with a condition accepts anything. */
    CONDITION_DROPPED("condition dropped"),
    /** A cell with a condition accepts one value more. */
    VALUE_ADDED("one value more"),
    /** A cell with a condition accepts one value less. */
    VALUE_TAKEN("one value less"),
    /** A cell without a condition has one. */
    CONDITION_SET("condition set"),
    /** A result is another. */
    RESULT_CHANGED("result changed");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The kind in words. */
    @JsonValue
    public String label() {
      return label;
    }
  }

  /** What the change is, its row apart. */
  public String describe() {
    return switch (kind) {
      case CONDITION_DROPPED -> "'%s' accepts anything".formatted(column);
      case VALUE_ADDED -> "'%s' also accepts %s".formatted(column, value);
      case VALUE_TAKEN -> "'%s' no longer accepts %s".formatted(column, value);
      case CONDITION_SET -> "'%s', where any value will do, refuses %s".formatted(column, value);
      case RESULT_CHANGED -> "says \"%s\"".formatted(value);
    };
  }

  /** The cell that is changed: mutants of one cell have equal ones. */
  Cell cell() {
    return new Cell(row, column, kind == Kind.RESULT_CHANGED);
  }

  /**
   * A cell of a table.
   *
   * @param row the id of its row
   * @param column what its column tests, or the name of the output
   * @param result whether it is one of the results
   */
  record Cell(String row, String column, boolean result) {}
}
