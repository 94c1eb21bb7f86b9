package org.parley;

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
}
