package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Fact;
import org.parley.ParleyException;

/** What facts and values were called before. */
class FormerWordsTest {

  @Test
  void areReadAsTheyAreWritten() {
    String text = "stall cause; why it stalled; value: bad faith → deceit";
    FormerWords words = FormerWords.of(text);

    assertThat(words.names()).containsExactly("stall cause", "why it stalled");
    assertThat(words.values()).isEqualTo(Map.of("bad faith", "deceit"));
    assertThat(words.text()).isEqualTo(text);
    assertThat(FormerWords.of(" value:bad faith->deceit ;; ").values())
        .isEqualTo(Map.of("bad faith", "deceit"));
    assertThat(FormerWords.of("")).isEqualTo(FormerWords.NONE);
  }

  @Test
  void renamesFollowEachOther() {
    FormerWords words =
        FormerWords.NONE.renamedValue("a", "b").renamedValue("b", "c").renamed("x", "y");

    assertThat(words.values()).isEqualTo(Map.of("a", "c", "b", "c"));
    assertThat(words.renamed("y", "x").names()).isEqualTo(List.of("y"));
    assertThat(words.renamedValue("c", "a").values()).isEqualTo(Map.of("b", "a", "c", "a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "official talks                | the former name 'official talks' of 'stall cause' is that of 'official talks' as well",
        "value: x → deceit             | the former value 'x' is said to be 'deceit' now, which is no value of 'stall cause'",
        "value: domestic → substance   | 'domestic' is a value of 'stall cause', and no former one",
        "domestic → home               | 'domestic → home' is written neither as an old name nor as 'value: old → new'",
      })
  void whatCannotBeReadIsRefusedByItsLine(String formerly, String message, @TempDir Path folder)
      throws IOException {
    Copy copy = Copy.into(folder);
    String file = "dmn/vocabulary.csv";
    String[] lines = copy.read(file).split("\n");
    lines[0] += ",formerly";
    int line = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("talks,stall cause,")) {
        line = i;
      }
    }
    lines[line] += "," + formerly.strip();
    copy.write(file, String.join("\n", lines) + "\n");

    assertThat(problems(copy))
        .singleElement()
        .asString()
        .startsWith("dmn/vocabulary.csv:%d: ".formatted(line + 1))
        .contains(message);
  }

  private static List<?> problems(Copy copy) {
    try {
      KnowledgeBase.load(copy.folder());
      return List.of();
    } catch (ParleyException e) {
      return e.problems();
    }
  }

  @Test
  void aCaseInOldWordsIsOneInNewWordsWithARemark() {
    FactType fact =
        new FactType(
            "cause",
            "g",
            FactType.Kind.CHOICE,
            List.of("deceit", "unknown"),
            false,
            0,
            0,
            "m",
            "",
            "",
            "",
            false,
            "",
            false,
            List.of(),
            FormerWords.of("stall cause; value: bad faith → deceit"));
    Vocabulary vocabulary = new Vocabulary(Map.of("cause", fact), Map.of());

    Case today = vocabulary.today(Case.of(Map.of("stall cause", "bad faith")));

    assertThat(today.facts().values()).containsExactly(Fact.coded("cause", "deceit", "", "", null));
    assertThat(today.remarks())
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.message())
                    .isEqualTo(
                        "the fact 'stall cause' is called 'cause' now, and 'bad faith' of 'cause' is"
                            + " 'deceit' now: it is read so"));
    assertThat(vocabulary.today(today)).isEqualTo(today);
  }
}
