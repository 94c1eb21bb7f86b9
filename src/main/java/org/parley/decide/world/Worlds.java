package org.parley.decide.world;

import java.util.List;
import java.util.stream.IntStream;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.FactCodes;

/**
 * How many worlds lead to which result of a decision, where a world is one combination of values of
 * the facts that are open. Not thread-safe while it is counted.
 */
public final class Worlds {
  private final double[] results;
  private final double[][][] byValue;

  /**
   * A fact that is open.
   *
   * @param fact its place among the names of {@link FactCodes}, from 0
   * @param codes of the values that it may have
   */
  public record Open(int fact, List<Integer> codes) {

    public Open {
      codes = List.copyOf(codes);
    }

    /** All facts, with all values that they may have. */
    public static List<Open> all(CompiledTables tables) {
      return IntStream.range(0, tables.factCount())
          .mapToObj(
              fact ->
                  new Open(fact, IntStream.range(0, tables.domain(fact).size()).boxed().toList()))
          .toList();
    }
  }

  /**
   * Nothing counted yet.
   *
   * @param results how many results the decision has
   */
  public Worlds(List<Open> open, int results) {
    this.results = new double[results];
    this.byValue = new double[open.size()][][];
    for (int i = 0; i < byValue.length; i++) {
      byValue[i] = new double[open.get(i).codes().size()][results];
    }
  }

  /** Counts worlds that lead to a result. */
  public void add(int result, double worlds) {
    results[result] += worlds;
  }

  /** Counts worlds, in which an open fact has one of its values, that lead to a result. */
  public void add(int open, int value, int result, double worlds) {
    byValue[open][value][result] += worlds;
  }

  /** How many worlds lead to a result, by its code. */
  public double count(int result) {
    return results[result];
  }

  /**
   * How many worlds in which an open fact has one of its values lead to a result.
   *
   * @param open the place of the fact among those that are open, from 0
   * @param value the place of the value among its values, from 0
   * @param result the code of the result
   */
  public double count(int open, int value, int result) {
    return byValue[open][value][result];
  }

  /** How many results the decision has. */
  public int results() {
    return results.length;
  }

  /** How many worlds there are. */
  public double size() {
    double all = 0;
    for (double count : results) {
      all += count;
    }
    return all;
  }
}
