package org.parley.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Vocabulary;

/** Cases that are read a second time: only what changed is looked into. */
class ReadCasesTest {
  private static final Vocabulary WORDS = KnowledgeBase.builtIn().vocabulary();

  @TempDir private Path folder;

  @BeforeEach
  void twoCases() throws IOException {
    write("b.yaml", "B", "high");
    write("a.yaml", "A", "low");
  }

  private void write(String name, String id, String resilience) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "id: %s\nas of: 1968-04-01\ndeciding party: Us\nadversary: Them\nfacts:\n  own resilience: %s\n"
            .formatted(id, resilience));
  }

  @Test
  void aFileThatIsTheSameIsTheSameCase() throws IOException {
    ReadCases first = ReadCases.of(WORDS, folder);
    write("b.yaml", "B", "low");
    write("c.yaml", "C", "low");
    Files.delete(folder.resolve("a.yaml"));
    write("a.yaml", "A", "low");

    ReadCases second = first.again(WORDS, folder);

    assertThat(first.cases()).extracting(Case::id).containsExactly("A", "B");
    assertThat(second.cases()).extracting(Case::id).containsExactly("A", "B", "C");
    assertThat(second.cases().get(0)).isSameAs(first.cases().get(0));
    assertThat(second.cases().get(1).facts().get("own resilience").value()).isEqualTo("low");
    assertThat(second.content(folder.resolve("c.yaml")))
        .isEqualTo(Files.readAllBytes(folder.resolve("c.yaml")));
  }

  @Test
  void otherWordsAreReadAnew() throws IOException {
    ReadCases first = ReadCases.of(WORDS, folder);
    KnowledgeFiles files = KnowledgeFiles.builtIn();
    String facts =
        new String(files.get("dmn/vocabulary.csv").orElseThrow(), StandardCharsets.UTF_8);
    Vocabulary without =
        Vocabulary.of(
            files.with(
                "dmn/vocabulary.csv",
                facts
                    .replace(",own resilience,", ",own stamina,")
                    .getBytes(StandardCharsets.UTF_8)));

    assertThatThrownBy(() -> first.again(without, folder))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("unknown fact 'own resilience'");
  }

  @Test
  void theProblemsOfAllFilesAreTold() throws IOException {
    ReadCases first = ReadCases.of(WORDS, folder);
    write("a.yaml", "A", "hihg");
    write("b.yaml", "B", "lwo");

    assertThatThrownBy(() -> first.again(WORDS, folder))
        .hasMessageContaining("hihg")
        .hasMessageContaining("lwo");
  }
}
