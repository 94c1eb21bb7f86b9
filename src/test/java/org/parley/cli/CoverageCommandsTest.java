package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Case;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.KnowledgeBase;

/** The commands {@code parley coverage --mutants} and {@code parley cases suggest}. */
class CoverageCommandsTest {
  private static final String FEW_CASES = "cases/vietnam-war";

  @TempDir private Path folder;

  @Test
  void mutantsAsJsonHaveTheKeysThatProgramsRelyOn() throws IOException {
    JsonNode json = Run.of("coverage", FEW_CASES, "--mutants", "--format", "json").json();
    JsonNode mutants = json.at("/mutants");
    JsonNode survivor = mutants.at("/survivors/0");

    assertThat(Run.keys(mutants))
        .contains("total", "equivalent", "noticed", "score", "byTable", "survivors");
    assertThat(mutants.at("/survivors"))
        .hasSize(
            mutants.at("/total").asInt()
                - mutants.at("/equivalent").asInt()
                - mutants.at("/noticed").asInt());
    assertThat(Run.keys(mutants.at("/byTable/0")))
        .contains("table", "total", "equivalent", "noticed", "score");
    assertThat(Run.keys(survivor)).contains("table", "row", "column", "kind", "change");
    assertThat(mutants.at("/survivors").findValues("wouldNotice")).isNotEmpty();
  }

  @Test
  void withoutBeingAskedForMutantsAreNotTried() throws IOException {
    assertThat(Run.of("coverage", FEW_CASES, "--format", "json").json().has("mutants")).isFalse();
  }

  @Test
  void theThresholdHoldsForTheScoreToo() {
    assertThat(Run.of("coverage", "--threshold", "90").code()).isZero();
    assertThat(Run.of("coverage", "--mutants", "--threshold", "70").code()).isZero();
    assertThat(Run.of("coverage", "--mutants", "--threshold", "90").code()).isEqualTo(2);
  }

  @Test
  void everyFormatNamesTheChangeAndTheCaseThatWouldNoticeIt() {
    for (String format : List.of("text", "markdown", "html")) {
      String out =
          Run.of("coverage", FEW_CASES, "--mutants", "--all", "--format", format)
              .out()
              .replaceAll("\\s+", " ");

      assertThat(out)
          .as(format)
          .contains("Changes that no case notices")
          .contains("no longer accepts")
          .contains("a case like VN-0");
    }
  }

  @Test
  void suggestionsAreCaseFilesThatComeOutAsPinned() throws IOException {
    Path files = folder.resolve("new");
    JsonNode json =
        Run.of(
                "cases",
                "suggest",
                "--most",
                "3",
                "--pin",
                "-o",
                files.toString(),
                "--format",
                "json")
            .json();
    CaseFiles reader = new CaseFiles(KnowledgeBase.builtIn().vocabulary());

    try (Stream<Path> written = Files.list(files)) {
      List<Case> cases = written.sorted().map(reader::read).toList();
      assertThat(cases).hasSize(3).allMatch(Case::isMadeUp).allMatch(c -> c.observed() == null);
      assertThat(cases)
          .extracting(Case::id)
          .containsExactlyElementsOf(json.at("/cases").findValuesAsText("case"));
    }
    assertThat(Run.of("regress", files.toString()).code()).isZero();
    assertThat(json.at("/served").asInt()).isGreaterThan(30);
    assertThat(Run.keys(json))
        .containsExactly("targets", "served", "cases", "leftOut", "notFound", "impossible");
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Run first = Run.of("cases", "suggest", FEW_CASES, "--most", "1", "-o", folder.toString());
    Path file;
    try (Stream<Path> written = Files.list(folder)) {
      file = written.findFirst().orElseThrow();
    }
    Files.writeString(file, "mine");

    Run second = Run.of("cases", "suggest", FEW_CASES, "--most", "1", "-o", folder.toString());

    assertThat(first.code()).isZero();
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.err()).contains(file.getFileName().toString()).contains("is there already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void noCaseIsNotAskedFor() {
    Run run = Run.of("cases", "suggest", "--most", "0");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("error: --most 0");
  }

  /** {@code parley coverage --mutants --format markdown -o …} writes it anew. */
  @Test
  void thePageOfChangesThatNoCaseNoticesIsTrue() throws IOException {
    assertThat(Run.of("coverage", "--mutants", "--format", "markdown").out())
        .isEqualTo(Files.readString(Path.of("src/site/markdown/survivors.md")));
  }
}
