package org.parley.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.world.Deadline;
import org.parley.decide.world.Worlds;

/** Counts worlds by visiting them: all, or a sample that is the same in every run. */
final class WorldCounter {
  private static final int BLOCK = 4096;
  // so few take the reference engine a moment
  private static final int BLOCK_ONE_BY_ONE = 16;
  private static final int SEED = 1;

  private final ColumnEvaluator evaluator;
  private final byte[] codes;
  private final List<Worlds.Open> open;
  private final Deadline deadline;
  private final int block;
  private int visited;

  /**
   * @param evaluator of one decision
   * @param codes of the facts that are not open
   * @param deadline when to end, with so many as have been visited
   */
  WorldCounter(ColumnEvaluator evaluator, byte[] codes, List<Worlds.Open> open, Deadline deadline) {
    this.evaluator = evaluator;
    this.codes = codes.clone();
    this.open = open;
    this.deadline = deadline;
    this.block = evaluator.isBulk() ? BLOCK : BLOCK_ONE_BY_ONE;
  }

  /** How many worlds were visited last. */
  int visited() {
    return visited;
  }

  /** The place of the value that an open fact has in a world. */
  private interface Choice {
    int value(int world, int fact);
  }

  /** Visits all worlds; empty where the deadline is over before. */
  Optional<Worlds> all(int size) {
    int[] strides = new int[open.size()];
    int stride = 1;
    for (int fact = 0; fact < strides.length; fact++) {
      strides[fact] = stride;
      stride *= open.get(fact).codes().size();
    }
    Worlds worlds =
        count(size, (world, fact) -> world / strides[fact] % open.get(fact).codes().size());
    return visited == size ? Optional.of(worlds) : Optional.empty();
  }

  /** Visits some worlds: as many as are asked for, or fewer where the deadline is over before. */
  Worlds some(int size) {
    Random random = new Random(SEED);
    return count(size, (world, fact) -> random.nextInt(open.get(fact).codes().size()));
  }

  private Worlds count(int size, Choice choice) {
    Worlds worlds = new Worlds(open, evaluator.results(FinalDecisions.POSTURE).size());
    byte[][] columns = new byte[codes.length][block];
    for (int i = 0; i < codes.length; i++) {
      Arrays.fill(columns[i], codes[i]);
    }
    int[][] chosen = new int[open.size()][block];
    byte[][] results = new byte[1][block];
    visited = 0;
    // the first block is visited in any case: a small sample is better than none
    while (visited < size && (visited == 0 || !deadline.isOver())) {
      int from = visited;
      int cases = Math.min(block, size - from);
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
      visited += cases;
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
