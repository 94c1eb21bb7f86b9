package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;

/** The drawings that the models bring. */
class DiagramTest {

  @Test
  void everyDecisionStandsInOneDrawingWithAllThatItReads() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    List<Diagram> diagrams = knowledge.diagrams();

    assertThat(
            diagrams.stream()
                .flatMap(d -> d.nodes().stream())
                .filter(Diagram.Node::decision)
                .map(Diagram.Node::name))
        .containsExactlyInAnyOrderElementsOf(
            knowledge.decisions().stream().map(Decision::name).toList());
    for (Decision decision : knowledge.decisions()) {
      Set<String> drawn =
          diagrams.stream()
              .filter(d -> d.file().equals(decision.file()))
              .flatMap(d -> d.edges().stream())
              .filter(e -> e.to().equals(decision.name()))
              .map(Diagram.Edge::from)
              .collect(Collectors.toSet());
      assertThat(drawn)
          .as(decision.name())
          .containsAll(decision.facts())
          .containsAll(decision.decisions());
    }
    assertThat(diagrams)
        .allSatisfy(d -> assertThat(d.edges()).allMatch(e -> e.points().size() >= 2).isNotEmpty());
  }

  @Test
  void aModelWithoutADrawingHasNone(@TempDir Path folder) throws IOException {
    Copy copy = Copy.into(folder);
    String model = copy.read("dmn/ripeness.dmn");
    copy.write("dmn/ripeness.dmn", model.replaceFirst("(?s)<dmndi:DMNDI>.*</dmndi:DMNDI>", ""));

    assertThat(KnowledgeBase.load(folder).diagrams())
        .extracting(Diagram::file)
        .contains("dmn/posture.dmn")
        .doesNotContain("dmn/ripeness.dmn");
  }
}
