package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Copy;
import org.parley.Detail;
import org.parley.Posture;
import org.parley.author.check.Checker;
import org.parley.author.check.PrinciplesResult;
import org.parley.author.sheet.Book;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCases;
import org.parley.decide.TableEngine;
import org.parley.explain.Dossier;
import org.parley.explain.TableAdvice;
import org.parley.explain.TableAdvisor;
import org.parley.game.GameReading;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.regress.Agreement;
import org.parley.regress.CaseSets;
import org.parley.regress.CaseSuggestion;
import org.parley.regress.Coverage;
import org.parley.regress.DerivedOnlyRun;
import org.parley.regress.Regression;
import org.parley.regress.RegressionResult;
import org.parley.regress.StabilityRun;
import org.parley.regress.Timeline;
import org.parley.report.advice.AdviceReport;
import org.parley.report.advice.ChallengeReport;
import org.parley.report.advice.ChangesReport;
import org.parley.report.advice.OpenQuestionsReport;
import org.parley.report.advice.SeatsReport;
import org.parley.report.advice.SimilarReport;
import org.parley.report.advice.WhyNotReport;
import org.parley.report.authoring.CheckReport;
import org.parley.report.document.Report;
import org.parley.report.game.GameReport;
import org.parley.report.regression.AgreementReport;
import org.parley.report.regression.CoverageReport;
import org.parley.report.regression.QcaReport;
import org.parley.report.regression.RegressionReport;
import org.parley.report.regression.SuggestionReport;
import org.parley.report.regression.TimelineReport;

/**
 * Text, Markdown and HTML tell the same rows and the same figures, and what they tell is in the
 * JSON. The ids of rows are compared as sets, since a form may say one twice, and figures with how
 * often each is told.
 */
class EveryFormSaysTheSameTest {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final String PRESS =
      """
        <decision id="decision-press" name="press lines" label="What to tell the press">
          <question>What is the press told?</question>
          <variable id="variable-press" name="press lines" typeRef="tSentences"/>
          <informationRequirement id="press-needs-battlefield-trend">
            <requiredInput href="#input-battlefield-trend"/>
          </informationRequirement>
          <decisionTable id="table-press" hitPolicy="COLLECT">
            <input id="press-column"><inputExpression id="press-expression"><text>battlefield trend</text></inputExpression></input>
            <output id="press-result"/>
            <annotation name="Why"/><annotation name="Source"/><annotation name="Statement"/>
            <rule id="press-little">
              <inputEntry id="press-little.1"><text>-</text></inputEntry>
              <outputEntry id="press-little.result"><text>"Say little to whom &lt;asks&gt;."</text></outputEntry>
              <annotationEntry><text>It is so.</text></annotationEntry>
              <annotationEntry><text>Parley</text></annotationEntry>
              <annotationEntry><text>P001</text></annotationEntry>
            </rule>
          </decisionTable>
        </decision>
      """;

  private static Corpus corpus;

  @TempDir private Path folder;

  /** Spread over conflicts, postures and unofficial tracks. */
  static List<String> cases() {
    return List.of(
        "vietnam-war/VN-01",
        "vietnam-war/VN-04",
        "russia-ukraine-war/UA-04",
        "india-pakistan/IP-05",
        "israel-plo/OS-01",
        "haiti-1994/HT-01",
        "aceh/AC-02",
        "algerian-war/AL-03",
        "arab-israeli/EI-03",
        "beagle-channel/BC-01",
        "colombia-farc/CO-01",
        "cyprus/CY-02",
        "first-world-war/W1-01",
        "georgia/GE-01",
        "korean-war/KR-02",
        "northern-ireland/NI-01",
        "south-africa/SA-02",
        "us-taliban/AF-02",
        "winter-war/WW-02",
        "synthetic/SYN-03");
  }

  @BeforeAll
  static void open() {
    KnowledgeBase base = KnowledgeBase.builtIn();
    corpus =
        new Corpus(base, ReadCases.of(base.vocabulary(), Path.of("cases")), TableAdvisor.of(base));
  }

  @AfterAll
  static void close() {
    corpus.close();
  }

  private static TableAdvice advice(String name) {
    return corpus
        .advisor()
        .advise(new CaseFiles(corpus.base().vocabulary()).read(Path.of("cases", name + ".yaml")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ofAnAdvice(String name) throws IOException {
    TableAdvice advice = advice(name);
    Report report =
        AdviceReport.of(Dossier.of(advice, corpus.cases(), corpus.base()), Detail.TRACE);
    Forms forms = sameRowsAndFigures(report);

    Set<String> traced = new HashSet<>();
    for (JsonNode decision : forms.tree().get("trace")) {
      decision.get("rows").forEach(r -> traced.add(r.get("id").asText()));
    }
    assertThat(traced).isNotEmpty();
    assertThat(Forms.rows(forms.plainText())).containsAll(traced);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ofWhatCanBeAskedAboutAnAdvice(String name) throws IOException {
    TableAdvice advice = advice(name);
    for (Posture posture : Posture.values()) {
      if (posture != advice.posture()) {
        told(WhyNotReport.of(advice, advice.whyNot(posture)));
      }
    }
    told(ChangesReport.of(advice, advice.changes(2), Integer.MAX_VALUE));
    // how many postures an answer leaves open is worked out from what the JSON has
    sameRowsAndFigures(OpenQuestionsReport.of(advice, advice.openQuestions()));
    // of what the author of a case wrote, figures may have commas
    sameRowsAndFigures(ChallengeReport.of(advice, advice.challenge(), true));
    told(ChallengeReport.of(advice, advice.challenge(), false));
    told(SeatsReport.of(advice.seats()));
    told(SimilarReport.of(advice, advice.similar(corpus.cases(), 5)));
    told(GameReport.of(GameReading.of(advice, Map.of())));
  }

  @Test
  void ofManyCasesAndOfTheTables() throws IOException {
    RegressionResult result =
        new Regression(corpus.advisor(), corpus.base().vocabulary()).run(corpus.cases());
    told(RegressionReport.of(result));
    told(
        RegressionReport.of(
            result.with(
                new StabilityRun(corpus.advisor(), corpus.base())
                    .run(corpus.cases())
                    .orElseThrow())));
    told(
        RegressionReport.of(
            result.with(new DerivedOnlyRun(corpus.advisor(), corpus.base()).run(corpus.cases()))));
    told(
        CoverageReport.of(
            Coverage.of(corpus.advisor(), corpus.base(), corpus.cases()), Integer.MAX_VALUE));
    CaseSets sets = CaseSets.of(corpus.advisor(), corpus.base(), corpus.cases());
    for (int most : List.of(6, Integer.MAX_VALUE)) {
      told(QcaReport.of(Stream.of(Posture.values()).map(sets::against).toList(), most));
    }
    Path codings = Path.of("src/test/resources/codings");
    told(
        AgreementReport.of(
            new Agreement(corpus.advisor(), corpus.base().vocabulary())
                .of(
                    Stream.of("first", "second", "third")
                        .map(
                            name ->
                                new Agreement.Coder(
                                    name,
                                    ReadCases.of(corpus.base().vocabulary(), codings.resolve(name))
                                        .cases()))
                        .toList(),
                    /* oneCase= */ false),
            Integer.MAX_VALUE));
    told(CheckReport.of(Checker.of(corpus.base().files()).quick().check()));
    told(
        SuggestionReport.of(
            CaseSuggestion.of(corpus.advisor(), corpus.base(), corpus.cases(), 2), true));
  }

  @Test
  void ofPrinciples() throws IOException {
    String file = "dmn/principles.csv";
    byte[] content =
        Files.readAllBytes(Path.of("src/test/resources/broken/principle-broken").resolve(file));
    KnowledgeBase base =
        KnowledgeBase.of(
            KnowledgeFiles.of(Path.of("src/test/resources/broken/base")).with(file, content));
    told(CheckReport.of(PrinciplesResult.of(base, TableEngine.of(base))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Vietnam War", "Arab-Israeli", "Winter War"})
  void ofAConflict(String conflict) throws IOException {
    told(TimelineReport.of(new Timeline(corpus.advisor()).of(conflict, corpus.cases())));
  }

  /** Each command itself, so that none of them writes something else than its report. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "advise|cases/vietnam-war/VN-04.yaml|--detail|trace",
        "why|cases/haiti-1994/HT-01.yaml|--not|open talks",
        "change|cases/russia-ukraine-war/UA-04.yaml|--max|1",
        "ask|cases/india-pakistan/IP-05.yaml|--doubt|low",
        "challenge|cases/haiti-1994/HT-01.yaml|--detail|full",
        "seats|cases/india-pakistan/IP-04.yaml|--as|cases/india-pakistan/IP-03.yaml",
        "similar|cases/israel-plo/OS-01.yaml|--among|cases/cyprus",
        "game|cases/vietnam-war/VN-01.yaml|--set|c=0.4",
        "timeline|Cyprus|--cases|cases/cyprus",
        "regress|cases/cyprus|--case|CY-01",
        "coverage|cases/cyprus|--threshold|0",
        "agree|src/test/resources/codings/first|src/test/resources/codings/second|src/test/resources/codings/third",
        "qca|cases/vietnam-war|--outcome|open talks",
        "sweep|cases/vietnam-war/VN-04.yaml|--over|resilience signal,official talks",
        "sweep|cases/haiti-1994/HT-01.yaml|--samples|500",
        "check|--quick|--knowledge|src/test/resources/broken/base",
        "tck|src/test/resources/tck/failing|--timeout|10",
      })
  void ofEachCommand(String command, String first, String second, String third) {
    sameRowsAndFigures(Forms.of(command, first, second, third));
  }

  @Test
  void ofAChange() throws IOException {
    Path changed = folder.resolve("changed");
    Path cases = Files.createDirectories(folder.resolve("cases"));
    for (String name : List.of("vietnam-war/VN-01", "synthetic/SYN-03")) {
      Path file = Path.of("cases", name + ".yaml");
      Files.copy(file, cases.resolve(file.getFileName()));
    }
    String cell = "<outputEntry id=\"closed-wait.result\"><text>\"%s\"</text>";
    Copy.into(changed)
        .replace("dmn/posture.dmn", cell.formatted("recommended"), cell.formatted("viable"));

    Forms forms = Forms.of("diff", ".", changed.toString(), "--cases", cases.toString());

    told(forms);
    assertThat(Forms.rows(forms.plainText())).contains("closed-wait");
  }

  @Test
  void ofWhatWasSaved() throws IOException {
    Path base = Copy.into(folder.resolve("base")).folder();
    Path tables = Imports.exported(base);
    Imports.edit(tables, "once");
    Run.of("table", "import", tables.toString(), "--knowledge", base.toString(), "--save");

    told(Forms.of("undo", "--list", "--knowledge", base.toString()));
  }

  @Test
  void ofAnImportOfCases() throws IOException {
    CaseDesk desk = CaseDesk.in(folder);
    desk.write("VN-04.yaml", Files.readString(Path.of("cases/vietnam-war/VN-04.yaml")));
    Book book = desk.export();
    book.type("VN-04", "C" + CaseDesk.line(book, "VN-04", "resilience signal"), "weak").save();

    Forms forms =
        Forms.of(
            "case",
            "import",
            desk.sheet().toString(),
            "--knowledge",
            desk.copy().folder().toString());

    told(forms);
    assertThat(Forms.rows(forms.plainText())).isNotEmpty();
    assertThat(forms.page().text()).contains("resilience signal", "strong", "weak");
  }

  /** A further table in a model is all that it takes. */
  @Test
  void aFurtherTopicIsToldInEveryForm() throws IOException {
    Copy copy = Copy.into(folder);
    copy.replace("dmn/guidance.dmn", "  <decision ", PRESS + "  <decision ");

    Forms forms =
        Forms.of(
            "advise",
            "cases/vietnam-war/VN-04.yaml",
            "--detail",
            "full",
            "--knowledge",
            copy.folder().toString());

    assertThat(forms.text())
        .containsSubsequence(
            "\nWhat goes with it\n",
            "\n  What to tell the press\n",
            "  • Say little to whom <asks>.\n");
    assertThat(forms.markdown())
        .containsSubsequence(
            "\n### What to tell the press\n", "\n- Say little to whom &lt;asks&gt;.\n");
    assertThat(forms.page().select("h3:contains(What to tell the press) + ul > li").eachText())
        .containsExactly("Say little to whom <asks>.");
    assertThat(forms.page().select("[data-row=press-little]").text())
        .isEqualTo("Say little to whom <asks>.");
    JsonNode said = forms.tree().at("/topics/press lines/0");
    assertThat(said.get("text").asText()).isEqualTo("Say little to whom <asks>.");
    assertThat(said.get("row").asText()).isEqualTo("press-little");
  }

  private static Forms sameRowsAndFigures(Report report) {
    return sameRowsAndFigures(Forms.of(report));
  }

  private static void told(Report report) throws IOException {
    told(Forms.of(report));
  }

  /** All forms say the same, and nothing of it is missing in the JSON. */
  private static void told(Forms forms) throws IOException {
    sameRowsAndFigures(forms);
    JsonNode json = forms.tree();
    Set<String> known = Forms.figures(forms.json()).keySet();
    List<BigDecimal> numbers = new ArrayList<>();
    collect(json, numbers);
    // of what stands above, such as the day, only some have a key
    String below = forms.plainText().substring(forms.text().indexOf("\n\n"));
    assertThat(
            Forms.figures(below.replaceAll("and \\d+ more|Look again by [\\d-]+", ""))
                .keySet()
                .stream()
                .map(f -> f.replace(",", ""))
                .filter(EveryFormSaysTheSameTest::isTelling)
                .filter(f -> !known.contains(f) && !isRounded(new BigDecimal(f), numbers)))
        .as("figures of %s that the JSON lacks", forms.text())
        .isEmpty();
  }

  private static Forms sameRowsAndFigures(Forms forms) {
    String text = forms.plainText();
    assertThat(Forms.rows(forms.plainMarkdown())).isEqualTo(Forms.rows(text));
    assertThat(Forms.rows(forms.plainHtml())).isEqualTo(Forms.rows(text));
    assertThat(Forms.figures(forms.plainMarkdown())).isEqualTo(Forms.figures(text));
    assertThat(Forms.figures(forms.plainHtml())).isEqualTo(Forms.figures(text));
    assertThat(Forms.rows(forms.json())).containsAll(Forms.rows(text));
    return forms;
  }

  /** Small whole numbers count things, or are shares of a hundred, and stand everywhere. */
  private static boolean isTelling(String figure) {
    return figure.contains(".") || figure.length() > 2;
  }

  private static void collect(JsonNode json, List<BigDecimal> numbers) {
    if (json.isNumber()) {
      numbers.add(json.decimalValue().abs());
    } else if (json.isContainerNode()) {
      numbers.add(BigDecimal.valueOf(json.size()));
      json.forEach(part -> collect(part, numbers));
    }
  }

  /** Whether a figure is one of the numbers, or its share of a hundred, rounded or cut off. */
  private static boolean isRounded(BigDecimal figure, List<BigDecimal> numbers) {
    return numbers.stream()
        .flatMap(n -> Stream.of(n, n.multiply(HUNDRED)))
        .anyMatch(
            n ->
                Stream.of(RoundingMode.HALF_UP, RoundingMode.DOWN)
                    .anyMatch(r -> n.setScale(figure.scale(), r).compareTo(figure) == 0));
  }
}
