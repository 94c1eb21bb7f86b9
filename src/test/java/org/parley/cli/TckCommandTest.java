package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parley tck}. */
class TckCommandTest {
  private static final String FOLDER = "src/test/resources/tck/";

  @Test
  void endsWithZeroWhenAllPassAndWithTwoWhenOneFails() {
    Run passing = Run.of("tck", FOLDER + "passing");
    assertThat(passing.code()).isZero();
    assertThat(passing.out()).startsWith("DMN TCK\n\nAll 23 tests that were run passed.\n");

    Run failing = Run.of("tck", FOLDER + "failing");
    assertThat(failing.code()).isEqualTo(2);
    assertThat(failing.out())
        .contains("  failing     15       0        0      15\n")
        .contains("wrong-number:")
        .contains("'answer' should be 3 and\n    is 2");
  }

  @Test
  void aRefusedTestIsNoFailure() {
    Run run = Run.of("tck", FOLDER + "refused", "--format", "markdown");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("No test was run.")
        .contains("| refused | 6 | 0 | 6 | 0 |")
        .contains("## Not run, for safety");
  }

  @Test
  void jsonKeepsItsKeys() throws Exception {
    JsonNode json = Run.of("tck", FOLDER + "failing", "--format", "json").json();

    assertThat(Run.keys(json))
        .containsExactly(
            "schemaVersion", "total", "passed", "refused", "levels", "failed", "notRun");
    assertThat(json.get("total").asInt()).isEqualTo(15);
    assertThat(json.get("failed")).hasSize(15);
    assertThat(Run.keys(json.get("failed").get(0)))
        .containsExactly("directory", "testCaseFile", "testId", "detail");
    assertThat(json.get("levels").get("failing").get("failed").asInt()).isEqualTo(15);
  }

  @Test
  void resultsAreWrittenAsTheKitsOwnRunnersDo(@TempDir Path folder) throws Exception {
    Path results = folder.resolve("tck_results.csv");

    Run.of("tck", FOLDER + "failing", "--results", results.toString());
    assertThat(Files.readAllLines(results))
        .hasSize(15)
        .contains(
            "\"failing/0001-wrong\",\"0001-wrong-test-01\",\"wrong-number\",\"ERROR\","
                + "\"'answer' should be 3 and is 2\"")
        .contains(
            "\"failing/0001-wrong\",\"0001-wrong-test-01\",\"other-type\",\"ERROR\","
                + "\"'text' should be 1 and is \"\"1\"\"\"");

    Run.of("tck", FOLDER + "refused", "--results", results.toString());
    assertThat(results).content().contains("\"IGNORED\",\"doctype.dmn has a DOCTYPE\"");
    Run.of("tck", FOLDER + "passing", "--results", results.toString());
    assertThat(results)
        .content()
        .contains("\"passing/0001-kinds\",\"0001-kinds-test-01\",\"list\",\"SUCCESS\",\"\"\n");
  }

  @Test
  void aTimeThatIsNoTimeIsRefused() {
    Run run = Run.of("tck", FOLDER + "passing", "--timeout", "0");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("error: --timeout 0: a test needs a second at least\n");
  }
}
