package org.parley.author.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of the broken knowledge bases yields exactly its finding, and the sound one none. */
class BrokenTablesTest {
  private static final Path EXPECTED = Path.of("src/test/resources/broken/expected.csv");

  @TempDir private Path folder;

  @Test
  void theSoundOneYieldsNothing() {
    CheckResult result = Broken.base(folder).check();

    assertThat(result.findings()).isEmpty();
    assertThat(result.tables()).isEqualTo(11);
    assertThat(result.cases()).isEqualTo(1);
    assertThat(result.notAnalysed()).allMatch(n -> n.what().startsWith("by the engine's own"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      files = "src/test/resources/broken/expected.csv",
      numLinesToSkip = 1,
      emptyValue = "",
      nullValues = "null")
  void eachYieldsItsFindingAndNothingElse(
      String variant, String check, String decision, String row, String what) {
    CheckResult result = Broken.base(folder).with(variant).check();

    assertThat(result.findings()).as(what).hasSize(1);
    CheckFinding finding = result.findings().get(0);
    assertThat(finding.check().id()).as(what).isEqualTo(check);
    assertThat(finding.place().decision()).isEqualTo(decision == null ? "" : decision);
    assertThat(finding.place().row()).isEqualTo(row == null ? "" : row);
    assertThat(finding.place().file()).satisfies(file -> assertThat(folder.resolve(file)).exists());
    assertThat(finding.message()).doesNotContain("null,").doesNotContain("Exception");
    assertThat(Path.of("target/ran")).as("a rule was run").doesNotExist();
  }

  @Test
  void everyVariantIsExpectedAndEveryCheckButTheEnginesHasOne() throws IOException {
    List<String[]> lines =
        Files.readAllLines(EXPECTED).stream().skip(1).map(l -> l.split(",", -1)).toList();

    assertThat(lines.stream().map(l -> l[0]))
        .containsExactlyInAnyOrderElementsOf(Broken.variants());
    Set<Check> unseen = EnumSet.allOf(Check.class);
    lines.forEach(l -> unseen.remove(Check.of(l[1]).orElseThrow()));
    assertThat(unseen).containsExactly(Check.ENGINE);
  }

  @Test
  void whatIsTurnedOffIsListedWithItsReason() {
    CheckResult result =
        Broken.base(folder)
            .with("no-why")
            .write(
                "dmn/checks.csv",
                Broken.text("base/dmn/checks.csv")
                    + "missing-why,format-plenary-if-cheap,\"It is plain, they say.\"\n")
            .check();

    assertThat(result.findings()).isEmpty();
    assertThat(result.turnedOff()).hasSize(3);
    assertThat(result.turnedOff().get(2).setting().why()).isEqualTo("It is plain, they say.");
    assertThat(result.turnedOff().get(2).findings())
        .extracting(CheckFinding::check)
        .containsExactly(Check.MISSING_WHY);
  }

  @Test
  void whatIsTurnedOffElsewhereIsStillFound() {
    CheckResult result =
        Broken.base(folder)
            .with("no-why")
            .write(
                "dmn/checks.csv",
                Broken.text("base/dmn/checks.csv") + "missing-why,ripeness,It is plain.\n")
            .check();

    assertThat(result.findings())
        .extracting(CheckFinding::check)
        .containsExactlyInAnyOrder(Check.MISSING_WHY, Check.CHECK_SETTING);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "rows, 24, 0, ''",
    "rows, 23, 1, 'rows: 24; the limit in dmn/checks.csv is 23'",
    "filled cells in a row, 4, 0, ''",
    "filled cells in a row, 3, 2, 'filled cells in a row: 4; the limit in dmn/checks.csv is 3'",
    "filled cells on average, 1.6, 0, ''",
    "filled cells on average, 1.5, 1, 'filled cells on average: 1.58; the limit in dmn/checks.csv is 1.5'",
    "outputs of a decision, 4, 0, ''",
    "outputs of a decision, 3, 1, 'outputs of a decision: 4; the limit in dmn/checks.csv is 3'",
    "share of rows that test, 1, 0, ''",
    "share of rows that test, 1.1, 8, 'share of rows that test: 1; the limit in dmn/checks.csv is 1.1'",
    "hit policies, ANY UNIQUE, 0, ''",
    "hit policies, UNIQUE PRIORITY, 1, 'hit policies: ANY; the limit in dmn/checks.csv is UNIQUE PRIORITY'",
    "rows, twenty, 1, 'the limit ''twenty'' is no number, such as 3 or 2.2'"
  })
  void theCoreKeepsTheLimitsThatItsOwnersSet(
      String measure, String limit, int findings, String first) {
    CheckResult result =
        Broken.base(folder)
            .with("core-too-many-rows")
            .write(
                "dmn/checks.csv",
                Broken.text("core-too-many-rows/dmn/checks.csv")
                    .replaceAll(
                        "core-limit.*", "core-limit,%s,%s,It is enough.".formatted(measure, limit)))
            .check();

    assertThat(result.findings()).hasSize(findings);
    assertThat(result.findings().stream().limit(1).map(CheckFinding::message))
        .allMatch(first::equals);
    assertThat(result.turnedOff()).hasSize(2);
  }

  @Test
  void severalFindingsAreFoundAtOnceEvenIfItCannotBeUsed() {
    CheckResult result =
        Broken.base(folder).with("unquoted-cell").with("no-why").with("case-misspelt").check();

    assertThat(result.findings())
        .extracting(CheckFinding::check)
        .containsExactlyInAnyOrder(Check.UNQUOTED_TEXT, Check.MISSING_WHY, Check.CASE_FILE);
    assertThat(result.notAnalysed())
        .anyMatch(n -> n.what().contains("gaps") && n.why().contains("cannot be used"));
  }

  @Test
  void idsAreDistinctAndExamplesAreGiven() {
    assertThat(Arrays.stream(Check.values()).map(Check::id)).doesNotHaveDuplicates();
    assertThat(Check.values())
        .allSatisfy(
            c -> {
              assertThat(c.sentence()).endsWith(".");
              assertThat(c.bad()).isNotBlank().isNotEqualTo(c.good());
            });
  }
}
