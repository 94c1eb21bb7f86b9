package org.parley.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** An evaluation through masks: results and rows become objects when somebody asks for them. */
final class MaskEvaluation implements Evaluation {
  private final KnowledgeBase knowledge;
  private final Map<String, String> facts;
  private final Answers answers;

  /**
   * @param answers which nobody else changes
   */
  MaskEvaluation(KnowledgeBase knowledge, Map<String, String> facts, Answers answers) {
    this.knowledge = knowledge;
    this.facts = Map.copyOf(facts);
    this.answers = answers;
  }

  @Override
  public Object value(String name) {
    FactType fact = knowledge.vocabulary().factTypes().get(name);
    if (fact != null) {
      return fact.encode(facts.getOrDefault(name, FactType.UNKNOWN));
    }
    return knowledge.decision(name).isPresent()
        ? answers.value(name)
        : InputExpression.value(name, all());
  }

  private Map<String, Object> all() {
    Map<String, Object> all = new HashMap<>();
    knowledge.vocabulary().factNames().forEach(name -> all.put(name, value(name)));
    knowledge.decisions().forEach(d -> all.put(d.name(), answers.value(d.name())));
    return all;
  }

  @Override
  public List<Match> matches(String decision) {
    return answers.matches(decision);
  }

  @Override
  public List<Integer> failing(String decision, int row) {
    return answers.failing(decision, row);
  }
}
