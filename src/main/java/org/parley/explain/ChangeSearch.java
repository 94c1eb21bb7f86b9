package org.parley.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.world.Deadline;

/**
 * Tries every combination of other values for a few facts at once, and keeps those that lead to
 * another result and have no smaller one in them.
 */
final class ChangeSearch {
  private static final int BLOCK = 4096;

  private final List<FactSpace.Axis> axes;
  private final ColumnEvaluator evaluator;
  private final byte[] codes;
  private final Deadline deadline;
  private final int block;
  private final byte[][] columns;
  private final byte[][] results;
  private final List<Combination> waiting = new ArrayList<>();

  /**
   * @param evaluator of the one decision that is to change
   * @param codes of the case
   * @param deadline when to end before all is tried
   */
  ChangeSearch(FactSpace space, ColumnEvaluator evaluator, byte[] codes, Deadline deadline) {
    this.axes = space.axes();
    this.evaluator = evaluator;
    this.codes = codes.clone();
    this.deadline = deadline;
    this.block = evaluator.isBulk() ? BLOCK : 1;
    this.columns = new byte[codes.length][block];
    this.results = new byte[1][block];
    for (int i = 0; i < codes.length; i++) {
      Arrays.fill(columns[i], codes[i]);
    }
  }

  /** Takes combinations, each with the code of the result that it leads to. */
  interface Visitor {

    /** Takes one, and says whether to go on. */
    boolean visit(Combination combination, int result);
  }

  /** Some facts, each with a value that it does not have. */
  static final class Combination {
    private final int[] axes;
    private final int[] values;

    /**
     * @param axes their places among the axes, ascending
     * @param values the codes of their values
     */
    Combination(int[] axes, int[] values) {
      this.axes = axes.clone();
      this.values = values.clone();
    }

    int size() {
      return axes.length;
    }

    /** The place of one of its facts among the axes. */
    int axis(int i) {
      return axes[i];
    }

    /** The code of the value of one of its facts. */
    int value(int i) {
      return values[i];
    }

    /** Whether a smaller part of it is among the keys. */
    boolean hasPartIn(Set<List<Integer>> found) {
      int all = (1 << axes.length) - 1;
      for (int part = 1; part < all; part++) {
        if (found.contains(key(part))) {
          return true;
        }
      }
      return false;
    }

    List<Integer> key() {
      return key((1 << axes.length) - 1);
    }

    private List<Integer> key(int part) {
      List<Integer> key = new ArrayList<>();
      for (int i = 0; i < axes.length; i++) {
        if ((part >> i & 1) != 0) {
          key.add(axes[i] << Byte.SIZE | values[i]);
        }
      }
      return key;
    }
  }

  /** How many combinations of so many facts there are. */
  double count(int size) {
    double[] counts = new double[size + 1];
    counts[0] = 1;
    for (FactSpace.Axis axis : axes) {
      for (int k = size; k > 0; k--) {
        counts[k] += counts[k - 1] * (axis.values().size() - 1);
      }
    }
    return counts[size];
  }

  /**
   * Tries all combinations of so many facts.
   *
   * @return whether all were tried; else the deadline was over before
   */
  boolean each(int size, Visitor visitor) {
    waiting.clear();
    return extend(new int[size], new int[size], 0, 0, visitor) && evaluate(visitor);
  }

  /** Whether a result of so many facts is wanted and has no smaller one in it. */
  static boolean isNew(Combination combination, Set<List<Integer>> found) {
    return !combination.hasPartIn(found) && found.add(combination.key());
  }

  private boolean extend(int[] chosen, int[] values, int depth, int from, Visitor visitor) {
    if (depth == chosen.length) {
      return add(new Combination(chosen, values), visitor);
    }
    for (int place = from; place <= axes.size() - (chosen.length - depth); place++) {
      FactSpace.Axis axis = axes.get(place);
      chosen[depth] = place;
      for (FactSpace.Value value : axis.values()) {
        if (value.code() != (codes[axis.column()] & 0xFF)) {
          values[depth] = value.code();
          if (!extend(chosen, values, depth + 1, place + 1, visitor)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean add(Combination combination, Visitor visitor) {
    for (int i = 0; i < combination.axes.length; i++) {
      int column = axes.get(combination.axes[i]).column();
      columns[column][waiting.size()] = (byte) combination.values[i];
    }
    waiting.add(combination);
    return waiting.size() < block || evaluate(visitor);
  }

  private boolean evaluate(Visitor visitor) {
    if (deadline.isOver()) {
      return false;
    }
    evaluator.evaluate(columns, 0, waiting.size(), results);
    for (int i = 0; i < waiting.size(); i++) {
      Combination combination = waiting.get(i);
      for (int place : combination.axes) {
        int column = axes.get(place).column();
        columns[column][i] = codes[column];
      }
      if (!visitor.visit(combination, results[0][i] & 0xFF)) {
        return false;
      }
    }
    waiting.clear();
    return true;
  }
}
