package org.parley.decide.compile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.decide.answer.Domain;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;

/**
 * What a number among the facts can stand for: the bands between those numbers that cells compare
 * it with. Where cells do more than compare, each number by itself, if there are few.
 */
final class NumberDomain {
  private NumberDomain() {}

  /** Whether all of a column's cells compare with numbers and do nothing else. */
  static boolean areComparisons(List<String> cells) {
    return cells.stream().map(Cell::test).allMatch(NumberDomain::isComparison);
  }

  private static boolean isComparison(Cell cell) {
    return cell instanceof Cell.Not not
        ? isComparison(not.cell())
        : cell instanceof Cell.Any || cell instanceof Cell.Numbers;
  }

  /** The domain of a number, as the tables of these decisions see it. */
  static Domain of(FactType fact, List<Decision> decisions) {
    List<String> cells = new ArrayList<>();
    boolean compared = true;
    for (Decision decision : decisions) {
      DecisionTable table = decision.decisionTable();
      for (int i = 0; table != null && i < table.inputs().size(); i++) {
        int column = i;
        List<String> own = table.rows().stream().map(r -> r.tests().get(column)).toList();
        if (table.inputs().get(i).expression().equals(fact.name())) {
          cells.addAll(own);
        } else {
          compared &= !table.inputs().get(i).expression().contains(fact.name());
        }
        compared &= own.stream().noneMatch(c -> c.contains(fact.name()));
      }
    }
    boolean few = (long) fact.max() - fact.min() < Domain.LARGEST;
    boolean banded = !few || (compared && areComparisons(cells));
    List<Object> values = new ArrayList<>();
    values.add(null);
    if (banded) {
      values.addAll(starts(fact, cells));
    } else {
      IntStream.rangeClosed(fact.min(), fact.max())
          .mapToObj(BigDecimal::valueOf)
          .forEach(values::add);
    }
    return new Domain(values, banded);
  }

  /** Facts are whole numbers: a comparison can turn only at its number or just above it. */
  private static List<BigDecimal> starts(FactType fact, List<String> cells) {
    BigDecimal min = BigDecimal.valueOf(fact.min());
    BigDecimal max = BigDecimal.valueOf(fact.max());
    TreeSet<BigDecimal> starts = new TreeSet<>(List.of(min));
    for (String cell : cells) {
      for (Cell.Range range : Cell.test(cell).ranges()) {
        Stream.of(range.low(), range.high())
            .filter(Objects::nonNull)
            .forEach(
                number -> {
                  starts.add(number.setScale(0, RoundingMode.CEILING));
                  starts.add(number.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
                });
      }
    }
    return List.copyOf(starts.subSet(min, true, max, true));
  }
}
