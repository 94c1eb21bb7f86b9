package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** Java as one would write it by hand, generated from the tables so that its logic is theirs. */
final class HandContender implements Contender<Object> {
  private final KnowledgeBase knowledge;
  private final HandTables<Object, Object> tables;
  private final Object results;

  HandContender(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    tables = tables();
    results = tables.results();
  }

  @SuppressWarnings("unchecked") // what it hands out is only handed back to it
  private static HandTables<Object, Object> tables() {
    return ServiceLoader.load(HandTables.class).findFirst().orElseThrow();
  }

  @Override
  public Object encode(Map<String, String> given) {
    return tables.encode(given);
  }

  @Override
  public void decideAll(Object facts, Blackhole reader) {
    tables.decideAll(facts, results);
    tables.read(results, reader);
  }

  @Override
  public void decidePosture(Object facts, Blackhole reader) {
    tables.decidePosture(facts, results);
    tables.readPosture(results, reader);
  }

  @Override
  public Map<String, Answer> answers(Object facts) {
    tables.decideAll(facts, results);
    Map<String, Object> values = tables.values(results);
    Map<String, Long> rows = tables.rows(results);
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Decision decision : knowledge.decisions()) {
      long matched = rows.get(decision.name());
      Object value = values.get(decision.name());
      answers.put(
          decision.name(),
          Answer.of(value == null ? collected(decision, matched) : value, matched));
    }
    return answers;
  }

  @Override
  public List<String> posture(Object facts) {
    tables.decidePosture(facts, results);
    Map<String, Object> values = tables.values(results);
    return Stream.of(Finals.POSTURE, Finals.UNOFFICIAL_TRACK)
        .map(name -> String.valueOf(values.get(name)))
        .toList();
  }

  /** The list that a COLLECT table answers with. */
  private static List<Object> collected(Decision decision, long matched) {
    return decision.decisionTable().rows().stream()
        .filter(row -> (matched & Answer.bit(row.number())) != 0)
        .map(row -> JavaNames.result(decision.decisionTable(), row))
        .toList();
  }
}
