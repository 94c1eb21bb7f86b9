package org.parley.decide.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTables;

/**
 * The rows of one table in two versions: which rows accept and answer the same in both. While only
 * such rows are left, the two versions go on alike.
 */
final class RowPairs {
  private final CompiledTable before;
  private final CompiledTable after;
  private final int[] idsBefore;
  private final int[] idsAfter;
  private final List<Integer> conditions;

  RowPairs(CompiledTables before, CompiledTables after, String decision) {
    this.before = before.table(decision);
    this.after = after.table(decision);
    Map<List<Object>, Integer> ids = new HashMap<>();
    boolean samePolicy =
        this.before.policy() == this.after.policy()
            && String.valueOf(this.before.otherwise())
                .equals(String.valueOf(this.after.otherwise()));
    this.idsBefore = ids(before, this.before, ids);
    // under another hit policy no row counts as the same
    this.idsAfter = ids(after, this.after, samePolicy ? ids : shifted(ids.size()));
    this.conditions = conditions(after);
  }

  private static Map<List<Object>, Integer> shifted(int size) {
    Map<List<Object>, Integer> ids = new HashMap<>();
    for (int i = 0; i < size; i++) {
      ids.put(List.of(i), i);
    }
    return ids;
  }

  private static int[] ids(
      CompiledTables tables, CompiledTable table, Map<List<Object>, Integer> ids) {
    int[] found = new int[table.rows().size()];
    Map<List<Object>, Integer> twice = new HashMap<>();
    for (int bit = 0; bit < found.length; bit++) {
      List<Object> content = new ArrayList<>();
      content.add(String.valueOf(table.rows().get(bit).result()));
      for (Column column : table.columns()) {
        if (column.slots().length == 1) {
          content.addAll(accepted(tables, table, column, bit));
        }
      }
      // a row that stands twice is two rows
      content.add(twice.merge(List.copyOf(content), 1, Integer::sum));
      ids.putIfAbsent(content, ids.size());
      found[bit] = ids.get(content);
    }
    return found;
  }

  /** What a cell accepts, in words that do not depend on codes; nothing where it accepts all. */
  private static List<?> accepted(
      CompiledTables tables, CompiledTable table, Column column, int bit) {
    String name = tables.name(column.slots()[0]);
    Set<Integer> codes = table.accepted(bit, column);
    if (codes.isEmpty()) {
      return List.of(name);
    }
    List<Object> values = tables.domain(column.slots()[0]).values();
    return codes.size() == values.size()
        ? List.of()
        : codes.stream().map(code -> List.of(name, String.valueOf(values.get(code)))).toList();
  }

  /** The slots that rows which differ put conditions on, what rests on few facts first. */
  List<Integer> conditions() {
    return conditions;
  }

  private List<Integer> conditions(CompiledTables tables) {
    Set<Integer> both = new LinkedHashSet<>();
    for (int id : idsBefore) {
      both.add(id);
    }
    Set<Integer> slots = new LinkedHashSet<>();
    for (int bit = 0; bit < idsAfter.length; bit++) {
      if (!both.contains(idsAfter[bit])) {
        for (Column column : after.columns()) {
          if (column.slots().length == 1 && !accepted(tables, after, column, bit).isEmpty()) {
            slots.add(column.slots()[0]);
          }
        }
      }
    }
    return slots.stream()
        .sorted(Comparator.comparing(slot -> tables.factsBehind(slot).size()))
        .toList();
  }

  /** Whether the rows left in both versions are alike. */
  boolean areAlike(long[] state, int at, long[] other, int otherAt) {
    return left(before, idsBefore, state, at).equals(left(after, idsAfter, other, otherAt));
  }

  private static List<Integer> left(CompiledTable table, int[] ids, long[] state, int at) {
    List<Integer> left = new ArrayList<>();
    table.forEachMatch(state, at, bit -> left.add(ids[bit]));
    return left;
  }
}
