package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.decide.Answers;
import org.parley.decide.Evaluation;
import org.parley.decide.TableEngine;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** Parley on cases that are encoded. */
final class ParleyContender implements Contender<byte[]> {
  private final List<Decision> decisions;
  private final TableEngine engine;
  private final Answers answers;

  ParleyContender(KnowledgeBase knowledge) {
    decisions = knowledge.decisions();
    engine = TableEngine.of(knowledge);
    answers = engine.answers();
  }

  @Override
  public byte[] encode(Map<String, String> facts) {
    return engine.codes().encode(facts);
  }

  @Override
  public void decideAll(byte[] facts, Blackhole reader) {
    answers.answer(facts);
    for (String name : Finals.POSTURE_AND_VERDICTS) {
      reader.consume(answers.value(name));
    }
    for (int i = 0; i < decisions.size(); i++) {
      answers.forEachMatch(i, reader::consume);
    }
  }

  @Override
  public void decidePosture(byte[] facts, Blackhole reader) {
    answers.answer(facts);
    reader.consume(answers.value(Finals.POSTURE));
    reader.consume(answers.value(Finals.UNOFFICIAL_TRACK));
  }

  @Override
  public List<String> posture(byte[] facts) {
    answers.answer(facts);
    return Stream.of(Finals.POSTURE, Finals.UNOFFICIAL_TRACK)
        .map(name -> String.valueOf(answers.value(name)))
        .toList();
  }

  /** Brings cases into columns. */
  List<byte[]> columns(List<Map<String, String>> cases) {
    return cases.stream().map(this::encode).toList();
  }

  /** Answers posture and unofficial track of all cases, and reads the two. */
  void sweep(List<byte[]> columns, Blackhole reader) {
    columns.forEach(facts -> decidePosture(facts, reader));
  }

  @Override
  public Map<String, Answer> answers(byte[] facts) {
    answers.answer(facts);
    Map<String, Answer> all = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      long rows =
          answers.matches(decision.name()).stream()
              .mapToLong((Evaluation.Match m) -> Answer.bit(m.row()))
              .sum();
      all.put(decision.name(), Answer.of(answers.value(decision.name()), rows));
    }
    return all;
  }
}
