package org.parley.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.world.Worlds;

/** Counts worlds by visiting them: all, or a sample that is the same in every run. */
final class WorldCounter {
  private static final int BLOCK = 4096;
  private static final int SEED = 1;

  private final ColumnEvaluator evaluator;
  private final byte[] codes;
  private final List<Worlds.Open> open;

  /**
   * @param evaluator of one decision
   * @param codes of the facts that are not open
   */
  WorldCounter(ColumnEvaluator evaluator, byte[] codes, List<Worlds.Open> open) {
    this.evaluator = evaluator;
    this.codes = codes.clone();
    this.open = open;
  }

  /** The place of the value that an open fact has in a world. */
  private interface Choice {
    int value(int world, int fact);
  }

  /** Visits all worlds. */
  Worlds all(int size) {
    int[] strides = new int[open.size()];
    int stride = 1;
    for (int fact = 0; fact < strides.length; fact++) {
      strides[fact] = stride;
      stride *= open.get(fact).codes().size();
    }
    return count(size, (world, fact) -> world / strides[fact] % open.get(fact).codes().size());
  }

  /** Visits some worlds. */
  Worlds some(int size) {
    Random random = new Random(SEED);
    return count(size, (world, fact) -> random.nextInt(open.get(fact).codes().size()));
  }

  private Worlds count(int size, Choice choice) {
    Worlds worlds = new Worlds(open, evaluator.results(FinalDecisions.POSTURE).size());
    byte[][] columns = new byte[codes.length][BLOCK];
    for (int i = 0; i < codes.length; i++) {
      Arrays.fill(columns[i], codes[i]);
    }
    int[][] chosen = new int[open.size()][BLOCK];
    byte[][] results = new byte[1][BLOCK];
    for (int from = 0; from < size; from += BLOCK) {
      int cases = Math.min(BLOCK, size - from);
      for (int i = 0; i < cases; i++) {
        for (int fact = 0; fact < chosen.length; fact++) {
          chosen[fact][i] = choice.value(from + i, fact);
          columns[open.get(fact).fact()][i] =
              open.get(fact).codes().get(chosen[fact][i]).byteValue();
        }
      }
      evaluator.evaluate(columns, 0, cases, results);
      for (int i = 0; i < cases; i++) {
        add(worlds, chosen, i, results[0][i] & 0xFF);
      }
    }
    return worlds;
  }

  private static void add(Worlds worlds, int[][] chosen, int world, int result) {
    // a decision without a result has one code more
    if (result < worlds.results()) {
      worlds.add(result, 1);
      for (int fact = 0; fact < chosen.length; fact++) {
        worlds.add(fact, chosen[fact][world], result, 1);
      }
    }
  }
}
