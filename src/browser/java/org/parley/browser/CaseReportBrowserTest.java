package org.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Detail;
import org.parley.Expectation;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.author.check.Checker;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.ChangeReviewer;
import org.parley.author.diff.ChangeReviewer.Version;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCases;
import org.parley.explain.Dossier;
import org.parley.explain.TableAdvisor;
import org.parley.game.GameReading;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Row;
import org.parley.regress.Coverage;
import org.parley.regress.DerivedOnlyRun;
import org.parley.regress.MutationResult;
import org.parley.regress.MutationResult.TriedCell;
import org.parley.regress.MutationResult.TriedRow;
import org.parley.regress.MutationResult.TriedTable;
import org.parley.regress.Regression;
import org.parley.regress.Timeline;
import org.parley.report.advice.AdviceReport;
import org.parley.report.advice.ChallengeReport;
import org.parley.report.authoring.CheckReport;
import org.parley.report.authoring.ReviewReport;
import org.parley.report.document.HtmlWriter;
import org.parley.report.document.Report;
import org.parley.report.game.GameReport;
import org.parley.report.regression.CoverageReport;
import org.parley.report.regression.RegressionReport;
import org.parley.report.regression.TimelineReport;

/** The reports as a browser shows them: axe finds nothing, nothing overflows, no script. */
@Tag("browser")
class CaseReportBrowserTest {
  private static final int DESKTOP = 1200;
  private static final int PHONE = 390;
  private static final int FEW = 3;
  // A4 without its margins, at 96 dots an inch
  private static final int SHEET_WIDTH = (210 - 28) * 96 * 10 / 254;
  private static final int SHEET_HEIGHT = (297 - 24) * 96 * 10 / 254;

  @TempDir private static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    chromium = new Chromium();
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    CaseFiles files = new CaseFiles(knowledge.vocabulary());
    try (TableAdvisor advisor = TableAdvisor.of(knowledge)) {
      for (String name :
          List.of("vietnam-war/VN-01", "vietnam-war/VN-04", "russia-ukraine-war/UA-04")) {
        Path file = Path.of("cases", name + ".yaml");
        Dossier dossier =
            Dossier.of(
                advisor.advise(files.read(file)),
                ReadCases.of(knowledge.vocabulary(), Path.of("cases", "vietnam-war")).cases(),
                knowledge);
        write(dossier.briefing().advice().subject().id(), AdviceReport.of(dossier, Detail.TRACE));
        Advice advice = dossier.briefing().advice();
        write(
            "challenge-" + advice.subject().id(),
            ChallengeReport.of(advice, advice.challenge(), true));
        if (name.endsWith("VN-01")) {
          write("game", GameReport.of(GameReading.of(dossier.briefing().advice(), Map.of())));
        }
      }
      List<Case> cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
      List<Case> some = withAMismatch(cases);
      write(
          "regression",
          RegressionReport.of(
              new Regression(advisor, knowledge.vocabulary())
                  .run(some)
                  .with(new DerivedOnlyRun(advisor, knowledge).run(some))));
      write(
          "coverage",
          CoverageReport.of(Coverage.of(advisor, knowledge, cases).with(mutants(knowledge)), FEW));
      write("timeline", TimelineReport.of(new Timeline(advisor).of("Vietnam War", cases)));
    }
    write("review", ReviewReport.of(review(knowledge)));
    write("check", CheckReport.of(Checker.of(misspelt(knowledge)).quick().check()));
  }

  private static void write(String name, Report report) throws IOException {
    Files.writeString(page(name), HtmlWriter.write(report.document().get()));
  }

  /** Two tables, with cells of every kind. */
  private static MutationResult mutants(KnowledgeBase knowledge) {
    MutationResult.Score score = new MutationResult.Score(9, 0, 6, 3, 1, 1, 1, 9, 6);
    List<TriedTable> tables =
        knowledge.decisions().stream()
            .filter(d -> d.table().isPresent())
            .limit(2)
            .map(d -> tried(d.name(), d.table().orElseThrow().rows()))
            .toList();
    return new MutationResult(
        FEW,
        0,
        score,
        new MutationResult.Core(FEW, 1),
        tables,
        tables.stream().map(t -> new MutationResult.Part(t.name(), score)).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static TriedTable tried(String name, List<Row> rows) {
    int width = rows.get(0).tests().size();
    return new TriedTable(
        name,
        IntStream.rangeClosed(1, width).mapToObj(i -> "input " + i).toList(),
        rows.stream()
            .map(
                r ->
                    new TriedRow(
                        r.id(),
                        IntStream.range(0, width)
                            .mapToObj(i -> new TriedCell(i == 1 ? 0 : 2, (r.number() + i) % FEW))
                            .toList()))
            .toList());
  }

  private static KnowledgeFiles misspelt(KnowledgeBase knowledge) {
    String file = "dmn/posture.dmn";
    String text = new String(knowledge.files().get(file).orElseThrow(), StandardCharsets.UTF_8);
    String edited =
        text.replaceFirst("<inputEntry([^>]*)><text>\"high\"", "<inputEntry$1><text>\"hihg\"");
    return knowledge.files().with(file, edited.getBytes(StandardCharsets.UTF_8));
  }

  /** The review of a change that moves cases. */
  private static ChangeReview review(KnowledgeBase knowledge) {
    String file = "dmn/posture.dmn";
    String text = new String(knowledge.files().get(file).orElseThrow(), StandardCharsets.UTF_8);
    String edited =
        text.replaceFirst("(\"closed-danger.result\"><text>)\"viable\"", "$1\"recommended\"");
    KnowledgeBase changed =
        knowledge.changedTo(knowledge.files().with(file, edited.getBytes(StandardCharsets.UTF_8)));
    Path cases = Path.of("cases", "synthetic");
    try (ChangeReviewer reviewer =
        new ChangeReviewer(knowledge, () -> ReadCases.of(knowledge.vocabulary(), cases).cases())) {
      return reviewer.review(new Version("before", knowledge), new Version("after", changed));
    }
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static List<Case> withAMismatch(List<Case> cases) {
    List<Case> some = new ArrayList<>(cases);
    some.replaceAll(
        c ->
            c.id().equals("VN-04")
                ? c.toBuilder()
                    .expected(new Expectation(Posture.CLOSED_POSTURE, UnofficialTrack.NONE))
                    .build()
                : c);
    return some;
  }

  private static Path page(String name) {
    return folder.resolve(name + ".html");
  }

  private static Page show(String name, ColorScheme scheme, int width, List<String> complaints) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
    Page page = context.newPage();
    page.onConsoleMessage(m -> complaints.add(m.text()));
    page.onRequest(r -> complaints.addAll(Chromium.foreign(r.url())));
    page.navigate(page(name).toUri().toString());
    return page;
  }

  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
  }

  @ParameterizedTest
  @CsvSource({
    "VN-01, LIGHT, 1200",
    "challenge-VN-01, LIGHT, 1200",
    "challenge-VN-04, DARK, 390",
    "VN-01, DARK, 390",
    "VN-04, LIGHT, 390",
    "UA-04, DARK, 1200",
    "regression, LIGHT, 390",
    "regression, DARK, 1200",
    "coverage, LIGHT, 1200",
    "coverage, DARK, 390",
    "review, LIGHT, 390",
    "review, DARK, 1200",
    "timeline, LIGHT, 1200",
    "timeline, DARK, 390",
    "game, LIGHT, 1200",
    "game, DARK, 390",
    "check, LIGHT, 390",
    "check, DARK, 1200"
  })
  void axeFindsNothing(String name, ColorScheme scheme, int width) {
    List<String> complaints = new ArrayList<>();
    Page page = show(name, scheme, width, complaints);
    // what is folded away is looked at too, but of the tables, which are alike, only two
    page.evaluate(
        "const tables = [...document.querySelectorAll('details:has(table)')];"
            + "document.querySelectorAll('details').forEach(d => d.open = tables.indexOf(d) < 2)");

    // what passes would be listed node by node
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    assertThat(new AxeBuilder(page).options(options).analyze().getViolations())
        .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
        .isEmpty();
    assertThat(complaints).isEmpty();
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VN-01",
        "regression",
        "coverage",
        "review",
        "timeline",
        "game",
        "check",
        "challenge-VN-04"
      })
  void thePageItselfNeverScrollsSideways(String name) {
    for (int width : List.of(DESKTOP, PHONE, 320)) {
      Page page = show(name, ColorScheme.LIGHT, width, new ArrayList<>());
      unfold(page);

      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      page.context().close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"VN-01", "VN-04", "UA-04"})
  void pageOneFitsOneSheet(String name) {
    Page page = show(name, ColorScheme.DARK, SHEET_WIDTH, new ArrayList<>());
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    Number bottom =
        (Number) page.evaluate("document.querySelector('.front').getBoundingClientRect().bottom");
    assertThat(bottom.doubleValue()).isLessThanOrEqualTo(SHEET_HEIGHT);
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    page.context().close();
  }

  @Test
  void theDiagramCanBeEnlargedWithoutAScript() {
    Page page = show("VN-01", ColorScheme.LIGHT, DESKTOP, new ArrayList<>());
    unfold(page);
    String width =
        "document.querySelector('.drawing svg.model:not(.path)').getBoundingClientRect().width";
    double full = ((Number) page.evaluate(width)).doubleValue();

    page.locator(".drawing input.large").first().check();

    assertThat(((Number) page.evaluate(width)).doubleValue()).isGreaterThan(full * 1.9);
    page.locator(".drawing input.fit").first().check();
    assertThat(((Number) page.evaluate(width)).doubleValue()).isLessThan(DESKTOP);
    page.context().close();
  }
}
