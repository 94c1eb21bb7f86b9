package org.parley.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A line of {@code dmn/checks.csv}: a check that is turned off, everywhere or in one place, or a
 * limit that the knowledge base sets itself.
 *
 * @param line its line, from 1
 * @param check the id of the check
 * @param where a file, a decision, a row or a fact, or an empty string for everywhere; of a limit
 *     what it measures
 * @param limit the limit, or an empty string where the check is turned off
 * @param why the reason, for whoever wonders later
 */
public record CheckSetting(
    @JsonIgnore int line, String check, String where, @JsonIgnore String limit, String why) {
  /** The file that they stand in. */
  public static final String FILE = "dmn/checks.csv";
}
