package org.parley;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The posture that comes next, with the best case that can be made for it.
 *
 * @param verdict what the tables say of it
 * @param arguments what speaks for it in this case; may be empty
 */
public record RunnerUp(@JsonUnwrapped Verdict verdict, List<Said> arguments) {

  public RunnerUp {
    arguments = List.copyOf(arguments);
  }

  /** What was written down. */
  @JsonCreator
  static RunnerUp written(
      @JsonProperty("option") Posture option,
      @JsonProperty("verdict") Verdict.Level level,
      @JsonProperty("rows") List<String> rows,
      @JsonProperty("arguments") List<Said> arguments) {
    return new RunnerUp(Verdict.of(new Verdict.Written(option, level, rows)), arguments);
  }
}
