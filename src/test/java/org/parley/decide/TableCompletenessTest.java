package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** Every table that must choose has a row for each combination, and only one where one is due. */
class TableCompletenessTest {
  private static final FEEL ENGINE =
      FEEL.newInstance(TableCompletenessTest.class.getClassLoader(), List.of());
  private final KnowledgeBase knowledge = KnowledgeBase.builtIn();

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
    DecisionTable table = decision.decisionTable();
    List<List<BitSet>> columns = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      columns.add(masks(table, i));
    }
    boolean unique = table.hitPolicy().equals("UNIQUE");
    assertThat(walk(columns, unique, decision.name())).isEmpty();
  }

  /** For each value of a column the rows that accept it, asked of the engine's own FEEL. */
  private List<BitSet> masks(DecisionTable table, int column) {
    List<BitSet> masks = new ArrayList<>();
    for (Object value : values(table, column)) {
      BitSet accepting = new BitSet();
      for (Row row : table.rows()) {
        if (accepts(row.tests().get(column), value)) {
          accepting.set(row.number() - 1);
        }
      }
      masks.add(accepting);
    }
    return masks;
  }

  private final Map<String, List<UnaryTest>> compiled = new HashMap<>();

  private boolean accepts(String test, Object value) {
    EvaluationContext context =
        new EvaluationContextImpl(
            getClass().getClassLoader(), new FEELEventListenersManager(), FEELDialect.FEEL);
    context.setValue("?", value);
    return compiled.computeIfAbsent(test, ENGINE::evaluateUnaryTests).stream()
        .anyMatch(t -> Boolean.TRUE.equals(t.apply(context, value)));
  }

  private List<Object> values(DecisionTable table, int column) {
    String input = table.inputs().get(column).expression();
    FactType fact = knowledge.vocabulary().fact(input).orElse(null);
    if (fact == null) {
      return List.copyOf(knowledge.decision(input).orElseThrow().allowed());
    }
    return fact.kind() == FactType.Kind.CHOICE
        ? List.copyOf(fact.values())
        : numbers(table, column, fact);
  }

  /** Absent, the ends of the range, and both sides of each number that a row mentions. */
  private static List<Object> numbers(DecisionTable table, int column, FactType fact) {
    Set<Integer> numbers = new HashSet<>(Set.of(fact.min(), fact.max()));
    for (Row row : table.rows()) {
      Matcher matcher = Pattern.compile("\\d+").matcher(row.tests().get(column));
      while (matcher.find()) {
        int number = Integer.parseInt(matcher.group());
        numbers.addAll(List.of(number - 1, number, number + 1));
      }
    }
    List<Object> values = new ArrayList<>();
    values.add(null);
    numbers.stream()
        .filter(n -> fact.min() <= n && n <= fact.max())
        .sorted()
        .forEach(n -> values.add(new BigDecimal(n)));
    return values;
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
