package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.decide.answer.Answers;
import org.parley.decide.world.SideBySide;
import org.parley.decide.world.SideBySide.Answered;
import org.parley.decide.world.Worlds;
import org.parley.knowledge.FactType;

/** What stands side by side somewhere is what visiting each world one by one finds. */
class SideBySideTest {
  private static final int MOST_WORLDS = 1_000;

  @TempDir private Path folder;

  @Test
  void findsWhatVisitingFinds() {
    int moved = 0;
    int answered = 0;
    for (int seed = 0; seed < 80; seed++) {
      RandomKnowledge knowledge = RandomKnowledge.of(seed, folder.resolve("s" + seed));
      TableEngine engine = TableEngine.compile(knowledge.base());
      Random random = new Random(seed);
      for (var decision : knowledge.base().decisions()) {
        List<Worlds.Open> open = open(engine, random);
        List<String> reads = decision.facts();
        int fact =
            reads.isEmpty()
                ? random.nextInt(open.size())
                : engine.codes().names().indexOf(reads.get(random.nextInt(reads.size())));
        var found = SideBySide.of(engine.tables(), decision.name(), fact, open, MOST_WORLDS);
        if (found.isPresent()) {
          compare(engine, decision.name(), fact, open, found.get());
          moved += found.get().isEmpty() ? 0 : 1;
        }
        var alone = SideBySide.answers(engine.tables(), decision.name(), open, MOST_WORLDS);
        if (alone.isPresent()) {
          compare(engine, decision.name(), -1, open, alone.get());
          answered++;
        }
      }
    }
    assertThat(moved).isGreaterThan(20);
    assertThat(answered).isGreaterThan(50);
  }

  private static void compare(
      TableEngine engine, String decision, int fact, List<Worlds.Open> open, List<Answered> found) {
    Map<List<Integer>, Integer> least = new HashMap<>();
    byte[] facts = new byte[open.size()];
    visit(
        open,
        fact,
        0,
        facts,
        () -> {
          List<Integer> tuple = results(engine, decision, fact, open, facts);
          if (fact < 0 || tuple.stream().distinct().count() > 1) {
            least.merge(tuple, known(engine, fact, open, facts), Math::min);
          }
        });

    assertThat(found.stream().collect(Collectors.toMap(Answered::results, Answered::known)))
        .as(decision)
        .isEqualTo(least);
    for (Answered one : found) {
      byte[] world = new byte[open.size()];
      for (int i = 0; i < world.length; i++) {
        world[i] = one.world().get(i).byteValue();
        assertThat(open.get(i).codes()).contains(one.world().get(i));
      }
      assertThat(results(engine, decision, fact, open, world)).isEqualTo(one.results());
      assertThat(known(engine, fact, open, world)).isEqualTo(one.known());
    }
  }

  private static void visit(
      List<Worlds.Open> open, int fact, int place, byte[] facts, Runnable world) {
    if (place == open.size()) {
      world.run();
    } else if (place == fact) {
      visit(open, fact, place + 1, facts, world);
    } else {
      for (int code : open.get(place).codes()) {
        facts[place] = (byte) code;
        visit(open, fact, place + 1, facts, world);
      }
    }
  }

  private static List<Integer> results(
      TableEngine engine, String decision, int fact, List<Worlds.Open> open, byte[] facts) {
    Answers answers = engine.answers();
    byte[] world = facts.clone();
    List<Integer> codes = fact < 0 ? List.of(0) : open.get(fact).codes();
    List<Integer> results = new ArrayList<>();
    for (int code : codes) {
      if (fact >= 0) {
        world[fact] = (byte) code;
      }
      answers.answer(world);
      results.add(answers.code(decision));
    }
    return results;
  }

  /** How many facts but the one that moves are known that need not be. */
  private static int known(TableEngine engine, int fact, List<Worlds.Open> open, byte[] facts) {
    return (int)
        IntStream.range(0, facts.length)
            .filter(i -> i != fact && !isUnknown(engine, i, facts[i]))
            .filter(i -> open.get(i).codes().stream().anyMatch(code -> isUnknown(engine, i, code)))
            .count();
  }

  private static boolean isUnknown(TableEngine engine, int fact, int code) {
    return engine.codes().values(fact).get(code & 0xFF).equals(FactType.UNKNOWN);
  }

  /** Some values of each fact, few enough to visit all worlds. */
  private static List<Worlds.Open> open(TableEngine engine, Random random) {
    List<Worlds.Open> open = new ArrayList<>();
    int worlds = 1;
    for (int fact = 0; fact < engine.codes().names().size(); fact++) {
      List<Integer> codes =
          new ArrayList<>(IntStream.range(0, engine.codes().values(fact).size()).boxed().toList());
      Collections.shuffle(codes, random);
      int most = Math.max(1, Math.min(1 + random.nextInt(5), MOST_WORLDS / worlds));
      List<Integer> some =
          codes.subList(0, Math.min(codes.size(), most)).stream().sorted().toList();
      worlds *= some.size();
      open.add(new Worlds.Open(fact, some));
    }
    return open;
  }
}
