package org.parley;

import java.util.List;
import java.util.Objects;

/**
 * An advice with everything that an analyst can argue with it about.
 *
 * @param advice the advice
 * @param whyNot why not each of the other postures, in the order of {@link Posture}
 * @param changes what would change it
 * @param questions what the facts that are not known could still change
 * @param similar the cases most like it, nearest first; may be empty
 */
public record Briefing(
    Advice advice,
    List<WhyNot> whyNot,
    Changes changes,
    OpenQuestions questions,
    List<SimilarCase> similar) {
  static final int FACTS_AT_ONCE = 2;
  static final int SIMILAR_CASES = 5;

  public Briefing {
    Objects.requireNonNull(advice, "advice");
    Objects.requireNonNull(changes, "changes");
    Objects.requireNonNull(questions, "questions");
    whyNot = List.copyOf(whyNot);
    similar = List.copyOf(similar);
  }
}
