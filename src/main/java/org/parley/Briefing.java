package org.parley;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An advice with everything that an analyst can argue with it about.
 *
 * @param advice the advice
 * @param whyNot why not each of the other postures, in the order of {@link Posture}
 * @param changes what would change it
 * @param questions what the facts that are not known could still change
 * @param similar the cases most like it; may be empty
 */
public record Briefing(
    Advice advice,
    List<WhyNot> whyNot,
    Changes changes,
    OpenQuestions questions,
    SimilarCases similar) {
  private static final int FACTS_AT_ONCE = 2;
  private static final int SIMILAR_CASES = 5;

  public Briefing {
    Objects.requireNonNull(advice, "advice");
    Objects.requireNonNull(changes, "changes");
    Objects.requireNonNull(questions, "questions");
    whyNot = List.copyOf(whyNot);
    Objects.requireNonNull(similar, "similar");
  }

  /** The briefing as JSON in the form of the published schema {@code advice}. */
  public String toJson(JsonLayout layout) {
    return Parley.toJson(this, layout);
  }

  /**
   * The briefing of an advice.
   *
   * @param history the cases to look among for similar ones
   * @throws ParleyException as {@link Advice#similar}
   */
  public static Briefing of(Advice advice, Collection<Case> history) {
    return new Briefing(
        advice,
        Stream.of(Posture.values()).filter(p -> p != advice.posture()).map(advice::whyNot).toList(),
        advice.changes(FACTS_AT_ONCE),
        advice.openQuestions(),
        history.isEmpty()
            ? new SimilarCases(List.of(), 0, 0)
            : advice.similar(history, SIMILAR_CASES));
  }
}
