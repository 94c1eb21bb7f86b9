package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code parley why}, {@code parley change} and {@code parley ask}. */
class ArguingCommandsTest {
  private static final String HANOI = "cases/vietnam-war/VN-01.yaml";
  private static final String KYIV = "cases/russia-ukraine-war/UA-04.yaml";

  @TempDir private Path folder;

  @Test
  void whyJsonHasTheKeysThatProgramsRelyOn() throws IOException {
    JsonNode json = json("why", HANOI, "--not", "open talks", "--format", "json");

    assertThat(json.at("/case").asText()).isEqualTo("VN-01");
    assertThat(json.at("/posture").asText()).isEqualTo("closed posture");
    assertThat(json.at("/asked").asText()).isEqualTo("open talks");
    assertThat(json.at("/verdict").asText()).isEqualTo("blocked");
    JsonNode row = json.at("/rows/0");
    assertThat(Run.keys(row)).contains("id", "table", "failing");
    assertThat(Run.keys(row.at("/failing/0"))).contains("fact", "value", "wanted");
  }

  @Test
  void changeJsonHasTheKeysThatProgramsRelyOn() throws IOException {
    JsonNode json = json("change", KYIV, "--format", "json");

    assertThat(Run.keys(json)).contains("case", "posture", "changes", "robust", "distances");
    assertThat(Run.keys(json.at("/changes/0"))).contains("facts", "posture", "group");
    assertThat(Run.keys(json.at("/changes/0/facts/0"))).contains("name", "from", "to");
  }

  @Test
  void askJsonHasTheKeysThatProgramsRelyOn() throws IOException {
    JsonNode json = json("ask", HANOI, "--set", "adversary readiness=unknown", "--format", "json");

    assertThat(Run.keys(json)).contains("case", "posture", "exact", "possible", "learnFirst");
    assertThat(json.at("/exact").asBoolean()).isTrue();
    double sum = 0;
    for (JsonNode possible : json.at("/possible")) {
      sum += possible.at("/share").doubleValue();
    }
    assertThat(sum).isBetween(0.99999, 1.00001);
  }

  @Test
  void whatIsSetCounts() {
    assertThat(Run.of("ask", HANOI, "--set", "adversary readiness=unknown").out())
        .contains("15 facts are open");
    assertThat(Run.of("change", HANOI, "--set", "resilience signal=strong", "--max", "1").out())
        .contains("secret back-channel");
  }

  @Test
  void conditionsAreNeverSteps() {
    String text = Run.of("change", KYIV).out();

    int conditions = text.indexOf("To watch for, never a step\n");
    assertThat(conditions).isPositive();
    assertThat(text.indexOf("adversary escalation cost prohibitive")).isGreaterThan(conditions);
    assertThat(text).contains("This war goes on.").doesNotContain("should escalate");
  }

  @Test
  void aPostureMayBeWrittenWithHyphensAndCapitals() {
    assertThat(Run.of("why", HANOI, "--not", "Open-Talks").code()).isZero();
    assertThat(Run.of("change", HANOI, "--to", "SECRET BACK CHANNEL").code()).isZero();
  }

  @Test
  void whatIsFavouredIsSaidToBe() {
    assertThat(Run.of("why", HANOI, "--not", "closed posture").out())
        .contains("It is what the tables favour.");
  }

  @Test
  void everyFormatIsWritten() throws IOException {
    Path file = folder.resolve("why.md");

    assertThat(
            Run.of(
                    "why",
                    HANOI,
                    "--not",
                    "open talks",
                    "--format",
                    "markdown",
                    "-o",
                    file.toString())
                .code())
        .isZero();

    assertThat(Files.readString(file))
        .startsWith("# VN-01 · Hanoi")
        .contains("\n## The rows that would have recommended it, nearest first\n")
        .doesNotContain("\u001b");
    assertThat(Run.of("change", HANOI, "--format", "markdown").out()).contains("\n## ");
    assertThat(Run.of("ask", HANOI, "--format", "markdown").out())
        .contains("| closed posture | 100% |");
  }

  @Test
  void wrongInputsAreRefusedInOneLine() {
    refuses(
        "'open talk' is not a posture: open talks, secret back-channel, neutral mediator, closed"
            + " posture (did you mean 'open talks'?)",
        "why",
        HANOI,
        "--not",
        "open talk");
    refuses("--max 0: give a number from 1 to 6", "change", HANOI, "--max", "0");
    refuses("missing.yaml: does not exist", "ask", folder.resolve("missing.yaml").toString());
  }

  private static void refuses(String message, String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
  }

  private static JsonNode json(String... arguments) throws IOException {
    Run run = Run.of(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.json();
  }
}
