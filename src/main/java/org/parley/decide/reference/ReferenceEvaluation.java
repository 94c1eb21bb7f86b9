package org.parley.decide.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;

/**
 * What the reference engine answered.
 *
 * @param decisions all of them, in order
 * @param values of facts and decisions, by name
 * @param matches the rows that matched, by decision
 */
record ReferenceEvaluation(
    List<Decision> decisions, Map<String, Object> values, Map<String, List<Match>> matches)
    implements Evaluation {

  ReferenceEvaluation {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    matches = Map.copyOf(matches);
  }

  @Override
  public Object value(String name) {
    return values.containsKey(name) ? values.get(name) : Prober.valueOf(name, values);
  }

  @Override
  public Object result(int decision) {
    return values.get(decisions.get(decision).name());
  }

  @Override
  public Object input(int decision, int column) {
    return value(decisions.get(decision).decisionTable().inputs().get(column).expression());
  }

  @Override
  public List<Match> matches(int decision) {
    return matches(decisions.get(decision).name());
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
