package org.parley.decide.world;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.world.PartialAnswers.Unanswered;

/**
 * A multi-valued decision diagram of one decision over facts that are open: a layer for each of
 * them, and in a layer a node for each different state that the tables can be in. It counts all
 * combinations of values without visiting each.
 */
public final class DecisionDiagram {
  private static final int BETWEEN_LOOKS = 256;

  private final PartialAnswers answers;
  private final List<Worlds.Open> open;
  private final Deadline deadline;
  private final List<Layer> layers = new ArrayList<>();
  private int left;

  /** The layer of one fact. */
  private static final class Layer {
    private final int open;
    private final int[] next;
    private final int nodes;

    /**
     * @param open the place of the fact among those that are open
     * @param next for each node and each value the node of the next layer
     * @param nodes how many the layer has
     */
    Layer(int open, int[] next, int nodes) {
      this.open = open;
      this.next = next;
      this.nodes = nodes;
    }
  }

  private DecisionDiagram(
      PartialAnswers answers, List<Worlds.Open> open, int mostNodes, Deadline deadline) {
    this.answers = answers;
    this.open = open;
    this.left = mostNodes;
    this.deadline = deadline;
  }

  /**
   * Counts the worlds.
   *
   * @param facts a code for each fact of the vocabulary; those of the open ones do not matter
   * @param mostNodes how large the diagram may become
   * @return empty where it becomes larger, and where a table on the way has no masks of the kind
   *     that this needs or no result
   */
  public static Optional<Worlds> count(
      CompiledTables tables, String decision, byte[] facts, List<Worlds.Open> open, int mostNodes) {
    return count(tables, decision, facts, open, mostNodes, new Deadline(null));
  }

  /**
   * The same up to a deadline.
   *
   * @return empty also where it ends the count
   */
  public static Optional<Worlds> count(
      CompiledTables tables,
      String decision,
      byte[] facts,
      List<Worlds.Open> open,
      int mostNodes,
      Deadline deadline) {
    try {
      PartialAnswers answers = new PartialAnswers(tables, decision, facts, open);
      return new DecisionDiagram(answers, open, mostNodes, deadline).count();
    } catch (Unanswered e) {
      return Optional.empty();
    }
  }

  private Optional<Worlds> count() throws Unanswered {
    List<long[]> nodes = List.of(answers.start());
    for (int fact : answers.order()) {
      nodes = grow(fact, nodes);
      if (left < 0 || deadline.hasCutShort()) {
        return Optional.empty();
      }
    }
    return Optional.of(worlds(nodes));
  }

  /** Makes the layer of a fact, and gives the nodes of the next. */
  private List<long[]> grow(int fact, List<long[]> nodes) throws Unanswered {
    List<Integer> codes = open.get(fact).codes();
    Map<LongBuffer, Integer> places = new HashMap<>();
    List<long[]> grown = new ArrayList<>();
    int[] next = new int[nodes.size() * codes.size()];
    for (int i = 0; i < next.length && left >= 0; i++) {
      if (i % BETWEEN_LOOKS == 0 && deadline.isOver()) {
        return grown;
      }
      long[] state = answers.with(nodes.get(i / codes.size()), fact, codes.get(i % codes.size()));
      Integer place = places.putIfAbsent(LongBuffer.wrap(state), grown.size());
      if (place == null) {
        place = grown.size();
        grown.add(state);
        left--;
      }
      next[i] = place;
    }
    layers.add(new Layer(fact, next, nodes.size()));
    return grown;
  }

  private Worlds worlds(List<long[]> leaves) {
    Worlds worlds = new Worlds(open, answers.results());
    double[][] below = new double[leaves.size()][answers.results()];
    for (int i = 0; i < below.length; i++) {
      below[i][answers.result(leaves.get(i))] = 1;
    }
    List<double[]> above = waysFromTheTop();
    double free = freeCombinations();
    for (int i = layers.size() - 1; i >= 0; i--) {
      below = count(layers.get(i), above.get(i), below, free, worlds);
    }
    for (int result = 0; result < worlds.results(); result++) {
      worlds.add(result, below[0][result] * free);
    }
    countFree(worlds);
    return worlds;
  }

  /** In how many ways each node of each layer is reached. */
  private List<double[]> waysFromTheTop() {
    List<double[]> ways = new ArrayList<>();
    double[] above = {1};
    for (Layer layer : layers) {
      ways.add(above);
      int values = layer.next.length / layer.nodes;
      double[] next = new double[Arrays.stream(layer.next).max().orElseThrow() + 1];
      for (int i = 0; i < layer.next.length; i++) {
        next[layer.next[i]] += above[i / values];
      }
      above = next;
    }
    return ways;
  }

  /** Counts what lies below each node of a layer, and for each of its values. */
  private static double[][] count(
      Layer layer, double[] above, double[][] below, double free, Worlds worlds) {
    int values = layer.next.length / layer.nodes;
    double[][] counts = new double[layer.nodes][worlds.results()];
    for (int i = 0; i < layer.next.length; i++) {
      double[] through = below[layer.next[i]];
      for (int result = 0; result < through.length; result++) {
        counts[i / values][result] += through[result];
        worlds.add(layer.open, i % values, result, above[i / values] * through[result] * free);
      }
    }
    return counts;
  }

  /** The open facts that the decision does not rest on. */
  private List<Integer> free() {
    List<Integer> free = new ArrayList<>();
    for (int fact = 0; fact < open.size(); fact++) {
      if (!answers.order().contains(fact)) {
        free.add(fact);
      }
    }
    return free;
  }

  private double freeCombinations() {
    return free().stream().mapToDouble(f -> open.get(f).codes().size()).reduce(1, (a, b) -> a * b);
  }

  private void countFree(Worlds worlds) {
    for (int fact : free()) {
      int values = open.get(fact).codes().size();
      for (int value = 0; value < values; value++) {
        for (int result = 0; result < worlds.results(); result++) {
          worlds.add(fact, value, result, worlds.count(result) / values);
        }
      }
    }
  }
}
