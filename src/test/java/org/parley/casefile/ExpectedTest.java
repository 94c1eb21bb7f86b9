package org.parley.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Case;
import org.parley.Expectation;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.knowledge.KnowledgeBase;

/** A new expectation changes the bytes of the old one, and no others. */
class ExpectedTest {
  private static final CaseFiles FILES = new CaseFiles(KnowledgeBase.builtIn().vocabulary());
  private static final Expectation NEW =
      new Expectation(Posture.NEUTRAL_MEDIATOR, UnofficialTrack.TRACK_ONE_AND_A_HALF);
  private static final String HEAD =
      "id: X\nas of: 2001-02-03\ndeciding party: A\nadversary: B\ntitle: 'é 😀'  # a comment\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "expected:\\n  posture: open talks\\n  unofficial track: none\\n"
            + "|expected:\\n  posture: neutral mediator\\n  unofficial track: track one and a half\\n",
        "expected: {unofficial track: none, posture: open talks}   # why\\n"
            + "|expected: {unofficial track: track one and a half, posture: neutral mediator}   # why\\n",
        "expected:\\n    posture:   \"open talks\" # a\\n    # b\\n    unofficial track: 'none'\\n"
            + "|expected:\\n    posture:   \"neutral mediator\" # a\\n    # b\\n"
            + "    unofficial track: 'track one and a half'\\n",
        "expected:\\r\\n  posture: open talks\\r\\n  unofficial track: none"
            + "|expected:\\r\\n  posture: neutral mediator\\r\\n"
            + "  unofficial track: track one and a half",
        "expected:\\n  posture: open\\n    talks\\n  unofficial track: none\\ntags: [a]\\n"
            + "|expected:\\n  posture: neutral mediator\\n"
            + "  unofficial track: track one and a half\\ntags: [a]\\n",
      })
  void yamlKeepsAllElse(String before, String after) {
    assertThat(edited("x.yaml", HEAD + lines(before))).isEqualTo(HEAD + lines(after));
  }

  @Test
  void whatIsTheSameIsNotTouched() {
    String file = HEAD + "expected:\n  posture: \"neutral mediator\"\n  unofficial track: none\n";

    assertThat(edited("x.yaml", file))
        .isEqualTo(
            HEAD
                + "expected:\n  posture: \"neutral mediator\"\n"
                + "  unofficial track: track one and a half\n");
  }

  @Test
  void jsonKeepsItsSpacesAndAByteOrderMark() {
    String file =
        "\uFEFF{ \"id\":\"X\",\"as of\" : \"2001-02-03\",\t\"deciding party\":\"A 😀\",\n"
            + " \"adversary\":\"B\", \"expected\" :{ \"posture\": \"open talks\" ,"
            + "\"unofficial track\":\"none\"} ,\"tags\":[ ] }\n";

    assertThat(edited("x.json", file))
        .isEqualTo(
            file.replace("open talks", "neutral mediator").replace("none", "track one and a half"));
  }

  @Test
  void whereNothingIsExpectedItIsAddedInItsPlace() {
    String block =
        "expected:\n  posture: neutral mediator\n  unofficial track: track one and a half\n";

    assertThat(edited("x.yaml", HEAD)).isEqualTo(HEAD + block);
    assertThat(edited("x.yaml", HEAD.stripTrailing()))
        .isEqualTo(HEAD.stripTrailing() + "\n" + block.stripTrailing());
    assertThat(edited("x.yaml", HEAD + "# so\ndiffers because: It does.\n"))
        .isEqualTo(HEAD + block + "# so\ndiffers because: It does.\n");
    assertThat(edited("x.yaml", (HEAD + "tags: [a]\n").replace("\n", "\r\n")))
        .isEqualTo((HEAD + "tags: [a]\n" + block).replace("\n", "\r\n"));
  }

  @Test
  void itIsAddedToJsonOnOneLineAndOnMany() {
    String entry =
        "\"expected\": {\"posture\": \"neutral mediator\","
            + " \"unofficial track\": \"track one and a half\"}";
    String one =
        "{\"id\": \"X\", \"as of\": \"2001-02-03\", \"deciding party\": \"A\", \"adversary\": \"B\"}";

    assertThat(edited("x.json", one)).isEqualTo(one.replace("\"B\"}", "\"B\", " + entry + "}"));
    String many = one.replace("{", "{\n  ").replace(", ", ",\n  ").replace("}", "\n}\n");
    assertThat(edited("x.json", many))
        .isEqualTo(many.replace("\"B\"\n", "\"B\",\n  " + entry + "\n"));
  }

  @Test
  void aFileOfUncommonFormToo() {
    String block =
        "expected:\n  posture: neutral mediator\n  unofficial track: track one and a half\n";
    String asked = HEAD + "? expected\n: posture: open talks\n  ? unofficial track\n  : 'none'\n";

    assertThat(edited("x.yaml", "%YAML 1.1\n---\n" + HEAD + "tags:\n- a\n...\n"))
        .isEqualTo("%YAML 1.1\n---\n" + HEAD + "tags:\n- a\n" + block + "...\n");
    assertThat(edited("x.yaml", asked))
        .isEqualTo(
            asked
                .replace("open talks", "neutral mediator")
                .replace("'none'", "'track one and a half'"));
  }

  @TestFactory
  Stream<DynamicTest> inEveryShippedCaseOnlyTheValuesChange() {
    return CaseFiles.in(Path.of("cases")).stream()
        .map(
            file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> onlyValues(file)));
  }

  private static void onlyValues(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    Case subject = FILES.read(file);
    byte[] after = FILES.withExpected(file.toString(), before, NEW);

    assertThat(FILES.read(file.toString(), after))
        .isEqualTo(subject.toBuilder().expected(NEW).build());
    assertThat(FILES.withExpected(file.toString(), after, subject.expected())).isEqualTo(before);
  }

  private static String edited(String name, String file) {
    byte[] edited = FILES.withExpected(name, file.getBytes(StandardCharsets.UTF_8), NEW);
    return new String(edited, StandardCharsets.UTF_8);
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }
}
