package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of a knowledge base that would fill the memory, or never end: each is one line. */
class HostileKnowledgeTest {
  // far longer than any of them takes, so that a slow machine is no failure
  private static final Duration LATE = Duration.ofSeconds(30);
  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String ROOT =
      "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"x\" name=\"x\""
          + " namespace=\"urn:x\">\n";
  private static final String END = "</definitions>";

  @TempDir private Path folder;

  @BeforeEach
  void aSmallKnowledgeBase() throws IOException {
    for (String file :
        new String[] {"dmn/vocabulary.csv", "dmn/statements.csv", "rules/events.csv"}) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.copy(Path.of(file), folder.resolve(file));
    }
  }

  static Stream<Arguments> models() {
    String deep = "x.dmn:3: more than 100 levels: the most for XML elements within each other";
    return Stream.of(
        arguments(model(nested("itemDefinition", 1, nested("itemComponent", 20_000, ""))), deep),
        arguments(
            model(
                "<decision id=\"d\" name=\"d\">"
                    + "<context><contextEntry>".repeat(900)
                    + "</contextEntry></context>".repeat(900)
                    + "</decision>"),
            deep),
        arguments(model(nested("a", 200_000, "")), deep),
        arguments(
            model(
                "<extensionElements xmlns:q=\"urn:q\">"
                    + nested("q:a", 200_000, "")
                    + "</extensionElements>"),
            deep),
        arguments(
            model("<b/>".repeat(1_000_000)),
            "x.dmn:3: more than 1,000,000 elements: the most for all models of a knowledge base"),
        arguments(
            model("<:outputEntry/>"),
            "x.dmn:3: malformed XML: a name has its colon in a wrong place"),
        arguments(
            model("<description :a=\"1\"/>"),
            "x.dmn:3: malformed XML: a name has its colon in a wrong place"),
        arguments(
            bytes(
                PROLOG.replace("1.0", "1.1")
                    + ROOT
                    + "<description>&#27;]0;x&#7;</description>"
                    + END),
            "x.dmn:2: XML 1.1 is not read: save it as XML 1.0"),
        arguments(
            model("<description>&#27;</description>"),
            "x.dmn:3:19: malformed XML: it holds a character that XML does not allow"),
        arguments(
            bytes(
                PROLOG
                    + "<!DOCTYPE definitions [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
                    + ROOT
                    + "<description>&b;</description>"
                    + END),
            "x.dmn:2: a DOCTYPE is not allowed here: take it out"),
        arguments(
            model("<description " + attributes(9_000) + "/>"),
            "x.dmn:3: more than 100 attributes: the most for one XML element"),
        arguments(
            model("<decision id=\"d\" name=\"" + "a".repeat(10_001) + "\"/>"),
            "x.dmn:3: more than 10,000 characters: the most for an attribute of an XML element"),
        arguments(
            model("<" + "a".repeat(5_000_000) + "/>"),
            "x.dmn:3:2: a name, or a list of attributes, is longer than any model needs"),
        arguments(
            bytes(PROLOG.replace("UTF-8", "UTF-7") + ROOT + END),
            "x.dmn:1: declares the encoding 'UTF-7', which is not read or not its own: save it as"
                + " UTF-8"),
        arguments(
            bytes(PROLOG.replace("UTF-8", "UTF-16") + ROOT + END),
            "x.dmn:1: declares the encoding 'UTF-16', which is not read or not its own: save it as"
                + " UTF-8"),
        arguments(
            (PROLOG + ROOT + "<description>é</description>" + END)
                .getBytes(StandardCharsets.ISO_8859_1),
            "x.dmn:3: not UTF-8 text from here on: save it as UTF-8; as windows-1252 it would read"
                + " '<description>é</description></def'"),
        arguments(
            new byte[17 << 20],
            "x.dmn: more than 16 MiB: the most for one file of a knowledge base"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModel(byte[] content, String line) throws IOException {
    Files.write(folder.resolve("dmn/x.dmn"), content);

    assertThat(advise().err()).isEqualTo("dmn/" + line + "\n");
    // the command that edits models has another parser, and must see the same
    assertThat(refused("table", "export", "-o", folder.resolve("t.xlsx").toString()).err())
        .isEqualTo("dmn/" + line + "\n");
  }

  @Test
  void whatAByteOrderMarkSaysCountsForBothParsers() throws IOException {
    String text = PROLOG.replace("UTF-8", "ISO-8859-1") + ROOT + "<description>é</description>";
    Files.writeString(folder.resolve("dmn/x.dmn"), "\uFEFF" + text + "<:x/>" + END);

    assertThat(advise().err()).startsWith("dmn/x.dmn:3: malformed XML: a name has its colon");
  }

  static Stream<Arguments> tables() throws IOException {
    String facts = Files.readString(Path.of("dmn/vocabulary.csv"));
    int next = facts.lines().toList().size() + 1;
    String noCsv =
        ": no CSV from here on: is a quote (\") not closed, one too many, or a line too long?";
    String row = "g,fact %d,choice,a|unknown,,,m,,,,\n";
    return Stream.of(
        arguments(facts + "\"abc" + "x,y\n".repeat(100_000), next + noCsv),
        arguments(
            facts + "a".repeat(15 << 20),
            next
                + ": more than 32,767 characters: the most for a cell of a spreadsheet or CSV file"),
        arguments(
            facts + ",".repeat(1_000),
            next + ": more than 500 columns: the most for a sheet or CSV file"),
        arguments(facts + ",".repeat(1 << 20), next + noCsv),
        arguments(facts + "a\0b", next + ": the character U+0000 is not allowed in a text"),
        arguments(
            facts + "g,n,number,0..1e999999999,,,m,,,,\n",
            next
                + ": 'n' is neither a choice with values a|b|unknown nor a number with a range"
                + " 0..600"),
        arguments(
            facts
                + IntStream.range(0, 100_001)
                    .mapToObj(row::formatted)
                    .collect(Collectors.joining()),
            "100002: more than 100,000 rows: the most for a plain table, such as the vocabulary"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aPlainTable(String content, String line) throws IOException {
    Files.writeString(folder.resolve("dmn/vocabulary.csv"), content);
    Files.writeString(folder.resolve("dmn/x.dmn"), PROLOG + ROOT + END);

    assertThat(advise().err()).isEqualTo("dmn/vocabulary.csv:" + line + "\n");
  }

  @Test
  void aHundredProblemsAreEnough() throws IOException {
    String row = "g,fact %d,choice,a|unknown,,no fact %d,m,,,,\n";
    Files.writeString(
        folder.resolve("dmn/vocabulary.csv"),
        Files.readString(Path.of("dmn/vocabulary.csv"))
            + IntStream.range(0, 20_000)
                .mapToObj(i -> row.formatted(i, i))
                .collect(Collectors.joining()));

    assertThat(advise().err().lines()).hasSizeLessThanOrEqualTo(101);
  }

  @Test
  void linksAreCountedAsOftenAsTheyLeadToAFile() throws IOException {
    Path big = Files.write(folder.resolve("big"), new byte[16 << 20]);
    for (int i = 0; i < 200; i++) {
      Files.createSymbolicLink(folder.resolve("dmn/l%03d.dmn".formatted(i)), big);
    }

    assertThat(advise().err())
        .isEqualTo(
            "dmn/l004.dmn: with this file, more than 64 MiB: the most for all files of a knowledge"
                + " base\n");
  }

  @Test
  void moreFilesThanAnybodyKeeps() throws IOException {
    for (int i = 0; i < 600; i++) {
      Files.writeString(folder.resolve("dmn/l%03d.dmn".formatted(i)), PROLOG + ROOT + END);
    }

    assertThat(advise().err())
        .isEqualTo(
            "dmn/l500.dmn: with this file, more than 500 files: the most for a knowledge base\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsNoPlainFile() throws Exception {
    Path file = folder.resolve("dmn/x.dmn");
    Files.createSymbolicLink(file, Path.of("/dev/zero"));
    assertThat(advise().err()).isEqualTo("dmn/x.dmn: not a plain file (a device)\n");
    again(file, file.getFileName());
    assertThat(advise().err()).isEqualTo("dmn/x.dmn: a link that leads in a circle\n");
    again(file, Path.of("nowhere"));
    assertThat(advise().err()).isEqualTo("dmn/x.dmn: a link that leads nowhere\n");
    Files.delete(file);
    pipe(file);
    assertThat(advise().err()).isEqualTo("dmn/x.dmn: not a plain file (a named pipe)\n");

    Path asked = folder.resolve("pipe.yaml");
    pipe(asked);
    for (String command : new String[] {"advise", "regress"}) {
      assertThat(run(command, asked.toString()).err())
          .isEqualTo(asked + ": not a plain file (a named pipe)\n");
    }
    for (String name : new String[] {"pipe.xlsx", "pipe.csv"}) {
      Path sheet = folder.resolve(name);
      pipe(sheet);
      assertThat(run("table", "import", sheet.toString()).err())
          .isEqualTo(sheet + ": not a plain file (a named pipe)\n");
    }
  }

  private static void again(Path link, Path to) throws IOException {
    Files.delete(link);
    Files.createSymbolicLink(link, to);
  }

  private static void pipe(Path file) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
  }

  private Run advise() {
    return refused("advise", "cases/vietnam-war/VN-04.yaml");
  }

  private Run refused(String... command) {
    return run(
        Stream.concat(Stream.of(command), Stream.of("--knowledge", folder.toString()))
            .toArray(String[]::new));
  }

  private static Run run(String... command) {
    Run run = assertTimeoutPreemptively(LATE, () -> Run.of(command));
    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.out()).isEmpty();
    return run;
  }

  private static String nested(String element, int times, String inside) {
    return ("<" + element + ">").repeat(times) + inside + ("</" + element + ">").repeat(times);
  }

  private static String attributes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "a%d=\"1\"".formatted(i))
        .collect(Collectors.joining(" "));
  }

  private static byte[] model(String inside) {
    return bytes(PROLOG + ROOT + inside + END);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
