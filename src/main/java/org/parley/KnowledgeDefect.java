package org.parley;

import java.util.List;

/**
 * A knowledge base cannot be used, or does not answer in some case: its owner has to mend it,
 * whoever asks cannot. A service answers with a status of the five hundreds.
 */
public final class KnowledgeDefect extends ParleyException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems what is wrong; at least one
   */
  public KnowledgeDefect(List<Problem> problems) {
    super(problems);
  }
}
