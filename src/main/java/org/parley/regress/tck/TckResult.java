package org.parley.regress.tck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.regress.tck.TckOutcome.Verdict;

/**
 * What became of all tests.
 *
 * @param outcomes one for each test, in the order of folders and files
 */
public record TckResult(List<TckOutcome> outcomes) {

  public TckResult {
    outcomes = List.copyOf(outcomes);
  }

  /** How many tests there are. */
  public int total() {
    return outcomes.size();
  }

  /** How many passed. */
  public int passed() {
    return of(Verdict.PASSED).size();
  }

  /** Those that did not pass. */
  public List<TckOutcome> failed() {
    return of(Verdict.FAILED);
  }

  /** Those that were not run. */
  public List<TckOutcome> refused() {
    return of(Verdict.REFUSED);
  }

  /** The same by level, in the order in which levels come up. */
  public Map<String, TckResult> byLevel() {
    Map<String, TckResult> levels = new LinkedHashMap<>();
    outcomes.stream()
        .map(TckOutcome::level)
        .distinct()
        .forEach(
            level ->
                levels.put(
                    level,
                    new TckResult(
                        outcomes.stream().filter(o -> o.level().equals(level)).toList())));
    return levels;
  }

  private List<TckOutcome> of(Verdict verdict) {
    return outcomes.stream().filter(o -> o.verdict() == verdict).toList();
  }
}
