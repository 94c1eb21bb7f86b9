package org.parley.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.parley.decide.CompiledTable.Column;
import org.parley.decide.CompiledTable.Outcome;
import org.parley.decide.CompiledTable.Policy;

/**
 * Whether any facts make a row match. Most rows match in some of many random cases, or in one that
 * is looked for. Of the others some are excluded by the tables right behind them, and of the rest a
 * decision diagram tells exactly, if it does not become too large. Not thread-safe.
 */
public final class RowReach {
  private static final int RANDOM_CASES = 20_000;
  private static final int STARTS = 60;
  private static final int STEPS = 400;
  private static final int MOST_COMBINATIONS = 100_000;
  private static final int MOST_NODES = 200_000;

  private final CompiledTables tables;
  private final Map<Integer, BitSet> matched = new HashMap<>();

  RowReach(CompiledTables tables) {
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
    if (tables.behind(List.of(decision)).stream().anyMatch(s -> tables.table(s) == null)) {
      return Optional.empty();
    }
    if (matched.isEmpty()) {
      match();
    }
    return matched.get(slot).get(tables.table(slot).bit(row)) || climb(slot, row)
        ? Optional.of(true)
        : isExcluded(slot, row) ? Optional.of(false) : exactly(slot, row);
  }

  /**
   * Whether a row cannot match even if the decisions one step behind those that it reads could
   * answer anything together.
   */
  private boolean isExcluded(int target, int row) {
    CompiledTable table = tables.table(target);
    int bit = table.bit(row);
    Set<Integer> between = new TreeSet<>();
    Set<Integer> free = new TreeSet<>();
    for (Column column : table.columns()) {
      for (int slot : column.slots()) {
        boolean decides = table.accepted(row, column).size() < tables.domain(slot).size();
        if (decides && slot >= tables.factCount()) {
          between.add(slot);
        } else {
          free.add(slot);
        }
      }
    }
    between.forEach(s -> tables.table(s).columns().forEach(c -> addAll(c.slots(), free)));
    free.removeAll(between);
    double combinations =
        free.stream().mapToDouble(s -> tables.domain(s).size()).reduce(1, (a, b) -> a * b);
    return combinations <= MOST_COMBINATIONS
        && !matchesSome(table, bit, between, List.copyOf(free));
  }

  private static void addAll(int[] slots, Set<Integer> all) {
    for (int slot : slots) {
      all.add(slot);
    }
  }

  private boolean matchesSome(
      CompiledTable table, int bit, Set<Integer> between, List<Integer> free) {
    int[] state = new int[tables.slots()];
    long[] matching = new long[tables.words()];
    do {
      for (int slot : between) {
        state[slot] = tables.table(slot).answer(state, matching, tables.words(slot));
      }
      if (table.columns().stream().allMatch(c -> c.accepts(bit, state))) {
        return true;
      }
    } while (next(free, state));
    return false;
  }

  /** Goes on to the next combination; false behind the last. */
  private boolean next(List<Integer> free, int[] state) {
    for (int slot : free) {
      if (++state[slot] < tables.domain(slot).size()) {
        return true;
      }
      state[slot] = 0;
    }
    return false;
  }

  /** Looks for facts under which a row matches, going where fewer of its cells fail. */
  private boolean climb(int target, int row) {
    List<Integer> slots = List.copyOf(tables.behind(List.of(tables.decision(target).name())));
    List<Integer> facts =
        slots.stream()
            .flatMap(s -> tables.decision(s).facts().stream())
            .map(tables::slot)
            .distinct()
            .toList();
    Random random = new Random(row);
    int[] state = new int[tables.slots()];
    for (int start = 0; start < STARTS; start++) {
      facts.forEach(f -> state[f] = random.nextInt(tables.domain(f).size()));
      int failing = failing(target, row, slots, state);
      for (int step = 0; step < STEPS && failing > 0; step++) {
        int fact = facts.get(random.nextInt(facts.size()));
        int before = state[fact];
        state[fact] = random.nextInt(tables.domain(fact).size());
        int now = failing(target, row, slots, state);
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
  private int failing(int target, int row, List<Integer> slots, int[] state) {
    long[] matching = new long[tables.words()];
    for (int slot : slots) {
      state[slot] = tables.table(slot).answer(state, matching, tables.words(slot));
    }
    return tables.table(target).failing(row, state).size();
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

  /** Asks of a table with this row and one behind it that takes all the rest. */
  private Optional<Boolean> exactly(int slot, int row) {
    CompiledTable table = tables.table(slot);
    int bit = table.bit(row);
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(onlyRow(column, bit, table.words()));
    }
    List<Outcome> rows = List.of(new Outcome(1, true, 0), new Outcome(2, false, 1));
    CompiledTable asked = new CompiledTable(Policy.FIRST, columns, rows, null);
    String decision = tables.decision(slot).name();
    byte[] facts = new byte[tables.factCount()];
    return DecisionDiagram.count(
            tables.with(decision, asked), decision, facts, everything(), MOST_NODES)
        .map(worlds -> worlds.count(asked.domain().code(true)) > 0);
  }

  private static Column onlyRow(Column column, int bit, int words) {
    int[] strides = column.strides().clone();
    for (int i = 0; i < strides.length; i++) {
      strides[i] /= words;
    }
    long[] masks = new long[column.masks().length / words];
    for (int i = 0; i < masks.length; i++) {
      // the second row accepts all
      masks[i] = 2 | (column.masks()[i * words + bit / Long.SIZE] >>> bit & 1);
    }
    return new Column(column.slots().clone(), strides, masks);
  }

  private List<Worlds.Open> everything() {
    List<Worlds.Open> open = new ArrayList<>();
    for (int fact = 0; fact < tables.factCount(); fact++) {
      List<Integer> codes = new ArrayList<>();
      for (int code = 0; code < tables.domain(fact).size(); code++) {
        codes.add(code);
      }
      open.add(new Worlds.Open(fact, codes));
    }
    return open;
  }
}
