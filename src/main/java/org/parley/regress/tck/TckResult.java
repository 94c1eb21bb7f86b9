package org.parley.regress.tck;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.regress.tck.TckOutcome.Verdict;

/**
 * What became of all tests.
 *
 * @param outcomes one for each test, in the order of folders and files
 */
@JsonPropertyOrder({"total", "passed", "refused", "levels", "failed", "notRun"})
public record TckResult(@JsonIgnore List<TckOutcome> outcomes) {

  public TckResult {
    outcomes = List.copyOf(outcomes);
  }

  /** How many tests there are. */
  @JsonProperty
  public int total() {
    return outcomes.size();
  }

  /** How many passed. */
  @JsonProperty
  public int passed() {
    return of(Verdict.PASSED).size();
  }

  /** Those that did not pass. */
  @JsonProperty
  public List<TckOutcome> failed() {
    return of(Verdict.FAILED);
  }

  /** Those that were not run. */
  @JsonProperty("notRun")
  public List<TckOutcome> refused() {
    return of(Verdict.REFUSED);
  }

  @JsonProperty("refused")
  int countRefused() {
    return refused().size();
  }

  /** The same by level, in the order in which levels come up. */
  @JsonProperty("levels")
  public Map<String, Level> byLevel() {
    return outcomes.stream()
        .collect(
            Collectors.groupingBy(
                TckOutcome::level,
                LinkedHashMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(), some -> Level.of(new TckResult(some)))));
  }

  /** All of them together. */
  public Level all() {
    return Level.of(this);
  }

  /** How many tests of one level of conformance there are, and what became of them. */
  public record Level(int total, int passed, int refused, int failed) {

    static Level of(TckResult result) {
      return new Level(
          result.total(), result.passed(), result.countRefused(), result.failed().size());
    }
  }

  private List<TckOutcome> of(Verdict verdict) {
    return outcomes.stream().filter(o -> o.verdict() == verdict).toList();
  }
}
