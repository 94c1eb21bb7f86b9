package org.parley.bench;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.kogito.dmn.DMNKogito;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Kogito's DMN engine as it comes: types are not checked, nobody listens. */
final class KieContender implements Contender<Object[]> {
  private final String[] names;
  private final List<FactType> facts;
  private final List<String> decisions;
  private final DMNRuntime runtime;
  private final DMNModel model;

  KieContender(KnowledgeBase knowledge) {
    facts = List.copyOf(knowledge.vocabulary().facts());
    names = facts.stream().map(FactType::name).toArray(String[]::new);
    decisions = knowledge.decisions().stream().map(Decision::name).toList();
    runtime =
        DMNKogito.createGenericDMNRuntime(Set.of(), false, new StringReader(knowledge.linkedDmn()));
    model = runtime.getModels().get(0);
  }

  @Override
  public Object[] encode(Map<String, String> given) {
    return facts.stream().map(f -> f.encode(given.get(f.name()))).toArray();
  }

  @Override
  public void decideAll(Object[] facts, Blackhole reader) {
    DMNResult result = runtime.evaluateAll(model, context(facts));
    for (String name : Finals.POSTURE_AND_VERDICTS) {
      reader.consume(result.getDecisionResultByName(name).getResult());
    }
  }

  @Override
  public void decidePosture(Object[] facts, Blackhole reader) {
    posture(facts).forEach(reader::consume);
  }

  @Override
  public List<String> posture(Object[] facts) {
    DMNResult result =
        runtime.evaluateByName(model, context(facts), Finals.POSTURE, Finals.UNOFFICIAL_TRACK);
    return Stream.of(Finals.POSTURE, Finals.UNOFFICIAL_TRACK)
        .map(name -> String.valueOf(result.getDecisionResultByName(name).getResult()))
        .toList();
  }

  @Override
  public Map<String, Answer> answers(Object[] facts) {
    DMNResult result = runtime.evaluateAll(model, context(facts));
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String name : decisions) {
      Object value = result.getDecisionResultByName(name).getResult();
      answers.put(name, Answer.of(value, Answer.NOT_TOLD));
    }
    return answers;
  }

  private DMNContext context(Object[] values) {
    DMNContext context = runtime.newContext();
    for (int i = 0; i < names.length; i++) {
      context.set(names[i], values[i]);
    }
    return context;
  }
}
