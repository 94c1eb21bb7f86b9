package org.parley.author.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Tells which values the facts and decisions that a decision looks at may have now, or no more. */
final class SeenValues {
  private final Map<String, String> sentences = new LinkedHashMap<>();

  SeenValues(KnowledgeBase before, KnowledgeBase after, Decision was, Decision now) {
    Set<String> names = new LinkedHashSet<>(now.facts());
    names.addAll(now.decisions());
    for (String name : names) {
      if (was.facts().contains(name) || was.decisions().contains(name)) {
        compare(name, values(before, name), values(after, name));
      }
    }
  }

  private static List<String> values(KnowledgeBase base, String name) {
    return base.vocabulary()
        .fact(name)
        .map(SeenValues::values)
        .or(() -> base.decision(name).map(Decision::allowed))
        .orElse(List.of());
  }

  private static List<String> values(FactType fact) {
    return fact.kind() == FactType.Kind.CHOICE
        ? fact.values()
        : List.of("%d to %d".formatted(fact.min(), fact.max()));
  }

  private void compare(String name, List<String> was, List<String> now) {
    List<String> parts = new ArrayList<>();
    add("may now be", now, was, parts);
    add("may no more be", was, now, parts);
    if (!parts.isEmpty() && !was.isEmpty() && !now.isEmpty()) {
      sentences.put(name, "'%s' %s".formatted(name, String.join(", and ", parts)));
    }
  }

  private static void add(
      String what, List<String> values, List<String> others, List<String> parts) {
    List<String> more = values.stream().filter(v -> !others.contains(v)).toList();
    if (!more.isEmpty()) {
      parts.add("%s '%s'".formatted(what, String.join("' or '", more)));
    }
  }

  /** The sentences, in the order of what is looked at. */
  List<String> says() {
    return List.copyOf(sentences.values());
  }

  /** Whether there is a sentence about a fact or decision. */
  boolean tells(String name) {
    return sentences.containsKey(name);
  }
}
