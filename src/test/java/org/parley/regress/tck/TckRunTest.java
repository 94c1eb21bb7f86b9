package org.parley.regress.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ParleyException;
import org.parley.regress.tck.TckOutcome.Verdict;

/** Test cases in the form of the DMN TCK, each kind of value and each way to fail. */
class TckRunTest {
  private static final Path FOLDER = Path.of("src/test/resources/tck");

  @Test
  void everyKindOfValueIsReadAndCompared() {
    TckResult result = run("passing");

    assertThat(result.failed()).isEmpty();
    assertThat(result.refused()).isEmpty();
    assertThat(result.outcomes())
        .extracting(TckOutcome::test)
        .contains("number-within-tolerance", "context", "decision-service")
        .contains("business-knowledge-model", "error", "imported");
  }

  @Test
  void aWrongResultFailsWithWhatItShouldBe() {
    Map<String, String> details = details(run("failing"), "0001-wrong");

    assertThat(details)
        .containsEntry("wrong-number", "'answer' should be 3 and is 2")
        .containsEntry("null-expected", "'answer' should be null and is 2")
        .containsEntry("too-short", "'list' should be [1] and is [1, 2]")
        .containsEntry("other-order", "'list' should be [2, 1] and is [1, 2]")
        .containsEntry("other-key", "'context' should be {b=1} and is {a=1}")
        .containsEntry("other-type", "'text' should be 1 and is \"1\"")
        .containsEntry("no-such-bkm", "there is no business knowledge model 'none'")
        .containsEntry("expects-nothing", "the test expects nothing")
        .containsEntry("not-a-number", "it broke off: the test case gives 'two' as a number");
    assertThat(details.get("error-found"))
        .startsWith("'answer' should be 2 and is null; 'answer' needs 'x'");
    assertThat(details.get("no-such-decision")).contains("'nothing' should be 1 and is null");
    assertThat(details.get("no-such-service")).contains("'answer' should be 1 and is null");
  }

  @Test
  void aFileThatCannotBeRunFails() {
    TckResult result = run("failing");

    assertThat(details(result, "0002-no-model")).containsValue("there is no model absent.dmn");
    assertThat(details(result, "0003-malformed").get(""))
        .startsWith("0003-malformed-test-01.xml:4:3: malformed XML");
    assertThat(details(result, "0004-elsewhere").get(""))
        .isEqualTo("modelName must name a model beside the test cases");
    assertThat(result.passed()).isZero();
    assertThat(result.refused()).isEmpty();
  }

  @Test
  void whatCouldRunCodeOrReadOtherFilesIsRefusedAndCountedApart() {
    TckResult result = run("refused");

    assertThat(result.failed()).isEmpty();
    assertThat(result.passed()).isZero();
    assertThat(result.refused())
        .extracting(TckOutcome::folder, TckOutcome::detail)
        .extracting(Object::toString)
        .containsExactly(
            "(\"0001-doctype\", \"doctype.dmn has a DOCTYPE\")",
            "(\"0002-boxed-java\", \"boxed.dmn has an external function (Java or PMML)\")",
            "(\"0003-java-in-feel\", \"feel.dmn has an external function (Java or PMML)\")",
            "(\"0004-pmml\", \"pmml.dmn has an external function (Java or PMML)\")",
            "(\"0005-imported-java\", \"lent.dmn has an external function (Java or PMML)\")",
            "(\"0006-doctype-in-cases\", \"0006-doctype-in-cases-test-01.xml has a DOCTYPE\")");
  }

  /** What a test calls a parameter becomes part of an expression. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1) + (function() external {java: {class: &quot;java.lang.System&quot;,"
            + " method signature: &quot;gc()&quot;}})() + called.plain(a",
        "a(b)",
        "a\"b",
        "a{b}"
      })
  void aNameThatIsNoNameIsNotCalled(String name, @TempDir Path folder) throws Exception {
    Path shipped = FOLDER.resolve("passing/0001-kinds");
    Files.copy(shipped.resolve("0001-kinds.dmn"), folder.resolve("0001-kinds.dmn"));
    String tests = Files.readString(shipped.resolve("0001-kinds-test-01.xml"));
    String hostile = name.replace("\"", "&quot;");
    Files.writeString(
        folder.resolve("x-test-01.xml"),
        tests.replace("inputNode name=\"per month\"", "inputNode name=\"" + hostile + "\""));

    assertThat(new TckRun(Duration.ofSeconds(20)).run(folder).failed())
        .singleElement()
        .satisfies(o -> assertThat(o.test()).isEqualTo("business-knowledge-model"))
        .satisfies(o -> assertThat(o.detail()).endsWith("' cannot be called: it is no plain name"));
  }

  @Test
  void filesThatAreTooLargeAreNotRead(@TempDir Path folder) throws Exception {
    Path shipped = FOLDER.resolve("passing/0001-kinds");
    for (String name : List.of("0001-kinds.dmn", "0001-kinds-test-01.xml")) {
      Files.copy(shipped.resolve(name), folder.resolve(name));
    }
    Files.write(folder.resolve("large-test-01.xml"), new byte[(16 << 20) + 1]);
    assertThat(new TckRun(Duration.ofSeconds(20)).run(folder).failed())
        .extracting(TckOutcome::detail)
        .containsExactly("large-test-01.xml: more than 16 MiB: the most for one file of the TCK");

    Files.write(folder.resolve("0001-kinds.dmn"), new byte[(16 << 20) + 1]);
    assertThat(new TckRun(Duration.ofSeconds(20)).run(folder).failed())
        .extracting(TckOutcome::detail)
        .contains("0001-kinds.dmn: more than 16 MiB: the most for one file of the TCK");
  }

  @Test
  void aTestThatTakesTooLongFailsAndTheOthersGoOn() {
    TckResult result = new TckRun(Duration.ofMillis(150)).run(FOLDER.resolve("slow"));

    assertThat(details(result, "0001-slow"))
        .containsEntry("quick", "")
        .containsEntry("slow-1", "took longer than 0.15 s")
        .containsEntry("after-that", "not run: 3 tests of this file took too long");
  }

  @Test
  void outcomesStandInTheOrderOfFoldersWithTheirLevel() {
    TckResult result = new TckRun(Duration.ofSeconds(2)).run(FOLDER);

    assertThat(result.byLevel().keySet()).containsExactly("failing", "passing", "refused", "slow");
    assertThat(result.byLevel().get("refused").total()).isEqualTo(6);
    assertThat(result.outcomes().get(0).directory()).isEqualTo("failing/0001-wrong");
    assertThat(result.total())
        .isEqualTo(result.passed() + result.failed().size() + result.refused().size());
  }

  @Test
  void aFolderWithoutTestCasesIsRefused(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("notes.xml"), "<notes/>");
    TckRun run = new TckRun(Duration.ofSeconds(1));

    assertThatThrownBy(() -> run.run(folder))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("holds no test cases of the DMN TCK");
    assertThatThrownBy(() -> run.run(folder.resolve("none")))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("does not exist");
  }

  private static TckResult run(String level) {
    return new TckRun(Duration.ofSeconds(20)).run(FOLDER.resolve(level));
  }

  /** What is said of each test of a folder; an empty string of those that passed. */
  private static Map<String, String> details(TckResult result, String folder) {
    return result.outcomes().stream()
        .filter(o -> o.folder().equals(folder))
        .peek(o -> assertThat(o.detail().isEmpty()).isEqualTo(o.verdict() == Verdict.PASSED))
        .collect(Collectors.toMap(TckOutcome::test, TckOutcome::detail));
  }
}
