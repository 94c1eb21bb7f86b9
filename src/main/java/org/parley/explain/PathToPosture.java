package org.parley.explain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.DecisionTrace;
import org.parley.FiredRow;

/**
 * What the posture rests on: the facts and decisions that its deciding rows tested, and those that
 * theirs tested, and so on.
 *
 * @param names facts and decisions, the posture itself included
 * @param tested for each decision on the way, what its deciding rows tested
 */
public record PathToPosture(Set<String> names, Map<String, Set<String>> tested) {

  public PathToPosture {
    names = Set.copyOf(names);
    tested = Map.copyOf(tested);
  }

  /** The way that a trace took. */
  public static PathToPosture of(List<DecisionTrace> trace) {
    Set<String> names = new HashSet<>(Set.of(FinalDecisions.POSTURE));
    Map<String, Set<String>> tested = new HashMap<>();
    for (FiredRow row : DecisionTrace.rowsBehind(trace, FinalDecisions.POSTURE)) {
      names.addAll(row.inputs().keySet());
      tested.computeIfAbsent(row.table(), t -> new HashSet<>()).addAll(row.inputs().keySet());
    }
    return new PathToPosture(names, tested);
  }

  /** Whether a fact or a decision lies on the way. */
  public boolean holds(String name) {
    return names.contains(name);
  }

  /** Whether a decision on the way tested something. */
  public boolean leads(String from, String to) {
    return tested.getOrDefault(to, Set.of()).contains(from);
  }
}
