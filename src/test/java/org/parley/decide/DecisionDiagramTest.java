package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.decide.answer.Answers;
import org.parley.decide.answer.FactCodes;
import org.parley.decide.world.Deadline;
import org.parley.decide.world.Worlds;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Worlds that are counted in a diagram are as many as those that are visited one by one. */
class DecisionDiagramTest {
  private static final int MOST_WORLDS = 20_000;

  @TempDir private Path folder;

  @Test
  void countsWhatVisitingCountsOnTheShippedTables() {
    TableEngine engine = TableEngine.of(KnowledgeBase.builtIn());
    Random random = new Random(7);
    int compared = 0;
    for (int i = 0; i < 300; i++) {
      String decision = i % 2 == 0 ? "posture" : "unofficial track";
      compared += compare(engine, decision, random, 1 + i % 12) ? 1 : 0;
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void countsWhatVisitingCountsOnRandomTables() {
    int compared = 0;
    for (int seed = 0; seed < 60; seed++) {
      KnowledgeBase base = RandomKnowledge.of(seed, folder.resolve("s" + seed)).base();
      TableEngine engine = TableEngine.compile(base);
      Random random = new Random(seed);
      for (var decision : base.decisions()) {
        compared += compare(engine, decision.name(), random, 3) ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(40);
  }

  @Test
  void allFactsOfTheShippedTablesCanBeOpen() {
    TableEngine engine = TableEngine.of(KnowledgeBase.builtIn());
    byte[] facts = new byte[engine.codes().names().size()];

    Worlds worlds =
        engine
            .worlds("posture", facts, open(engine, everyFact(engine)), new Deadline(null))
            .orElseThrow();

    assertThat(worlds.size()).isGreaterThan(1e20);
    List<Worlds.Open> open = open(engine, everyFact(engine));
    for (int fact = 0; fact < facts.length; fact++) {
      double sum = 0;
      for (int value = 0; value < open.get(fact).codes().size(); value++) {
        for (int result = 0; result < worlds.results(); result++) {
          sum += worlds.count(fact, value, result);
        }
      }
      assertThat(sum / worlds.size()).as(engine.codes().names().get(fact)).isBetween(0.999, 1.001);
    }
  }

  private static List<Integer> everyFact(TableEngine engine) {
    return IntStream.range(0, engine.codes().names().size()).boxed().toList();
  }

  /** Whether there was something to compare. */
  private static boolean compare(TableEngine engine, String decision, Random random, int count) {
    FactCodes codes = engine.codes();
    byte[] facts = new byte[codes.names().size()];
    for (int i = 0; i < facts.length; i++) {
      facts[i] = (byte) random.nextInt(codes.values(i).size());
    }
    List<Integer> some = new ArrayList<>(everyFact(engine));
    Collections.shuffle(some, random);
    List<Worlds.Open> open = open(engine, some.subList(0, Math.min(count, some.size())));
    double size = open.stream().mapToDouble(o -> o.codes().size()).reduce(1, (a, b) -> a * b);
    Optional<Worlds> counted = engine.worlds(decision, facts, open, new Deadline(null));
    if (counted.isEmpty() || size > MOST_WORLDS) {
      return false;
    }
    Worlds visited = new Worlds(open, counted.get().results());
    visit(engine, decision, facts, open, 0, new int[open.size()], visited);
    assertThat(numbers(counted.get(), open)).as(decision).isEqualTo(numbers(visited, open));
    return true;
  }

  private static List<Worlds.Open> open(TableEngine engine, List<Integer> facts) {
    return facts.stream()
        .map(
            fact -> {
              List<String> values = engine.codes().values(fact);
              return new Worlds.Open(
                  fact,
                  IntStream.range(0, values.size())
                      .filter(code -> !values.get(code).equals(FactType.UNKNOWN))
                      .boxed()
                      .toList());
            })
        .toList();
  }

  private static void visit(
      TableEngine engine,
      String decision,
      byte[] facts,
      List<Worlds.Open> open,
      int depth,
      int[] chosen,
      Worlds visited) {
    if (depth == chosen.length) {
      Answers answers = engine.answers();
      answers.answer(facts);
      int result = answers.code(decision);
      visited.add(result, 1);
      for (int i = 0; i < chosen.length; i++) {
        visited.add(i, chosen[i], result, 1);
      }
      return;
    }
    byte[] next = facts.clone();
    for (int value = 0; value < open.get(depth).codes().size(); value++) {
      next[open.get(depth).fact()] = open.get(depth).codes().get(value).byteValue();
      chosen[depth] = value;
      visit(engine, decision, next, open, depth + 1, chosen, visited);
    }
  }

  private static List<Object> numbers(Worlds worlds, List<Worlds.Open> open) {
    List<Object> numbers = new ArrayList<>();
    for (int result = 0; result < worlds.results(); result++) {
      numbers.add(worlds.count(result));
      for (int fact = 0; fact < open.size(); fact++) {
        double[] byValue = new double[open.get(fact).codes().size()];
        for (int value = 0; value < byValue.length; value++) {
          byValue[value] = worlds.count(fact, value, result);
        }
        numbers.add(Arrays.toString(byValue));
      }
    }
    return numbers;
  }
}
