package org.parley.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

/** What the build has read of a case is what stands in its file, place by place. */
class KnownTreesTest {

  @Test
  void everyShippedCaseIsKnownAsItIsRead() throws IOException {
    int known = 0;
    for (Path file : CaseFiles.in(Path.of("cases"))) {
      byte[] content = Files.readAllBytes(file);
      Node read = new TreeReader(file.toString(), new Problems(file.toString())).read(content);
      assertThat(KnownTrees.find(file.toString(), content)).as(file.toString()).contains(read);
      known++;
    }
    assertThat(known).isGreaterThan(100);
  }

  @Test
  void aFileWithAnotherByteIsReadByItself() throws IOException {
    Path file = CaseFiles.in(Path.of("cases")).get(0);
    byte[] more = (Files.readString(file) + "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(KnownTrees.find("a.yaml", more)).isEmpty();
    assertThat(KnownTrees.find("a.json", Files.readAllBytes(file))).isEmpty();
    CaseFiles files = new CaseFiles(KnowledgeBase.builtIn().vocabulary());
    assertThat(files.read("a.yaml", more)).isEqualTo(files.read(file));
  }

  @Test
  void problemsOfAKnownFileHaveTheirPlaces() throws IOException {
    Path file = CaseFiles.in(Path.of("cases")).get(0);
    byte[] content = Files.readAllBytes(file);
    byte[] anew = (Files.readString(file) + "\n").getBytes(StandardCharsets.UTF_8);
    CaseFiles strangers = new CaseFiles(new Vocabulary(Map.of(), Map.of()));

    assertThatThrownBy(() -> strangers.read("a.yaml", content))
        .isInstanceOf(ParleyException.class)
        .hasMessage(message(() -> strangers.read("a.yaml", anew)));
  }

  private static String message(Runnable reading) {
    try {
      reading.run();
    } catch (ParleyException e) {
      return e.getMessage();
    }
    throw new AssertionError("nothing was refused");
  }
}
