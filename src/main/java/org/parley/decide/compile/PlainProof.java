package org.parley.decide.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.ParleyException;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.Domain;
import org.parley.decide.answer.OpenCell;
import org.parley.decide.reference.ReferenceEngine;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.PlainModel;
import org.parley.knowledge.Tested;

/**
 * Holds the masks of models by themselves against the engine: which rows match, on a case for each
 * row and on random ones. What may loop is not asked.
 */
final class PlainProof {
  private static final int RANDOM_CASES = 8;
  private static final int MOST_ROWS = 64;

  private final KnowledgeBase knowledge;
  private final PlainModel plain;
  private final PlainDomains domains;
  private final Map<String, Domain> seen;
  private final Set<String> exact;

  PlainProof(
      KnowledgeBase knowledge, PlainDomains domains, Map<String, Domain> seen, Set<String> exact) {
    this.knowledge = knowledge;
    this.plain = knowledge.plain().orElseThrow();
    this.domains = domains;
    this.seen = seen;
    this.exact = exact;
  }

  /** The tables of which the engine says otherwise, and what. */
  Map<String, String> disproved(
      Map<String, CompiledTable> tables,
      Map<String, Integer> slots,
      Map<String, List<OpenCell>> open) {
    Map<String, String> disproved = new LinkedHashMap<>();
    List<Decision> asked =
        knowledge.decisions().stream()
            .filter(d -> tables.containsKey(d.name()) && open.get(d.name()).isEmpty())
            .filter(this::canBeAsked)
            .toList();
    if (asked.isEmpty() || !plain.linkable()) {
      return disproved;
    }
    ReferenceEngine engine;
    try {
      engine =
          ReferenceEngine.of(
              knowledge, asked.stream().map(Decision::name).collect(Collectors.toSet()));
    } catch (ParleyException e) {
      // what the engine has against the models is a finding of its own
      return disproved;
    }
    List<String> names = List.copyOf(slots.keySet());
    for (Decision decision : asked) {
      difference(decision, tables.get(decision.name()), names, engine)
          .ifPresent(d -> disproved.put(decision.name(), d));
    }
    return disproved;
  }

  /** Whether all that the columns of a table test can be given to the engine. */
  private boolean canBeAsked(Decision decision) {
    return plain.unread(decision.name()).isEmpty()
        && decision.decisionTable().inputs().stream()
            .map(DecisionTable.Input::expression)
            .allMatch(e -> plain.column(e).isPresent() && seen.containsKey(e));
  }

  private Optional<String> difference(
      Decision decision, CompiledTable table, List<String> names, ReferenceEngine engine) {
    // the same for a decision, whatever else is proved
    Random random = new Random(decision.name().hashCode());
    Optional<String> difference = Optional.empty();
    int rows = table.rows().size();
    int settled = Math.min(rows, MOST_ROWS);
    for (int i = 0; i < settled + RANDOM_CASES && difference.isEmpty(); i++) {
      int[] state = new int[names.size()];
      for (Column column : table.columns()) {
        int slot = column.slots()[0];
        state[slot] = random.nextInt(Math.max(1, seen.get(names.get(slot)).size()));
      }
      if (i < settled) {
        settle(table, i * rows / settled, state, random);
      }
      difference = difference(decision, table, names, state, engine);
    }
    return difference;
  }

  /** Moves what columns see to what a row accepts, as far as it accepts anything. */
  private static void settle(CompiledTable table, int bit, int[] state, Random random) {
    Map<Integer, List<Integer>> accepted = new HashMap<>();
    for (Column column : table.columns()) {
      accepted.merge(
          column.slots()[0],
          new ArrayList<>(table.accepted(bit, column)),
          (one, other) -> {
            one.retainAll(other);
            return one;
          });
    }
    accepted.forEach(
        (slot, codes) -> {
          if (!codes.isEmpty()) {
            state[slot] = codes.get(random.nextInt(codes.size()));
          }
        });
  }

  private Optional<String> difference(
      Decision decision,
      CompiledTable table,
      List<String> names,
      int[] state,
      ReferenceEngine engine) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      String name = names.get(column.slots()[0]);
      values.put(name, seen.get(name).values().get(state[column.slots()[0]]));
    }
    TreeSet<Integer> ours = new TreeSet<>();
    for (int bit = 0; bit < table.rows().size(); bit++) {
      int row = bit;
      if (table.columns().stream().allMatch(c -> c.accepts(row, state))) {
        ours.add(table.rows().get(bit).number());
      }
    }
    Optional<List<Integer>> engines = engine.matches(decision, context(decision, values));
    return engines
        .filter(e -> !ours.equals(new TreeSet<>(e)))
        .map(
            e ->
                "the engine says that rows %s match, the analysis says %s, where %s"
                    .formatted(
                        e,
                        ours,
                        values.entrySet().stream()
                            .map(v -> v.getKey() + " = " + Tested.words(v.getValue()))
                            .collect(Collectors.joining(", "))));
  }

  /** All that a decision requires, with parts in the contexts that they are parts of. */
  private Map<String, Object> context(Decision decision, Map<String, Object> tested) {
    Map<String, Object> context = new LinkedHashMap<>();
    List<String> required = new ArrayList<>(decision.facts());
    required.addAll(decision.decisions());
    for (String name : plain.columns().keySet()) {
      String root = required.stream().filter(r -> isIn(name, r)).findFirst().orElse(null);
      if (root != null) {
        Object value =
            tested.containsKey(name)
                ? tested.get(name)
                : exact.contains(name) ? seen.get(name).values().get(0) : domains.sample(name);
        put(context, root, name.substring(root.length()), value);
      }
    }
    return context;
  }

  private static boolean isIn(String name, String root) {
    return name.equals(root) || name.startsWith(root + ".");
  }

  private static void put(Map<String, Object> context, String name, String path, Object value) {
    if (path.isEmpty()) {
      context.put(name, value);
      return;
    }
    int end = path.indexOf('.', 1);
    @SuppressWarnings("unchecked")
    Map<String, Object> inner =
        (Map<String, Object>) context.computeIfAbsent(name, n -> new LinkedHashMap<>());
    put(
        inner,
        path.substring(1, end < 0 ? path.length() : end),
        end < 0 ? "" : path.substring(end),
        value);
  }
}
