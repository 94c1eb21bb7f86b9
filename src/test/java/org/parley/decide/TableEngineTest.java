package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;
import org.parley.decide.answer.Answers;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.reference.LateReference;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** The engine through its own door: one case, many cases in columns, cells that fail, refusal. */
class TableEngineTest {
  private static final int CASES = 1_000;

  private final KnowledgeBase knowledge = KnowledgeBase.builtIn();
  private final TableEngine engine = TableEngine.of(knowledge);
  private final List<Map<String, String>> cases =
      new RandomFacts(knowledge.vocabulary(), engine.codes(), 3).next(CASES);

  @Test
  void columnsAnswerLikeSingleCases() {
    List<String> decisions = List.of("posture", "unofficial track", "ripeness");
    ColumnEvaluator columns = engine.columns(decisions);
    byte[][] facts = new byte[engine.codes().names().size()][CASES];
    for (int i = 0; i < CASES; i++) {
      byte[] codes = engine.codes().encode(cases.get(i));
      for (int fact = 0; fact < codes.length; fact++) {
        facts[fact][i] = codes[fact];
      }
    }
    byte[][] results = new byte[decisions.size()][CASES];

    columns.evaluate(facts, 0, CASES, results);

    for (int i = 0; i < CASES; i++) {
      Evaluation one = engine.evaluate(cases.get(i));
      for (int d = 0; d < results.length; d++) {
        String decision = decisions.get(d);
        assertThat(columns.results(decision).get(results[d][i] & 0xFF))
            .isEqualTo(one.value(decision));
      }
    }
  }

  @Test
  void columnsWithoutMasksAnswerTheSame() {
    ColumnEvaluator fast = engine.columns(List.of("posture"));
    ColumnEvaluator slow = refused().columns(List.of("posture"));
    byte[] codes = engine.codes().encode(cases.get(0));
    byte[][] facts = new byte[codes.length][1];
    for (int fact = 0; fact < codes.length; fact++) {
      facts[fact][0] = codes[fact];
    }
    byte[][] byMasks = new byte[1][1];
    byte[][] byEngine = new byte[1][1];

    fast.evaluate(facts, 0, 1, byMasks);
    slow.evaluate(facts, 0, 1, byEngine);

    assertThat(slow.results("posture").get(byEngine[0][0]))
        .isEqualTo(fast.results("posture").get(byMasks[0][0]));
  }

  @Test
  void aRowMatchesWhereNoCellFails() {
    for (Map<String, String> facts : cases.subList(0, 50)) {
      Evaluation evaluation = engine.evaluate(facts);
      for (Decision decision : knowledge.decisions()) {
        List<Integer> matched =
            evaluation.matches(decision.name()).stream().map(Evaluation.Match::row).toList();
        for (Row row : decision.decisionTable().rows()) {
          assertThat(evaluation.failing(decision.name(), row.number()).isEmpty())
              .isEqualTo(matched.contains(row.number()));
        }
      }
    }
  }

  @Test
  void codesStandForValues() {
    for (Map<String, String> facts : cases.subList(0, 50)) {
      byte[] codes = engine.codes().encode(facts);
      assertThat(engine.codes().encode(engine.codes().decode(codes))).isEqualTo(codes);
    }
  }

  @Test
  void aReusedRoomForgetsTheCaseBefore() {
    Answers answers = engine.answers();
    for (Map<String, String> facts : cases.subList(0, 50)) {
      assertThat(answers.answer(engine.codes().encode(facts))).isTrue();
      Evaluation evaluation = engine.evaluate(facts);
      for (Decision decision : knowledge.decisions()) {
        assertThat(answers.value(decision.name())).isEqualTo(evaluation.value(decision.name()));
      }
    }
  }

  @Test
  void masksThatTheEngineContradictsAreNotUsedAndItIsSaid(@TempDir Path folder) throws IOException {
    Copy copy = Copy.into(folder);
    String posture = copy.read("dmn/posture.dmn");
    copy.write(
        "dmn/posture.dmn",
        posture.replaceAll(
            "(id=\"posture-[^\"]*result\"><text>)\"[^\"]*\"", "$1\"closed posture\""));
    TableEngine other = TableEngine.compile(KnowledgeBase.load(folder));

    TableEngine refused =
        new TableEngine(knowledge, other.tables(), new LateReference(knowledge, null)).checked();

    assertThat(refused.notCompiled()).hasSameSizeAs(knowledge.decisions());
    assertThat(refused.refusal())
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .startsWith(
                        "masks are refused: in decision 'posture' they say closed posture"));
    assertThat(engine.refusal()).isEmpty();
    assertThat(refused.evaluate(cases.get(0)).value("posture"))
        .isEqualTo(engine.evaluate(cases.get(0)).value("posture"));
  }

  private TableEngine refused() {
    return engine.withoutMasks("for the test");
  }
}
