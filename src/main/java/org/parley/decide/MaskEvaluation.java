package org.parley.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** An evaluation through masks: results and rows become objects when somebody asks for them. */
final class MaskEvaluation implements Evaluation {
  private final KnowledgeBase knowledge;
  private final UnaryOperator<String> facts;
  private final Answers answers;

  /**
   * @param answers room for the answers, which nobody else uses
   */
  MaskEvaluation(KnowledgeBase knowledge, UnaryOperator<String> facts, Answers answers) {
    this.knowledge = knowledge;
    this.facts = facts;
    this.answers = answers;
  }

  /** Answers all decisions; false where one has no result. */
  boolean answer(byte[] codes) {
    return answers.answer(codes, this::fact);
  }

  /** The first decision without a result, if its table has masks. */
  Optional<Decision> firstWithoutResult() {
    return knowledge.decisions().stream()
        .filter(d -> answers.value(d.name()) == null)
        .findFirst()
        .filter(d -> answers.hasMasks(d.name()));
  }

  private Object fact(String name) {
    FactType type = knowledge.vocabulary().factTypes().get(name);
    return type.encode(facts.apply(name));
  }

  @Override
  public Object value(String name) {
    Object value = answers.value(name);
    return value != null || answers.has(name) ? value : InputExpression.value(name, all());
  }

  private Map<String, Object> all() {
    Map<String, Object> all = new HashMap<>();
    knowledge.vocabulary().factNames().forEach(name -> all.put(name, fact(name)));
    knowledge.decisions().forEach(d -> all.put(d.name(), answers.value(d.name())));
    return all;
  }

  @Override
  public Object result(int decision) {
    return answers.result(decision);
  }

  @Override
  public Object input(int decision, int column) {
    int slot = answers.input(decision, column);
    return slot < 0
        ? value(
            knowledge.decisions().get(decision).decisionTable().inputs().get(column).expression())
        : answers.valueIn(slot);
  }

  @Override
  public List<Match> matches(int decision) {
    return answers.matches(decision);
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
