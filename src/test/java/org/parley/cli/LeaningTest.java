package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where too little is known to favour a posture, every face says so, and what the leaning is. */
class LeaningTest {
  private static final String HEADING = "Too little is known to favour a posture";
  private static final String HANOI = "cases/vietnam-war/VN-04.yaml";

  @TempDir private Path folder;
  private Path bare;

  @BeforeEach
  void write() throws IOException {
    bare =
        Files.writeString(
            folder.resolve("bare.yaml"),
            """
            id: X-1
            conflict: Nowhere
            as of: 1999-01-01
            deciding party: Us
            adversary: Them
            observed: {posture: open talks}
            differs because: Nothing is known.
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html"})
  void anAdviceIsHeadedSoAndSaysWhatToLearnFirst(String format) {
    for (String detail : new String[] {"short", "trace"}) {
      String told = advise(bare.toString(), format, detail);
      assertThat(told)
          .contains(HEADING, "eaning", "earn first")
          .doesNotContain("The tables favour:");
      assertThat(advise(HANOI, format, detail)).doesNotContain(HEADING, "earn first");
    }
  }

  private static String advise(String file, String format, String detail) {
    Run run = Run.of("advise", file, "--format", format, "--detail", detail);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why %s --not open_talks",
        "why %s --not closed_posture",
        "change %s --max 1",
        "ask %s",
        "challenge %s",
        "seats %s",
        "game %s",
        "timeline Nowhere --cases %f",
        "regress %f",
      })
  void nothingElseSaysThatThePostureIsFavoured(String line) {
    String told = words(line).out();

    assertThat(told).doesNotContain("tables favour").containsPattern("[Ll]ean(ing|s)?\\b");
  }

  @Test
  void aSimilarCaseIsMarkedByItself() {
    assertThat(Run.of("similar", bare.toString(), "--among", "cases/cyprus").out())
        .contains(HEADING, "tables: favour");
    assertThat(Run.of("similar", HANOI, "--among", folder.toString()).out())
        .contains("The tables favour: OPEN TALKS")
        .containsPattern("tables: lean\\s+to");
  }

  @Test
  void programsReadItToo() throws IOException {
    JsonNode leaning = json("advise %s");
    JsonNode favoured = Run.of("advise", HANOI, "--format", "json").json();

    assertThat(leaning.at("/favoured").booleanValue()).isFalse();
    assertThat(leaning.at("/basis").textValue()).isEqualTo("defaults");
    assertThat(leaning.at("/posture").textValue()).isNotEmpty();
    assertThat(leaning.at("/learnFirst").size()).isEqualTo(3);
    assertThat(leaning.at("/confidence").textValue()).isEqualTo("low");
    assertThat(leaning.at("/completions/share").doubleValue()).isBetween(0.0, 2.0 / 3);
    assertThat(leaning.at("/completions/exact").booleanValue()).isTrue();
    assertThat(favoured.at("/favoured").booleanValue()).isTrue();
    assertThat(favoured.at("/basis").textValue()).isEqualTo("facts");
    assertThat(Run.keys(favoured)).doesNotContain("learnFirst");
    assertThat(favoured.at("/completions/count").doubleValue()).isGreaterThanOrEqualTo(1);
    for (String line :
        new String[] {"why %s --not open_talks", "change %s --max 1", "ask %s", "similar %s"}) {
      assertThat(json(line).at("/favoured").booleanValue()).as(line).isFalse();
    }
    assertThat(json("seats %s").at("/ours/basis").textValue()).isEqualTo("defaults");
    assertThat(json("game %s").at("/tables/favoured").isBoolean()).isTrue();
    assertThat(json("timeline Nowhere --cases %f").at("/strands/0/points/0/favoured").isBoolean())
        .isTrue();
    assertThat(json("regress %f").at("/observed/differ/0/favoured").isBoolean()).isTrue();
  }

  private JsonNode json(String line) throws IOException {
    return words(line + " --format json").json();
  }

  private Run words(String line) {
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] =
          words[i]
              .replace("%s", bare.toString())
              .replace("%f", folder.toString())
              .replace("open_talks", "open talks")
              .replace("closed_posture", "closed posture");
    }
    return Run.of(words);
  }
}
