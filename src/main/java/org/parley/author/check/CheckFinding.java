package org.parley.author.check;

import org.parley.Place;

/**
 * Something that a check found.
 *
 * @param check which check
 * @param place where
 * @param message what is wrong, in the words of the table, and what would be right
 */
public record CheckFinding(Check check, Place place, String message) {

  /** How grave it is. */
  public Level level() {
    return check.level();
  }

  /** The place in one line, such as {@code dmn/posture.dmn:12: decision 'posture', row 'x'}. */
  public String where() {
    return place.toString();
  }
}
