package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.reference.ReferenceEngine;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/**
 * The masks of the shipped tables say what the engine says, results and rows, on random cases.
 *
 * <p>The engine takes some milliseconds for a whole case. So it is asked decision by decision, with
 * what the decisions before answered, and not twice on the same inputs. Tables of many columns see
 * new inputs in every case; each of them is compared in one case of {@link #WIDE_EVERY}. That the
 * engine says the same of whole cases is held on fewer of them.
 */
class ShippedModelsTest {
  private static final int CASES = 100_000;
  private static final int WHOLE_CASES = 1_000;
  private static final int WIDE_EVERY = Integer.getInteger("parley.wide.every", 16);
  private static final int NARROW = 5_000;
  private static final int THREADS = 2;

  private final KnowledgeBase knowledge = KnowledgeBase.builtIn();
  private final TableEngine engine = TableEngine.of(knowledge);

  // what the engine was asked, by decision and inputs
  private final List<Map<List<Object>, Evaluation.Answer>> known =
      Stream.generate(ConcurrentHashMap<List<Object>, Evaluation.Answer>::new)
          .limit(knowledge.decisions().size())
          .<Map<List<Object>, Evaluation.Answer>>map(m -> m)
          .toList();

  @Test
  void allTablesAreCompiled() {
    assertThat(engine.notCompiled()).isEmpty();
  }

  @Test
  void whatTheJarHoldsIsWhatIsMadeOfTheTables() {
    assertThat(engine.toFile()).isEqualTo(TableEngine.compile(knowledge).toFile());
  }

  @Test
  void decisionByDecision() throws InterruptedException, ExecutionException {
    List<Map<String, String>> cases =
        new RandomFacts(knowledge.vocabulary(), engine.codes(), 20_261_122).next(CASES);

    List<Comparer> comparers = inParallel(cases, Comparer::new);

    assertThat(comparers.stream().flatMap(c -> c.differences.stream()).limit(10)).isEmpty();
    long[] compared = new long[knowledge.decisions().size()];
    for (Comparer comparer : comparers) {
      Arrays.setAll(compared, i -> compared[i] + comparer.compared[i]);
    }
    assertThat(Arrays.stream(compared).min().orElseThrow())
        .isGreaterThanOrEqualTo(CASES / WIDE_EVERY);
  }

  @Test
  void wholeCases() throws InterruptedException, ExecutionException {
    List<Map<String, String>> cases =
        new RandomFacts(knowledge.vocabulary(), engine.codes(), 7).next(WHOLE_CASES);
    ReferenceEngine reference = new ReferenceEngine(knowledge);

    List<WholeComparer> comparers = inParallel(cases, part -> new WholeComparer(part, reference));

    assertThat(comparers.stream().flatMap(c -> c.differences.stream()).limit(10)).isEmpty();
  }

  private static <T> List<T> inParallel(
      List<Map<String, String>> cases, Function<List<Map<String, String>>, T> of)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> futures = new ArrayList<>();
      int size = cases.size() / THREADS;
      for (int i = 0; i < THREADS; i++) {
        List<Map<String, String>> part = cases.subList(i * size, (i + 1) * size);
        futures.add(threads.submit(() -> of.apply(part)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private final class WholeComparer {
    private final List<String> differences = new ArrayList<>();

    WholeComparer(List<Map<String, String>> cases, ReferenceEngine reference) {
      for (Map<String, String> facts : cases) {
        String difference =
            Answer.of(engine::evaluate, facts, knowledge)
                .differenceFrom(Answer.of(reference::evaluate, facts, knowledge));
        if (!difference.isEmpty()) {
          differences.add(facts + ": " + difference);
        }
      }
    }
  }

  private final class Comparer {
    private final ReferenceEngine reference = new ReferenceEngine(knowledge);
    private final List<String> differences = new ArrayList<>();
    private final long[] compared = new long[knowledge.decisions().size()];

    Comparer(List<Map<String, String>> cases) {
      for (int i = 0; i < cases.size(); i++) {
        compare(i, cases.get(i), engine.evaluate(cases.get(i)));
      }
    }

    private void compare(int number, Map<String, String> facts, Evaluation masks) {
      for (int place = 0; place < compared.length; place++) {
        Decision decision = knowledge.decisions().get(place);
        List<Object> inputs =
            Stream.concat(decision.facts().stream(), decision.decisions().stream())
                // a number not known is null, which not every map takes
                .<Object>map(name -> Objects.requireNonNullElse(masks.value(name), "not known"))
                .toList();
        boolean due = isNarrow(decision) || (number + place) % WIDE_EVERY == 0;
        if (due) {
          Evaluation.Answer answer =
              known
                  .get(place)
                  .computeIfAbsent(inputs, key -> reference.answer(decision, masks::value));
          compared[place]++;
          if (!Objects.equals(answer.value(), masks.result(place))
              || !answer.matches().equals(masks.matches(place))) {
            differences.add("%s in %s: %s".formatted(decision.name(), facts, answer));
          }
        }
      }
    }

    private boolean isNarrow(Decision decision) {
      long combinations = 1;
      for (String name :
          Stream.concat(decision.facts().stream(), decision.decisions().stream()).toList()) {
        combinations *= engine.tables().domain(engine.tables().slot(name)).size();
      }
      return combinations <= NARROW;
    }
  }
}
