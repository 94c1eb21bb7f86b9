package org.parley.decide.world;

import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.world.PartialAnswers.Unanswered;

/**
 * Counts in which share of all worlds two versions of the tables answer a decision differently,
 * where a world is one combination of values of all facts. Both are followed together, fact by
 * fact, those facts first that the changed tables rest on; from where the two cannot differ any
 * more, nothing is followed.
 */
final class WorldShift {
  private final List<Worlds.Open> open;
  private final PartialAnswers before;
  private final PartialAnswers after;
  private final Map<String, RowPairs> alike = new HashMap<>();
  private final Map<List<String>, Double> shares = new LinkedHashMap<>();
  private int left;

  private WorldShift(
      CompiledTables before,
      CompiledTables after,
      String decision,
      Set<String> changed,
      int mostNodes)
      throws Unanswered {
    this.open = Worlds.Open.all(after);
    byte[] facts = new byte[open.size()];
    Set<Integer> first = new LinkedHashSet<>();
    for (int slot : after.behind(List.of(decision))) {
      String name = after.decision(slot).name();
      CompiledTable here = before.table(name);
      CompiledTable there = after.table(name);
      if (changed.contains(name) && here != null && there != null) {
        RowPairs rows = new RowPairs(before, after, name);
        alike.put(name, rows);
        for (int input : rows.conditions()) {
          if (input < after.factCount()) {
            first.add(input);
          } else {
            String read = after.decision(input).name();
            first.addAll(new PartialAnswers(after, read, facts, open).order());
          }
        }
      }
    }
    List<Integer> order =
        new PartialAnswers(before, decision, facts, open, List.copyOf(first)).order();
    this.after = new PartialAnswers(after, decision, facts, open, order);
    this.before = new PartialAnswers(before, decision, facts, open, this.after.order());
    this.left = mostNodes;
  }

  /**
   * Counts.
   *
   * @param changed the decisions that the two versions do not answer alike
   * @param mostNodes how many states may be visited
   * @return for each pair of results the share of worlds in which one becomes the other; empty
   *     where it takes more states, and where tables have no masks of the kind that this needs or
   *     no result
   */
  static Optional<Map<List<String>, Double>> count(
      CompiledTables before,
      CompiledTables after,
      String decision,
      Set<String> changed,
      int mostNodes) {
    try {
      return new WorldShift(before, after, decision, changed, mostNodes).count();
    } catch (Unanswered e) {
      return Optional.empty();
    }
  }

  private Optional<Map<List<String>, Double>> count() throws Unanswered {
    Map<LongBuffer, Pair> pairs = new HashMap<>();
    add(pairs, new Pair(before.start(), after.start(), 1));
    for (int fact : after.order()) {
      List<Integer> codes = open.get(fact).codes();
      Map<LongBuffer, Pair> next = new LinkedHashMap<>();
      for (Pair pair : pairs.values()) {
        for (int code : codes) {
          add(
              next,
              new Pair(
                  before.with(pair.before, fact, code),
                  after.with(pair.after, fact, code),
                  pair.share / codes.size()));
          if (left < 0) {
            return Optional.empty();
          }
        }
      }
      pairs = next;
    }
    return Optional.of(shares);
  }

  private void add(Map<LongBuffer, Pair> pairs, Pair pair) {
    int from = before.result(pair.before);
    int to = after.result(pair.after);
    if (from >= 0 && to >= 0) {
      List<String> results = List.of(before.answer(from).toString(), after.answer(to).toString());
      if (!before.answer(from).equals(after.answer(to))) {
        shares.merge(results, pair.share, Double::sum);
      }
    } else if (!before.goesOnLike(pair.before, after, pair.after, alike)) {
      Pair same = pairs.putIfAbsent(pair.key(), pair);
      if (same == null) {
        left--;
      } else {
        same.share += pair.share;
      }
    }
  }

  /** A state of both versions, and the share of all worlds that lead to it. */
  private static final class Pair {
    private final long[] before;
    private final long[] after;
    private double share;

    Pair(long[] before, long[] after, double share) {
      this.before = before;
      this.after = after;
      this.share = share;
    }

    LongBuffer key() {
      return LongBuffer.allocate(before.length + after.length).put(before).put(after).flip();
    }
  }
}
