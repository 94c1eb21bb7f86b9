package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Copy;
import org.parley.ParleyException;
import org.parley.Problem;

/** What loading refuses, and in which words. */
class RefusalTest {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="extra" name="extra" namespace="urn:extra">
      """;

  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void copyTheProject() throws IOException {
    copy = Copy.into(folder);
  }

  @Test
  void theProjectItselfLoads() {
    KnowledgeBase base = KnowledgeBase.load(folder);

    assertThat(base.version()).hasSize(64).isEqualTo(KnowledgeBase.load(folder).version());
    assertThat(base.rules().run()).isFalse();
    assertThat(base.decisions()).isNotEmpty();
  }

  @Test
  void anExternalJavaFunction() {
    copy.write(
        "dmn/extra.dmn",
        HEAD
            + """
            <businessKnowledgeModel id="b" name="run">
              <variable id="v" name="run"/>
              <encapsulatedLogic id="f" kind="Java">
                <context id="c">
                  <contextEntry id="e1"><variable id="v1" name="class"/><literalExpression id="l1"><text>"java.lang.Runtime"</text></literalExpression></contextEntry>
                  <contextEntry id="e2"><variable id="v2" name="method signature"/><literalExpression id="l2"><text>"exec(java.lang.String)"</text></literalExpression></contextEntry>
                </context>
              </encapsulatedLogic>
            </businessKnowledgeModel>
            </definitions>
            """);

    assertThat(problems())
        .containsExactly(
            "dmn/extra.dmn:5: business knowledge model 'run': an external function (Java) is not"
                + " allowed");
  }

  @Test
  void aDoctype() {
    copy.write(
        "dmn/extra.dmn",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
            + "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\">&x;</definitions>");

    assertThat(problems())
        .containsExactly("dmn/extra.dmn:2: a DOCTYPE is not allowed here: take it out");
  }

  @Test
  void aDecisionThatStandsTwice() {
    copy.write(
        "dmn/extra.dmn",
        HEAD
            + """
            <decision id="d" name="posture">
              <variable id="v" name="posture" typeRef="string"/>
              <literalExpression id="l"><text>"open talks"</text></literalExpression>
            </decision>
            </definitions>
            """);

    assertThat(problems())
        .singleElement()
        .asString()
        .matches(
            "dmn/(extra|posture).dmn:\\d+: decision 'posture': stands twice: here and in"
                + " dmn/(extra|posture).dmn, line \\d+");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for x in 1..1e10 return x | a loop (for … in … return) is not allowed",
        "some x in [1,2] satisfies x > 1 | a loop (some or every … satisfies) is not allowed",
        "[1,2,3][item > 1] | a filter (list[condition]) is not allowed",
        "function(x) x + 1 | a function of one's own is not allowed",
        "now() | the function now is not allowed",
        "10 ** 10 ** 10 | powers (**) are not allowed",
        "strong | the name strong is not known here; a text needs quotes: \"strong\"",
        "? + 1 | the name ? is not known here",
        "matches(\"aaaa\", \"(a+)+b\") | the function matches is not allowed",
        "1 + | is not FEEL",
      })
  void feelThatMightNotEndOrReadsMoreThanItsInputs(String expression, String objection) {
    copy.write(
        "dmn/extra.dmn",
        HEAD
            + """
            <decision id="d" name="extra">
              <variable id="v" name="extra"/>
              <literalExpression id="l"><text>%s</text></literalExpression>
            </decision>
            </definitions>
            """
                .formatted(expression.replace("<", "&lt;")));

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("dmn/extra.dmn:5: decision 'extra': " + expression)
        .contains(objection);
  }

  @Test
  void malformedXml() {
    copy.write("dmn/extra.dmn", HEAD + "<decision>");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("dmn/extra.dmn:3:11: malformed XML");
  }

  @Test
  void whatTheSchemaDoesNotAllow() {
    copy.write("dmn/extra.dmn", HEAD + "<decisoin id=\"d\" name=\"x\"/></definitions>");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("dmn/extra.dmn:3")
        .contains("not valid DMN 1.3", "decisoin");
  }

  @Test
  void anotherKindOfXml() {
    copy.write("dmn/extra.dmn", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>");

    assertThat(problems()).containsExactly("dmn/extra.dmn: not a DMN model of version 1.2 to 1.6");
  }

  @Test
  void anInputThatNothingGives() {
    copy.write(
        "dmn/extra.dmn",
        HEAD
            + """
            <inputData id="i" name="resilience signl"><variable id="v" name="resilience signl" typeRef="string"/></inputData>
            </definitions>
            """);

    assertThat(problems())
        .containsExactly(
            "dmn/extra.dmn:3: input data 'resilience signl': is neither a fact of"
                + " dmn/vocabulary.csv nor a decision of any model (did you mean 'resilience"
                + " signal'?)");
  }

  @Test
  void aCircle() {
    copy.write("dmn/one.dmn", HEAD + circular("one", "two"));
    copy.write("dmn/two.dmn", HEAD + circular("two", "one"));

    assertThat(problems())
        .containsExactly(
            "dmn/one.dmn:4: decision 'one': a circle: 'one' (dmn/one.dmn) needs 'two'"
                + " (dmn/two.dmn) needs 'one'");
  }

  private static String circular(String name, String needs) {
    return """
      <inputData id="i" name="%2$s"><variable id="v" name="%2$s" typeRef="string"/></inputData>
      <decision id="d" name="%1$s"><variable id="w" name="%1$s" typeRef="string"/>
        <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
        <literalExpression id="l"><text>%2$s</text></literalExpression>
      </decision></definitions>
      """
        .formatted(name, needs);
  }

  @Test
  void typesThatDiffer() {
    copy.write(
        "dmn/extra.dmn",
        HEAD
            + """
            <itemDefinition id="t" name="tMine"><typeRef>string</typeRef><allowedValues id="a"><text>"recommended","no"</text></allowedValues></itemDefinition>
            <inputData id="i" name="open talks verdict"><variable id="v" name="open talks verdict" typeRef="tMine"/></inputData>
            </definitions>
            """);

    assertThat(problems())
        .containsExactly(
            "dmn/extra.dmn:4: input data 'open talks verdict': has another type than the decision in"
                + " dmn/posture.dmn: here string \"recommended\",\"no\", there string"
                + " \"recommended\",\"viable\",\"weak\",\"blocked\"");
  }

  @Test
  void aValueThatTheVocabularyDoesNotKnow() {
    copy.replace(
        "dmn/vocabulary.csv", "none|weak|strong|failed|unknown", "none|weak|strong|unknown");

    assertThat(problems())
        .isNotEmpty()
        .allSatisfy(
            p ->
                assertThat(p)
                    .matches(
                        ".*input data 'resilience signal': its type 'tResilienceSignal' \\(line"
                            + " \\d+\\) does not allow what dmn/vocabulary.csv allows: it has"
                            + " \"failed\""));
  }

  @Test
  void imports() {
    copy.write(
        "dmn/extra.dmn",
        HEAD
            + "<import name=\"p\" namespace=\"urn:x\""
            + " importType=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/></definitions>");

    assertThat(problems())
        .containsExactly(
            "dmn/extra.dmn:3: import 'p': models are linked by name: declare what is needed as input"
                + " data instead");
  }

  @Test
  void aRowIdOfAnotherTable() {
    String id = "row-of-both";
    copy.write("dmn/one.dmn", HEAD + table("one", id))
        .write("dmn/two.dmn", HEAD + table("two", id));

    assertThat(problems())
        .containsExactly(
            "dmn/two.dmn:6: decision 'two', row 'row-of-both': its id stands in dmn/one.dmn,"
                + " line 6 already");
  }

  private static String table(String name, String rowId) {
    return """
      <decision id="d" name="%s"><variable id="v" name="%s" typeRef="string"/>
        <decisionTable id="t"><input id="i"><inputExpression id="e" typeRef="string"><text>"x"</text></inputExpression></input>
          <output id="o"/>
          <rule id="%s"><inputEntry id="a"><text>-</text></inputEntry><outputEntry id="b"><text>"y"</text></outputEntry></rule>
        </decisionTable></decision></definitions>
      """
        .formatted(name, name, rowId);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "none|weak; none|none|weak; the value 'none' stands here a second time",
        "none|weak; none||weak; the value is empty",
        "none|weak; none|None|weak; the value 'None' looks like 'none'",
        "none|weak; none|w\u0435ak|weak; the value 'w\u0435ak' mixes letters of Latin and Cyrillic",
        "none|weak; none|we\u200Bak; the value 'we<U+200B>ak' has a character that cannot be seen (U+200B)",
        "none|weak|strong|failed|unknown; unknown; has no value beside unknown",
        "number,0..600; number,18..6; the range of 'months of fighting' is empty",
        "number,0..600; number,0..; is neither a choice with values",
        "situation,conflict stage; situation,months of  Fighting; looks like",
        "situation,conflict stage; situation,; fact is empty",
        "group,name; group,name,name; the header has the column 'name' twice",
      })
  void aVocabularyThatCanBeMisread(String from, String to, String message) {
    copy.replace("dmn/vocabulary.csv", from, to);

    assertThat(problems())
        .anyMatch(p -> p.matches("dmn/vocabulary.csv:\\d+: .*") && p.contains(message));
  }

  @Test
  void aWordThatNobodyReadsToItsEnd() {
    copy.replace(
        "dmn/vocabulary.csv", "situation,conflict stage", "situation," + "ab".repeat(9000));

    assertThat(problems())
        .anyMatch(
            p ->
                p.matches(
                    "dmn/vocabulary.csv:2: fact '(ab){30}…' has more than 200 characters: the most"
                        + " for a fact, a value, an event type or the id of a statement"))
        .allMatch(p -> p.length() < 2_000);
  }

  @Test
  void statementsAndEventsThatCanBeMisread() {
    copy.replace("dmn/statements.csv", "S002,", "s001,")
        .replace("rules/events.csv", "fighting begins,", "Offensive,");

    assertThat(problems())
        .anyMatch(p -> p.contains("statement 's001' looks like 'S001'"))
        .anyMatch(p -> p.contains("event type 'offensive' looks like 'Offensive'"));
  }

  @Test
  void aVocabularyInAnotherEncoding() throws IOException {
    Files.write(
        folder.resolve("dmn/vocabulary.csv"),
        copy.read("dmn/vocabulary.csv")
            .replace("situation", "s\u00EFtuation")
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problems()).anyMatch(p -> p.contains("UTF-8"));
  }

  @Test
  void allProblemsAtOnce() {
    copy.write("dmn/a.dmn", "<a/>")
        .write("dmn/b.dmn", "no XML")
        .replace("rules/events.csv", "offensive,", "escalation,");

    assertThat(problems())
        .hasSize(3)
        .anyMatch(p -> p.startsWith("dmn/a.dmn: not a DMN model"))
        .anyMatch(p -> p.startsWith("dmn/b.dmn:1:1: malformed XML"))
        .anyMatch(p -> p.contains("event type 'escalation' stands here a second time"));
  }

  @Test
  void aFolderWithoutModels() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    ParleyException refused =
        catchThrowableOfType(ParleyException.class, () -> KnowledgeBase.load(empty));

    assertThat(refused)
        .hasMessageEndingWith("no knowledge base: it has no folder dmn/ with decision models");
  }

  private List<String> problems() {
    ParleyException refused =
        catchThrowableOfType(ParleyException.class, () -> KnowledgeBase.load(folder));
    assertThat(refused).as("the knowledge base is refused").isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }
}
