package org.parley.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.decide.CompiledTable.Column;

/**
 * Tries changes of single cells on a case: which decisions would answer otherwise. Only what stands
 * downstream of a table whose answer changes is answered again. Not thread-safe.
 */
public final class CellTrials {
  private static final int MATCHES = -1;
  private static final int FAILS = -2;

  private final CompiledTables tables;
  private final Answers answers;
  private final List<Integer> watched;
  // of each table the decisions that its answer reaches, in order
  private final int[][] downstream;
  private final Map<List<Object>, Map<String, Object>> effects = new HashMap<>();
  private final int[][] nearness;

  /**
   * @param watched the decisions whose answers count
   */
  CellTrials(CompiledTables tables, Answers answers, List<String> watched) {
    this.tables = tables;
    this.answers = answers;
    this.watched = watched.stream().map(tables::slot).toList();
    this.downstream = new int[tables.slots()][];
    this.nearness = new int[tables.slots()][];
    for (int slot = tables.factCount(); slot < downstream.length; slot++) {
      downstream[slot] = below(slot);
    }
  }

  private int[] below(int slot) {
    List<String> reached = new ArrayList<>(List.of(tables.decision(slot).name()));
    List<Integer> below = new ArrayList<>();
    for (int later = slot + 1; later < tables.slots(); later++) {
      if (tables.decision(later).decisions().stream().anyMatch(reached::contains)) {
        reached.add(tables.decision(later).name());
        below.add(later);
      }
    }
    return below.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether the effect of a change can be told: all tables that it can reach have masks. */
  public boolean canTell(CellChange change) {
    int slot = tables.slot(change.decision());
    CompiledTable table = tables.table(slot);
    if (table == null
        || table.columns().stream().anyMatch(c -> c.slots().length != 1)
        || Arrays.stream(downstream[slot]).anyMatch(s -> tables.table(s) == null)) {
      return false;
    }
    boolean known = change instanceof CellChange.Says says && isNew(table, says.result());
    return !known
        || (downstream[slot].length == 0 && table.policy() != CompiledTable.Policy.PRIORITY);
  }

  private static boolean isNew(CompiledTable table, Object result) {
    return table.rows().stream().noneMatch(r -> Objects.equals(r.result(), result));
  }

  /** Whether the table by itself answers otherwise in any case, whether or not one can arise. */
  public boolean changesAnswer(CellChange change) {
    return reach(change) != ChangedTable.Reach.NOTHING;
  }

  /** Whether the table by itself would lack an answer somewhere: a gap, or rows at odds. */
  public boolean breaksTable(CellChange change) {
    return reach(change) == ChangedTable.Reach.NO_ANSWER;
  }

  private ChangedTable.Reach reach(CellChange change) {
    return new ChangedTable(tables.table(change.decision()), change).reach();
  }

  /**
   * Takes up a case, which all that follows is about.
   *
   * @param facts a code for each fact of the vocabulary, as {@link FactCodes} gives them
   * @return whether all decisions have a result
   */
  public boolean take(byte[] facts) {
    effects.clear();
    Arrays.fill(nearness, null);
    return answers.answer(facts);
  }

  /** What a decision answers without any change. */
  public Object value(String decision) {
    return answers.value(decision);
  }

  /** Whether a row of a decision is among those that give its answer. */
  public boolean decides(String decision, int row) {
    return answers.matches(decision).stream().anyMatch(m -> m.decided() && m.row() == row);
  }

  /**
   * The decisions watched that would answer otherwise, with their answers then; {@code null} for
   * one that would have none.
   *
   * @param change one that {@link #canTell}
   */
  public Map<String, Object> effect(CellChange change) {
    int slot = tables.slot(change.decision());
    CompiledTable table = tables.table(slot);
    int bit = table.bit(change.row());
    if (!makesDifference(change, slot, nearness(slot)[bit])) {
      return Map.of();
    }
    long[] others = answers.matching(slot);
    others[bit / Long.SIZE] &= ~(1L << bit);
    Object then = new ChangedTable(table, change).after(others);
    if (Objects.equals(then, answers.valueIn(slot))) {
      return Map.of();
    }
    List<Object> key = new ArrayList<>(List.of(slot));
    key.add(then);
    return effects.computeIfAbsent(key, k -> passOn(slot, then));
  }

  private boolean makesDifference(CellChange change, int slot, int nearness) {
    if (change instanceof CellChange.Accepts accepts) {
      return nearness == accepts.column() && accepts.codes().contains(seen(slot, nearness));
    }
    if (change instanceof CellChange.Refuses refuses) {
      return nearness == MATCHES && refuses.codes().contains(seen(slot, refuses.column()));
    }
    return nearness == MATCHES;
  }

  private int seen(int slot, int column) {
    return answers.state()[tables.table(slot).columns().get(column).slots()[0]];
  }

  /** For each row of a table whether it matches, or else the one column that fails. */
  private int[] nearness(int slot) {
    if (nearness[slot] == null) {
      List<Column> columns = tables.table(slot).columns();
      int[] rows = new int[tables.table(slot).rows().size()];
      for (int bit = 0; bit < rows.length; bit++) {
        rows[bit] = MATCHES;
        for (int column = 0; column < columns.size() && rows[bit] != FAILS; column++) {
          if (!columns.get(column).accepts(bit, answers.state())) {
            rows[bit] = rows[bit] == MATCHES ? column : FAILS;
          }
        }
      }
      nearness[slot] = rows;
    }
    return nearness[slot];
  }

  /** What becomes of the decisions watched when one decision answers otherwise. */
  private Map<String, Object> passOn(int slot, Object then) {
    Map<String, Object> changed = new LinkedHashMap<>();
    int[] state = answers.state().clone();
    long[] matching = new long[tables.words()];
    state[slot] = then == null ? tables.domain(slot).none() : tables.domain(slot).code(then);
    note(slot, then, changed);
    for (int later : downstream[slot]) {
      CompiledTable table = tables.table(later);
      int code = table.answer(state, matching, tables.words(later));
      state[later] = code;
      Object result = table.result(code, matching, tables.words(later));
      if (!Objects.equals(result, answers.valueIn(later))) {
        note(later, result, changed);
      }
    }
    return Collections.unmodifiableMap(changed);
  }

  private void note(int slot, Object result, Map<String, Object> changed) {
    if (watched.contains(slot)) {
      changed.put(tables.decision(slot).name(), result);
    }
  }
}
