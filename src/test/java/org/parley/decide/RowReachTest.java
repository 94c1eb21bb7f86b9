package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.answer.TableCells;
import org.parley.decide.search.RowReach;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Row;

/** Which rows can match at all, held against every case that there is. */
class RowReachTest {
  private static final Path SEEDS = Path.of("src/test/resources/broken");
  private static final String VERDICTS = "dmn/verdicts.dmn";

  private final KnowledgeBase knowledge = withARowThatNeverMatches();
  private final TableEngine engine = TableEngine.of(knowledge);

  private static KnowledgeBase withARowThatNeverMatches() {
    try {
      byte[] changed = Files.readAllBytes(SEEDS.resolve("never-together").resolve(VERDICTS));
      return KnowledgeBase.of(KnowledgeFiles.of(SEEDS.resolve("base")).with(VERDICTS, changed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void rowsThatMatchInSomeCaseAreReachedAndNoOthers() {
    Set<String> matched = new HashSet<>();
    for (Map<String, String> facts : everyCase()) {
      Evaluation evaluation = engine.evaluate(facts);
      for (Decision decision : knowledge.decisions()) {
        evaluation.matches(decision.name()).forEach(m -> matched.add(decision.name() + m.row()));
      }
    }

    RowReach reach = engine.reach();
    assertThat(reach.of("risks of this advice", 1)).contains(false);
    for (Decision decision : knowledge.decisions()) {
      for (Row row : decision.decisionTable().rows()) {
        assertThat(reach.of(decision.name(), row.number()))
            .as(row.id())
            .isEqualTo(Optional.of(matched.contains(decision.name() + row.number())));
      }
    }
  }

  @Test
  void cellsSayWhatARowAccepts() {
    TableCells cells = engine.cells("ripeness").orElseThrow();

    assertThat(cells.dimensions())
        .extracting(TableCells.Dimension::name)
        .containsExactly("stage", "duration");
    assertThat(cells.rows().get(1).accepted()).containsExactly(List.of(0), List.of(0, 2));
    assertThat(cells.rows().get(1).result()).isEqualTo("unripe");
    assertThat(cells.otherwise()).isFalse();
  }

  private List<Map<String, String>> everyCase() {
    List<Map<String, String>> cases = new ArrayList<>(List.of(Map.of()));
    List<String> names = engine.codes().names();
    for (int fact = 0; fact < names.size(); fact++) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> before : cases) {
        for (String value : engine.codes().values(fact)) {
          Map<String, String> facts = new TreeMap<>(before);
          facts.put(names.get(fact), value);
          longer.add(facts);
        }
      }
      cases = longer;
    }
    return cases;
  }
}
