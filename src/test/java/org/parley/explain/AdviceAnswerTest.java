package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Shown;
import org.parley.report.advice.AdviceSample;
import org.parley.report.json.Json;

/** JSON: the keys that programs rely on. */
class AdviceAnswerTest {
  private final JsonNode rich = tree(AdviceSample.rich());

  @Test
  void keysStandInTheirOrder() {
    assertThat(keys(rich))
        .containsExactly(
            "schemaVersion",
            "case",
            "asOf",
            "about",
            "posture",
            "favoured",
            "basis",
            "combinedWith",
            "unofficialTrack",
            "confidence",
            "confidenceReasons",
            "completions",
            "verdicts",
            "reasons",
            "runnerUp",
            "format",
            "steps",
            "warnings",
            "risks",
            "costOfWaiting",
            "mustAgree",
            "outlook",
            "thirdParty",
            "trackTwo",
            "fallback",
            "ifLeaked",
            "reviewWhen",
            "topics",
            "more",
            "footer",
            "reviewWithinDays",
            "reviewBy",
            "facts",
            "unknown",
            "findings",
            "rulesFired",
            "secondOpinion",
            "trace",
            "knowledge");
    assertThat(keys(rich.at("/verdicts/0"))).containsExactlyInAnyOrder("option", "verdict", "rows");
    assertThat(keys(rich.at("/runnerUp")))
        .containsExactlyInAnyOrder("option", "verdict", "rows", "arguments");
    assertThat(keys(rich.at("/trace/0"))).containsExactly("decision", "question", "result", "rows");
    assertThat(keys(rich.at("/trace/1/rows/0")))
        .containsExactly("id", "table", "why", "source", "statements", "inputs", "decided");
    assertThat(keys(rich.at("/knowledge"))).containsExactly("version", "hash", "engine");
  }

  @Test
  void valuesAreTheLabels() {
    assertThat(rich.at("/case").asText()).isEqualTo("VN-04");
    assertThat(rich.at("/asOf").asText()).isEqualTo("1968-04-01");
    assertThat(rich.at("/reviewBy").asText()).isEqualTo("1968-06-30");
    assertThat(rich.at("/posture").asText()).isEqualTo("open talks");
    assertThat(rich.at("/confidence").asText()).isEqualTo("medium");
    assertThat(rich.at("/verdicts/1/rows/0").asText()).isEqualTo("secret-usable");
    assertThat(rich.at("/trace/1/rows/1/decided").booleanValue()).isFalse();
  }

  @Test
  void numbersAreNumbers() {
    assertThat(rich.at("/facts/0/value").isInt()).isTrue();
    assertThat(rich.at("/trace/0/rows/0/inputs/months of fighting").intValue()).isEqualTo(38);
    assertThat(rich.at("/trace/8/result/points").decimalValue()).isEqualByComparingTo("2.5");
    assertThat(rich.at("/facts/1/value").isTextual()).isTrue();
  }

  @Test
  void derivedFactShowsItsRuleAndEvents() {
    JsonNode derived = rich.at("/facts/2");

    assertThat(keys(derived))
        .containsExactly("name", "value", "origin", "why", "source", "rule", "events");
    assertThat(keys(derived.at("/events/0")))
        .containsExactly("date", "type", "by", "to", "details", "note", "source");
  }

  @Test
  void secondOpinionSaysOnWhatItRestsAndWhereItParts() {
    JsonNode opinion = rich.at("/secondOpinion");

    assertThat(keys(opinion))
        .containsExactly(
            "region", "label", "meaning", "reasonable", "speaks", "agrees", "partsOn", "basis");
    assertThat(keys(opinion.at("/partsOn")))
        .containsExactly("parameter", "meaning", "value", "turn", "above", "facts");
    assertThat(opinion.at("/partsOn/turn").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(opinion.at("/basis").asText()).contains("reconstruction");
  }

  @Test
  void whatIsMissingHasNoKey() {
    JsonNode bare = tree(AdviceSample.bare());

    assertThat(keys(bare))
        .doesNotContain("case", "asOf", "reviewBy", "reviewWithinDays", "secondOpinion");
    assertThat(bare.at("/steps").isArray()).isTrue();
    assertThat(keys(rich.at("/trace/0/rows/0"))).doesNotContain("source");
    assertThat(rich.findValues("source")).noneMatch(source -> source.asText().isEmpty());
    assertThat(write(AdviceSample.rich())).doesNotContain("null");
  }

  @Test
  void textIsLaidOutAndHarmlessAndLosesNothing() throws Exception {
    String text = write(AdviceSample.rich());

    assertThat(text)
        .startsWith("{\n  \"schemaVersion\": 1,\n  \"case\": \"VN-04\",\n")
        .endsWith("}\n");
    assertThat(text.codePoints().filter(c -> c != '\n' && Shown.acts(c))).isEmpty();
    assertThat(new ObjectMapper().readTree(text).findValuesAsText("why"))
        .isEqualTo(rich.findValuesAsText("why"))
        .anyMatch(why -> why.contains("\u001b[31m") && why.contains("\u009b2J\u202e"));
  }

  @Test
  void sentencesKeepTheirRowAndTopicsStandUnderTheirDecision() {
    assertThat(keys(rich.at("/steps/0"))).contains("text");
    assertThat(rich.at("/topics/risks of this advice")).isEqualTo(rich.at("/risks"));
  }

  private static JsonNode tree(Advice advice) {
    try {
      return new ObjectMapper().readTree(write(advice));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String write(Advice advice) {
    return Json.write(AdviceAnswer.of(advice));
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
