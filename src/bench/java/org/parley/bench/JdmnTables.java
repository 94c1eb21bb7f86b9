package org.parley.bench;

import com.gs.dmn.runtime.ExecutionContext;

/** The classes that jDMN generates, called as a program would call them. */
public interface JdmnTables {

  /**
   * Answers all decisions; afterwards each answer is in the cache of the context.
   *
   * @param facts values in the order of the vocabulary
   */
  void decideAll(Object[] facts, ExecutionContext context);

  /** Answers posture and unofficial track, and what they need. */
  void decidePosture(Object[] facts, ExecutionContext context);
}
