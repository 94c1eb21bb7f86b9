package org.parley;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The input cannot be used. It lists every problem found. What the library throws is a {@link
 * CaseRefused} where whoever asked can mend it, and a {@link KnowledgeDefect} where only the owner
 * of the knowledge base can.
 */
public sealed class ParleyException extends RuntimeException permits CaseRefused, KnowledgeDefect {
  private static final long serialVersionUID = 1L;

  private final Problem[] problems;

  /**
   * @param problems what is wrong; at least one
   */
  public ParleyException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = problems.toArray(Problem[]::new);
  }

  /** A single problem. */
  public ParleyException(Problem problem) {
    this(List.of(problem));
  }

  /** A single problem without a place. */
  public ParleyException(String message) {
    this(Problem.of(message));
  }

  /** A single problem with a file as a whole. */
  public static ParleyException in(String file, String message) {
    return new ParleyException(Problem.in(file, message));
  }

  /**
   * Refuses what has problems.
   *
   * @throws ParleyException if there are any
   */
  public static void throwIfAny(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
  }

  /** What is wrong, in the order of the input. */
  public List<Problem> problems() {
    return List.of(problems);
  }
}
