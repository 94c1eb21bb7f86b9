package org.parley.regress.tck;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What became of one test.
 *
 * @param level the folder that the test's folder stands in, such as {@code compliance-level-2}
 * @param folder the test's folder
 * @param file the test-case file, without its ending
 * @param test the id of the test, or an empty string where the file as a whole cannot be read
 * @param verdict whether it passed
 * @param detail why not, or an empty string
 */
@JsonPropertyOrder({"directory", "testCaseFile", "testId", "detail"})
public record TckOutcome(
    @JsonIgnore String level,
    @JsonIgnore String folder,
    @JsonProperty("testCaseFile") String file,
    @JsonProperty("testId") String test,
    @JsonIgnore Verdict verdict,
    String detail) {

  /** Level and folder, as the kit's own runners name a place. */
  @JsonProperty
  public String directory() {
    return level.isEmpty() ? folder : level + "/" + folder;
  }

  /** Whether a test passed. */
  public enum Verdict {
    /** All results are as expected. */
    PASSED,
    /** A result is not as expected, or there is none. */
    FAILED,
    /** Its model was not run: it could run code or read other files. */
    REFUSED
  }
}
