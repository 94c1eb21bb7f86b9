package org.parley.decide.search;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTable.Outcome;
import org.parley.decide.answer.CompiledTable.Policy;

/** A table, and the table that it becomes when one of its cells is changed. */
final class ChangedTable {
  private final CellChange change;
  private final CompiledTable before;
  private final CompiledTable after;
  // the places of the changed row
  private final int bitBefore;
  private final int bitAfter;

  /**
   * @param table with columns that test one name each
   */
  ChangedTable(CompiledTable table, CellChange change) {
    this.change = change;
    this.before = table;
    this.bitBefore = table.bit(change.row());
    List<Integer> order = order();
    this.bitAfter = order.indexOf(bitBefore);
    this.after =
        new CompiledTable(
            table.policy(),
            table.columns().stream().map(column -> changed(column, order)).toList(),
            order.stream().map(this::changed).toList(),
            table.otherwise());
  }

  /** A row that says something else gets the rank of the rows that say it too. */
  private List<Integer> order() {
    List<Integer> order = new ArrayList<>();
    for (int bit = 0; bit < before.rows().size(); bit++) {
      order.add(bit);
    }
    if (change instanceof CellChange.Says says && before.policy() == Policy.PRIORITY) {
      int rank = 0;
      while (rank < order.size()
          && !Objects.equals(before.rows().get(rank).result(), says.result())) {
        rank++;
      }
      order.add(rank, bitBefore);
      order.remove(rank > bitBefore ? bitBefore : bitBefore + 1);
    }
    return order;
  }

  private Outcome changed(int bit) {
    Outcome row = before.rows().get(bit);
    return bit == bitBefore && change instanceof CellChange.Says says
        ? new Outcome(row.number(), says.result(), row.wording())
        : row;
  }

  private Column changed(Column column, List<Integer> order) {
    int place = before.columns().indexOf(column);
    boolean same =
        change instanceof CellChange.Says ? bitBefore == bitAfter : place != change.column();
    return same
        ? column
        : CompiledTable.column(
            column.slots()[0],
            before.codes(column),
            order.size(),
            (bit, code) -> accepts(order.get(bit), column, code));
  }

  private boolean accepts(int bit, Column column, int code) {
    boolean accepted = before.accepts(bit, column, code);
    if (bit != bitBefore || before.columns().indexOf(column) != change.column()) {
      return accepted;
    }
    return change instanceof CellChange.Refuses refuses
        ? accepted && !refuses.codes().contains(code)
        : accepted || ((CellChange.Accepts) change).codes().contains(code);
  }

  /** The table with the change. */
  CompiledTable after() {
    return after;
  }

  /** What a change can do to a table by itself, whatever its columns see. */
  enum Reach {
    /** The table answers the same in every case. */
    NOTHING,
    /** Somewhere it answers otherwise. */
    ANSWER,
    /** Somewhere it has no answer any more. */
    NO_ANSWER
  }

  /** What the change can do, exactly: every combination of what the columns see is covered. */
  Reach reach() {
    return reach(sights(), 0, before.all(), after.all(), new HashSet<>());
  }

  /** The places of columns that see the same, those that see what the change is about first. */
  private List<List<Integer>> sights() {
    Map<Integer, List<Integer>> bySlot = new LinkedHashMap<>();
    if (change.column() >= 0) {
      bySlot.put(before.columns().get(change.column()).slots()[0], new ArrayList<>());
    }
    for (int i = 0; i < before.columns().size(); i++) {
      bySlot.computeIfAbsent(before.columns().get(i).slots()[0], slot -> new ArrayList<>()).add(i);
    }
    return List.copyOf(bySlot.values());
  }

  private Reach reach(
      List<List<Integer>> sights, int next, long[] left, long[] leftAfter, Set<LongBuffer> seen) {
    if (next > 0 && !matters(left, leftAfter)) {
      return Reach.NOTHING;
    }
    if (next == sights.size()) {
      return reach(left, leftAfter);
    }
    // what follows depends on nothing but the columns and the rows that are left
    LongBuffer here = LongBuffer.allocate(1 + left.length + leftAfter.length);
    if (!seen.add(here.put(next).put(left).put(leftAfter).flip())) {
      return Reach.NOTHING;
    }
    List<Integer> columns = sights.get(next);
    Reach reach = Reach.NOTHING;
    int codes = before.codes(before.columns().get(columns.get(0)));
    for (int code = 0; code < codes && reach != furthest(); code++) {
      Reach found =
          reach(
              sights,
              next + 1,
              left(before, columns, code, left),
              left(after, columns, code, leftAfter),
              seen);
      reach = found.compareTo(reach) > 0 ? found : reach;
    }
    return reach;
  }

  private boolean matters(long[] left, long[] leftAfter) {
    return (isIn(left, bitBefore) || isIn(leftAfter, bitAfter))
        && (change instanceof CellChange.Says || !Arrays.equals(left, leftAfter));
  }

  private static boolean isIn(long[] rows, int bit) {
    return (rows[bit / Long.SIZE] >>> bit & 1) != 0;
  }

  /** The rows that are left once some columns have seen a code. */
  private static long[] left(CompiledTable table, List<Integer> columns, int code, long[] rows) {
    long[] left = rows.clone();
    for (int column : columns) {
      long[] masks = table.columns().get(column).masks();
      for (int word = 0; word < left.length; word++) {
        left[word] &= masks[code * left.length + word];
      }
    }
    return left;
  }

  private Reach furthest() {
    boolean always = before.isList() && before.otherwise() != null;
    return always ? Reach.ANSWER : Reach.NO_ANSWER;
  }

  private Reach reach(long[] left, long[] leftAfter) {
    Object then = after.result(after.pick(leftAfter), leftAfter, 0);
    if (Objects.equals(before.result(before.pick(left), left, 0), then)) {
      return Reach.NOTHING;
    }
    return then == null ? Reach.NO_ANSWER : Reach.ANSWER;
  }
}
