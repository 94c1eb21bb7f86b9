package org.parley.regress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.Changes.FactChange;
import org.parley.decide.answer.FactCodes;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * The known cases that made-up ones are made from, so that most of their facts have stood together
 * once: those of history first, then those made up before, last one in which nothing is known.
 */
final class StartingCases {
  private final TableAdvisor advisor;
  private final KnowledgeBase knowledge;
  private final List<Case> cases;
  private final List<Map<String, String>> facts = new ArrayList<>();
  private final List<byte[]> starts = new ArrayList<>();

  StartingCases(TableAdvisor advisor, KnowledgeBase knowledge, List<Case> cases) {
    this.advisor = advisor;
    this.knowledge = knowledge;
    this.cases =
        Stream.of(
                cases.stream().filter(c -> !c.isMadeUp()),
                cases.stream().filter(Case::isMadeUp),
                Stream.of(Case.of(Map.of())))
            .flatMap(s -> s)
            .toList();
    for (Case subject : this.cases) {
      facts.add(advisor.factsOf(subject));
      starts.add(codes().encode(facts.get(facts.size() - 1)));
    }
  }

  private FactCodes codes() {
    return advisor.engine().codes();
  }

  /** A finder of worlds made from them; empty where the tables do not allow it. */
  Optional<WorldFinder> finder() {
    return advisor
        .engine()
        .search(starts)
        .map(
            search ->
                new WorldFinder(
                    advisor.engine(), search, advisor.engine().trials(advisor.answers()), starts));
  }

  /** The case that a world is made from. */
  Case like(World world) {
    return cases.get(world.start());
  }

  /** The facts of a world that are known, in the order of the vocabulary. */
  Map<String, String> facts(World world) {
    Map<String, String> known = new LinkedHashMap<>();
    Map<String, String> decoded = codes().decode(world.facts());
    List<Integer> changed = world.changed();
    List<String> names = codes().names();
    for (int fact = 0; fact < names.size(); fact++) {
      String name = names.get(fact);
      // of a number that stays in its band the codes do not know the digits
      String value =
          changed.contains(fact) ? decoded.get(name) : facts.get(world.start()).get(name);
      if (value != null) {
        known.put(name, value);
      }
    }
    return known;
  }

  /** The facts in which a world differs from the case that it is made from. */
  List<FactChange> changes(World world) {
    Map<String, String> now = facts(world);
    Map<String, String> then = facts.get(world.start());
    return world.changed().stream()
        .map(fact -> knowledge.vocabulary().fact(codes().names().get(fact)).orElseThrow())
        .map(type -> change(type, then, now))
        .toList();
  }

  private static FactChange change(
      FactType type, Map<String, String> then, Map<String, String> now) {
    String from = then.getOrDefault(type.name(), FactType.UNKNOWN);
    String to = now.getOrDefault(type.name(), FactType.UNKNOWN);
    return new FactChange(type.name(), from, to, type.actor(), type.steps(from, to), null);
  }
}
