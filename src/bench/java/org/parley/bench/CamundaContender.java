package org.parley.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** Camunda's DMN engine with its legacy FEEL, the faster of its two. */
final class CamundaContender implements Contender<Map<String, Object>> {
  private final KnowledgeBase knowledge;
  private final Map<String, Decision> decisions;
  private final DmnEngine engine;
  private final DmnDecision all;
  private DmnDecisionEvaluationEvent last;

  CamundaContender(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    decisions =
        knowledge.decisions().stream()
            .collect(Collectors.toMap(d -> PeerModel.plain(d.name()), Function.identity()));
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.enableFeelLegacyBehavior(true);
    configuration.setCustomPostDecisionEvaluationListeners(List.of(event -> last = event));
    engine = configuration.buildEngine();
    all =
        engine.parseDecision(
            CamundaModel.ALL,
            new ByteArrayInputStream(CamundaModel.of(knowledge).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public List<String> adaptations() {
    return CamundaModel.ADAPTATIONS;
  }

  @Override
  public Map<String, Object> encode(Map<String, String> given) {
    Map<String, Object> facts = new HashMap<>();
    for (FactType fact : knowledge.vocabulary().facts()) {
      String value = given.get(fact.name());
      facts.put(
          PeerModel.plain(fact.name()),
          fact.kind() == FactType.Kind.NUMBER ? number(value) : value);
    }
    return facts;
  }

  private static int number(String value) {
    return value.equals(FactType.UNKNOWN) ? CamundaModel.NO_NUMBER : Integer.parseInt(value);
  }

  /** The rows that matched are among what the listener hands over anyway. */
  @Override
  public void decideAll(Map<String, Object> facts, Blackhole reader) {
    engine.evaluateDecision(all, facts);
    last.getRequiredDecisionResults()
        .forEach(r -> reader.consume(((DmnDecisionTableEvaluationEvent) r).getMatchingRules()));
  }

  @Override
  public Map<String, Answer> answers(Map<String, Object> facts) {
    engine.evaluateDecision(all, facts);
    Map<String, Answer> answers = new LinkedHashMap<>();
    last.getRequiredDecisionResults()
        .forEach(
            result -> {
              Decision decision = decisions.get(result.getDecision().getName());
              DmnDecisionTableEvaluationEvent table = (DmnDecisionTableEvaluationEvent) result;
              answers.put(decision.name(), answer(decision, table.getMatchingRules()));
            });
    return answers;
  }

  private static Answer answer(Decision decision, List<DmnEvaluatedDecisionRule> matched) {
    List<Object> values = matched.stream().map(CamundaContender::value).toList();
    return switch (decision.decisionTable().hitPolicy()) {
      case "COLLECT" -> Answer.of(values, rows(decision, matched));
      case "PRIORITY" -> Answer.of(values.get(0), Answer.NOT_TOLD);
      default -> Answer.of(values.get(0), rows(decision, matched));
    };
  }

  private static long rows(Decision decision, List<DmnEvaluatedDecisionRule> matched) {
    List<String> ids = matched.stream().map(DmnEvaluatedDecisionRule::getId).toList();
    return decision.decisionTable().rows().stream()
        .filter(row -> ids.contains(row.id()))
        .mapToLong((Row row) -> Answer.bit(row.number()))
        .sum();
  }

  private static Object value(DmnEvaluatedDecisionRule row) {
    Map<String, Object> parts = new HashMap<>();
    for (DmnEvaluatedOutput output : row.getOutputEntries().values()) {
      parts.put(output.getOutputName(), output.getValue().getValue());
    }
    return parts.size() == 1 ? parts.values().iterator().next() : parts;
  }
}
