package org.parley.author.check;

import java.util.List;
import java.util.Set;
import org.parley.KnowledgeDefect;
import org.parley.Problem;
import org.parley.knowledge.KnowledgeBase;

/** Holds tables to an answer in every case that can be. */
public final class Completeness {
  private static final Set<Check> LEAVE_NO_RESULT = Set.of(Check.GAP, Check.OVERLAP);

  private Completeness() {}

  /**
   * Refuses tables that leave a case without a result.
   *
   * @throws KnowledgeDefect with every such region, and what its table lacks there
   */
  public static void require(KnowledgeBase knowledge) {
    List<Problem> problems =
        Checker.of(knowledge.files()).quick().check().findings().stream()
            .filter(f -> f.level() == Level.ERROR && LEAVE_NO_RESULT.contains(f.check()))
            .map(f -> new Problem(f.place(), f.message(), Problem.Kind.NO_RESULT))
            .toList();
    if (!problems.isEmpty()) {
      throw new KnowledgeDefect(problems);
    }
  }
}
