package org.parley.decide.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTables;

/**
 * Whether any facts make a row match. Most rows match in some of many random cases, or in one that
 * is looked for; of the rest a proof is tried. Not thread-safe.
 */
public final class RowReach {
  private static final int RANDOM_CASES = 20_000;
  private static final int STARTS = 60;
  private static final int STEPS = 400;
  private static final int MOST_NODES = 200_000;

  private final CompiledTables tables;
  private final Map<Integer, BitSet> matched = new HashMap<>();

  public RowReach(CompiledTables tables) {
    this.tables = tables;
  }

  /**
   * Whether a row can match.
   *
   * @param row its place in the table, from 1
   * @return empty where that would take too much room, or where tables on the way have no masks
   */
  public Optional<Boolean> of(String decision, int row) {
    int slot = tables.slot(decision);
    if (!tables.arePlain(tables.behind(List.of(decision)))) {
      return Optional.empty();
    }
    if (matched.isEmpty()) {
      match();
    }
    int bit = tables.table(slot).bit(row);
    return matched.get(slot).get(bit) || climb(slot, bit, new Random(row))
        ? Optional.of(true)
        : new ReachProof(tables, decision).matches(bit, MOST_NODES);
  }

  /** Looks for facts under which a row matches, going where fewer of its cells fail. */
  private boolean climb(int target, int bit, Random random) {
    List<Integer> slots = List.copyOf(tables.behind(List.of(tables.name(target))));
    List<Integer> facts =
        slots.stream()
            .flatMap(s -> tables.decision(s).facts().stream())
            .map(tables::slot)
            .distinct()
            .toList();
    int[] state = new int[tables.slots()];
    for (int start = 0; start < STARTS; start++) {
      facts.forEach(f -> state[f] = random.nextInt(tables.domain(f).size()));
      int failing = failing(target, bit, slots, state);
      for (int step = 0; step < STEPS && failing > 0; step++) {
        int fact = facts.get(random.nextInt(facts.size()));
        int before = state[fact];
        state[fact] = random.nextInt(tables.domain(fact).size());
        int now = failing(target, bit, slots, state);
        if (now > failing) {
          state[fact] = before;
        } else {
          failing = now;
        }
      }
      if (failing == 0) {
        return true;
      }
    }
    return false;
  }

  /** How many cells of a row do not accept what the facts lead to. */
  private int failing(int target, int bit, List<Integer> slots, int[] state) {
    long[] matching = new long[tables.words()];
    slots.forEach(slot -> tables.answer(slot, state, matching));
    return tables.table(target).failing(bit, state).size();
  }

  private void match() {
    Random random = new Random(1);
    int[] state = new int[tables.slots()];
    long[] matching = new long[tables.words()];
    for (int slot = tables.factCount(); slot < state.length; slot++) {
      matched.put(slot, new BitSet());
    }
    for (int i = 0; i < RANDOM_CASES; i++) {
      for (int slot = 0; slot < state.length; slot++) {
        CompiledTable table = tables.table(slot);
        if (table == null) {
          state[slot] = random.nextInt(Math.max(1, tables.domain(slot).size()));
        } else {
          BitSet seen = matched.get(slot);
          state[slot] = table.answer(state, matching, tables.words(slot));
          table.forEachMatch(matching, tables.words(slot), seen::set);
        }
      }
    }
  }
}
