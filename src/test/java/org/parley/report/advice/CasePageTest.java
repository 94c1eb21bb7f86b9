package org.parley.report.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Copy;
import org.parley.DecisionTrace;
import org.parley.Detail;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Observation;
import org.parley.Posture;
import org.parley.Said;
import org.parley.Sides;
import org.parley.Verdict;
import org.parley.casefile.CaseFiles;
import org.parley.explain.Dossier;
import org.parley.explain.PathToPosture;
import org.parley.explain.TableAdvisor;
import org.parley.explain.UsedTable;
import org.parley.knowledge.Diagram;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.Written;
import org.parley.report.words.Wording;

/** The report of a case, read back as a browser reads it. */
class CasePageTest {
  private static final String VN_01 = "cases/vietnam-war/VN-01.yaml";
  private static final String ATTACK =
      "<script>alert(1)</script><injected a='b'>\"onload=\"alert(2)\" ]]> --> </style></svg> &lt;";

  private static KnowledgeBase knowledge;
  private static TableAdvisor advisor;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  private static Case read(String file) {
    return new CaseFiles(knowledge.vocabulary()).read(Path.of(file));
  }

  private static Dossier dossier(String file) {
    return Dossier.of(advisor.advise(read(file)), List.of(), knowledge);
  }

  private static Document page(String file) {
    return Jsoup.parse(page(dossier(file)));
  }

  private static String page(Dossier dossier) {
    return Written.html(AdviceReport.of(dossier, Detail.TRACE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        VN_01,
        "cases/vietnam-war/VN-04.yaml",
        "cases/russia-ukraine-war/UA-04.yaml",
        "cases/haiti-1994/HT-01.yaml"
      })
  void isOneSmallFileThatNeedsNothingElse(String file) {
    String html = page(dossier(file));

    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(250_000);
    assertThat(html).isEqualTo(page(dossier(file)));
    Document page = Jsoup.parse(html);
    assertThat(page.select("script, link, iframe, object, [style], base")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe");
    assertThat(page.select("[src]")).isEmpty();
    assertThat(page.select("[href]").eachAttr("href"))
        .allSatisfy(h -> assertThat(page.getElementById(h.substring(1))).as(h).isNotNull());
    assertThat(page.select("style").html()).doesNotContain("url(", "@import");
  }

  @Test
  void isBuiltForEverybody() {
    Document page = page("cases/russia-ukraine-war/UA-04.yaml");

    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("main, nav[aria-label], footer")).hasSize(3);
    assertThat(page.select("h1")).hasSize(1);
    List<Integer> depths =
        page.select("h1, h2, h3, h4").stream()
            .map(h -> Integer.parseInt(h.tagName().substring(1)))
            .toList();
    for (int i = 1; i < depths.size(); i++) {
      assertThat(depths.get(i)).isLessThanOrEqualTo(depths.get(i - 1) + 1);
    }
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("table"))
        .allSatisfy(t -> assertThat(t.children().get(0).tagName()).isEqualTo("caption"));
    assertThat(page.select("th")).allMatch(th -> th.hasAttr("scope"));
    assertThat(page.select(".scroll"))
        .allMatch(s -> s.attr("tabindex").equals("0") && !s.attr("aria-label").isEmpty());
    assertThat(page.select("svg[role=img]"))
        .isNotEmpty()
        .allMatch(s -> !s.select("> title").isEmpty() && !s.select("> desc").isEmpty());
    assertThat(page.select("img")).isEmpty();
  }

  @Test
  void pageOneStandsAlone() {
    Dossier dossier = dossier("cases/russia-ukraine-war/UA-04.yaml");
    Document page = Jsoup.parse(page(dossier));
    String first = page.select(".head, .front").text();

    assertThat(first)
        .contains("This war goes on.", "by 2022-11-02 at the latest")
        .contains("The best case for " + dossier.advice().runnerUp().verdict().option())
        .contains(texts(dossier.advice().warnings()))
        .contains(texts(dossier.advice().steps()))
        .contains(texts(dossier.advice().topic("risks of this advice")))
        .contains(texts(dossier.advice().topic("cost of waiting")))
        .contains(dossier.advice().confidence().reasons().stream().map(r -> r.text()).toList());
    assertThat(page.select("footer").text()).contains(Wording.CAVEAT);
    for (Verdict verdict : dossier.advice().verdicts()) {
      assertThat(first).contains(verdict.option().label() + " ").contains(verdict.level().label());
    }
  }

  private static List<String> texts(List<Said> sentences) {
    return sentences.stream().map(Said::text).toList();
  }

  @Test
  void everyNodeOfTheDiagramHasItsValueAndTheWayIsMarked() {
    Dossier dossier = dossier(VN_01);
    Document page = Jsoup.parse(page(dossier));

    List<Diagram> drawn =
        knowledge.diagrams().stream()
            .filter(d -> page.select("details > summary").eachText().contains(d.title()))
            .toList();
    assertThat(drawn).extracting(Diagram::title).contains("Posture").doesNotContain("Guidance");
    assertThat(page.select("svg.model:not(.path) .node"))
        .hasSize(drawn.stream().mapToInt(d -> d.nodes().size()).sum());
    assertThat(page.select(".node"))
        .allSatisfy(n -> assertThat(n.select(".value").text()).isNotBlank());
    assertThat(page.select(".node.way > text").eachText())
        .contains("postureclosed posture", "adversary escalation costacceptable")
        .noneMatch(t -> t.startsWith("way out"));
    assertThat(page.select("path.edge.way").attr("d")).startsWith("M");
  }

  @Test
  void whatThePostureRestsOnIsDrawnAlone() {
    Dossier dossier = dossier(VN_01);
    PathToPosture path = PathToPosture.of(dossier.advice().trace());
    Element drawing = Jsoup.parse(page(dossier)).select("svg.path").first();

    assertThat(drawing.select(".node")).hasSameSizeAs(path.names());
    assertThat(drawing.select("desc").text())
        .contains("posture: closed posture", "adversary escalation cost: acceptable");
    long edges = path.tested().values().stream().mapToLong(Set::size).sum();
    assertThat(drawing.select("path.edge").attr("d").chars().filter(c -> c == 'C').count())
        .isGreaterThanOrEqualTo(edges);
  }

  @Test
  void tablesShowWhatFiredAndWhichCellsFailed() {
    Dossier dossier = dossier(VN_01);
    Document page = Jsoup.parse(page(dossier));

    for (DecisionTrace decision : dossier.advice().trace()) {
      decision.rows().stream()
          .filter(row -> row.decided())
          .forEach(row -> assertThat(page.select("ul.tree code").eachText()).contains(row.id()));
    }
    UsedTable verdict =
        dossier.tables().stream()
            .filter(t -> t.decision().name().equals("open talks verdict"))
            .findFirst()
            .orElseThrow();
    Element shown = page.select("details:has(> summary:contains(open talks verdict))").first();
    assertThat(shown.select("tbody tr.good > th code").eachText())
        .containsExactlyElementsOf(
            verdict.rows().stream()
                .filter(r -> r.fate() == UsedTable.Fate.DECIDED)
                .map(r -> r.row().id())
                .toList());
    assertThat(shown.select("tbody tr, li")).hasSameSizeAs(verdict.rows());
    assertThat(shown.select("li .bad").text().chars().filter(c -> c == '✕').count())
        .isEqualTo(verdict.rows().stream().mapToInt(r -> r.failing().size()).sum());
  }

  @Test
  void whatNobodyMayBringAboutIsNeverAStep() {
    Document page = page(VN_01);
    Element condition = page.select("h3:containsOwn(To watch for, never a step)").first().parent();

    assertThat(condition.text()).contains("adversary escalation cost");
    assertThat(page.select("div.block:has(> h3:contains(can act on)) li"))
        .isNotEmpty()
        .noneMatch(li -> li.text().contains("adversary escalation cost"));
  }

  @Test
  void similarCasesSayThatAlikeIsNotCause() {
    Dossier dossier = dossier(VN_01);
    Case other = read("cases/vietnam-war/VN-04.yaml");
    Dossier full = Dossier.of(advisor.advise(read(VN_01)), List.of(other), knowledge);

    assertThat(Jsoup.parse(page(full)).select("section:has(#similar-cases)").text())
        .contains("Alike is not cause", "favour open talks", other.title())
        .contains("resilience signal: weak here, strong there");
    assertThat(Jsoup.parse(page(dossier)).select("#similar-cases")).isEmpty();
    assertThat(Written.markdown(AdviceReport.of(full, Detail.FULL)))
        .contains("## Similar cases", "## Why not the others")
        .contains("## What would change the advice", "### To watch for, never a step")
        .contains("## Open questions");
  }

  /** Every text of a case, and the reason of a row that decides. */
  @Test
  void textStaysText(@TempDir Path folder) throws IOException {
    Copy.into(folder)
        .replace(
            "dmn/posture.dmn",
            "There is reason to talk, and what speaks against doing so in the open can be borne.",
            ATTACK.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    KnowledgeBase spoilt = KnowledgeBase.load(folder);
    try (TableAdvisor spoiltAdvisor = TableAdvisor.of(spoilt)) {
      Case subject = attacking(read("cases/vietnam-war/VN-04.yaml"));
      Dossier dossier = Dossier.of(spoiltAdvisor.advise(subject), List.of(subject), spoilt);
      String html = page(dossier);
      Document page = Jsoup.parse(html);

      assertThat(dossier.advice().posture()).isEqualTo(Posture.OPEN_TALKS);
      assertThat(page.select("script, injected, [onload], [a]")).isEmpty();
      assertThat(page.select("style")).hasSize(1);
      assertThat(page.title()).contains("<script>");
      assertThat(page.select(".front").text()).contains(ATTACK);
      assertThat(page.select("svg.line title").text()).contains("<injected");
      assertThat(page.select("meta[http-equiv]").attr("content")).startsWith("default-src 'none'");
      assertThat(Written.markdown(AdviceReport.of(dossier, Detail.TRACE)))
          .doesNotContain("<script", "<injected");
    }
  }

  private static Case attacking(Case subject) {
    List<Event> events = new ArrayList<>();
    events.add(
        new Event(
            LocalDate.of(1968, 3, 1),
            "agreement",
            List.of(ATTACK),
            List.of(ATTACK),
            Map.of("issue", ATTACK),
            ATTACK,
            ATTACK));
    Case.Builder builder =
        subject.toBuilder()
            .id(ATTACK)
            .title(ATTACK)
            .conflict(ATTACK)
            .decidingParty(ATTACK)
            .adversary(ATTACK)
            .thirdParty(ATTACK)
            .sides(new Sides(List.of(ATTACK), List.of(ATTACK)))
            .summary(ATTACK)
            .tags(List.of(ATTACK, "ongoing"))
            .sources(List.of(ATTACK))
            .events(events)
            .observed(
                new Observation(
                    Posture.OPEN_TALKS, ATTACK, Confidence.HIGH, ATTACK, ATTACK, List.of(ATTACK)));
    subject.facts().values().stream()
        .map(f -> Fact.coded(f.name(), f.value(), ATTACK, ATTACK, f.confidence()))
        .forEach(builder::fact);
    return builder.build();
  }

  @Test
  void aCaseWithoutAnythingHasAReportToo() {
    Dossier dossier =
        Dossier.of(advisor.advise(Case.of(Map.of("way out", "no"))), List.of(), knowledge);

    Document page = Jsoup.parse(page(dossier));

    assertThat(page.select("h1").text()).isEqualTo("Case without a name");
    assertThat(page.select("#events")).isEmpty();
  }
}
