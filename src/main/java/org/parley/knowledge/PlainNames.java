package org.parley.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells apart what models that are read each by itself call by one name: there it stands behind the
 * name of its model.
 */
final class PlainNames {
  private PlainNames() {}

  /** All facts; those that say the same everywhere are one. */
  static Vocabulary facts(List<KnowledgeBase> parts) {
    Map<String, Set<FactType>> byName = byName(parts);
    Map<String, FactType> facts = new LinkedHashMap<>();
    for (KnowledgeBase part : parts) {
      for (FactType fact : part.vocabulary().facts()) {
        String name = name(part, fact.name(), byName);
        facts.put(name, fact.named(name));
      }
    }
    return new Vocabulary(facts, Map.of());
  }

  /** All decisions as they are told apart, each with what it is in its part. */
  static Map<Decision, Decision> decisions(List<KnowledgeBase> parts) {
    Map<String, Set<FactType>> facts = byName(parts);
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    parts.forEach(
        p ->
            p.decisions().stream()
                .filter(d -> !seen.add(d.name()))
                .forEach(d -> twice.add(d.name())));
    Map<Decision, Decision> decisions = new LinkedHashMap<>();
    for (KnowledgeBase part : parts) {
      Map<String, String> names = new HashMap<>();
      part.decisions()
          .forEach(
              d ->
                  names.put(
                      d.name(), twice.contains(d.name()) ? behind(d.file(), d.name()) : d.name()));
      for (Decision own : part.decisions()) {
        decisions.put(
            new Decision(
                names.get(own.name()),
                own.label(),
                own.question(),
                own.file(),
                own.allowed(),
                own.decisions().stream().map(n -> names.getOrDefault(n, n)).toList(),
                own.facts().stream().map(n -> name(part, n, facts)).toList(),
                own.decisionTable()),
            own);
      }
    }
    return decisions;
  }

  private static Map<String, Set<FactType>> byName(List<KnowledgeBase> parts) {
    Map<String, Set<FactType>> byName = new HashMap<>();
    for (KnowledgeBase part : parts) {
      part.vocabulary()
          .facts()
          .forEach(f -> byName.computeIfAbsent(f.name(), n -> new LinkedHashSet<>()).add(f));
    }
    return byName;
  }

  private static String name(KnowledgeBase part, String fact, Map<String, Set<FactType>> facts) {
    return facts.getOrDefault(fact, Set.of()).size() > 1
        ? behind(new ArrayList<>(part.files().names()).get(0), fact)
        : fact;
  }

  private static String behind(String file, String name) {
    return "%s: %s".formatted(file.replaceFirst("(?i)\\.dmn$", ""), name);
  }
}
