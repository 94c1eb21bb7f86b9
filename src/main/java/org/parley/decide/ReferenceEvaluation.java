package org.parley.decide;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reference engine answered.
 *
 * @param values of facts and decisions, by name
 * @param matches the rows that matched, by decision
 */
record ReferenceEvaluation(Map<String, Object> values, Map<String, List<Match>> matches)
    implements Evaluation {

  ReferenceEvaluation {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    matches = Map.copyOf(matches);
  }

  @Override
  public Object value(String name) {
    return values.containsKey(name) ? values.get(name) : InputExpression.value(name, values);
  }

  @Override
  public List<Match> matches(String decision) {
    return matches.getOrDefault(decision, List.of());
  }

  @Override
  public List<Integer> failing(String decision, int row) {
    return List.of();
  }
}
