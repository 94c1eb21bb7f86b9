package org.parley;

import java.util.List;

/**
 * The cases most like another one.
 *
 * @param cases nearest first and then by their ids
 * @param compared with how many cases it was compared
 * @param among how many there are to compare it with; fewer were compared where an interrupt or the
 *     limit of {@link Advice#within} ended the search
 */
public record SimilarCases(List<SimilarCase> cases, int compared, int among) {

  public SimilarCases {
    cases = List.copyOf(cases);
  }

  /** Whether it was compared with all: else a case that is nearer may be missing. */
  public boolean isComplete() {
    return compared == among;
  }
}
