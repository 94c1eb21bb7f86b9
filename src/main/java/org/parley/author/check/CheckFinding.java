package org.parley.author.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.Place;

/**
 * Something that a check found.
 *
 * @param check which check
 * @param place where
 * @param message what is wrong, in the words of the table, and what would be right
 */
@JsonPropertyOrder({"id", "level", "where", "message", "place"})
public record CheckFinding(@JsonIgnore Check check, @JsonUnwrapped Place place, String message) {

  /** The id of the check. */
  @JsonProperty
  public String id() {
    return check.id();
  }

  /** How grave it is. */
  @JsonProperty
  public Level level() {
    return check.level();
  }

  /** The place in one line, such as {@code dmn/posture.dmn:12: decision 'posture', row 'x'}. */
  @JsonProperty
  public String where() {
    return place.toString();
  }
}
