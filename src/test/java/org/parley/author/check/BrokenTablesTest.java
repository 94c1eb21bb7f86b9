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
