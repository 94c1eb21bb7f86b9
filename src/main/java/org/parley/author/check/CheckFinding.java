package org.parley.author.check;

import java.util.StringJoiner;
import org.parley.knowledge.Place;

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
    String file = place.line() > 0 ? place.file() + ":" + place.line() : place.file();
    String element = element();
    return element.isEmpty() ? file : file + ": " + element;
  }

  /** The place within its file, in the words of somebody who edits it, or an empty string. */
  public String element() {
    StringJoiner parts = new StringJoiner(", ");
    add(parts, "decision", place.decision());
    add(parts, place.decision().isEmpty() ? "" : "row", place.row());
    add(parts, "column", place.column());
    return parts.toString();
  }

  private static void add(StringJoiner parts, String kind, String name) {
    if (!name.isEmpty()) {
      parts.add((kind.isEmpty() ? "" : kind + " ") + "'" + name + "'");
    }
  }
}
