package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.Changes;
import org.parley.Detail;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.JsonLayout;
import org.parley.Parley;
import org.parley.Posture;
import org.parley.Verdict;
import org.parley.casefile.CaseFiles;
import org.parley.jackson.ParleyModule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What Java says of cases and advice in YAML and JSON is what the command line says. */
class JsonApiTest {
  private static final Path VIETNAM = Path.of("cases/vietnam-war/VN-04.yaml");
  private static final ObjectMapper JACKSON_2 = new ObjectMapper().findAndRegisterModules();
  private static final JsonMapper JACKSON_3 = JsonMapper.builder().findAndAddModules().build();
  private static Advisor advisor;

  /** A class of somebody else. */
  record Filed(String by, LocalDay day, Advice advice, List<Case> cases, Posture posture) {}

  /** Written by annotations of its own, which nobody touches. */
  record LocalDay(String text) {}

  @BeforeAll
  static void start() {
    advisor = Parley.builtIn();
  }

  @AfterAll
  static void stop() {
    advisor.close();
  }

  static List<Path> files() {
    return CaseFiles.in(Path.of("cases"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aCaseFileIsReadAndWrittenWithoutTheVocabulary(Path file) throws IOException {
    Case subject = Case.fromYaml(Files.readString(file));

    assertThat(subject).isEqualTo(advisor.readCase(file));
    assertThat(Case.fromYaml(subject.toYaml())).isEqualTo(subject);
    assertThat(Case.fromJson(subject.toJson())).isEqualTo(subject);
    assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(subject), Case.class))
        .isEqualTo(subject);
    assertThat(JACKSON_3.readValue(JACKSON_3.writeValueAsString(subject), Case.class))
        .isEqualTo(subject);
  }

  @Test
  void whatIsReadIsTheSameFromATextAStreamAndAReader() throws IOException {
    String yaml = Files.readString(VIETNAM);
    Case subject = Case.fromYaml(yaml);

    assertThat(Case.fromYaml(bytes(yaml))).isEqualTo(subject);
    assertThat(Case.fromYaml(new StringReader(yaml))).isEqualTo(subject);
    assertThat(Case.fromJson(bytes(subject.toJson()))).isEqualTo(subject);
    assertThat(Case.fromJson(new StringReader(subject.toJson()))).isEqualTo(subject);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A service is sent facts alone. */
  @Test
  void aCaseNeedsNoMoreThanFacts() {
    Case subject = Case.fromJson("{\"facts\": {\"way out\": \"yes\", \"months of fighting\": 7}}");

    assertThat(subject).isEqualTo(Case.of(Map.of("way out", "yes", "months of fighting", 7)));
    assertThat(subject.toJson()).contains("\"months of fighting\": 7");
    assertThat(advisor.advise(subject).facts()).hasSize(2);
  }

  @Test
  void whatIsNoCaseIsRefusedWithEachPlace() {
    CaseRefused refused =
        catchThrowableOfType(
            CaseRefused.class,
            () -> Case.fromYaml("id: X\nas of: soon\nfact:\n  way out: yes\nadversary: [a, b]\n"));

    assertThat(refused.problems())
        .extracting(p -> p.line() + " " + p.kind())
        .containsExactly("2 UNKNOWN_VALUE", "3 UNKNOWN_KEY", "5 MALFORMED_CASE");
    assertThat(refused)
        .hasMessageContaining("line 3, column 1: unknown key 'fact' (did you mean 'facts'?)");
    assertThatThrownBy(() -> Case.fromJson("{\"facts\": {\"way out\": "))
        .isInstanceOf(CaseRefused.class)
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> Case.fromJson("{\"facts\": {\"x\": " + "9".repeat(1_000_000) + "}}"))
        .isInstanceOf(CaseRefused.class)
        .hasMessageContaining("too long");
  }

  /** Names and values are checked by whoever knows the vocabulary. */
  @Test
  void wordsThatNobodyKnowsAreRefusedWhenAdviceIsAskedFor() {
    Case subject =
        Case.fromYaml(
            """
            facts: {way ut: yes}
            as of: 2000-01-01
            events: [{date: 1999-01-01, type: offensive, directon: up}]
            """);

    assertThat(subject.events().get(0).details()).containsExactly(Map.entry("directon", "up"));
    assertThatThrownBy(() -> advisor.advise(subject))
        .isInstanceOf(CaseRefused.class)
        .hasMessageContaining("unknown fact 'way ut' (did you mean 'way out'?)")
        .hasMessageContaining("unknown key 'directon'");
  }

  @Test
  void whatNeverEndsIsRefusedInBoundedMemory() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    Reader without =
        new Reader() {
          @Override
          public int read(char[] into, int from, int length) {
            into[from] = 'x';
            return 1;
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> Case.fromYaml(endless))
        .isInstanceOf(CaseRefused.class)
        .hasMessage("more than 2 MiB: the most for one case file");
    assertThatThrownBy(() -> Case.fromJson(without))
        .isInstanceOf(CaseRefused.class)
        .hasMessage("more than 2 MiB: the most for one case file");
  }

  @Test
  void aTextThatACommentCutsShortIsRemarkedOn() {
    Case subject = Case.fromYaml("facts: {way out: yes}\ntitle: Talks in hut #9\n");

    assertThat(subject.remarks()).extracting(Finding::kind).containsExactly("text cut short");
    assertThat(advisor.advise(subject).findings()).contains(subject.remarks().get(0));
  }

  @Test
  void anAdviceIsWrittenAsTheCommandLineWritesIt() throws IOException {
    Advice advice = advisor.advise(advisor.readCase(VIETNAM));
    String printed = Run.of("advise", VIETNAM.toString(), "--format", "json").out();

    assertThat(advice.toJson(Detail.SHORT, JsonLayout.PRETTY)).isEqualTo(printed);
    assertThat(advice.toJson(Detail.SHORT)).doesNotContain("\n");
    assertThat(JACKSON_2.readTree(advice.toJson(Detail.SHORT)))
        .isEqualTo(JACKSON_2.readTree(printed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cases/vietnam-war/VN-04.yaml",
        "cases/haiti-1994/HT-01.yaml",
        "cases/russia-ukraine-war/UA-04.yaml"
      })
  void anAdviceThatIsReadBackSaysWhatWasWritten(Path file) throws IOException {
    Advice advice = advisor.advise(advisor.readCase(file));
    String written = advice.toJson(Detail.FULL);
    fits("advice", written);

    ObjectNode kept = (ObjectNode) JACKSON_2.readTree(written);
    kept.remove("similar");
    Advice read = JACKSON_2.readValue(written, Advice.class);
    assertThat(JACKSON_2.readTree(read.toJson(Detail.FULL))).isEqualTo(kept);
    assertThat(JACKSON_3.readValue(written, Advice.class)).isEqualTo(read);
    assertThat(read.posture()).isEqualTo(advice.posture());
    assertThat(read.reasons())
        .extracting(FiredRow::why)
        .isEqualTo(advice.reasons().stream().map(FiredRow::why).toList());
    assertThat(read.verdict(advice.posture()).rows().get(0).why()).isNotEmpty();
    assertThat(read.verdicts())
        .extracting(Verdict::level)
        .isEqualTo(advice.verdicts().stream().map(Verdict::level).toList());
    assertThat(read.trace()).hasSameSizeAs(advice.trace());
    assertThat(read.changes(2)).isEqualTo(advice.changes(2));
    assertThat(read.knowledge()).isEqualTo(advice.knowledge());
    assertThatThrownBy(read::seats)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("read from JSON, which does not say both seats");
  }

  private static void fits(String of, String written) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Run.of("schema", "--of", of).out());

    assertThat(schema.validate(JACKSON_2.readTree(written))).isEmpty();
  }

  /** Each as its schema says, and back. */
  @Test
  void answersGoOutAndInWithBothJacksons() throws IOException {
    Advice advice = advisor.advise(advisor.readCase(VIETNAM));
    Map<String, Object> answers =
        Map.of(
            "challenge", advice.challenge(),
            "change", advice.changes(2),
            "ask", advice.openQuestions(),
            "why", advice.whyNot(Posture.CLOSED_POSTURE));
    for (Map.Entry<String, Object> answer : answers.entrySet()) {
      String written = JACKSON_2.writeValueAsString(answer.getValue());
      fits(answer.getKey(), written);
      assertThat(JACKSON_2.readTree(JACKSON_3.writeValueAsString(answer.getValue())))
          .isEqualTo(JACKSON_2.readTree(written));

      Object read = JACKSON_2.readValue(written, answer.getValue().getClass());
      assertThat(JACKSON_2.writeValueAsString(read)).isEqualTo(written);
      assertThat(JACKSON_3.readValue(written, answer.getValue().getClass())).isEqualTo(read);
    }
    assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(advice.changes(2)), Changes.class))
        .isEqualTo(advice.changes(2));
  }

  @Test
  void classesOfOthersHoldThemAsParts() throws IOException {
    Case subject = advisor.readCase(VIETNAM);
    Filed filed =
        new Filed(
            "somebody",
            new LocalDay("1968-04-01"),
            advisor.advise(subject),
            List.of(subject),
            Posture.OPEN_TALKS);
    String two = JACKSON_2.writeValueAsString(filed);

    JsonNode tree = JACKSON_2.readTree(two);
    assertThat(tree.at("/day/text").asText()).isEqualTo("1968-04-01");
    assertThat(tree.at("/posture").asText()).isEqualTo("open talks");
    assertThat(tree.at("/cases/0/as of").asText()).isEqualTo("1968-04-02");
    assertThat(tree.get("advice"))
        .isEqualTo(JACKSON_2.readTree(filed.advice().toJson(Detail.SHORT)));
    assertThat(JACKSON_2.readTree(JACKSON_3.writeValueAsString(filed))).isEqualTo(tree);
    assertThat(JACKSON_2.readValue(two, Filed.class).cases()).containsExactly(subject);
    assertThat(JACKSON_3.readValue(two, Filed.class).posture()).isEqualTo(Posture.OPEN_TALKS);
  }

  /** Others' own types are none of the modules' business. */
  @Test
  void nothingElseIsWrittenOtherwise() throws IOException {
    assertThatThrownBy(
            () ->
                new ObjectMapper()
                    .registerModule(new ParleyModule())
                    .writeValueAsString(LocalDate.EPOCH))
        .hasMessageContaining("jackson-datatype-jsr310");
    assertThat(JACKSON_2.writeValueAsString(Map.of("a", 0.1 + 0.2)))
        .contains("0.30000000000000004");
  }

  @Test
  void theCaseRefusedByAMapperSaysWhy() {
    assertThatThrownBy(() -> JACKSON_2.readValue("{\"fact\": {}, \"facts\": {}}", Case.class))
        .isInstanceOf(CaseRefused.class)
        .hasMessageContaining("unknown key 'fact'");
    assertThatThrownBy(() -> JACKSON_3.readValue("{\"fact\": {}, \"facts\": {}}", Case.class))
        .isInstanceOf(CaseRefused.class)
        .hasMessageContaining("unknown key 'fact'");
  }

  @Test
  void whatIsNoAdviceIsRefused() {
    assertThatThrownBy(() -> JACKSON_2.readValue("{}", Advice.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("about");
    assertThatThrownBy(() -> JACKSON_2.readValue("{\"schemaVersion\": 99}", Advice.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("schemaVersion is 99: this library reads 1");
    assertThatThrownBy(() -> JACKSON_3.readValue("{\"schemaVersion\": 99}", Changes.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("schemaVersion is 99: this library reads 1");
  }

  @Test
  void digitsThatAreNoNumberStayText() throws IOException {
    Advice advice = advisor.advise(Case.builder().fact("months of fighting", "007").build());

    Advice read = JACKSON_2.readValue(JACKSON_2.writeValueAsString(advice), Advice.class);

    assertThat(read.facts()).isEqualTo(advice.facts());
  }

  @Test
  void aDistanceThatIsNotKnownIsReadAsNone() throws IOException {
    Changes changes = advisor.advise(Case.of(Map.of())).within(Duration.ZERO).changes(2);

    assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(changes), Changes.class))
        .isEqualTo(changes);
  }
}
