package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.FiredRow;
import org.parley.explain.UsedTable.Fate;
import org.parley.explain.UsedTable.UsedRow;
import org.parley.knowledge.KnowledgeBase;

/** Tables as they were used say what the trace says, and where the other rows failed. */
class UsedTableTest {

  @Test
  void agreesWithTheTraceAndMarksEveryRowThatFailed() {
    try (TableAdvisor advisor = TableAdvisor.of(KnowledgeBase.builtIn())) {
      TableAdvice advice =
          advisor.advise(advisor.readCase(Path.of("cases/vietnam-war/VN-01.yaml")));

      List<UsedTable> tables = advice.tables();

      assertThat(tables).hasSizeGreaterThan(50);
      for (UsedTable table : tables) {
        List<FiredRow> fired = advice.trace(table.decision().name()).orElseThrow().rows();
        assertThat(table.rows().stream().filter(r -> r.fate() != Fate.FAILED))
            .extracting(r -> r.row().id() + r.why() + r.fate().equals(Fate.DECIDED))
            .containsExactlyElementsOf(
                fired.stream().map(r -> r.id() + r.why() + r.decided()).toList());
        assertThat(table.rows()).allMatch(r -> (r.fate() == Fate.FAILED) == !r.failing().isEmpty());
        assertThat(table.rows())
            .extracting(UsedRow::failing)
            .allSatisfy(f -> assertThat(f).allMatch(c -> c < table.columns().size()));
      }
    }
  }
}
