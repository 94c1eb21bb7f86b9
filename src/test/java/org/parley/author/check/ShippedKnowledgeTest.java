package org.parley.author.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.parley.knowledge.KnowledgeFiles;

/** The tables that are shipped hold to every check; the build fails where they do not. */
class ShippedKnowledgeTest {

  @Test
  void nothingIsFound() {
    CheckResult result =
        Checker.of(KnowledgeFiles.of(Path.of(""))).withCases(Path.of("cases")).check();

    assertThat(result.findings()).isEmpty();
    assertThat(result.rows()).isGreaterThan(600);
    assertThat(result.cases()).isGreaterThan(100);
    assertThat(result.notAnalysed()).allMatch(n -> n.what().startsWith("by the engine's own"));
    assertThat(result.turnedOff()).allMatch(off -> off.setting().why().length() > 40);
  }
}
