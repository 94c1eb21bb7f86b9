package org.parley.explain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.parley.Case;
import org.parley.SimilarCase;
import org.parley.SimilarCases;
import org.parley.decide.world.Deadline;
import org.parley.derive.Deriver;

/** Finds the cases most like another one. */
final class SimilarCaseFinder {
  private final TableAdvisor advisor;
  private final FactDistance distance;

  /**
   * @param weights how much each fact counts in the case that others are compared with
   * @param counts the facts that they are compared by
   */
  SimilarCaseFinder(TableAdvisor advisor, FactWeights weights, Predicate<String> counts) {
    this.advisor = advisor;
    TableAdvice.Shared shared = advisor.shared();
    this.distance =
        new FactDistance(
            new FactSpace(shared.knowledge(), shared.engine().codes()), weights, counts);
  }

  /**
   * The nearest ones.
   *
   * @param here what is known in the case
   * @param deadline when to end with those that have been compared
   */
  SimilarCases of(
      Case subject,
      Map<String, String> here,
      Collection<Case> history,
      int most,
      Deadline deadline) {
    List<Case> among =
        history.stream().filter(other -> !other.isMadeUp() && !isSame(subject, other)).toList();
    List<Neighbour> compared =
        among.stream()
            .takeWhile(other -> !deadline.isOver())
            .map(other -> neighbour(here, other))
            .toList();
    List<SimilarCase> nearest =
        compared.stream().sorted(Neighbour.NEAREST_FIRST).limit(most).map(this::similar).toList();
    return new SimilarCases(nearest, compared.size(), among.size());
  }

  private static boolean isSame(Case one, Case other) {
    return one.id().isEmpty() ? one.equals(other) : one.id().equals(other.id());
  }

  private Neighbour neighbour(Map<String, String> here, Case other) {
    Deriver.Result known = advisor.known(other);
    return new Neighbour(other, known, distance.between(here, known.values()));
  }

  private SimilarCase similar(Neighbour near) {
    return new SimilarCase(
        advisor.advise(near.other(), near.known(), List.of()),
        near.likeness(),
        near.comparison().differences());
  }

  private record Neighbour(Case other, Deriver.Result known, FactDistance.Comparison comparison) {
    static final Comparator<Neighbour> NEAREST_FIRST =
        Comparator.comparingDouble(Neighbour::likeness)
            .reversed()
            .thenComparing(n -> n.other().id())
            .thenComparing(n -> n.other().title());

    double likeness() {
      return comparison.likeness();
    }
  }
}
