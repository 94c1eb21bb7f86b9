package org.parley.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A line of {@code dmn/checks.csv}: a check that is turned off, everywhere or in one place.
 *
 * @param line its line, from 1
 * @param check the id of the check
 * @param where a file, a decision, a row or a fact, or an empty string for everywhere
 * @param why the reason, for whoever wonders later
 */
public record CheckSetting(@JsonIgnore int line, String check, String where, String why) {
  /** The file that they stand in. */
  public static final String FILE = "dmn/checks.csv";
}
