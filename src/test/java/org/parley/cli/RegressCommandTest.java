package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code parley regress} writes and rewrites. */
class RegressCommandTest {
  private static final String PINNED =
      "expected:\n  posture: open talks\n  unofficial track: none\n";

  @TempDir private Path folder;
  private Path agrees;
  private Path differs;
  private Path unpinned;

  /** Three cases of one file: one pinned as it comes out, one otherwise, one not at all. */
  @BeforeEach
  void write() throws IOException {
    String shipped = Files.readString(Path.of("cases/vietnam-war/VN-04.yaml"));
    assertThat(shipped).endsWith(PINNED);
    agrees = Files.writeString(folder.resolve("a.yaml"), shipped);
    differs =
        Files.writeString(
            folder.resolve("b.yaml"),
            shipped
                .replace("id: VN-04", "id: OTHER")
                .replace("conflict: \"Vietnam War\"", "conflict: \"<b>&\"")
                .replace(PINNED, PINNED.replace("open talks", "'closed posture' # once")));
    unpinned =
        Files.writeString(
            folder.resolve("c.yaml"), shipped.replace("id: VN-04", "id: FREE").replace(PINNED, ""));
  }

  @Test
  void junitSaysSoWhereTheKnowledgeCannotBeUsed() throws Exception {
    Copy copy = Copy.into(folder.resolve("knowledge"));
    copy.write("dmn/posture.dmn", "nothing");
    Path file = folder.resolve("of/this/run/result.xml");

    Run run =
        Run.of(
            "regress",
            agrees.toString(),
            "--knowledge",
            copy.folder().toString(),
            "--junit",
            file.toString());

    assertThat(run.code()).isOne();
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getDocumentElement();
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    assertThat(root.getElementsByTagName("failure").item(0).getTextContent())
        .contains("dmn/posture.dmn");
  }

  @Test
  void junitHasASuiteForEachConflictAndATestForEachCase() throws Exception {
    Path file = folder.resolve("result.xml");
    Run run = Run.of("regress", folder.toString(), "--junit", file.toString());

    assertThat(run.code()).isEqualTo(2);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertThat(root.getAttribute("tests")).isEqualTo("3");
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    assertThat(root.getAttribute("skipped")).isEqualTo("1");
    NodeList suites = root.getElementsByTagName("testsuite");
    assertThat(((Element) suites.item(0)).getAttribute("name")).isEqualTo("Vietnam War");
    assertThat(((Element) suites.item(0)).getAttribute("tests")).isEqualTo("2");
    assertThat(((Element) suites.item(1)).getAttribute("name")).isEqualTo("<b>&");
    Element failure = (Element) root.getElementsByTagName("failure").item(0);
    assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("OTHER");
    assertThat(failure.getAttribute("message"))
        .isEqualTo("expected closed posture, actual open talks");
    assertThat(failure.getTextContent())
        .contains("\ndecided by: open-safe-and-wanted (open talks verdict) ");
  }

  /** A gap in a table stops the cases that fall into it, and no other. */
  @Test
  void aCaseWithoutAdviceIsNamedWithTheGapAndTheOthersRun() throws Exception {
    Path base = Files.createDirectories(folder.resolve("base"));
    Copy copy = Copy.into(base);
    String model = "dmn/ripeness.dmn";
    String text = copy.read(model);
    copy.write(model, text.replaceFirst("(?s)<rule id=\"talks-none\">.*?</rule>", ""));
    assertThat(copy.read(model)).isNotEqualTo(text);
    copy.write("cases/a.yaml", Files.readString(agrees));
    String other = Files.readString(Path.of("cases/eritrea-ethiopia/EE-01.yaml"));
    copy.write("cases/b.yaml", other);
    Path xml = folder.resolve("gap.xml");

    Run run = Run.of("regress", "--knowledge", base.toString(), "--junit", xml.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .startsWith(
            """
            Regression

            The tables give no advice on 1 case.

            The pinned case comes out as pinned.

            Cases without advice
              VN-04  what the tables lack: 'talks diagnosis' has no result where official
                     talks = none, stall cause = unknown, proposals recycled = unknown,
            """)
        .contains("no row fits: the table has a gap (case VN-04) (" + model + ":");
    assertThat(Files.readString(xml))
        .contains(
            "tests=\"2\" failures=\"1\"",
            "<failure type=\"no advice\" message=\"the tables give no advice\">'talks diagnosis' has"
                + " no result");
    Run asJson =
        Run.of("regress", "--knowledge", base.toString(), "--derived-only", "--format", "json");
    JsonNode without = asJson.json().get("noAdvice");
    assertThat(without).hasSize(1);
    assertThat(without.get(0).get("case").asText()).isEqualTo("VN-04");
    JsonNode gap = without.get(0).get("gaps").get(0);
    assertThat(gap.get("decision").asText()).isEqualTo("talks diagnosis");
    assertThat(gap.get("file").asText()).isEqualTo(model);
    assertThat(gap.get("line").asInt()).isPositive();
    assertThat(gap.get("message").asText()).contains("official talks = none").contains("no row");
    assertThat(asJson.json().get("cases").asInt()).isEqualTo(2);
    assertThat(asJson.json().get("expected").get("agree").asInt()).isEqualTo(1);
    Run update = Run.of("regress", "--knowledge", base.toString(), "--update");
    assertThat(update.code()).isEqualTo(2);
    assertThat(update.out()).contains("Cases without advice", "VN-04");
    assertThat(copy.read("cases/a.yaml")).isEqualTo(Files.readString(agrees));
  }

  @Test
  void htmlShowsMismatchesAgreementAndThatAgreementIsNotCorrectness() throws Exception {
    Path file = folder.resolve("result.html");
    Run.of("regress", folder.toString(), "--html", file.toString());
    Document page = Jsoup.parse(Files.readString(file));

    assertThat(page.select("h1").text()).isEqualTo("Regression");
    assertThat(page.select("#cases-that-come-out-otherwise ~ div td").eachText())
        .contains("closed posture", "open talks");
    assertThat(page.select("#beside-what-history-shows ~ p.note").text())
        .contains("not correctness");
    Elements confusion = page.select("#observed-postures-down-and-advised-ones-across ~ div tr");
    assertThat(confusion).hasSize(5);
    assertThat(confusion.select("td b").eachText()).containsExactly("3", "0", "0", "0");
    assertThat(page.select("script")).isEmpty();
    assertThat(Run.of("regress", folder.toString(), "--format", "html").out())
        .isEqualTo(Files.readString(file));
  }

  @Test
  void jsonHasTheConfusionTable() throws Exception {
    JsonNode observed =
        Run.of("regress", folder.toString(), "--format", "json").json().get("observed");

    JsonNode row = observed.get("confusion").get(0);
    assertThat(Run.keys(row))
        .containsExactly("observed", "advised", "compared", "agree", "interval95");
    assertThat(row.get("observed").asText()).isEqualTo("open talks");
    assertThat(row.get("advised").get("open talks").asInt()).isEqualTo(3);
    assertThat(row.get("compared").asInt()).isEqualTo(3);
  }

  /** What a mismatch rests on is told by fact and value, and leads back to the case. */
  @Test
  void aMismatchNamesTheFactsThatDecidedWithTheirValues() throws Exception {
    JsonNode facts =
        Run.of("regress", differs.toString(), "--format", "json")
            .json()
            .at("/expected/differ/0/decidedBy");

    assertThat(facts).isNotEmpty().doesNotHaveDuplicates();
    JsonNode given = Run.of("advise", agrees.toString(), "--format", "json").json().get("facts");
    for (JsonNode fact : facts) {
      assertThat(given)
          .anyMatch(
              g ->
                  g.get("name").equals(fact.get("fact"))
                      && g.get("value").equals(fact.get("value"))
                      && g.get("origin").equals(fact.get("origin")));
    }
    assertThat(facts.findValuesAsText("fact")).contains("escalation outlook");
    Path page = folder.resolve("differs.html");
    Run.of("regress", differs.toString(), "--html", page.toString());
    assertThat(Jsoup.parse(Files.readString(page)).select("td").eachText())
        .anyMatch(cell -> cell.contains("escalation outlook: likely failure (coded)"));
  }

  @Test
  void aDayStandsOnTheResultOnlyWhereItIsGiven() throws Exception {
    Path page = folder.resolve("dated.html");
    Run dated =
        Run.of(
            "regress",
            folder.toString(),
            "--date",
            "2026-11-30",
            "--html",
            page.toString(),
            "--format",
            "json");
    assertThat(dated.json().get("date").asText()).isEqualTo("2026-11-30");
    assertThat(dated.json().at("/knowledge/version").asText()).matches("[0-9a-f]{64}");
    assertThat(Jsoup.parse(Files.readString(page)).text()).contains("2026-11-30");

    assertThat(Run.of("regress", folder.toString(), "--format", "json").json().has("date"))
        .isFalse();
    assertThat(Run.of("regress", folder.toString(), "--date", "30.11.2026").err())
        .contains("--date")
        .contains("'30.11.2026' is not a day of the calendar: write it as YYYY-MM-DD");
  }

  @Test
  void aDryRunShowsAndWritesNothing() throws Exception {
    byte[] before = Files.readAllBytes(differs);

    Run run = Run.of("regress", folder.toString(), "--update", "--dry-run");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .startsWith(
            "Expected results\n\n'expected' would be rewritten in 1 case file; nothing was written.\n")
        .contains("closed posture → open talks")
        .contains("decided by  posture-open (posture)")
        .doesNotContain("FREE");
    assertThat(Files.readAllBytes(differs)).isEqualTo(before);
  }

  @Test
  void anUpdateChangesOnlyTheBytesOfWhatIsExpected() throws Exception {
    String same = Files.readString(agrees);
    String other = Files.readString(differs);
    String free = Files.readString(unpinned);

    Run run = Run.of("regress", folder.toString(), "--update");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\n'expected' was rewritten in 1 case file.\n");
    assertThat(agrees).hasContent(same);
    assertThat(unpinned).hasContent(free);
    assertThat(differs).hasContent(other.replace("'closed posture' # once", "'open talks' # once"));
    assertThat(Run.of("regress", folder.toString()).code()).isZero();
    assertThat(Run.of("regress", folder.toString(), "--update").out())
        .isEqualTo(
            "Expected results\n\nEvery case already expects what it comes out as; no file changes.\n");
  }

  @Test
  void aCaseThatExpectsNothingIsPinnedOnlyWhenAsked() throws Exception {
    String free = Files.readString(unpinned);

    Run run = Run.of("regress", unpinned.toString(), "--update", "--pin", "--format", "json");

    assertThat(unpinned).hasContent(free + PINNED);
    JsonNode update = run.json().get("update");
    assertThat(update.get("written").asBoolean()).isTrue();
    assertThat(update.get("changes")).hasSize(1);
    assertThat(update.get("changes").get(0).has("before")).isFalse();
    assertThat(update.get("changes").get(0).get("after").get("posture").asText())
        .isEqualTo("open talks");
  }

  @Test
  void onlyWhatWasChosenRunsAndIsUpdated() throws Exception {
    String other = Files.readString(differs);

    Run run = Run.of("regress", folder.toString(), "--conflict", "Vietnam War", "--update");

    assertThat(run.code()).isZero();
    assertThat(differs).hasContent(other);
    assertThat(Run.of("regress", folder.toString(), "--case", "VN-04", "--case", "FREE").out())
        .startsWith("Regression\n\nThe pinned case comes out as pinned.\n\nNot pinned: FREE.\n");
  }

  @Test
  void unknownWordsAndIdleOptionsAreRefused() {
    Run unknown = Run.of("regress", folder.toString(), "--case", "OTHR", "--tag", "none such");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err())
        .contains("error: no case has the tag 'none such'")
        .contains("error: no case has the id 'OTHR' (did you mean 'OTHER'");

    assertThat(Run.of("regress", folder.toString(), "--pin").err())
        .isEqualTo("error: --pin needs --update\n");
  }

  /** Cases elsewhere are judged by a learner that has seen nothing of their wars. */
  @Test
  void learnersLearnFromTheLibraryLessTheConflictsOfTheFolder(@TempDir Path elsewhere)
      throws IOException {
    for (String id : List.of("KE-01", "KE-02")) {
      Files.copy(Path.of("cases/kenya", id + ".yaml"), elsewhere.resolve(id + ".yaml"));
    }

    JsonNode there = Run.of("regress", elsewhere.toString(), "--format", "json").json();
    JsonNode here =
        Run.of("regress", "--case", "KE-01", "--case", "KE-02", "--format", "json").json();

    assertThat(there.at("/observed/baselines")).isEqualTo(here.at("/observed/baselines"));
    assertThat(there.at("/stability")).isEqualTo(here.at("/stability"));
    assertThat(there.at("/stability/of").asInt()).isEqualTo(2);
    assertThat(there.at("/stability/learnerRobustAgreement").asDouble()).isPositive();
    assertThat(there.at("/observed/baselines/naiveBayes"))
        .isEqualTo(there.at("/observed/baselines/naiveBayesByConflict"));
  }
}
