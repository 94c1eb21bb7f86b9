package org.parley;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * What the tables say of one posture.
 *
 * @param option the posture
 * @param level how the tables judge it
 * @param rows the rows that decided so
 */
public record Verdict(
    Posture option, @JsonProperty("verdict") Level level, @JsonIgnore List<FiredRow> rows) {

  public Verdict {
    Objects.requireNonNull(option, "option");
    Objects.requireNonNull(level, "level");
    rows = List.copyOf(rows);
  }

  /** A verdict that was written down: with the ids of its rows, and no more of them. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Verdict of(Written written) {
    return new Verdict(
        written.option(),
        written.verdict(),
        written.rows().stream().map(FiredRow::written).toList());
  }

  /** Its keys. */
  record Written(Posture option, Level verdict, List<String> rows) {}

  /** The ids of the rows. */
  @JsonProperty("rows")
  List<String> ids() {
    return rows.stream().map(FiredRow::id).toList();
  }

  /** How the tables judge an option, best first. */
  public enum Level implements Labelled {
    /** The tables favour it. */
    RECOMMENDED("recommended"),
    /** It can be done, without the tables favouring it. */
    VIABLE("viable"),
    /** Little speaks for it. */
    WEAK("weak"),
    /** Something that must be there is missing, or something rules it out. */
    BLOCKED("blocked");

    private final String label;

    Level(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    /** The {@linkplain #label() label}. */
    @Override
    public String toString() {
      return label;
    }
  }
}
