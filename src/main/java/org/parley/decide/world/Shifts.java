package org.parley.decide.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Where two versions of the tables answer a decision differently, among all combinations of values
 * that the facts may have. A number counts once for each band that the tables tell apart.
 *
 * @param shifts the pairs of results, those with the largest share first
 * @param exact whether all combinations were counted, or else a sample
 * @param margin how far from the truth the share of all shifts may be with 95% confidence; 0 where
 *     it is exact
 */
@JsonPropertyOrder({"share", "exact", "margin95", "shifts"})
public record Shifts(List<Shift> shifts, boolean exact, @JsonProperty("margin95") double margin) {

  public Shifts {
    shifts = List.copyOf(shifts);
  }

  /** The share of combinations that are answered differently, from 0 to 1. */
  @JsonProperty
  public double share() {
    return shifts.stream().mapToDouble(Shift::share).sum();
  }

  /**
   * One result becoming another.
   *
   * @param from the result before, or {@code none} where there was none
   * @param to the result after, or {@code none} where there is none
   * @param share in which share of combinations, from 0 to 1
   */
  public record Shift(String from, String to, double share) {}
}
