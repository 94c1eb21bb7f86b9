package org.parley.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.SimilarCase;
import org.parley.SimilarCase.Difference;
import org.parley.SimilarCases;
import org.parley.casefile.CaseFiles;
import org.parley.explain.AdviceAnswer;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;

/** The published schema takes every advice that is given, and nothing that is none. */
class RecordSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Objects whose keys are names that the schema cannot know. */
  private static final Set<String> OPEN =
      Set.of("inputs", "assuming", "details", "result", "topics");

  private static Advisor advisor;
  private static CaseFiles caseFiles;
  private static JsonSchema schema;
  private static JsonNode full;

  @BeforeAll
  static void load() throws Exception {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    caseFiles = new CaseFiles(knowledge.vocabulary());
    schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                new RecordSchema(knowledge.vocabulary()).of(AdviceAnswer.class, true, false),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    full = JSON.readTree(write(briefing()));
  }

  /** An advice with something under every key. */
  private static Briefing briefing() {
    Case subject =
        read("cases/vietnam-war/VN-01.yaml")
            .assuming("adversary escalation cost", "unknown")
            .assuming("third party role", "unknown");
    Briefing given = Briefing.of(advisor.advise(subject), List.of());
    Advice other = advisor.advise(read("cases/vietnam-war/VN-04.yaml"));
    List<Difference> differences =
        List.of(new Difference("resilience signal", "weak", "strong", 2.0 / 3));
    return new Briefing(
        given.advice(),
        given.whyNot(),
        given.changes(),
        given.questions(),
        new SimilarCases(List.of(new SimilarCase(other, 2.0 / 3, differences)), 1, 2));
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  static List<Path> cases() {
    return CaseFiles.in(Path.of("cases"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesTheAdviceOnEveryShippedCase(Path file) throws Exception {
    Case subject = caseFiles.read(file);
    List<Case> history = List.of(read("cases/vietnam-war/VN-04.yaml"));

    assertThat(problems(JSON.readTree(write(advisor.advise(subject))))).isEmpty();
    assertThat(problems(JSON.readTree(write(Briefing.of(advisor.advise(subject), history)))))
        .isEmpty();
  }

  @Test
  void takesAListOfAdviceAndLooksIntoIt() throws Exception {
    Case subject = read("cases/vietnam-war/VN-04.yaml");
    ArrayNode two =
        (ArrayNode)
            JSON.readTree(
                Json.write(
                    List.of(
                        AdviceAnswer.of(advisor.advise(subject)),
                        AdviceAnswer.of(advisor.advise(subject)))));

    assertThat(problems(two)).isEmpty();
    ((ObjectNode) two.get(1)).put("posture", "appeasement");
    assertThat(problems(two)).isNotEmpty();
  }

  @Test
  void takesAdviceOnACaseWithoutIdOrDate() throws Exception {
    Case subject = Case.of(Map.of("months of fighting", 5, "respite needed", true));

    assertThat(problems(JSON.readTree(write(Briefing.of(advisor.advise(subject), List.of())))))
        .isEmpty();
  }

  @Test
  void sharesAreWrittenWithoutTheDigitsThatRoundingSpoils() {
    assertThat(full.at("/similar/0/likeness").asText()).isEqualTo("0.6666666667");
    assertThat(full.at("/similar/0/differences/0/weight").asText()).isEqualTo("0.6666666667");
  }

  @Test
  void isItselfASchema() throws Exception {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    String text =
        new RecordSchema(KnowledgeBase.builtIn().vocabulary()).of(AdviceAnswer.class, true, false);

    assertThat(meta.validate(JSON.readTree(text))).isEmpty();
  }

  @Test
  void refusesAKeyThatNobodyWritesWhereverItStands() {
    List<String> taken = new ArrayList<>();
    for (String place : objects(full, "").toList()) {
      JsonNode spoilt = full.deepCopy();
      ((ObjectNode) spoilt.at(place)).put("nonsense", true);
      if (problems(spoilt).isEmpty()) {
        taken.add(place);
      }
    }

    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', posture",
    "'', verdicts",
    "'', unofficialTrack",
    "'', trace",
    "'', knowledge",
    "/verdicts/0, verdict",
    "/runnerUp, arguments",
    "/facts/0, origin",
    "/trace/0/rows/0, inputs",
    "/whyNot/0, rows",
    "/whyNot/0/rows/0, then",
    "/whyNot/0/rows/0/cells/0, wanted",
    "/changes, robust",
    "/changes, complete",
    "/changes/distances/0, facts",
    "/openQuestions, exact",
    "/openQuestions/learnFirst/0/answers/0, postures",
    "/similar/0, advised",
    "/similar/0/differences/0, weight",
  })
  void refusesAdviceThatLacks(String place, String key) {
    JsonNode spoilt = full.deepCopy();

    assertThat(((ObjectNode) spoilt.at(place)).remove(key)).isNotNull();

    assertThat(problems(spoilt)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', posture, '\"surrender\"'",
    "'', posture, null",
    "'', asOf, '\"1968-02-30\"'",
    "'', unofficialTrack, '\"track three\"'",
    "'', confidence, '\"certain\"'",
    "/verdicts/0, verdict, '\"good\"'",
    "/facts/0, name, '\"morale\"'",
    "/facts/0, value, '\"nonsense\"'",
    "/facts/0, origin, '\"guessed\"'",
    "/whyNot/0, asked, '\"victory\"'",
    "/whyNot/0/rows/0/then, verdict, '\"fine\"'",
    "/whyNot/0/rows/0, assuming, '{\"resilience signal\": \"loud\"}'",
    "/changes, to, '\"victory\"'",
    "/changes/changes/0, group, '\"anyone\"'",
    "/changes/changes/0/facts/0, to, '\"nonsense\"'",
    "/similar/0/advised, posture, '\"victory\"'",
    "/similar/0/differences/0, there, '\"nonsense\"'",
  })
  void refusesAnotherValue(String place, String key, String value) throws Exception {
    JsonNode spoilt = full.deepCopy();

    ((ObjectNode) spoilt.at(place)).set(key, JSON.readTree(value));

    assertThat(problems(spoilt)).isNotEmpty();
  }

  /** The places of all objects whose keys the schema knows. */
  private static Stream<String> objects(JsonNode node, String place) {
    Stream<String> below = Stream.empty();
    if (node.isArray()) {
      // what holds for the first two holds for all
      for (int i = 0; i < Math.min(node.size(), 2); i++) {
        below = Stream.concat(below, objects(node.get(i), place + "/" + i));
      }
      return below;
    }
    for (var entry : node.properties()) {
      if (!OPEN.contains(entry.getKey())) {
        below = Stream.concat(below, objects(entry.getValue(), place + "/" + entry.getKey()));
      }
    }
    return node.isObject() ? Stream.concat(Stream.of(place), below) : below;
  }

  private static Set<?> problems(JsonNode advice) {
    return schema.validate(advice);
  }

  private static String write(Advice advice) {
    return Json.write(AdviceAnswer.of(advice));
  }

  private static String write(Briefing briefing) {
    return Json.write(AdviceAnswer.of(briefing));
  }

  private static Case read(String file) {
    return caseFiles.read(Path.of(file));
  }
}
