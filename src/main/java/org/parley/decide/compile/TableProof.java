package org.parley.decide.compile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.ParleyException;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.Domain;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.reference.Prober.Unfit;
import org.parley.decide.reference.ReferenceEngine;
import org.parley.knowledge.Decision;

/**
 * Holds a compiled table against the reference engine: on one case for each row that the row
 * matches, if there is one, and on random cases. What differs in any of them is not used.
 */
final class TableProof {
  private static final int RANDOM_CASES = 8;
  private static final int TRIES = 64;

  private final ReferenceEngine reference;
  private final Map<String, Domain> domains;
  private final Map<String, Integer> slots;
  private Random random;

  /**
   * @param domains of all facts and of the decisions before those that are proved
   * @param slots of all facts and decisions
   */
  TableProof(ReferenceEngine reference, Map<String, Domain> domains, Map<String, Integer> slots) {
    this.reference = reference;
    this.domains = domains;
    this.slots = slots;
  }

  /**
   * Proves a table.
   *
   * @throws Unfit if the engine answers otherwise, or cannot be asked
   */
  void require(Decision decision, CompiledTable table) throws Unfit {
    Set<String> names = new LinkedHashSet<>(decision.facts());
    names.addAll(decision.decisions());
    for (String name : names) {
      if (!domains.containsKey(name)) {
        throw new Unfit("it requires '%s', whose values are not listed".formatted(name));
      }
    }
    // the same for a decision, whatever else is proved
    random = new Random(decision.name().hashCode());
    Map<Integer, Integer> sizes = new LinkedHashMap<>();
    names.forEach(name -> sizes.put(slots.get(name), domains.get(name).size()));
    int[] state = new int[slots.size()];
    for (int bit = 0; bit < table.rows().size(); bit++) {
      if (settle(table, bit, sizes, state)) {
        compare(decision, table, names, state);
      }
    }
    for (int i = 0; i < RANDOM_CASES; i++) {
      shuffle(sizes, state);
      compare(decision, table, names, state);
    }
  }

  private void shuffle(Map<Integer, Integer> sizes, int[] state) {
    sizes.forEach((slot, size) -> state[slot] = random.nextInt(size));
  }

  /** Looks for a state that a row accepts; in vain where there is none, or it is hard to find. */
  private boolean settle(CompiledTable table, int bit, Map<Integer, Integer> sizes, int[] state) {
    shuffle(sizes, state);
    for (int i = 0; i < TRIES; i++) {
      boolean settled = true;
      for (Column column : table.columns()) {
        if (!column.accepts(bit, state)) {
          settled = false;
          adjust(column, bit, sizes, state);
        }
      }
      if (settled) {
        return true;
      }
    }
    return false;
  }

  /** Moves what a column sees, step by step from a random place on, until it accepts a row. */
  private void adjust(Column column, int bit, Map<Integer, Integer> sizes, int[] state) {
    for (int slot : column.slots()) {
      int size = sizes.get(slot);
      state[slot] = random.nextInt(size);
      for (int i = 0; i < size && !column.accepts(bit, state); i++) {
        state[slot] = (state[slot] + 1) % size;
      }
    }
  }

  private void compare(Decision decision, CompiledTable table, Set<String> names, int[] state)
      throws Unfit {
    Function<String, Object> values =
        name ->
            names.contains(name) ? domains.get(name).values().get(state[slots.get(name)]) : null;
    long[] matching = new long[table.words()];
    int code = table.answer(state, matching, 0);
    Evaluation.Answer ours =
        code == table.domain().none()
            ? null
            : new Evaluation.Answer(table.result(code, matching, 0), table.matches(matching, 0));
    Evaluation.Answer engines = ask(decision, values);
    if (!Objects.equals(ours, engines)) {
      String where =
          names.stream().map(n -> n + " = " + values.apply(n)).collect(Collectors.joining(", "));
      throw new Unfit(
          "the engine says %s, the masks say %s, where %s"
              .formatted(describe(engines), describe(ours), where));
    }
  }

  private Evaluation.Answer ask(Decision decision, Function<String, Object> values) {
    try {
      return reference.answer(decision, values);
    } catch (ParleyException e) {
      return null;
    }
  }

  private static String describe(Evaluation.Answer answer) {
    return answer == null
        ? "nothing"
        : "%s (rows %s)"
            .formatted(
                answer.value(),
                answer.matches().stream()
                    .map(m -> (m.decided() ? "" : "not ") + m.row())
                    .collect(Collectors.joining(", ")));
  }
}
