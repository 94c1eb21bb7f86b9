package org.parley.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Case;
import org.parley.knowledge.Vocabulary;

/** The schema takes what the reader takes, and tells an editor what may stand where. */
class CaseSchemaTest {
  private static final String HEAD = "id: X\nas of: 2023-01-02\ndeciding party: A\nadversary: B\n";

  /** Reads unquoted {@code yes} and {@code no} as text, as editors do that know YAML 1.2. */
  private static final ObjectMapper YAML_1_2 =
      YAMLMapper.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private final CaseFiles caseFiles = new CaseFiles(TestVocabulary.vocabulary());
  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V7);
  private final JsonSchema schema =
      factory.getSchema(
          caseFiles.schema(),
          SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());

  static List<Path> coded() {
    return CaseFiles.in(Path.of("src/test/resources/casefile"));
  }

  @ParameterizedTest
  @MethodSource("coded")
  void takesCodedFiles(Path file) throws IOException {
    Case subject = caseFiles.read(file);

    assertThat(validate(Files.readString(file))).isEmpty();
    assertThat(validate(caseFiles.toYaml(subject))).isEmpty();
    assertThat(schema.validate(new ObjectMapper().readTree(caseFiles.toJson(subject)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "facts: {way out: yes, hurting stalemate: no, months of fighting: 600, issue: unknown}",
        "facts: {months of fighting: unknown, initiatives: {value: unknown, confidence: low}}",
        "facts: {way out: {value: yes, why: w, source: s, confidence: high}}",
        "events: [{date: 2023-01-01, type: offensive, by: A, to: [B, C], note: n, source: s}]",
        "events: [{date: 2023-01-01, type: ultimatum, deadline: 2023-01-05}]",
        "sides: {ours: [C], theirs: D}",
        "observed: {unofficial track: track two}",
        "observed: {posture: closed posture, confidence: low, third party: T, sources: [s]}",
        "expected: {posture: neutral mediator, unofficial track: track one and a half}",
      })
  void takesWhatTheReaderTakes(String more) throws IOException {
    String yaml = HEAD + more + "\n";

    caseFiles.read("c.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(validate(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "titel: x",
        "title: [x]",
        "as off: 2023-01-02",
        "facts: {way oot: yes}",
        "facts: {way out: maybe}",
        "facts: {way out: true}",
        "facts: {way out: {why: w}}",
        "facts: {way out: {value: yes, whi: w}}",
        "facts: {way out: {value: yes, confidence: sure}}",
        "facts: {months of fighting: 601}",
        "facts: {months of fighting: 1.5}",
        "facts: {months of fighting: many}",
        "events: [{date: 2023-02-30, type: offensive}]",
        "events: [{date: 2023-1-1, type: offensive}]",
        "events: [{type: offensive}]",
        "events: [{date: 2023-01-01}]",
        "events: [{date: 2023-01-01, type: ofensive}]",
        "events: [{date: 2023-01-01, type: offensive, deadline: 2023-01-01}]",
        "events: [{date: 2023-01-01, type: ultimatum, deadline: soon}]",
        "events: [{date: 2023-01-01, type: estimate revised, direction: sideways}]",
        "sides: {us: [C]}",
        "observed: {note: n}",
        "observed: {posture: open talk}",
        "expected: {posture: open talks}",
        "expected: {posture: open talks, unofficial track: track two}",
        "tags: x",
      })
  void refusesWhatIsMistyped(String more) throws IOException {
    assertThat(validate(HEAD + more + "\n")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "as of", "deciding party", "adversary"})
  void wantsTheRequiredKeys(String key) throws IOException {
    String without = HEAD.replaceAll("(?m)^" + key + ": .*\n", "");

    assertThat(validate(without)).hasSize(1);
  }

  @Test
  void isASchema() throws IOException {
    JsonSchema metaSchema =
        factory.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
    String empty = new CaseFiles(new Vocabulary(Map.of(), Map.of())).schema();

    assertThat(metaSchema.validate(new ObjectMapper().readTree(caseFiles.schema()))).isEmpty();
    assertThat(metaSchema.validate(new ObjectMapper().readTree(empty))).isEmpty();
    assertThat(caseFiles.schema()).startsWith("{\n").endsWith("\n}\n");
  }

  @Test
  void explainsFactsAndEvents() throws IOException {
    JsonNode root = new ObjectMapper().readTree(caseFiles.schema());

    JsonNode fact = root.at("/properties/facts/properties/way out");
    assertThat(fact.get("title").asText()).isEqualTo("way out");
    assertThat(fact.get("description").asText())
        .isEqualTo("What way out means. How to code it: Look at way out");
    assertThat(fact.at("/anyOf/0/enum").toString()).isEqualTo("[\"yes\",\"no\",\"unknown\"]");
    assertThat(root.at("/properties/facts/properties/months of fighting/anyOf/0").toString())
        .isEqualTo("{\"type\":\"integer\",\"minimum\":0,\"maximum\":600}");

    JsonNode type = root.at("/properties/events/items/properties/type/oneOf/1");
    assertThat(type.toString())
        .isEqualTo("{\"description\":\"Somebody: offensive\",\"const\":\"offensive\"}");
  }

  private Set<ValidationMessage> validate(String yaml) throws IOException {
    return schema.validate(YAML_1_2.readTree(yaml));
  }
}
