package org.parley.decide;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.parley.ParleyException;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;

/**
 * What an engine says to one case: the values of all facts, decisions and computed inputs and the
 * rows that matched, or the words in which it refuses.
 *
 * @param refusal the words, or {@code null} where it answers
 */
record Answer(
    Map<String, Object> values, Map<String, List<Evaluation.Match>> matches, String refusal) {

  static Answer of(
      Function<Map<String, String>, Evaluation> engine,
      Map<String, String> facts,
      KnowledgeBase base) {
    try {
      Evaluation evaluation = engine.apply(facts);
      Map<String, Object> values = new LinkedHashMap<>();
      names(base).forEach(n -> values.put(n, value(evaluation, n)));
      Map<String, List<Evaluation.Match>> matches = new LinkedHashMap<>();
      base.decisions().forEach(d -> matches.put(d.name(), evaluation.matches(d.name())));
      return new Answer(values, matches, null);
    } catch (ParleyException e) {
      return new Answer(Map.of(), Map.of(), e.getMessage());
    }
  }

  boolean isRefusal() {
    return refusal != null;
  }

  /** Where another answer to the same case differs, or an empty string. */
  String differenceFrom(Answer other) {
    if (!Objects.equals(refusal, other.refusal)) {
      return "%s, not %s".formatted(refusal(this), refusal(other));
    }
    for (String name : values.keySet()) {
      if (!Objects.equals(values.get(name), other.values.get(name))) {
        return "'%s' is %s, not %s".formatted(name, values.get(name), other.values.get(name));
      }
    }
    for (String decision : matches.keySet()) {
      if (!Objects.equals(matches.get(decision), other.matches.get(decision))) {
        return "'%s' matched %s, not %s"
            .formatted(decision, matches.get(decision), other.matches.get(decision));
      }
    }
    return "";
  }

  private static String refusal(Answer answer) {
    return answer.isRefusal() ? "refused (%s)".formatted(answer.refusal) : "answered";
  }

  private static Object value(Evaluation evaluation, String name) {
    return evaluation.value(name);
  }

  private static Set<String> names(KnowledgeBase base) {
    Set<String> names = new LinkedHashSet<>(base.vocabulary().factNames());
    for (Decision decision : base.decisions()) {
      decision.table().stream()
          .flatMap(t -> t.inputs().stream())
          .map(DecisionTable.Input::expression)
          .forEach(names::add);
      names.add(decision.name());
    }
    return names;
  }
}
