package org.parley.decide.world;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.world.PartialAnswers.Unanswered;
import org.parley.knowledge.FactType;

/**
 * What a decision answers in worlds that differ in one fact alone, for all its values side by side,
 * in every such world. The values are followed together through all other facts; from where they
 * cannot differ any more, nothing is followed.
 */
public final class SideBySide {
  private final CompiledTables tables;
  private final List<Worlds.Open> open;
  private final PartialAnswers answers;
  private final Map<List<Integer>, Node> found = new LinkedHashMap<>();
  private int left;

  /**
   * Answers that stand side by side in some world.
   *
   * @param results the code of the answer for each value of the fact, in the order of the values
   * @param world such a world with as few known facts as any: a code for each fact; that of the
   *     fact itself does not matter
   * @param known how many other facts are known in it
   */
  public record Answered(List<Integer> results, List<Integer> world, int known) {

    public Answered {
      results = List.copyOf(results);
      world = List.copyOf(world);
    }
  }

  /** The states for all values once some facts are given. */
  private static final class Node {
    private final Node above;
    private final int code;
    private final int known;
    private final long[][] states;

    /**
     * @param above before the last fact was given, or {@code null}
     * @param code of the last fact
     * @param known how many of the facts given are known
     * @param states one for each value of the fact that moves; equal ones are the same object
     */
    Node(Node above, int code, int known, long[][] states) {
      this.above = above;
      this.code = code;
      this.known = known;
      this.states = states;
    }

    LongBuffer key() {
      LongBuffer key = LongBuffer.allocate(states.length * states[0].length);
      for (long[] state : states) {
        key.put(state);
      }
      return key.flip();
    }

    boolean isOne() {
      return Arrays.stream(states).allMatch(state -> state == states[0]);
    }
  }

  private SideBySide(
      CompiledTables tables, String decision, int fact, List<Worlds.Open> open, int mostNodes)
      throws Unanswered {
    this.tables = tables;
    this.open = open;
    this.left = mostNodes;
    this.answers =
        new PartialAnswers(
            tables, decision, new byte[tables.factCount()], open, List.of(place(fact)));
  }

  private int place(int fact) {
    return IntStream.range(0, open.size())
        .filter(i -> open.get(i).fact() == fact)
        .findFirst()
        .orElseThrow();
  }

  /**
   * All different answers that stand side by side somewhere; those that are equal for all values
   * are left out.
   *
   * @param fact that moves, by its place among the facts
   * @param open every fact with the values that it may have
   * @param mostNodes how many states may be visited
   * @return empty where it takes more, and where a table on the way has no masks of the kind that
   *     this needs or no result
   */
  public static Optional<List<Answered>> of(
      CompiledTables tables, String decision, int fact, List<Worlds.Open> open, int mostNodes) {
    try {
      return new SideBySide(tables, decision, fact, open, mostNodes).walk();
    } catch (Unanswered e) {
      return Optional.empty();
    }
  }

  private Optional<List<Answered>> walk() throws Unanswered {
    Map<LongBuffer, Node> nodes = new LinkedHashMap<>();
    List<Integer> codes = open.get(answers.order().get(0)).codes();
    long[][] states = new long[codes.size()][];
    for (int i = 0; i < states.length; i++) {
      states[i] = answers.with(answers.start(), answers.order().get(0), codes.get(i));
    }
    add(nodes, new Node(null, 0, 0, shared(states)));
    for (int fact : answers.order().subList(1, answers.order().size())) {
      Map<LongBuffer, Node> next = new LinkedHashMap<>();
      for (Node node : nodes.values()) {
        for (int code : open.get(fact).codes()) {
          add(next, new Node(node, code, node.known + known(fact, code), with(node, fact, code)));
          if (left < 0) {
            return Optional.empty();
          }
        }
      }
      nodes = next;
    }
    return Optional.of(
        found.entrySet().stream()
            .map(e -> new Answered(e.getKey(), world(e.getValue()), e.getValue().known))
            .toList());
  }

  private int known(int place, int code) {
    Object value = tables.domain(open.get(place).fact()).values().get(code);
    return value == null || value.equals(FactType.UNKNOWN) ? 0 : 1;
  }

  private long[][] with(Node node, int fact, int code) throws Unanswered {
    long[][] states = node.states.clone();
    for (int i = 0; i < states.length; i++) {
      int twin = 0;
      while (node.states[twin] != node.states[i]) {
        twin++;
      }
      states[i] = twin < i ? states[twin] : answers.with(node.states[i], fact, code);
    }
    return shared(states);
  }

  /** Equal states become the same object. */
  private static long[][] shared(long[][] states) {
    for (int i = 1; i < states.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Arrays.equals(states[i], states[j])) {
          states[i] = states[j];
          break;
        }
      }
    }
    return states;
  }

  private void add(Map<LongBuffer, Node> nodes, Node node) {
    if (node.isOne()) {
      return;
    }
    if (Arrays.stream(node.states).allMatch(state -> answers.result(state) >= 0)) {
      found.merge(
          Arrays.stream(node.states).map(answers::result).toList(), node, SideBySide::simpler);
      return;
    }
    Node same = nodes.merge(node.key(), node, SideBySide::simpler);
    if (same == node) {
      left--;
    }
  }

  private static Node simpler(Node one, Node other) {
    return other.known < one.known ? other : one;
  }

  /** The facts on the way to a node; what is not on it is unknown wherever it may be. */
  private List<Integer> world(Node leaf) {
    Integer[] world = new Integer[tables.factCount()];
    Arrays.fill(world, 0);
    for (int i = 0; i < open.size(); i++) {
      int place = i;
      int code =
          open.get(i).codes().stream().filter(c -> known(place, c) == 0).findFirst().orElse(-1);
      world[open.get(i).fact()] = code < 0 ? open.get(i).codes().get(0) : code;
    }
    int depth = 0;
    for (Node node = leaf; node.above != null; node = node.above) {
      depth++;
    }
    for (Node node = leaf; node.above != null; node = node.above) {
      int fact = open.get(answers.order().get(depth--)).fact();
      world[fact] = node.code;
    }
    return List.of(world);
  }
}
