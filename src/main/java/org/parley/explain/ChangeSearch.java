package org.parley.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.parley.decide.answer.ColumnEvaluator;

/**
 * Tries every combination of other values for a few facts at once, and keeps those that lead to
 * another result and have no smaller one in them.
 */
final class ChangeSearch {
  private static final int BLOCK = 4096;

  private final List<FactSpace.Axis> axes;
  private final ColumnEvaluator evaluator;
  private final byte[] codes;
  private final byte[][] columns;
  private final byte[][] results = new byte[1][BLOCK];
  private final List<Combination> waiting = new ArrayList<>();

  /**
   * @param evaluator of the one decision that is to change
   * @param codes of the case
   */
  ChangeSearch(FactSpace space, ColumnEvaluator evaluator, byte[] codes) {
    this.axes = space.axes();
    this.evaluator = evaluator;
    this.codes = codes.clone();
    this.columns = new byte[codes.length][BLOCK];
    for (int i = 0; i < codes.length; i++) {
      Arrays.fill(columns[i], codes[i]);
    }
  }

  /** Takes a combination and the code of the result that it leads to. */
  interface Visitor {
    void visit(Combination combination, int result);
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

  /** Tries all combinations of so many facts. */
  void each(int size, Visitor visitor) {
    extend(new int[size], new int[size], 0, 0, visitor);
    evaluate(visitor);
  }

  /** Whether a result of so many facts is wanted and has no smaller one in it. */
  static boolean isNew(Combination combination, Set<List<Integer>> found) {
    return !combination.hasPartIn(found) && found.add(combination.key());
  }

  private void extend(int[] chosen, int[] values, int depth, int from, Visitor visitor) {
    if (depth == chosen.length) {
      add(new Combination(chosen, values), visitor);
      return;
    }
    for (int place = from; place <= axes.size() - (chosen.length - depth); place++) {
      FactSpace.Axis axis = axes.get(place);
      chosen[depth] = place;
      for (FactSpace.Value value : axis.values()) {
        if (value.code() != (codes[axis.column()] & 0xFF)) {
          values[depth] = value.code();
          extend(chosen, values, depth + 1, place + 1, visitor);
        }
      }
    }
  }

  private void add(Combination combination, Visitor visitor) {
    for (int i = 0; i < combination.axes.length; i++) {
      int column = axes.get(combination.axes[i]).column();
      columns[column][waiting.size()] = (byte) combination.values[i];
    }
    waiting.add(combination);
    if (waiting.size() == BLOCK) {
      evaluate(visitor);
    }
  }

  private void evaluate(Visitor visitor) {
    evaluator.evaluate(columns, 0, waiting.size(), results);
    for (int i = 0; i < waiting.size(); i++) {
      Combination combination = waiting.get(i);
      for (int place : combination.axes) {
        int column = axes.get(place).column();
        columns[column][i] = codes[column];
      }
      visitor.visit(combination, results[0][i] & 0xFF);
    }
    waiting.clear();
  }
}
