package org.parley;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One decision of an advice: what it answered and which rows answered it.
 *
 * @param decision its name
 * @param question the question that it answers, or an empty string
 * @param result a {@link String}, a {@link java.math.BigDecimal}, a {@link Boolean}, a {@link
 *     java.util.Map} of these by name, or a {@link List} of any of them
 * @param rows the rows that matched, in the order of the table
 * @param decisions the decisions whose results it reads
 * @param facts the facts that it reads
 */
public record DecisionTrace(
    String decision,
    String question,
    Object result,
    List<FiredRow> rows,
    @JsonIgnore List<String> decisions,
    @JsonIgnore List<String> facts) {

  public DecisionTrace {
    result = unchangeable(result);
    rows = List.copyOf(rows);
    decisions = List.copyOf(decisions);
    facts = List.copyOf(facts);
  }

  private static Object unchangeable(Object result) {
    if (result instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(one -> copy.add(unchangeable(one)));
      return Collections.unmodifiableList(copy);
    }
    if (result instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((name, one) -> copy.put(name, unchangeable(one)));
      return Collections.unmodifiableMap(copy);
    }
    return result;
  }

  /**
   * The rows that a decision rests on, nearest first: those that gave its result, then those that
   * gave the results which they test, and so on.
   */
  public static List<FiredRow> rowsBehind(List<DecisionTrace> trace, String decision) {
    Map<String, DecisionTrace> byName = new HashMap<>(2 * trace.size());
    trace.forEach(d -> byName.put(d.decision(), d));
    List<FiredRow> rows = new ArrayList<>();
    Deque<DecisionTrace> open = new ArrayDeque<>();
    Optional.ofNullable(byName.remove(decision)).ifPresent(open::add);
    while (!open.isEmpty()) {
      for (FiredRow row : open.remove().rows()) {
        if (row.decided()) {
          rows.add(row);
          for (String input : row.inputs().keySet()) {
            // taken out, so that none is followed twice
            Optional.ofNullable(byName.remove(input)).ifPresent(open::add);
          }
        }
      }
    }
    return List.copyOf(rows);
  }

  /** The facts, known or not, that the rows behind a decision test, nearest first. */
  public static Set<String> factsBehind(List<DecisionTrace> trace, String decision) {
    Set<String> decisions = new HashSet<>(2 * trace.size());
    trace.forEach(d -> decisions.add(d.decision()));
    Set<String> facts = new LinkedHashSet<>();
    rowsBehind(trace, decision).forEach(r -> facts.addAll(r.inputs().keySet()));
    facts.removeAll(decisions);
    return facts;
  }
}
