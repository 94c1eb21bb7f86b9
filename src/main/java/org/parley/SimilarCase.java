package org.parley;

import java.util.List;
import java.util.Objects;

/**
 * A case like another one. That two cases are alike says nothing about what caused what.
 *
 * @param advice what the tables favour in it
 * @param likeness how alike the two are by their facts, from 0, nothing in common, to 1, all equal
 * @param differences the facts on which they differ, those that weigh most first
 */
public record SimilarCase(Advice advice, double likeness, List<Difference> differences) {

  public SimilarCase {
    Objects.requireNonNull(advice, "advice");
    differences = List.copyOf(differences);
  }

  /** The case; {@link Case#observed()} says what was done in it, where that is known. */
  public Case subject() {
    return advice.subject();
  }

  /**
   * A fact on which two cases differ.
   *
   * @param fact its name
   * @param here its value in the case asked about; {@code unknown} where it is not known
   * @param there its value in the other
   * @param weight how much it adds to the distance of the two
   */
  public record Difference(
      String fact, @FactValue String here, @FactValue String there, double weight) {}
}
