package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Answers;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** Parley on cases that are encoded. */
final class ParleyContender implements Contender<byte[]> {
  private final List<Decision> decisions;
  private final TableEngine engine;
  private final Answers answers;
  private final ColumnEvaluator evaluator;

  ParleyContender(KnowledgeBase knowledge) {
    decisions = knowledge.decisions();
    engine = TableEngine.of(knowledge);
    answers = engine.answers();
    evaluator = engine.columns(List.of(Finals.POSTURE, Finals.UNOFFICIAL_TRACK));
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
  public List<String> posture(byte[] facts) {
    Columns one = columns(List.of(facts));
    evaluator.evaluate(one.facts, 0, 1, one.results);
    return List.of(
        String.valueOf(evaluator.results(Finals.POSTURE).get(one.results[0][0])),
        String.valueOf(evaluator.results(Finals.UNOFFICIAL_TRACK).get(one.results[1][0])));
  }

  /** Cases in columns: for each fact one of codes, and room for posture and unofficial track. */
  static final class Columns {
    private final byte[][] facts;
    private final byte[][] results;

    private Columns(int facts, int cases) {
      this.facts = new byte[facts][cases];
      this.results = new byte[2][cases];
    }
  }

  /** Brings cases into columns; this is not measured. */
  Columns columns(List<byte[]> cases) {
    Columns columns = new Columns(engine.codes().names().size(), cases.size());
    for (int i = 0; i < cases.size(); i++) {
      for (int fact = 0; fact < columns.facts.length; fact++) {
        columns.facts[fact][i] = cases.get(i)[fact];
      }
    }
    return columns;
  }

  /** Answers posture and unofficial track of all cases, and reads the two. */
  void sweep(Columns columns, Blackhole reader) {
    byte[] postures = columns.results[0];
    byte[] tracks = columns.results[1];
    evaluator.evaluate(columns.facts, 0, postures.length, columns.results);
    reader.consume(postures);
    reader.consume(tracks);
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
