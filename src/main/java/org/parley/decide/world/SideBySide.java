package org.parley.decide.world;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.world.PartialAnswers.Unanswered;

/**
 * What a decision answers in worlds that differ in one fact alone, for all its values side by side,
 * in every such world. The values are followed together through all other facts; from where they
 * cannot differ any more, nothing is followed.
 */
public final class SideBySide {
  private final CompiledTables tables;
  private final List<Worlds.Open> open;
  private final PartialAnswers answers;
  private final Map<List<Integer>, Way> found = new LinkedHashMap<>();
  // whether a fact moves, and not one state alone is followed
  private final boolean moves;
  private int left;

  /**
   * Answers that stand side by side in some world.
   *
   * @param results the code of the answer for each value of the fact, in the order of the values
   * @param world such a world with as few known facts as any: a code for each fact; that of the
   *     fact itself does not matter
   * @param known how many other facts are known in it that need not be
   */
  public record Answered(List<Integer> results, List<Integer> world, int known) {

    public Answered {
      results = List.copyOf(results);
      world = List.copyOf(world);
    }
  }

  /**
   * The facts given so far.
   *
   * @param before without the last of them, or {@code null} where there is none
   * @param code of the last of them
   * @param known how many of them are known that need not be
   */
  private record Way(Way before, int code, int known) {}

  /** The states for all values once some facts are given. */
  private static final class Node {
    private final Way way;
    private final long[][] states;

    /**
     * @param states one for each value of the fact that moves; equal ones are the same object
     */
    Node(Way way, long[][] states) {
      this.way = way;
      this.states = states;
    }

    LongBuffer key() {
      LongBuffer key = LongBuffer.allocate(states.length * states[0].length);
      for (long[] state : states) {
        key.put(state);
      }
      return key.flip();
    }

    /** Whether the values cannot differ any more. */
    boolean isLevel() {
      // a loop, as below: this is asked of every state
      for (long[] state : states) {
        if (state != states[0]) {
          return false;
        }
      }
      return true;
    }
  }

  private SideBySide(
      CompiledTables tables,
      String decision,
      List<Integer> first,
      List<Worlds.Open> open,
      int mostNodes)
      throws Unanswered {
    this.tables = tables;
    this.open = open;
    this.moves = !first.isEmpty();
    this.left = mostNodes;
    this.answers = new PartialAnswers(tables, decision, new byte[tables.factCount()], open, first);
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
      int place = place(open, fact);
      SideBySide walk = new SideBySide(tables, decision, List.of(place), open, mostNodes);
      List<Integer> codes = open.get(place).codes();
      long[][] states = new long[codes.size()][];
      for (int i = 0; i < states.length; i++) {
        states[i] = walk.answers.with(walk.answers.start(), place, codes.get(i));
      }
      return walk.through(shared(states), 1);
    } catch (Unanswered e) {
      return Optional.empty();
    }
  }

  /**
   * All answers that a decision gives somewhere, each by itself.
   *
   * @param open every fact with the values that it may have
   * @param mostNodes how many states may be visited
   * @return empty as in {@link #of}
   */
  public static Optional<List<Answered>> answers(
      CompiledTables tables, String decision, List<Worlds.Open> open, int mostNodes) {
    try {
      SideBySide walk = new SideBySide(tables, decision, List.of(), open, mostNodes);
      return walk.through(new long[][] {walk.answers.start()}, 0);
    } catch (Unanswered e) {
      return Optional.empty();
    }
  }

  private static int place(List<Worlds.Open> open, int fact) {
    return IntStream.range(0, open.size())
        .filter(i -> open.get(i).fact() == fact)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Follows states through the facts.
   *
   * @param given how many facts of the order they have seen
   */
  private Optional<List<Answered>> through(long[][] states, int given) throws Unanswered {
    Map<LongBuffer, Node> nodes = new LinkedHashMap<>();
    add(nodes, new Node(new Way(null, 0, 0), states));
    List<Integer> facts = answers.order().subList(given, answers.order().size());
    for (int fact : facts) {
      // of codes that nothing tells apart the one that need not be known
      Comparator<Integer> byKnown = Comparator.comparingInt(code -> known(fact, code));
      List<Integer> codes =
          answers.kinds(fact).stream().map(kind -> Collections.min(kind, byKnown)).toList();
      List<Integer> any = List.of(Collections.min(open.get(fact).codes(), byKnown));
      Map<LongBuffer, Node> next = new LinkedHashMap<>();
      for (Node node : nodes.values()) {
        for (int code : isSeen(node, fact) ? codes : any) {
          Way way = new Way(node.way, code, node.way.known + known(fact, code));
          add(next, new Node(way, with(node, fact, code)));
          if (left < 0) {
            return Optional.empty();
          }
        }
      }
      nodes = next;
    }
    return Optional.of(
        found.entrySet().stream()
            .map(e -> new Answered(e.getKey(), world(e.getValue(), facts), e.getValue().known))
            .toList());
  }

  private boolean isSeen(Node node, int fact) {
    for (long[] state : node.states) {
      if (answers.isSeen(state, fact)) {
        return true;
      }
    }
    return false;
  }

  /** 1 where a value is known and need not be. */
  private int known(int place, int code) {
    return isKnown(place, code)
            && open.get(place).codes().stream().anyMatch(c -> !isKnown(place, c))
        ? 1
        : 0;
  }

  private boolean isKnown(int place, int code) {
    return tables.domain(open.get(place).fact()).isKnown(code);
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
    if (moves && node.isLevel()) {
      return;
    }
    if (isAnswered(node)) {
      found.merge(
          Arrays.stream(node.states).map(answers::result).toList(),
          node.way,
          (one, other) -> other.known < one.known ? other : one);
      return;
    }
    Node same =
        nodes.merge(
            node.key(), node, (one, other) -> other.way.known < one.way.known ? other : one);
    if (same == node) {
      left--;
    }
  }

  private boolean isAnswered(Node node) {
    for (long[] state : node.states) {
      if (answers.result(state) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The facts on a way; what is not on it is unknown wherever it may be.
   *
   * @param facts those that it leads through, by their places
   */
  private List<Integer> world(Way last, List<Integer> facts) {
    Integer[] world = new Integer[tables.factCount()];
    Arrays.fill(world, 0);
    for (int i = 0; i < open.size(); i++) {
      int place = i;
      List<Integer> codes = open.get(i).codes();
      world[open.get(i).fact()] =
          codes.stream().filter(c -> !isKnown(place, c)).findFirst().orElse(codes.get(0));
    }
    int depth = 0;
    for (Way way = last; way.before != null; way = way.before) {
      depth++;
    }
    for (Way way = last; way.before != null; way = way.before) {
      world[open.get(facts.get(--depth)).fact()] = way.code;
    }
    return List.of(world);
  }
}
