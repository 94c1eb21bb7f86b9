package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Case;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.Coverage;
import org.parley.regress.CoverageResult;
import org.parley.regress.MutationAnalysis;
import org.parley.regress.MutationResult;
import org.parley.regress.Remedies;
import org.parley.report.Written;
import org.parley.report.regression.CoverageReport;

/** The commands {@code parley coverage --mutants} and {@code parley cases suggest}. */
class CoverageCommandsTest {
  // what takes long is worked out once
  private static CoverageResult result;

  @TempDir private Path folder;

  @BeforeAll
  static void run() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    List<Case> cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    try (TableAdvisor advisor = TableAdvisor.of(knowledge)) {
      MutationResult mutants = MutationAnalysis.of(advisor, knowledge, cases);
      result =
          Coverage.of(advisor, knowledge, cases)
              .with(Remedies.of(advisor, knowledge, cases, mutants));
    }
  }

  @Test
  void mutantsAsJsonHaveTheKeysThatProgramsRelyOn() throws IOException {
    JsonNode mutants =
        new ObjectMapper().readTree(Written.json(CoverageReport.of(result, 3))).at("/mutants");

    assertThat(Run.keys(mutants))
        .contains("total", "equivalent", "noticed", "score", "byTable", "survivors");
    assertThat(mutants.at("/survivors"))
        .hasSize(
            mutants.at("/total").asInt()
                - mutants.at("/equivalent").asInt()
                - mutants.at("/noticed").asInt());
    assertThat(Run.keys(mutants.at("/byTable/0")))
        .contains("name", "total", "equivalent", "noticed", "score");
    assertThat(Run.keys(mutants.at("/survivors/0"))).contains("table", "row", "column", "kind");
    assertThat(mutants.at("/survivors").findValues("wouldNotice")).isNotEmpty();
  }

  /** Cell by cell, row by row and in all it is the same count. */
  @Test
  void theCellsOfTheTablesAddUpToTheirScores() throws IOException {
    JsonNode mutants =
        new ObjectMapper().readTree(Written.json(CoverageReport.of(result, 3))).at("/mutants");

    assertThat(mutants.get("tables")).hasSameSizeAs(mutants.get("byTable"));
    for (int i = 0; i < mutants.get("tables").size(); i++) {
      JsonNode table = mutants.at("/tables/" + i);
      JsonNode score = mutants.at("/byTable/" + i);
      assertThat(table.get("name")).isEqualTo(score.get("name"));
      int changes = 0;
      int noticed = 0;
      for (JsonNode row : table.get("rows")) {
        assertThat(row.get("id").asText()).isNotEmpty();
        assertThat(row.get("cells")).hasSameSizeAs(table.get("columns"));
        for (JsonNode cell : row.get("cells")) {
          changes += cell.get("changes").asInt();
          noticed += cell.get("noticed").asInt();
          assertThat(cell.get("noticed").asInt()).isLessThanOrEqualTo(cell.get("changes").asInt());
        }
      }
      assertThat(changes).isEqualTo(score.get("total").asInt() - score.get("equivalent").asInt());
      assertThat(noticed).isEqualTo(score.get("noticed").asInt());
    }
  }

  @Test
  void withoutBeingAskedForMutantsAreNotTried() throws IOException {
    Run run = Run.of("coverage", "--threshold", "90", "--format", "json");

    assertThat(run.code()).isZero();
    assertThat(run.json().has("mutants")).isFalse();
  }

  @Test
  void theThresholdHoldsForTheScoreToo() {
    Run run = Run.of("coverage", "--mutants", "--threshold", "90");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEqualTo(Written.text(CoverageReport.of(result, 3)));
    assertThat(result.share()).isGreaterThan(0.70);
  }

  @Test
  void everyFormatNamesTheChangeAndTheCaseThatWouldNoticeIt() {
    assertThat(
            List.of(
                Written.text(CoverageReport.of(result, Integer.MAX_VALUE)),
                Written.markdown(CoverageReport.of(result, Integer.MAX_VALUE)),
                Written.html(CoverageReport.of(result, Integer.MAX_VALUE))))
        .map(out -> out.replaceAll("\\s+", " "))
        .allSatisfy(
            out ->
                assertThat(out)
                    .contains("Changes that no case notices")
                    .contains("no longer accepts")
                    .contains("no case can notice it")
                    .contains("a case like VN-0"));
  }

  @Test
  void suggestionsAreCaseFilesThatComeOutAsPinnedAndNeverReplaceAny() throws IOException {
    String files = folder.resolve("new").toString();
    String[] command = {
      "cases", "suggest", "--most", "2", "--pin", "-o", files, "--format", "json"
    };

    Run first = Run.of(command);
    Run second = Run.of(command);

    JsonNode json = first.json();
    assertThat(read(Path.of(files)))
        .hasSize(2)
        .allMatch(Case::isMadeUp)
        .allMatch(c -> c.observed() == null)
        .extracting(Case::id)
        .containsExactlyElementsOf(json.at("/cases").findValuesAsText("case"));
    assertThat(Run.of("regress", files).code()).isZero();
    assertThat(Files.readString(Path.of(files, CaseFiles.SCHEMA)))
        .isEqualTo(new CaseFiles(KnowledgeBase.builtIn().vocabulary()).schema());
    assertThat(CaseFiles.in(Path.of(files)))
        .allSatisfy(
            file ->
                assertThat(file)
                    .content()
                    .startsWith("# yaml-language-server: $schema=.case.schema.json\n"));
    assertThat(json.at("/served").asInt()).isGreaterThan(30);
    assertThat(Run.keys(json))
        .containsExactlyInAnyOrder(
            "schemaVersion", "targets", "served", "cases", "leftOut", "notFound", "impossible");
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.err()).contains("is there already").doesNotContain("Exception");
  }

  private static List<Case> read(Path files) {
    return ReadCases.of(KnowledgeBase.builtIn().vocabulary(), files).cases();
  }

  @Test
  void noCaseIsNotAskedFor() {
    Run run = Run.of("cases", "suggest", "--most", "0");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("error: --most 0");
  }

  /** {@code parley coverage --mutants --all -o …} writes it anew. */
  @Test
  void thePageOfChangesThatNoCaseNoticesIsTrue() throws IOException {
    assertThat(Written.markdown(CoverageReport.of(result, Integer.MAX_VALUE)))
        .isEqualTo(Files.readString(Path.of("src/site/markdown/survivors.md")));
  }
}
