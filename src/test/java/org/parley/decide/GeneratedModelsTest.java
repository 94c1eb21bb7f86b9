package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.answer.NotCompiled;
import org.parley.decide.reference.ReferenceEngine;

/**
 * The engine under test says what the reference says, on knowledge bases that chance has made. To
 * run one again alone: {@code mvn test -Dtest=GeneratedModelsTest -Dparley.seed=17}.
 */
class GeneratedModelsTest {
  private static final String SEED = "parley.seed";
  private static final int BASES = 250;
  private static final int CASES = 30;
  private static final int THREADS = 2;
  private static final int SHOWN = 20;

  @TempDir private Path folder;

  @Test
  void eachAnswerEqualsTheReference() throws InterruptedException, ExecutionException {
    List<Run> runs = runs();

    assertThat(runs.stream().flatMap(r -> r.differences().stream()).limit(SHOWN)).isEmpty();
    if (Long.getLong(SEED) == null) {
      checkThatEverythingOccurred(runs);
    }
  }

  @Test
  void aDifferenceWouldBeFound() {
    RandomKnowledge knowledge = RandomKnowledge.of(1, folder);
    ReferenceEngine reference = new ReferenceEngine(knowledge.base());

    Run run = Run.of(knowledge, f -> reference.evaluate(Map.of()), reference::evaluate);

    assertThat(run.differences()).isNotEmpty().first().asString().startsWith("seed 1, {");
  }

  @Test
  void aSeedMakesTheSameAgain() {
    RandomKnowledge once = RandomKnowledge.of(2, folder.resolve("once"));
    RandomKnowledge again = RandomKnowledge.of(2, folder.resolve("again"));

    assertThat(again.draft()).isEqualTo(once.draft());
    assertThat(again.base().version()).isEqualTo(once.base().version());
    assertThat(again.cases(CASES)).isEqualTo(once.cases(CASES));
  }

  private List<Run> runs() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Run>> futures = new ArrayList<>();
      seeds().forEach(seed -> futures.add(threads.submit(() -> run(seed))));
      List<Run> runs = new ArrayList<>();
      for (Future<Run> future : futures) {
        runs.add(future.get());
      }
      return runs;
    } finally {
      threads.shutdownNow();
    }
  }

  private static LongStream seeds() {
    Long seed = Long.getLong(SEED);
    return seed == null ? LongStream.range(0, BASES) : LongStream.of(seed);
  }

  private Run run(long seed) {
    try {
      RandomKnowledge knowledge = RandomKnowledge.of(seed, folder.resolve("seed-" + seed));
      TableEngine masks = TableEngine.compile(knowledge.base());
      Run run = Run.of(knowledge, masks::evaluate, new ReferenceEngine(knowledge.base())::evaluate);
      run.note(knowledge, masks.notCompiled());
      return run;
    } catch (RuntimeException e) {
      throw new IllegalStateException("seed " + seed, e);
    }
  }

  /** A test that draws at random must show that it drew what it was made for. */
  private static void checkThatEverythingOccurred(List<Run> runs) {
    Map<Feature, Integer> counts = new TreeMap<>();
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Run run : runs) {
      run.counts().forEach((feature, n) -> counts.merge(feature, n, Integer::sum));
      run.outcomes().forEach((outcome, n) -> outcomes.merge(outcome, n, Integer::sum));
    }
    assertThat(counts.keySet()).containsAll(EnumSet.allOf(Feature.class));
    assertThat(outcomes)
        .containsKeys(
            Run.EMPTY_LIST,
            Run.CONTEXT,
            Run.OUTVOTED,
            Run.NO_ROW,
            Run.OUTSIDE_THE_TYPE,
            Run.FAILED);
    assertThat(100.0 * outcomes.get(Run.ANSWERED) / (runs.size() * CASES)).isBetween(75.0, 97.0);
  }

  /**
   * What came of one knowledge base.
   *
   * @param differences what the engine under test says otherwise
   * @param outcomes how often what came out
   */
  private record Run(
      Map<Feature, Integer> counts, List<String> differences, Map<String, Integer> outcomes) {
    static final String ANSWERED = "answered";
    static final String DECISION = "decision";
    static final String NOT_COMPILED = "decision left to the reference";
    static final String EMPTY_LIST = "a decision with an empty list";
    static final String CONTEXT = "a decision with several outputs";
    static final String OUTVOTED = "a row that matched and did not decide";
    static final String NO_ROW = "refused: no row fits: the table has a gap";
    static final String OUTSIDE_THE_TYPE = "refused: the result is outside the type";
    static final String FAILED = "refused: the engine failed";

    static Run of(
        RandomKnowledge knowledge,
        Function<Map<String, String>, Evaluation> underTest,
        Function<Map<String, String>, Evaluation> reference) {
      Run run = new Run(knowledge.counts(), new ArrayList<>(), new TreeMap<>());
      for (Map<String, String> facts : knowledge.cases(CASES)) {
        Answer due = Answer.of(reference, facts, knowledge.base());
        String difference = Answer.of(underTest, facts, knowledge.base()).differenceFrom(due);
        if (!difference.isEmpty()) {
          run.differences.add("seed %d, %s: %s".formatted(knowledge.seed(), facts, difference));
        }
        run.note(due);
      }
      return run;
    }

    /** Masks that the engine contradicts are wrong, even though they are not used then. */
    private void note(RandomKnowledge knowledge, List<NotCompiled> notCompiled) {
      outcomes.merge(DECISION, knowledge.base().decisions().size(), Integer::sum);
      for (NotCompiled decision : notCompiled) {
        count(NOT_COMPILED);
        boolean contradicted = decision.reason().contains("the engine says");
        if (contradicted && !knowledge.counts().containsKey(Feature.FAULTY)) {
          differences.add("seed %d, %s".formatted(knowledge.seed(), decision));
        }
      }
    }

    private void note(Answer answer) {
      if (answer.isRefusal()) {
        count(refusal(answer.refusal()));
        return;
      }
      count(ANSWERED);
      for (Object value : answer.values().values()) {
        if (value instanceof List<?> list && list.isEmpty()) {
          count(EMPTY_LIST);
        } else if (value instanceof Map) {
          count(CONTEXT);
        }
      }
      answer.matches().values().stream()
          .flatMap(List::stream)
          .filter(m -> !m.decided())
          .forEach(m -> count(OUTVOTED));
    }

    private static String refusal(String message) {
      if (message.endsWith("no row fits: the table has a gap")) {
        return NO_ROW;
      }
      return message.contains("which is not of its type") ? OUTSIDE_THE_TYPE : FAILED;
    }

    private void count(String outcome) {
      outcomes.merge(outcome, 1, Integer::sum);
    }
  }
}
