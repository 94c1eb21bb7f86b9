package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Copy;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.decide.reference.ReferenceEngine;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** Cells that say nothing, as other editors write them, mean what their authors mean by them. */
class EmptyCellsTest {

  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void copyTheProject() throws IOException {
    copy = Copy.into(folder);
  }

  private static String table(String policy, String rows) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="extra" name="extra" namespace="urn:extra">
      <itemDefinition id="tm" name="tMonths"><typeRef>number</typeRef><allowedValues id="tma"><text>null,[0..600]</text></allowedValues></itemDefinition>
      <itemDefinition id="tt" name="tTexts" isCollection="true"><typeRef>string</typeRef></itemDefinition>
      <inputData id="i" name="months of fighting"><variable id="iv" name="months of fighting" typeRef="tMonths"/></inputData>
      <decision id="decision-extra" name="extra"><variable id="v" name="extra" typeRef="%s"/>
        <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
        <decisionTable id="t" hitPolicy="%s">
          <input id="ic1"><inputExpression id="ie1" typeRef="tMonths"><text>months of fighting</text></inputExpression><inputValues id="iv1"><text></text></inputValues></input>
          <input id="ic2"><inputExpression id="ie2" typeRef="tMonths"><text>months of fighting</text></inputExpression></input>
          <output id="o"><outputValues id="ov"><text>%s</text></outputValues></output>
          %s
        </decisionTable></decision></definitions>
    """
        .formatted(
            policy.equals("COLLECT") || policy.equals("RULE ORDER") ? "tTexts" : "string",
            policy,
            policy.equals("PRIORITY") ? "\"long\",\"short\"" : "",
            rows)
        .strip();
  }

  private static String row(String id, String tests, String answer) {
    return "<rule id=\"%s\">%s<outputEntry id=\"%s.o\"><text>%s</text></outputEntry></rule>\n"
        .formatted(id, tests, id, answer);
  }

  private static String test(String id, String text) {
    return "<inputEntry id=\"%s\"><text>%s</text></inputEntry>".formatted(id, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIRST", "PRIORITY", "COLLECT"})
  void aBlankOrMissingTestAcceptsEverything(String policy) {
    copy.write(
        "dmn/extra.dmn",
        table(
            policy,
            row("extra-long", test("a", "&gt;= 60") + test("b", ""), "\"long\"")
                + row("extra-blank", test("c", "&lt; 60") + test("d", "  \n "), "\"short\"")
                + row("extra-missing", test("e", "null"), "\"short\"")));

    assertThat(answer("72")).contains("long").doesNotContain("short");
    assertThat(answer("12")).contains("short").doesNotContain("long");
    assertThat(answer("unknown")).contains("short").doesNotContain("long");
  }

  private String answer(String months) {
    KnowledgeBase base = KnowledgeBase.load(folder);
    Map<String, String> facts = Map.of("months of fighting", months);
    String masks = String.valueOf(TableEngine.of(base).evaluate(facts).value("extra"));
    assertThat(masks)
        .isEqualTo(String.valueOf(new ReferenceEngine(base).evaluate(facts).value("extra")));
    return masks;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER"})
  void anEmptyAnswerIsAnErrorInEveryHitPolicy(String policy) {
    copy.write(
        "dmn/extra.dmn", table(policy, row("extra-long", test("a", "-") + test("b", "-"), " ")));

    ParleyException refused =
        catchThrowableOfType(ParleyException.class, () -> KnowledgeBase.load(folder));

    assertThat(refused.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "dmn/extra.dmn:12: decision 'extra', row 'extra-long': the result is empty: every row"
                + " needs its answer");
  }

  @Test
  void aBlankCellOfAShippedTableMakesNoDifference() throws IOException {
    String file = "dmn/posture.dmn";
    String text = Files.readString(folder.resolve(file));
    copy.write(file, text.replace("<text>-</text>", "<text></text>"));

    KnowledgeBase edited = KnowledgeBase.load(folder);

    Files.writeString(folder.resolve(file), text);
    KnowledgeBase shipped = KnowledgeBase.load(folder);
    for (Decision decision : shipped.decisions()) {
      assertThat(edited.decision(decision.name()).orElseThrow().decisionTable().rows())
          .extracting(Row::tests)
          .isEqualTo(decision.decisionTable().rows().stream().map(Row::tests).toList());
    }
  }
}
