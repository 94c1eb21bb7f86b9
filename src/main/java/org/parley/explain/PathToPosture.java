package org.parley.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.DecisionTrace;
import org.parley.FiredRow;

/**
 * What a decision rests on: the facts and decisions that its deciding rows tested, and those that
 * theirs tested, and so on.
 *
 * @param names facts and decisions, the decision itself included
 * @param tested for each decision on the way, what its deciding rows tested
 */
public record PathToPosture(Set<String> names, Map<String, Set<String>> tested) {

  public PathToPosture {
    names = Set.copyOf(names);
    tested = Map.copyOf(tested);
  }

  /** The way to some decisions. */
  public static PathToPosture to(List<String> decisions, List<DecisionTrace> trace) {
    return walk(
        decisions,
        trace,
        d ->
            d.rows().stream().filter(FiredRow::decided).flatMap(r -> r.inputs().keySet().stream()));
  }

  /** All that some decisions read, tested or not. */
  public static PathToPosture read(List<String> decisions, List<DecisionTrace> trace) {
    return walk(decisions, trace, d -> d.decisions().stream());
  }

  private static PathToPosture walk(
      List<String> decisions,
      List<DecisionTrace> trace,
      Function<DecisionTrace, Stream<String>> next) {
    Map<String, DecisionTrace> byName = new HashMap<>();
    trace.forEach(d -> byName.put(d.decision(), d));
    Set<String> names = new HashSet<>();
    Map<String, Set<String>> tested = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(decisions);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (names.add(name) && byName.containsKey(name)) {
        tested.put(name, next.apply(byName.get(name)).collect(Collectors.toSet()));
        open.addAll(tested.get(name));
      }
    }
    return new PathToPosture(names, tested);
  }

  public boolean holds(String name) {
    return names.contains(name);
  }

  /** Whether a decision on the way tested something. */
  public boolean leads(String from, String to) {
    return tested.getOrDefault(to, Set.of()).contains(from);
  }
}
