package org.parley.decide;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.decide.CompiledTable.Column;
import org.parley.decide.CompiledTable.Outcome;

/** A table and what it says when one of its cells is changed. */
final class ChangedTable {
  private final CompiledTable table;
  private final CellChange change;
  private final int bit;

  ChangedTable(CompiledTable table, CellChange change) {
    this.table = table;
    this.change = change;
    this.bit = table.bit(change.row());
  }

  /**
   * What it says where the cell makes the difference.
   *
   * @param others the rows that match, but for the changed one
   */
  Object after(long[] others) {
    if (change instanceof CellChange.Refuses) {
      return said(others, null);
    }
    return said(
        with(others),
        change instanceof CellChange.Says says ? says.result() : table.rows().get(bit).result());
  }

  /** What it says there without the change. */
  Object before(long[] others) {
    return change instanceof CellChange.Accepts
        ? said(others, null)
        : said(with(others), table.rows().get(bit).result());
  }

  private long[] with(long[] others) {
    long[] rows = others.clone();
    rows[bit / Long.SIZE] |= 1L << bit;
    return rows;
  }

  /**
   * What the table says where some rows match.
   *
   * @param own what the changed row says, if it is one of them
   */
  private Object said(long[] matching, Object own) {
    List<Integer> bits = new ArrayList<>();
    table.forEachMatch(matching, 0, bits::add);
    if (bits.isEmpty()) {
      return table.otherwise();
    }
    return switch (table.policy()) {
      case COLLECT -> bits.stream().map(b -> said(b, own)).toList();
      case UNIQUE -> bits.size() == 1 ? said(bits.get(0), own) : null;
      case FIRST -> said(bits.get(0), own);
      case ANY ->
          bits.stream().map(b -> said(b, own)).distinct().count() == 1
              ? said(bits.get(0), own)
              : null;
      case PRIORITY -> foremost(bits, own);
    };
  }

  private Object said(int row, Object own) {
    return row == bit ? own : table.rows().get(row).result();
  }

  /** A row that says something else has the rank of the rows that say it too. */
  private Object foremost(List<Integer> bits, Object own) {
    int best = Integer.MAX_VALUE;
    Object result = null;
    for (int row : bits) {
      Object says = said(row, own);
      int rank = row == bit ? rank(says) : row;
      if (rank < best) {
        best = rank;
        result = says;
      }
    }
    return result;
  }

  private int rank(Object result) {
    List<Outcome> rows = table.rows();
    for (int row = 0; row < rows.size(); row++) {
      if (Objects.equals(rows.get(row).result(), result)) {
        return row;
      }
    }
    return rows.size();
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
    List<List<long[]>> sights = new ArrayList<>();
    bySlot().values().forEach(columns -> sights.add(sights(columns)));
    long[] others = table.all();
    others[bit / Long.SIZE] &= ~(1L << bit);
    return reach(sights, 0, others, new HashSet<>(), Reach.NOTHING);
  }

  /** Columns that see the same see it together. */
  private Map<List<Integer>, List<Column>> bySlot() {
    Map<List<Integer>, List<Column>> bySlot = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      List<Integer> slots = Arrays.stream(column.slots()).boxed().toList();
      bySlot.computeIfAbsent(slots, s -> new ArrayList<>()).add(column);
    }
    return bySlot;
  }

  /** For all that some columns may see and that lets the cell make a difference, the rows left. */
  private List<long[]> sights(List<Column> columns) {
    List<long[]> sights = new ArrayList<>();
    int words = table.words();
    int codes = columns.get(0).masks().length / words;
    for (int code = 0; code < codes; code++) {
      long[] rows = table.all();
      boolean here = true;
      for (Column column : columns) {
        long[] masks = column.masks();
        here &= isAffected(column, code, masks);
        for (int word = 0; word < words; word++) {
          rows[word] &= masks[code * words + word];
        }
      }
      if (here) {
        sights.add(rows);
      }
    }
    return sights;
  }

  private boolean isAffected(Column column, int code, long[] masks) {
    int at = table.columns().indexOf(column);
    if (change instanceof CellChange.Accepts accepts && accepts.column() == at) {
      return accepts.codes().contains(code);
    }
    if (change instanceof CellChange.Refuses refuses && refuses.column() == at) {
      return refuses.codes().contains(code);
    }
    return (masks[code * table.words() + bit / Long.SIZE] >>> bit & 1) != 0;
  }

  private Reach reach(
      List<List<long[]>> sights, int next, long[] others, Set<List<Object>> seen, Reach soFar) {
    Reach reach = soFar;
    if (next == sights.size()) {
      return later(reach, reachWith(others));
    }
    // what follows depends on nothing but the column and the rows that are left
    if (!seen.add(List.of(next, LongBuffer.wrap(others)))) {
      return reach;
    }
    for (long[] rows : sights.get(next)) {
      long[] left = others.clone();
      for (int word = 0; word < left.length; word++) {
        left[word] &= rows[word];
      }
      reach = reach(sights, next + 1, left, seen, reach);
      if (reach == furthest()) {
        return reach;
      }
    }
    return reach;
  }

  private Reach furthest() {
    boolean always = table.isList() && table.otherwise() != null;
    return always ? Reach.ANSWER : Reach.NO_ANSWER;
  }

  private Reach reachWith(long[] others) {
    Object before = before(others);
    Object after = after(others);
    if (Objects.equals(before, after)) {
      return Reach.NOTHING;
    }
    return after == null ? Reach.NO_ANSWER : Reach.ANSWER;
  }

  private static Reach later(Reach one, Reach other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
