package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Copy;

/** Whatever the words of a case say, nothing acts on a terminal or a page, or hides there. */
class InertOutputTest {
  private static final String COLOURS = "\u001b\\[[0-7;]+m";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "advise CASE --format markdown --explain full",
        "advise CASE --format json --explain full",
        "advise CASE --format html",
        "why CASE --not closed-posture --format markdown",
        "change CASE --max 1",
        "ask CASE --format markdown",
        "challenge CASE --format markdown",
        "challenge CASE --format html",
        "similar CASE --among FOLDER --format markdown",
        "seats CASE --format markdown",
        "game CASE --svg FILE.svg",
        "regress CASE --format markdown --junit FILE.xml --html FILE.html --export-tck FILE",
      })
  void nothingOfACaseActs(String command) throws IOException {
    assertThat(shown(command, Hostile.caseFile(), false)).containsAnyOf("U+001B", "\\u001B");
  }

  @Test
  void coloursAreThisProgramsOwn() throws IOException {
    assertThat(shown("advise CASE --explain full", Hostile.caseFile(), true))
        .contains("\u001b[1m", "<U+001B>[31mred<U+001B>[8m");
  }

  @Test
  void aTimelineShowsOneConflict() throws IOException {
    String war = Hostile.caseFile().replaceFirst("conflict: .*", "conflict: war");

    assertThat(shown("timeline war --cases CASE --svg FILE.svg", war, false)).contains("U+001B");
  }

  /** A knowledge base whose words, where any text may stand, are hostile. */
  @Test
  void nothingOfATableActs() throws IOException {
    Copy.into(folder)
        .replace("dmn/channels.dmn", "The party would pay heavily", Hostile.inXml() + " would pay")
        .replace("dmn/channels.dmn", "S052 S102", Hostile.inXml())
        .replace("dmn/vocabulary.csv", "Whole months since", "=" + Hostile.inXml())
        .replace("dmn/statements.csv", "States may delay", "=" + Hostile.inXml());
    String base = " --knowledge " + folder;

    assertThat(shown("check --quick" + base, Hostile.caseFile(), false)).contains("U+202E");
    assertThat(shown("check --quick --format sarif" + base, "", false)).contains("\\u202E");
    for (String command :
        List.of(
            "check --quick --format junit -o FILE.xml",
            "diff . " + folder + " --format markdown",
            "knowledge -o FILE.md",
            "schema -o FILE.json",
            "link -o FILE.dmn",
            "table export -o FILE.xlsx --table need\u00a0for\u00a0secrecy",
            "table export --format csv -o FILE")) {
      shown(command + (command.contains("diff") ? "" : base), "", false);
    }
    assertThat(Files.readString(folder.resolve("FILE.dmn"))).contains("&#x202E;");
    assertThat(Files.readString(folder.resolve("FILE/need-for-secrecy.csv"))).contains("<U+202E>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "advise CASE --set resilience\u202esignal=none\u001b]0;x\u0007",
        "advise CASE --as-of \u001b]0;x\u0007",
        "advise no\u001b]0;x\u0007such.yaml",
        "advise CASE --no-such\u202eoption",
        "advise CASE --format \u001b[31m",
        "no\u001b]0;x\u0007such",
        "why CASE --not \u001b]0;x\u0007",
        "timeline \u202e --cases CASE",
        "diff \u001b]0;x\u0007",
        "check --knowledge no\u202esuch",
        "regress CASE --conflict \u001b]0;x\u0007",
        "schema -o /dev/null/no\u001b]0;x\u0007such/file.txt",
        "tck no\u001b]0;x\u0007such",
        "table import no\u001b]0;x\u0007such.xlsx",
      })
  void nothingOfACommandLineActs(String command) throws IOException {
    assertThat(shown(command, Hostile.caseFile(), true)).containsAnyOf("U+001B", "U+202E");
  }

  @Test
  void aMessageAboutACaseIsInert() throws IOException {
    String wrong =
        Hostile.caseFile()
            .replace("value: strong", "value: " + Hostile.yaml("x"))
            .replace("type: offensive", "type: " + Hostile.yaml("x"))
            .replace("tags:", Hostile.yaml("key") + ": 1\ntags:")
            .replace("as of: 1968-04-01", "as of: " + Hostile.yaml("soon"));

    assertThat(shown("advise CASE", wrong, true).lines())
        .hasSize(4)
        .allMatch(line -> line.contains("<U+001B>]0;owned<U+0007>"));
  }

  private boolean isWritten(Path file) {
    String name = folder.relativize(file).toString();
    return name.startsWith("FILE") && !name.endsWith("x");
  }

  /** All that a command printed and wrote, once it was looked at. */
  private String shown(String command, String caseFile, boolean colour) throws IOException {
    Path subject = Files.writeString(folder.resolve("case.yaml"), caseFile);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(new Printer(out), new Printer(err), colour, StandardCharsets.UTF_8, 80);
    String[] args =
        Stream.of(command.split(" "))
            .map(a -> a.equals("CASE") ? subject.toString() : a)
            .map(a -> a.replace('\u00a0', ' '))
            .map(a -> a.equals("FOLDER") ? folder.toString() : a)
            .map(a -> a.startsWith("FILE") ? folder.resolve(a).toString() : a)
            .toArray(String[]::new);

    Main.run(terminal, args);

    terminal.out().flush();
    terminal.err().flush();
    StringBuilder shown = new StringBuilder(out.toString(StandardCharsets.UTF_8));
    Hostile.assertInert(
        "standard output", shown.toString().replaceAll(colour ? COLOURS : "$^", ""));
    Hostile.assertInert("standard error", err.toByteArray());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).filter(f -> isWritten(f)).toList()) {
        byte[] written = Files.readAllBytes(file);
        Hostile.assertInert(file.getFileName().toString(), written);
        shown.append(new String(written, StandardCharsets.UTF_8));
      }
    }
    return shown.append(err.toString(StandardCharsets.UTF_8)).toString();
  }
}
