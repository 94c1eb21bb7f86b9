package org.parley.author.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.author.history.FileChange;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;

/** A further value stands everywhere it must, and nothing else changes. */
class AllowedValueTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.load(Path.of(""));

  @Test
  void aFactWithAnyPartInTheModelsCanGetAValue() {
    List<String> choices =
        SHIPPED.vocabulary().facts().stream()
            .filter(f -> !f.values().isEmpty())
            .map(FactType::name)
            .toList();
    for (int i = 0; i < choices.size(); i += 9) {
      String fact = choices.get(i);
      KnowledgeFiles files =
          new AllowedValue(fact, "not heard of", FactType.UNKNOWN).addTo(SHIPPED);

      assertThat(SHIPPED.changedTo(files).vocabulary().fact(fact).orElseThrow().known())
          .endsWith("not heard of");
    }
  }

  @Test
  void itStandsInTheVocabularyAndInEachModelThatHasTheFact() {
    KnowledgeFiles files = new AllowedValue("own leak cost", "ruinous", "unknown").addTo(SHIPPED);

    List<String> names =
        FileChange.between(SHIPPED.files(), files).stream().map(FileChange::name).toList();
    assertThat(names).contains("dmn/vocabulary.csv");
    for (String name : names) {
      List<String> before = lines(SHIPPED.files(), name);
      List<String> after = lines(files, name);
      assertThat(after).hasSameSizeAs(before);
      List<String> changed = new ArrayList<>();
      for (int i = 0; i < after.size(); i++) {
        if (!after.get(i).equals(before.get(i))) {
          changed.add(after.get(i));
          assertThat(after.get(i).replaceFirst("(\\|ruinous|\"ruinous\",)", ""))
              .isEqualTo(before.get(i));
        }
      }
      assertThat(changed).isNotEmpty();
    }
  }

  @Test
  void whatCannotBeAddedIsRefused() {
    assertThatThrownBy(
            () -> new AllowedValue("own leak cost", "high", FactType.UNKNOWN).addTo(SHIPPED))
        .isInstanceOf(ParleyException.class)
        .hasMessage("'own leak cost' has the value 'high' already");
    assertThatThrownBy(
            () -> new AllowedValue("months of fighting", "many", FactType.UNKNOWN).addTo(SHIPPED))
        .isInstanceOf(ParleyException.class)
        .hasMessage("'months of fighting' is no choice with the value 'unknown'");
    assertThatThrownBy(
            () -> new AllowedValue("own leak cost", "a|b", FactType.UNKNOWN).addTo(SHIPPED))
        .isInstanceOf(ParleyException.class)
        .hasMessageStartingWith("'a|b' cannot be a value");
  }

  private static List<String> lines(KnowledgeFiles files, String name) {
    return new String(files.get(name).orElseThrow(), StandardCharsets.UTF_8).lines().toList();
  }
}
