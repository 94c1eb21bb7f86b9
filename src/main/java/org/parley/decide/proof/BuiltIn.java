package org.parley.decide.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Labelled;
import org.parley.Verdict;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Principle;
import org.parley.knowledge.Principle.Never;
import org.parley.knowledge.Vocabulary;

/** Principles that hold for every fact and verdict, whatever a knowledge base is about. */
public final class BuiltIn {
  private static final Set<String> YES_AND_NO = Set.of("yes", "no");

  private BuiltIn() {}

  /**
   * Unknown stays inside, for facts on a scale and those that are yes or no; no surprise, for facts
   * on a scale.
   *
   * @param verdicts the names of decisions that answer with {@link Verdict.Level levels}
   */
  public static List<Principle> of(Vocabulary vocabulary, List<String> verdicts) {
    List<Principle> principles = new ArrayList<>();
    for (FactType fact : vocabulary.facts()) {
      boolean scale = fact.ordered() || fact.kind() == FactType.Kind.NUMBER;
      for (String verdict : verdicts) {
        if (scale || YES_AND_NO.equals(Set.copyOf(fact.known()))) {
          principles.add(
              principle(
                  "unknown-inside",
                  fact,
                  verdict,
                  Never.LEAVE,
                  "Unknown speaks neither for nor against."));
        }
        if (scale) {
          principles.add(
              principle(
                  "no-surprise",
                  fact,
                  verdict,
                  Never.TURN,
                  "More of one thing does not speak for a posture and then against it."));
        }
      }
    }
    return principles;
  }

  private static Principle principle(
      String id, FactType fact, String verdict, Never never, String why) {
    return new Principle(
        0,
        "%s-%s-%s".formatted(id, fact.name(), verdict).replaceAll("[^\\p{L}\\p{N}]+", "-"),
        fact.name(),
        List.of(),
        false,
        Map.of(),
        verdict,
        never,
        List.of(),
        Labelled.labels(Verdict.Level.class),
        List.of(),
        why);
  }
}
