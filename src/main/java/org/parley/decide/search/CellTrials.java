package org.parley.decide.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.decide.answer.Answers;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.FactCodes;

/**
 * Tries changes of single cells on a case: which decisions would answer otherwise. Only what stands
 * downstream of a table whose answer changes is answered again. Not thread-safe.
 */
public final class CellTrials {
  private final CompiledTables tables;
  private final Answers answers;
  private final List<Integer> watched;
  // of each table the decisions that its answer reaches, in order
  private final int[][] downstream;
  private final Map<CellChange, ChangedTable> changed = new HashMap<>();
  private final Map<List<Object>, Map<String, Object>> effects = new HashMap<>();

  /**
   * @param watched the decisions whose answers count
   */
  public CellTrials(CompiledTables tables, Answers answers, List<String> watched) {
    this.tables = tables;
    this.answers = answers;
    this.watched = watched.stream().map(tables::slot).toList();
    this.downstream = new int[tables.slots()][];
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

  /**
   * The tables with a change.
   *
   * @param change one that {@link #canTell}
   */
  public static CompiledTables changed(CompiledTables tables, CellChange change) {
    CompiledTable table = tables.table(change.decision());
    return tables.with(change.decision(), new ChangedTable(table, change).after());
  }

  /** Whether the effect of a change can be told: all tables that it can reach have masks. */
  public boolean canTell(CellChange change) {
    int slot = tables.slot(change.decision());
    CompiledTable table = tables.table(slot);
    if (table == null
        || !table.isPlain()
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
    return changed(change).reach() != ChangedTable.Reach.NOTHING;
  }

  /** Whether the table by itself would lack an answer somewhere: a gap, or rows at odds. */
  public boolean breaksTable(CellChange change) {
    return changed(change).reach() == ChangedTable.Reach.NO_ANSWER;
  }

  private ChangedTable changed(CellChange change) {
    return changed.computeIfAbsent(change, c -> new ChangedTable(tables.table(c.decision()), c));
  }

  /**
   * Takes up a case, which all that follows is about.
   *
   * @param facts a code for each fact of the vocabulary, as {@link FactCodes} gives them
   * @return whether all decisions have a result
   */
  public boolean take(byte[] facts) {
    effects.clear();
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
    if (!isNear(tables.table(slot), change)) {
      return Map.of();
    }
    CompiledTable table = changed(change).after();
    long[] matching = new long[table.words()];
    Object then = table.result(table.answer(answers.state(), matching, 0), matching, 0);
    if (Objects.equals(then, answers.valueIn(slot))) {
      return Map.of();
    }
    List<Object> key = new ArrayList<>(List.of(slot));
    key.add(then);
    return effects.computeIfAbsent(key, k -> passOn(slot, then));
  }

  /** Whether the changed row matches, or would but for the changed cell. */
  private boolean isNear(CompiledTable table, CellChange change) {
    int bit = table.bit(change.row());
    for (int i = 0; i < table.columns().size(); i++) {
      if (i != change.column() && !table.columns().get(i).accepts(bit, answers.state())) {
        return false;
      }
    }
    return true;
  }

  /** What becomes of the decisions watched when one decision answers otherwise. */
  private Map<String, Object> passOn(int slot, Object then) {
    Map<String, Object> changed = new LinkedHashMap<>();
    int[] state = answers.state().clone();
    long[] matching = new long[tables.words()];
    state[slot] = then == null ? tables.domain(slot).none() : tables.domain(slot).code(then);
    note(slot, then, changed);
    for (int later : downstream[slot]) {
      tables.answer(later, state, matching);
      Object result = tables.table(later).result(state[later], matching, tables.words(later));
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
