package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Copy;

/** The commands, as a user types them. */
class MainTest {
  private static final String VN_01 = "cases/vietnam-war/VN-01.yaml";
  private static final String VN_04 = "cases/vietnam-war/VN-04.yaml";

  @Test
  void advise() {
    Run run = Run.of("advise", VN_04);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("The tables favour: OPEN TALKS")
        .contains("The best case for", "Warnings and risks", "Steps", "What could turn it")
        .contains("Advice informs a decision; it does not take it.");
    assertThat(run.out().lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void theFullExplanationAsJsonHasAllThatCanBeArguedAbout() throws IOException {
    JsonNode brief = new ObjectMapper().readTree(Run.of("advise", VN_01, "--format", "json").out());
    JsonNode full =
        new ObjectMapper()
            .readTree(Run.of("advise", VN_01, "--format", "json", "--explain", "full").out());

    assertThat(brief.has("whyNot")).isFalse();
    assertThat(full.at("/whyNot")).hasSize(3);
    assertThat(full.at("/changes/distances")).hasSize(3);
    assertThat(full.at("/openQuestions/exact").booleanValue()).isTrue();
    assertThat(full.at("/similar").isArray()).isTrue();
  }

  @Test
  void schemasOfCasesAndOfAdvice() {
    assertThat(Run.of("schema").out()).contains("\"title\": \"Parley case file\"");
    assertThat(Run.of("schema", "--of", "advice").out())
        .contains("What programs read of an advice", "\"schemaVersion\"");
    assertThat(Run.of("schema", "--of", "nothing").code()).isEqualTo(1);
  }

  @Test
  void theFullExplanationGoesDownToRowsFactsRulesAndEvents() {
    String out =
        Run.of(
                "advise",
                VN_04,
                "--set",
                "adversary escalation cost=prohibitive",
                "--explain",
                "full")
            .out();

    assertThat(out)
        .contains("posture: open talks", "open talks verdict: recommended")
        .contains("open-safe-and-wanted · Mastro and Siegel 2023")
        .contains("S014")
        .contains("adversary escalation cost: prohibitive")
        .contains("Schandler 1977");
  }

  @ParameterizedTest
  @CsvSource({VN_01 + ", closed posture", VN_04 + ", open talks"})
  void adviseAsJson(String file, String posture) throws IOException {
    JsonNode json = new ObjectMapper().readTree(Run.of("advise", file, "--format", "json").out());

    assertThat(json.get("posture").asText()).isEqualTo(posture);
    for (String key :
        new String[] {
          "case", "asOf", "posture", "combinedWith", "unofficialTrack", "confidence", "verdicts",
          "steps", "warnings", "facts", "unknown", "findings", "trace", "knowledge"
        }) {
      assertThat(json.has(key)).as(key).isTrue();
    }
    assertThat(json.findValues("why")).isNotEmpty();
    assertThat(json.toString()).doesNotContain("null");
    assertThat(json.at("/knowledge/version").asText()).matches("[0-9a-f]{64}");
    assertThat(json.at("/verdicts/0/rows/0").isTextual()).isTrue();
    assertThat(json.at("/trace/0/rows/0/statements").isArray()).isTrue();
  }

  @Test
  void severalCasesAsJsonAreAList() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(Run.of("advise", VN_01, VN_04, "--format", "json").out());

    assertThat(json).hasSize(2);
    assertThat(json.at("/1/case").asText()).isEqualTo("VN-04");
  }

  @Test
  void commandsForAnalystsAreListedAndWriteTheirKeys() throws IOException {
    assertThat(Run.of("--help").out()).contains("\n  agree ", "\n  qca ");
    JsonNode qca = Run.of("qca", VN_04, "--outcome", "open talks", "--format", "json").json();
    assertThat(Run.keys(qca))
        .contains("schemaVersion", "outcome", "rows", "values", "baseRate", "caution");
    JsonNode agree = Run.of("agree", VN_01, VN_04, "--format", "json").json();
    assertThat(Run.keys(agree)).contains("schemaVersion", "facts", "advice", "caution");
    assertThat(agree.at("/advice/0/apart/0").asText()).isEqualTo("as of");
  }

  @Test
  void sameInputSameBytes() {
    assertThat(Run.of("advise", VN_04, "--format", "json").out())
        .isEqualTo(Run.of("advise", VN_04, "--format", "json").out());
  }

  @Test
  void aMistypedValueIsRefusedInOneLineWithTheLegalOnes() {
    Run run = Run.of("advise", VN_04, "--set", "resilience signal=nonsense");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "error: --set \"resilience signal=nonsense\": 'nonsense' is not a value of 'resilience"
                + " signal': none, weak, strong, failed, unknown\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "advise|error: missing: 'CASE'",
        "advise no-such.yaml|no-such.yaml: ",
        "advise cases/vietnam-war/VN-04.yaml --as-of +999999999-01-01|error: --as-of:"
            + " '+999999999-01-01' is not a day of the calendar: write it as YYYY-MM-DD, from 0001"
            + " to 9999",
        "game cases/vietnam-war/VN-04.yaml --as-of 0000-01-01|error: --as-of: '0000-01-01' is not a"
            + " day of the calendar: write it as YYYY-MM-DD, from 0001 to 9999",
        "advise cases/vietnam-war/VN-04.yaml --as-of 1968-13-01|error: --as-of: '1968-13-01' is not"
            + " a day of the calendar: write it as YYYY-MM-DD, from 0001 to 9999",
        "advise cases/vietnam-war/VN-04.yaml --fromat json|error: Unknown option",
        "advise cases/vietnam-war/VN-04.yaml --format yaml|error: --format: 'yaml' is not one of: text, markdown, json, html, docx, memo",
        "advise cases/vietnam-war/VN-04.yaml --format docx|error: a Word document is written to a file: give -o FILE.docx",
        "advise cases/vietnam-war/VN-04.yaml --to Minister|error: --to is of a memo: give --format memo with it, or leave it out",
        "advise cases/vietnam-war/VN-04.yaml --author=|error: --author is of a memo: give --format memo with it, or leave it out",
        "diff --reason why|error: --reason is of a memo: give --format memo with it, or leave it out",
        "advise cases/vietnam-war/VN-04.yaml --format memo --detail full|error: a memo has one page: give --format memo without --detail",
        "advise cases/vietnam-war/VN-04.yaml --format memo -o memo.json|error: 'memo.json': a memo is not written as .json; name the file .html, .docx, .md or .txt",
        "game cases/vietnam-war/VN-04.yaml --format memo|error: there is no form 'memo' of this result: it can be had as text, markdown, json, html, docx",
        "advise cases/vietnam-war/VN-04.yaml --set nonsense|error: --set \"nonsense\": write it as \"fact=value\"",
        "advise cases/vietnam-war/VN-04.yaml --knowledge no-such|no-such: there is no such folder",
        "advise cases/vietnam-war/VN-04.yaml -o README.md/file|README.md/file: cannot be written",
        "undo abc|error: NUMBER: 'abc' is no whole number",
        "diff a b c|error: the command takes no further words: 'c'",
        "why cases/vietnam-war/VN-04.yaml --not|error: --not needs its POSTURE",
        "regres|error: there is no command 'regres'",
        "regress no-such-folder|no-such-folder: ",
      })
  void wrongUsageAndUnusableInputsEndWithOne(String line, String message) {
    Run run = Run.of(line.split(" "));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(message).doesNotContain("\tat ", "Exception");
  }

  @Test
  void asOfLooksFromAnotherDay() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(Run.of("advise", VN_04, "--as-of", "1968-02-15", "--format", "json").out());

    assertThat(json.get("asOf").asText()).isEqualTo("1968-02-15");
    assertThat(json.at("/findings").toString()).contains("not used");
  }

  @Test
  void regress() throws IOException {
    Run text = Run.of("regress", "cases");
    JsonNode json =
        new ObjectMapper().readTree(Run.of("regress", "cases", "--format", "json").out());

    assertThat(text.code()).isZero();
    assertThat(text.out())
        .contains("come out as pinned.")
        .contains("Agreement with history is not correctness");
    assertThat(json.at("/expected/differ")).isEmpty();
    assertThat(json.at("/expected/agree").asInt()).isEqualTo(json.get("cases").asInt());
    assertThat(json.at("/observed/byPosture").isObject()).isTrue();
    assertThat(json.at("/observed/withoutCloseFacts/agree").isInt()).isTrue();
  }

  @Test
  void oneOutputCellOfThePostureTableIsNoticedWithoutABuild(@TempDir Path folder)
      throws IOException {
    Copy copy = Copy.into(folder);
    String model = copy.read("dmn/posture.dmn");
    int row = model.indexOf("<rule id=\"posture-open");
    int cell = model.indexOf("\"open talks\"", model.indexOf("<outputEntry", row));
    copy.write(
        "dmn/posture.dmn",
        model.substring(0, cell)
            + "\"closed posture\""
            + model.substring(cell + "\"open talks\"".length()));

    Run run = Run.of("regress", "cases", "--knowledge", folder.toString(), "--trust-rules");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .contains("VN-04   expected: open talks · actual: closed posture")
        .contains("posture-open (posture) There is reason to talk");
  }

  @Test
  void foreignRulesAreNotRunAndTheAdviceSaysSo(@TempDir Path folder) throws IOException {
    Copy.into(folder);

    assertThat(Run.of("advise", VN_04, "--knowledge", folder.toString()).out())
        .contains("rules not run");
    assertThat(Run.of("advise", VN_04, "--knowledge", folder.toString(), "--trust-rules").out())
        .doesNotContain("rules not run");
  }

  /** Each looks at facts alone, and the case has nothing else. */
  @Test
  void aTrustedRuleRunsHoweverItIsWritten(@TempDir Path folder) throws IOException {
    String fact = "KnownFact(name == \"own resilience\", ";
    List<String> conditions =
        List.of(
            fact + "!(value == \"low\"))",
            fact + "value != \"low\")",
            fact + "value not in (\"low\", \"medium\"))",
            "exists " + fact + "value == \"high\")",
            "not " + fact + "value == \"low\")",
            "forall (KnownFact(name == \"own resilience\") KnownFact(value == \"high\"))",
            "(Happening() or " + fact + "value == \"high\"))",
            fact + "isHigh(value))",
            fact + "value matches \"h.*\")",
            "$f : " + fact + "$v : value) eval($v.equals(\"high\"))",
            "$all : java.util.List(size == 1) from collect (KnownFact())",
            "accumulate (KnownFact(); $n : count(1); $n == 1)",
            "not Happening()",
            "",
            "eval(true)");
    StringBuilder rules =
        new StringBuilder(
            """
            package rules.review;
            import org.parley.derive.Happening;
            import org.parley.derive.KnownFact;
            global org.parley.derive.Findings findings;
            function boolean isHigh(String value) { return value.equals("high"); }
            """);
    for (int i = 0; i < conditions.size(); i++) {
      rules.append(
          "rule \"own %d\" when %s then findings.add(\"seen\", \"by rule %d\"); end\n"
              .formatted(i, conditions.get(i), i));
    }
    Copy.into(folder).write("rules/review/own.drl", rules.toString());
    Path subject = folder.resolve("case.yaml");
    Files.writeString(
        subject,
        """
        {id: T-1, title: A test, conflict: A war, as of: 1968-04-01, deciding party: Us,
        adversary: Them, facts: {own resilience: high}}
        """);

    Run run =
        Run.of(
            "advise",
            subject.toString(),
            "--knowledge",
            folder.toString(),
            "--trust-rules",
            "--format",
            "json");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.json().get("findings").findValuesAsText("message"))
        .containsAll(IntStream.range(0, conditions.size()).mapToObj(i -> "by rule " + i).toList());
  }

  @Test
  void schemaAndLinkWriteFiles(@TempDir Path folder) throws IOException {
    Path schema = folder.resolve("case.schema.json");
    Path linked = folder.resolve("linked.dmn");

    assertThat(Run.of("schema", "-o", schema.toString()).code()).isZero();
    assertThat(Run.of("link", "-o", linked.toString()).code()).isZero();
    assertThat(new ObjectMapper().readTree(schema.toFile()).get("$schema").asText())
        .contains("draft-07");
    assertThat(Files.readString(linked)).contains("name=\"parley\"").doesNotContain("<import");
  }

  @Test
  void helpEndsWithExamples() {
    for (String command : new String[] {"advise", "regress", "schema", "link"}) {
      Run run = Run.of(command, "--help");
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("Usage: parley " + command, "Example");
    }
    assertThat(Run.of().out()).contains("Commands:", "Exit codes:", "Examples:");
    assertThat(Run.of("--version").out()).startsWith("Parley ");
  }

  /** A fault of Parley's own: no class name, no trace, but all that a report of it needs. */
  @Test
  void whatNobodyForesawNamesCommandFileAndCode() {
    StringWriter err = new StringWriter();
    Writer broken =
        new StringWriter() {
          @Override
          public void write(String text, int from, int length) {
            throw new IllegalStateException("Index -1 out of bounds");
          }
        };
    Terminal terminal =
        new Terminal(
            new PrintWriter(broken), new PrintWriter(err), false, StandardCharsets.UTF_8, 80);

    int code = Main.run(terminal, "advise", VN_04);

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .matches(
            "error: parley advise %s: something went wrong inside Parley;".formatted(VN_04)
                + " please report this line, with the code P-[0-9A-F]{8}");
  }
}
