package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets everywhere in a case, and none in what is written of it. */
class RedactOptionTest {
  private static final String CASE =
      """
      id: S-1
      title: HUSH01 title
      conflict: A war
      as of: 1968-04-01
      deciding party: Us
      adversary: Them
      third party: HUSH02 envoy
      sides: {ours: [Our ally], theirs: [Their ally]}
      summary: HUSH03 summary
      tags: [HUSH04, ongoing]
      facts:
        secrecy feasible: {value: "yes", why: HUSH05 why, source: HUSH06 source, confidence: low}
        own leak cost: {value: high, why: HUSH07 why}
        adversary leak cost: {value: low, why: HUSH07 why}
        legal contact ban: {value: "yes", why: HUSH07 why}
        contact in person: {value: possible, why: HUSH08 met the envoy, source: HUSH09}
      events:
        - {date: 1968-01-30, type: offensive, by: Us, to: Them, note: HUSH10 note, source: HUSH11}
        - {date: 1968-02-10, type: mediation offer, by: HUSH02 envoy, to: [Us, HUSH12 person], kind: state, role: messenger}
        - {date: 1968-02-20, type: talks open, by: [Us, Them], to: HUSH13 person, track: one, secret: "yes"}
        - {date: 1968-03-01, type: leak, note: HUSH14 leak}
        - {date: 1968-03-25, type: estimate revised, by: Them, to: Us, direction: up}
        - {date: 1968-03-26, type: agreement, by: [Us, Them], issue: HUSH15 issue}
        - {date: 1968-05-01, type: overture, by: HUSH16 person, to: Us, public: "no"}
      sources:
        - HUSH17 work
      observed: {posture: secret back-channel, confidence: high, third party: HUSH18, note: HUSH19, sources: [HUSH20]}
      expected: {posture: open talks, unofficial track: none}
      differs because: HUSH21
      """;

  private static String run(String... args) {
    StringWriter out = new StringWriter();
    PrintWriter both = new PrintWriter(out);
    int code = Main.run(new Terminal(both, both, false, StandardCharsets.UTF_8, 80), args);
    assertThat(code).as(out.toString()).isZero();
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "text, brief",
    "text, full",
    "markdown, brief",
    "markdown, full",
    "json, brief",
    "json, full",
    "html, full"
  })
  void nothingSecretIsWritten(String format, String explain, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), CASE);

    String open = run("advise", file.toString(), "--format", format, "--explain", explain);
    String redacted =
        run("advise", file.toString(), "--format", format, "--explain", explain, "--redact")
            .replaceAll("\\s+", " ");

    assertThat(open).contains("HUSH02");
    assertThat(redacted)
        .doesNotContain("HUSH")
        .doesNotContain("Publicity would cost at least one side dear")
        .contains("left out are the facts on channels")
        .contains("S-1", "Us", "Them");
    assertThat(redacted).doesNotContain("own leak cost = high", "own leak cost: high");
  }

  @ParameterizedTest
  @CsvSource({"text", "markdown", "json", "html"})
  void neitherIsItWhereTheAdviceIsChallenged(String format, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), CASE);

    String open = run("challenge", file.toString(), "--detail", "full", "--format", format);
    String redacted =
        run("challenge", file.toString(), "--detail", "full", "--format", format, "--redact");

    // a program is told the id of the case alone
    assertThat(open.contains("HUSH")).isEqualTo(!format.equals("json"));
    assertThat(redacted).doesNotContain("HUSH").contains("S-1");
  }

  @Test
  void anHtmlReportIsOfOneCase(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), CASE);
    StringWriter out = new StringWriter();
    PrintWriter both = new PrintWriter(out);

    int code =
        Main.run(
            new Terminal(both, both, false, StandardCharsets.UTF_8, 80),
            "advise",
            file.toString(),
            file.toString(),
            "--format",
            "html");

    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("an HTML page is of one case: name one case file");
  }

  @Test
  void otherCommandsWriteHtmlToo() {
    assertThat(run("ask", "cases/vietnam-war/VN-01.yaml", "--format", "html"))
        .startsWith("<!DOCTYPE html>");
  }
}
