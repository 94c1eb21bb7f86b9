package org.parley.bench;

import com.gs.dmn.runtime.ExecutionContext;
import com.gs.dmn.runtime.ExecutionContextBuilder;
import com.gs.dmn.runtime.cache.Cache;
import com.gs.dmn.runtime.listener.DRGElement;
import com.gs.dmn.runtime.listener.NopEventListener;
import com.gs.dmn.runtime.listener.Rule;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** The Java that jDMN generates from the linked model. */
final class JdmnContender implements Contender<Object[]> {
  private final List<FactType> facts;
  private final List<Decision> decisions;
  private final List<String> read =
      Finals.POSTURE_AND_VERDICTS.stream().map(PeerModel::plain).toList();
  private final JdmnTables tables;

  JdmnContender(KnowledgeBase knowledge) {
    facts = List.copyOf(knowledge.vocabulary().facts());
    decisions = knowledge.decisions();
    tables = ServiceLoader.load(JdmnTables.class).findFirst().orElseThrow();
  }

  @Override
  public List<String> adaptations() {
    return JdmnGenerator.ADAPTATIONS;
  }

  @Override
  public Object[] encode(Map<String, String> given) {
    return facts.stream().map(f -> f.encode(given.get(f.name()))).toArray();
  }

  @Override
  public void decideAll(Object[] facts, Blackhole reader) {
    ExecutionContext context = ExecutionContextBuilder.executionContext().build();
    tables.decideAll(facts, context);
    Cache answers = context.getCache();
    for (String name : read) {
      reader.consume(answers.lookup(name));
    }
  }

  @Override
  public void decidePosture(Object[] facts, Blackhole reader) {
    posture(facts).forEach(reader::consume);
  }

  @Override
  public List<String> posture(Object[] facts) {
    ExecutionContext context = ExecutionContextBuilder.executionContext().build();
    tables.decidePosture(facts, context);
    return Stream.of(Finals.POSTURE, Finals.UNOFFICIAL_TRACK)
        .map(name -> String.valueOf(context.getCache().lookup(PeerModel.plain(name))))
        .toList();
  }

  @Override
  public Map<String, Answer> answers(Object[] facts) {
    MatchedRows rows = new MatchedRows();
    ExecutionContext context =
        ExecutionContextBuilder.executionContext().withEventListener(rows).build();
    tables.decideAll(facts, context);
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      String name = PeerModel.plain(decision.name());
      Object value = context.getCache().lookup(name);
      boolean none = value == null && decision.decisionTable().hitPolicy().equals("COLLECT");
      answers.put(
          decision.name(),
          Answer.of(
              none ? List.of() : plainValue(value),
              rows.byDecision.getOrDefault(name, Answer.NOT_TOLD)));
    }
    return answers;
  }

  /** Results of several parts become maps. */
  private static Object plainValue(Object value) {
    if (value instanceof com.gs.dmn.runtime.DMNType parts) {
      return parts.toContext().getBindings();
    }
    return value instanceof Collection<?> list
        ? list.stream().map(JdmnContender::plainValue).toList()
        : value;
  }

  private static final class MatchedRows extends NopEventListener {
    private final Map<String, Long> byDecision = new HashMap<>();

    @Override
    public void matchRule(DRGElement decision, Rule row) {
      byDecision.merge(decision.getName(), Answer.bit(row.getIndex()), (a, b) -> a | b);
    }
  }
}
