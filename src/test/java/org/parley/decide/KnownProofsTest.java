package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.decide.proof.Proof;
import org.parley.decide.proof.Proof.State;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Principle;

/**
 * What the build has proved is what a proof finds, and is forgotten where a table says otherwise.
 */
class KnownProofsTest {
  private static final String MODEL = "dmn/conversation-cost.dmn";

  private final KnowledgeBase shipped = KnowledgeBase.builtIn();
  private final List<Principle> principles = shipped.principles();

  @Test
  void whatIsKnownIsWhatAProofFinds() {
    TableEngine engine = TableEngine.of(shipped);

    assertThat(engine.prove(principles)).isEqualTo(engine.proofs(principles));
    assertThat(principles)
        .allMatch(p -> KnownProofs.shipped().of(shipped, p).isPresent())
        .hasSizeGreaterThan(50);
  }

  @Test
  void aTableThatSaysOtherwiseIsProvedAgainWithAllThatRestsOnIt() throws IOException {
    KnowledgeBase edited = edited();
    TableEngine engine = TableEngine.of(edited);

    List<Principle> open =
        principles.stream().filter(p -> KnownProofs.shipped().of(edited, p).isEmpty()).toList();
    assertThat(open).extracting(Principle::subject).contains("escalation threat", "posture");
    assertThat(open).hasSizeLessThan(principles.size());
    assertThat(open).noneMatch(p -> engine.provesAlike(p, shipped));
    assertThat(principles)
        .filteredOn(p -> !open.contains(p))
        .allMatch(p -> engine.provesAlike(p, shipped));
    assertThat(engine.prove(principles)).isEqualTo(engine.proofs(principles));
    assertThat(Proof.ids(engine.prove(principles), State.BROKEN)).contains("threat-unknown");
  }

  @Test
  void whatIsNotBegunInTimeIsNotYetProved() throws IOException {
    List<Proof> proofs = TableEngine.of(edited()).prove(principles, 0);

    assertThat(proofs).extracting(Proof::principle).isEqualTo(principles);
    assertThat(proofs)
        .filteredOn(p -> p.state() == State.UNPROVED)
        .isNotEmpty()
        .allMatch(p -> p.reason().equals("not yet proved"));
    assertThat(proofs).filteredOn(p -> p.state() == State.PROVED).isNotEmpty();
  }

  /** A threat of which nothing is known counts as high. */
  private static KnowledgeBase edited() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    KnowledgeFiles own = KnowledgeFiles.builtIn();
    own.names().forEach(name -> files.put(name, own.get(name).orElseThrow()));
    String model = new String(files.get(MODEL), StandardCharsets.UTF_8);
    int row = model.indexOf("\"threat-some\"");
    int result = model.indexOf("\"medium\"", row);
    files.put(
        MODEL,
        (model.substring(0, result) + "\"high\"" + model.substring(result + "\"medium\"".length()))
            .getBytes(StandardCharsets.UTF_8));
    return KnowledgeBase.of(KnowledgeFiles.of(files));
  }
}
