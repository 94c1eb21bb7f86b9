package org.parley.report.json;

import org.parley.Advice;

/**
 * An answer to a question about a case: the keys of the answer stand beside the short name of the
 * case.
 *
 * @param subject the short name of the case, or an empty string
 * @param favoured whether enough is known to favour the posture that is advised
 * @param answer a record
 */
public record AboutCase(String subject, boolean favoured, Object answer) {

  /** An answer to what was asked about an advice. */
  public static AboutCase of(Advice advice, Object answer) {
    return new AboutCase(advice.subject().id(), advice.favoured(), answer);
  }
}
