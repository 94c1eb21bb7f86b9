package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Expectation;
import org.parley.decide.world.Shifts;
import org.parley.regress.RegressionResult.Stance;
import org.parley.regress.RegressionResult.Tally;

/**
 * What a change of the tables does to the advice on some cases.
 *
 * @param cases how many cases were advised on with both versions
 * @param moved those whose posture, unofficial track, verdicts or warnings change, in their order
 * @param elsewhere for each other decision whose answer changes, the ids of the cases in which it
 *     does
 * @param before agreement with what history shows, with the tables as they were
 * @param after agreement with what history shows, with the tables as they are
 * @param shifts for posture and unofficial track, where the answer changes among all combinations
 *     of facts
 */
@JsonPropertyOrder({"compared", "elsewhere", "observed", "combinations"})
public record Impact(
    @JsonProperty("compared") int cases,
    @JsonIgnore List<Move> moved,
    Map<String, List<String>> elsewhere,
    @JsonIgnore Tally before,
    @JsonIgnore Tally after,
    @JsonProperty("combinations") Map<String, Shifts> shifts) {

  public Impact {
    moved = List.copyOf(moved);
    elsewhere = Collections.unmodifiableMap(new LinkedHashMap<>(elsewhere));
    shifts = Collections.unmodifiableMap(new LinkedHashMap<>(shifts));
  }

  /** Agreement with what history shows. */
  record Agreement(Tally before, Tally after, String caution) {}

  @JsonProperty
  Agreement observed() {
    return new Agreement(before, after, RegressionResult.CAUTION);
  }

  /** The same with what was counted among all combinations of facts. */
  public Impact with(Map<String, Shifts> counted) {
    return new Impact(cases, moved, elsewhere, before, after, counted);
  }

  /** How many cases move, in one sentence. */
  public String describe() {
    if (cases == 0) {
      return "There is no case to try it on.";
    }
    if (moved.isEmpty()) {
      return "In none of the %d cases do posture, unofficial track, verdicts or warnings change."
          .formatted(cases);
    }
    long stance = moved.stream().filter(Move::changesStance).count();
    return stance == 0
        ? "In %d of %d cases verdicts or warnings change; posture and unofficial track stay."
            .formatted(moved.size(), cases)
        : "In %d of %d cases something changes, in %d of them posture or unofficial track."
            .formatted(moved.size(), cases, stance);
  }

  /** The cases whose approved recommendation comes out otherwise than before. */
  public List<Move> unpinned() {
    return moved.stream().filter(Move::changesPinned).toList();
  }

  /**
   * A case that a change moves.
   *
   * @param subject its id
   * @param title its title
   * @param before the advice before
   * @param after the advice after
   * @param expected what is approved, or {@code null} where nothing is pinned
   * @param rows the rows that make the difference
   */
  public record Move(
      @JsonProperty("case") String subject,
      String title,
      Outcome before,
      Outcome after,
      Expectation expected,
      List<ResponsibleRow> rows) {

    public Move {
      rows = List.copyOf(rows);
    }

    /** Whether posture or unofficial track change, or there is no advice on one side. */
    public boolean changesStance() {
      return !before.stance().equals(after.stance());
    }

    /** Whether that happens to a case whose recommendation is pinned. */
    public boolean changesPinned() {
      return expected != null && changesStance();
    }
  }

  /**
   * The advice on a case, as far as it is compared.
   *
   * @param stance posture and unofficial track; both empty where there is no advice
   * @param verdicts the verdict on each posture, in words
   * @param warnings the warnings
   * @param failure why there is no advice, or an empty string
   */
  public record Outcome(
      @JsonUnwrapped Stance stance,
      Map<String, String> verdicts,
      List<String> warnings,
      String failure) {

    public Outcome {
      verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
      warnings = List.copyOf(warnings);
    }

    /** Posture and track in one phrase, or that there is no advice. */
    public String describe() {
      return failure.isEmpty() ? stance.describe() : "no advice";
    }
  }

  /**
   * A row that makes the difference: it decided before, or decides now.
   *
   * @param id its id
   * @param table its decision
   * @param why its reason
   * @param before whether it decided before
   * @param after whether it decides now
   */
  public record ResponsibleRow(
      String id, String table, String why, boolean before, boolean after) {}
}
