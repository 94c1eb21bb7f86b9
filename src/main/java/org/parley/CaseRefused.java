package org.parley;

import java.util.List;

/**
 * A case cannot be advised on as it was given: a fact or a value that the vocabulary does not know,
 * a file that cannot be read, an event without a day. Whoever gave it can mend it; a service
 * answers with a status of the four hundreds.
 */
public final class CaseRefused extends ParleyException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems what is wrong; at least one
   */
  public CaseRefused(List<Problem> problems) {
    super(problems);
  }
}
