package org.parley.explain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.Labelled;
import org.parley.Posture;

/**
 * What the posture rests on: the facts and decisions that the deciding rows tested, those of the
 * posture itself and those of the verdict on it, which a posture that is left for want of another
 * does not test; those that theirs tested, and so on.
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
    for (DecisionTrace decision : trace) {
      if (decision.decision().equals(FinalDecisions.POSTURE)) {
        String verdict =
            Labelled.find(Posture.class, String.valueOf(decision.result()))
                .map(FinalDecisions::verdict)
                .orElseThrow();
        names.add(verdict);
        Stream.of(FinalDecisions.POSTURE, verdict)
            .flatMap(end -> DecisionTrace.rowsBehind(trace, end).stream())
            .forEach(row -> add(row, names, tested));
      }
    }
    return new PathToPosture(names, tested);
  }

  private static void add(FiredRow row, Set<String> names, Map<String, Set<String>> tested) {
    names.addAll(row.inputs().keySet());
    tested.computeIfAbsent(row.table(), t -> new HashSet<>()).addAll(row.inputs().keySet());
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
