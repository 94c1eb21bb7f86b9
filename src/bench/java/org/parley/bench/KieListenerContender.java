package org.parley.bench;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.kogito.dmn.DMNKogito;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * Kogito's DMN engine with types checked and a listener that keeps the rows that matched: what one
 * needs at the least to explain an advice. The other contenders are held to its answers.
 */
final class KieListenerContender implements Contender<Map<String, String>> {
  private final List<FactType> facts;
  private final List<Decision> decisions;
  private final DMNRuntime runtime;
  private final DMNModel model;
  private final List<AfterEvaluateDecisionTableEvent> tables = new ArrayList<>();

  KieListenerContender(KnowledgeBase knowledge) {
    facts = List.copyOf(knowledge.vocabulary().facts());
    decisions = knowledge.decisions();
    runtime =
        DMNKogito.createGenericDMNRuntime(Set.of(), true, new StringReader(knowledge.linkedDmn()));
    model = runtime.getModels().get(0);
    runtime.addListener(
        new DMNRuntimeEventListener() {
          @Override
          public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            tables.add(event);
          }
        });
  }

  /** Facts as strings are what it starts from. */
  @Override
  public Map<String, String> encode(Map<String, String> given) {
    return given;
  }

  @Override
  public void decideAll(Map<String, String> given, Blackhole reader) {
    DMNResult result = evaluate(given);
    result.getDecisionResults().forEach(r -> reader.consume(r.getResult()));
    tables.forEach(t -> reader.consume(t.getMatchesIds()));
  }

  @Override
  public Map<String, Answer> answers(Map<String, String> given) {
    DMNResult result = evaluate(given);
    Map<String, Long> rows = new LinkedHashMap<>();
    for (AfterEvaluateDecisionTableEvent table : tables) {
      long mask = table.getMatches().stream().mapToLong(Answer::bit).reduce(0, (a, b) -> a | b);
      rows.put(table.getDecisionName(), mask);
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      Object value = result.getDecisionResultByName(decision.name()).getResult();
      answers.put(decision.name(), Answer.of(value, rows.get(decision.name())));
    }
    return answers;
  }

  private DMNResult evaluate(Map<String, String> given) {
    tables.clear();
    DMNContext context = runtime.newContext();
    for (FactType fact : facts) {
      context.set(fact.name(), fact.encode(given.get(fact.name())));
    }
    return runtime.evaluateAll(model, context);
  }
}
