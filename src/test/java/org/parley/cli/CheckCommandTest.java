package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.author.check.Check;
import org.parley.report.Written;
import org.parley.report.authoring.CheckReport;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The command {@code parley check}. */
class CheckCommandTest {
  private static final Path SEEDS = Path.of("src/test/resources/broken");

  @TempDir private Path folder;

  @BeforeEach
  void layTheSoundOne() throws IOException {
    lay("base");
  }

  @Test
  void aSoundKnowledgeBaseIsFine() {
    Run run = check();

    assertThat(run.code()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .startsWith("Check\n\nChecked 11 tables with 32 rows, and 1 case file.\nNo finding.\n")
        .contains("Not analysed\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theTextNamesFileDecisionRowAndWhatIsWrong() throws IOException {
    lay("value-misspelt");

    Run run = check();

    assertThat(run.code()).isEqualTo(Main.FINDINGS);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("1 error.")
        .contains(
            "dmn/ripeness.dmn ripeness ✕ error value-not-allowed · line 50 · ripe-in-pause · column"
                + " 'stage' 'stage' can never be \"puase\" (did you mean 'pause', 'peace'?): it is"
                + " one of \"war\", \"pause\", \"peace\", \"unknown\"");
  }

  @Test
  void jsonHasTheKeysThatProgramsRelyOn() throws IOException {
    lay("gap");

    JsonNode json = check("--format", "json").json();

    assertThat(Run.keys(json)).contains("findings", "notAnalysed", "turnedOff");
    JsonNode finding = json.at("/findings/0");
    assertThat(Run.keys(finding))
        .containsExactly("id", "level", "where", "message", "file", "line", "decision");
    assertThat(finding.at("/id").asText()).isEqualTo("gap");
    assertThat(finding.at("/level").asText()).isEqualTo("error");
    assertThat(finding.at("/where").asText()).isEqualTo("dmn/ripeness.dmn:21: decision 'ripeness'");
    assertThat(finding.at("/message").asText()).isEqualTo("no row for stage = unknown");
    assertThat(Run.keys(json.at("/notAnalysed/0"))).containsExactly("what", "why");
  }

  @ParameterizedTest
  @CsvSource({
    "gap, error, 2",
    "gap, never, 0",
    "masked-by-order, error, 0",
    "masked-by-order, warning, 2",
    "rows-that-merge, warning, 0",
    "rows-that-merge, note, 2",
  })
  void theFailLevelDecidesOnTheExitCode(String variant, String level, int code) throws IOException {
    lay(variant);

    assertThat(check("--fail-level", level).code()).isEqualTo(code);
  }

  @Test
  void whatCannotBeUsedIsFoundAndNotRefused() throws IOException {
    lay("malformed-xml");

    Run run = check();

    assertThat(run.code()).isEqualTo(Main.FINDINGS);
    assertThat(run.out())
        .contains("malformed-model")
        .contains("the knowledge base cannot be used until the errors are mended");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aFolderWithoutTablesIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Run run = Run.of("check", "--knowledge", empty.toString());

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).contains("it has no folder dmn/").doesNotContain("\tat ");
  }

  /** The parts of the SARIF 2.1.0 schema that are used, by hand. */
  @Test
  void sarifSaysWhereAndIsOfItsForm() throws IOException {
    lay("value-misspelt");
    String settings = Files.readString(folder.resolve("dmn/checks.csv"));
    write("dmn/checks.csv", settings + "value-not-allowed,ripeness,It is a test.\n");
    lay("no-why");

    JsonNode log = check("--format", "sarif").json();

    assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
    JsonNode run = log.at("/runs/0");
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Parley");
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules).hasSize(Check.values().length);
    assertThat(rules)
        .allSatisfy(
            r -> {
              assertThat(r.at("/shortDescription/text").asText()).isNotBlank();
              assertThat(r.at("/defaultConfiguration/level").asText())
                  .isIn("error", "warning", "note");
            });
    // one, then three that are turned off
    assertThat(run.at("/results")).hasSize(4);
    assertThat(run.at("/results/0/suppressions").isMissingNode()).isTrue();
    for (JsonNode result : run.at("/results")) {
      assertThat(rules.at("/" + result.at("/ruleIndex").asInt() + "/id"))
          .isEqualTo(result.at("/ruleId"));
      assertThat(result.at("/message/text").asText()).isNotBlank();
      JsonNode place = result.at("/locations/0/physicalLocation");
      assertThat(folder.resolve(place.at("/artifactLocation/uri").asText())).exists();
      assertThat(place.at("/region/startLine").asInt()).isPositive();
    }
    JsonNode off = run.at("/results/3");
    assertThat(off.at("/suppressions/0/justification").asText()).isEqualTo("It is a test.");
    assertThat(kinds(off))
        .containsExactly("decision ripeness", "row ripe-in-pause", "column stage");
    assertThat(off.at("/locations/0/logicalLocations/1/fullyQualifiedName").asText())
        .isEqualTo("dmn/ripeness.dmn/ripeness/ripe-in-pause");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .startsWith("Not analysed: ");
  }

  private static List<String> kinds(JsonNode result) {
    List<String> kinds = new ArrayList<>();
    result
        .at("/locations/0/logicalLocations")
        .forEach(l -> kinds.add(l.at("/kind").asText() + " " + l.at("/name").asText()));
    return kinds;
  }

  @Test
  void junitHasASuiteForEachGroupAndAFailureForEachFinding() throws Exception {
    lay("value-misspelt");
    lay("no-why");

    Element suites = xml(check("--format", "junit").out());

    assertThat(suites.getAttribute("failures")).isEqualTo("2");
    NodeList each = suites.getElementsByTagName("testsuite");
    assertThat(each.getLength()).isEqualTo(Check.Group.values().length);
    int tests = 0;
    for (int i = 0; i < each.getLength(); i++) {
      Element suite = (Element) each.item(i);
      int cases = suite.getElementsByTagName("testcase").getLength();
      assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases));
      tests += cases;
    }
    assertThat(suites.getAttribute("tests")).isEqualTo(String.valueOf(tests));
    Element failure = (Element) suites.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).contains("can never be \"puase\"");
    assertThat(((Element) failure.getParentNode()).getAttribute("classname"))
        .isEqualTo("value-not-allowed");
  }

  @Test
  void markdownShowsTextOfTablesAsText() throws IOException {
    lay("value-misspelt");
    String file = "dmn/ripeness.dmn";
    write(file, Files.readString(folder.resolve(file)).replace("puase", "|*x*|&lt;b>"));

    String page = check("--format", "markdown").out();

    assertThat(page).startsWith("# Check\n\n").contains("## dmn/ripeness.dmn");
    assertThat(page).contains("\\|\\*x\\*\\|&lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void theResultGoesIntoAFile() throws IOException {
    Path file = folder.resolve("check.json");

    Run run = check("--format", "json", "-o", file.toString());

    assertThat(run.out()).isEmpty();
    assertThat(new ObjectMapper().readTree(file.toFile()).at("/findings")).isEmpty();
  }

  @Test
  void theListNamesEveryCheck() {
    assertThat(Run.of("check", "--list").out())
        .contains(Stream.of(Check.values()).map(Check::id).toList());
  }

  /** {@code parley check --list --format markdown} writes the second half of the page anew. */
  @Test
  void theGuideHasTheCatalogueAsItIs() throws IOException {
    String catalogue = Written.markdown(CheckReport.catalogue());

    assertThat(Files.readString(Path.of("src/site/markdown/checks.md")))
        .endsWith(catalogue.substring(catalogue.indexOf("\n## ")));
  }

  private Run check(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("check", "--quick", "--knowledge", folder.toString()));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }

  private void lay(String variant) throws IOException {
    try (Stream<Path> files = Files.walk(SEEDS.resolve(variant))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(SEEDS.resolve(variant).relativize(file).toString(), Files.readString(file));
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }
}
