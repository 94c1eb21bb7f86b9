package org.parley.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.explain.FinalDecisions;

/** Lays the trace of an advice out from the posture down to the facts, everything once. */
final class TraceTree {
  /** What a reader asks for first. */
  private static final List<String> ROOTS = FinalDecisions.RECOMMENDATION;

  private final Map<String, DecisionTrace> decisions = new LinkedHashMap<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Set<String> shownDecisions = new HashSet<>();
  private final Set<String> shownFacts = new HashSet<>();
  private final List<TraceNode> roots = new ArrayList<>();

  private TraceTree(Advice advice) {
    advice.trace().forEach(trace -> decisions.put(trace.decision(), trace));
    advice.facts().forEach(fact -> facts.put(fact.name(), fact));
  }

  static TraceTree of(Advice advice) {
    TraceTree tree = new TraceTree(advice);
    ROOTS.stream().filter(tree.decisions::containsKey).forEach(tree::addRoot);
    tree.rest().forEach(tree::addRoot);
    return tree;
  }

  /** The decisions to begin from: the final ones, then those that none of these rests on. */
  List<TraceNode> roots() {
    return List.copyOf(roots);
  }

  /** The facts that no place of the tree shows, in their order. */
  List<Fact> untested() {
    return facts.values().stream().filter(fact -> !shownFacts.contains(fact.name())).toList();
  }

  private void addRoot(String decision) {
    if (!shownDecisions.contains(decision)) {
      roots.add(decided(decisions.get(decision)));
    }
  }

  /** The last first: a decision stands behind those it reads, which are shown below it. */
  private List<String> rest() {
    List<String> names = new ArrayList<>(decisions.keySet());
    Map<String, Integer> readers = new HashMap<>();
    decisions.values().forEach(d -> d.decisions().forEach(n -> readers.merge(n, 1, Integer::sum)));
    Set<String> order = new LinkedHashSet<>();
    names.stream().filter(name -> !readers.containsKey(name)).forEach(order::add);
    for (int i = names.size() - 1; i >= 0; i--) {
      order.add(names.get(i));
    }
    return List.copyOf(order);
  }

  private TraceNode decided(DecisionTrace trace) {
    String result = Wording.result(trace.result());
    if (!shownDecisions.add(trace.decision())) {
      return new TraceNode.Decided(trace.decision(), "", result, true, List.of());
    }
    List<TraceNode> below = trace.rows().isEmpty() ? inputs(trace) : rows(trace);
    return new TraceNode.Decided(trace.decision(), trace.question(), result, false, below);
  }

  private List<TraceNode> rows(DecisionTrace trace) {
    Stream<FiredRow> deciding = trace.rows().stream().filter(FiredRow::decided);
    Stream<FiredRow> outranked = trace.rows().stream().filter(row -> !row.decided());
    return Stream.concat(deciding, outranked).map(this::matched).toList();
  }

  private TraceNode matched(FiredRow row) {
    if (!row.decided()) {
      return new TraceNode.Matched(row, List.of());
    }
    List<TraceNode> inputs = new ArrayList<>();
    row.inputs().forEach((name, value) -> inputs.add(input(name, value)));
    return new TraceNode.Matched(row, inputs);
  }

  private List<TraceNode> inputs(DecisionTrace trace) {
    return Stream.concat(trace.decisions().stream(), trace.facts().stream())
        .map(name -> input(name, ""))
        .toList();
  }

  private TraceNode input(String name, String value) {
    DecisionTrace decision = decisions.get(name);
    if (decision != null) {
      return decided(decision);
    }
    Fact fact = facts.get(name);
    return fact == null
        ? new TraceNode.Open(name, Wording.known(value))
        : new TraceNode.Known(fact, !shownFacts.add(name));
  }
}
