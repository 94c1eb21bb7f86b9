package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.decide.answer.CompiledTable;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** Every table that must choose has a row for each combination, and only one where one is due. */
class TableCompletenessTest {
  private final KnowledgeBase knowledge = KnowledgeBase.builtIn();
  private final TableEngine engine = TableEngine.of(knowledge);

  @TestFactory
  Stream<DynamicTest> noGapAndNoIllegalOverlap() {
    return knowledge.decisions().stream()
        .filter(d -> !d.decisionTable().hitPolicy().equals("COLLECT"))
        .map(d -> DynamicTest.dynamicTest(d.name(), () -> check(d)));
  }

  @Test
  void aGapAndAnOverlapWouldBeFound() {
    assertThat(walk(List.of(List.of(bits(0), bits(1)), List.of(bits(0, 1), bits())), true, "t"))
        .containsExactly("t: no row for [0, 1]", "t: no row for [1, 1]");
    assertThat(walk(List.of(List.of(bits(0, 1)), List.of(bits(0, 1))), true, "t"))
        .containsExactly("t: rows {0, 1} for [0, 0]");
  }

  private void check(Decision decision) {
    CompiledTable table = engine.tables().table(decision.name());
    assertThat(table.words()).isEqualTo(1);
    List<List<BitSet>> columns =
        table.columns().stream().map(TableCompletenessTest::masks).toList();
    boolean unique = table.policy() == CompiledTable.Policy.UNIQUE;
    assertThat(walk(columns, unique, decision.name())).isEmpty();
  }

  /** For each value of a column the rows that accept it. */
  private static List<BitSet> masks(CompiledTable.Column column) {
    List<BitSet> masks = new ArrayList<>();
    for (long mask : column.masks()) {
      masks.add(BitSet.valueOf(new long[] {mask}));
    }
    // the last is for a decision without a result
    return masks.subList(0, masks.size() - 1);
  }

  private static List<String> walk(List<List<BitSet>> columns, boolean unique, String table) {
    List<String> findings = new ArrayList<>();
    BitSet all = new BitSet();
    columns.get(0).forEach(all::or);
    descend(columns, 0, all, new int[columns.size()], unique, table, findings, new HashSet<>());
    return findings;
  }

  private static void descend(
      List<List<BitSet>> columns,
      int column,
      BitSet rows,
      int[] path,
      boolean unique,
      String table,
      List<String> findings,
      Set<List<Object>> seen) {
    // what follows depends on nothing but the column and the rows that are left
    if (column == columns.size()) {
      if (rows.isEmpty()) {
        findings.add("%s: no row for %s".formatted(table, Arrays.toString(path)));
      } else if (unique && rows.cardinality() > 1) {
        findings.add("%s: rows %s for %s".formatted(table, rows, Arrays.toString(path)));
      }
      return;
    }
    if (!seen.add(List.of(column, rows)) && column > 1) {
      return;
    }
    for (int value = 0; value < columns.get(column).size(); value++) {
      BitSet left = (BitSet) rows.clone();
      left.and(columns.get(column).get(value));
      path[column] = value;
      descend(columns, column + 1, left, path, unique, table, findings, seen);
    }
  }

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    Arrays.stream(set).forEach(bits::set);
    return bits;
  }
}
