package org.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Case;
import org.parley.Detail;
import org.parley.casefile.ReadCases;
import org.parley.explain.Dossier;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.AdviceReport;
import org.parley.report.document.HtmlWriter;

/** The long report on paper: few sheets, few bytes, and letters that can be read. */
@Tag("browser")
class LongReportBrowserTest {
  private static final int MOST_SHEETS = 6;
  private static final int MOST_BYTES = 250_000;
  private static final double LEAST_POINTS = 7;
  private static final int EVERY = Boolean.getBoolean("parley.soak") ? 1 : 10;
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");

  private static KnowledgeBase knowledge;
  private static TableAdvisor advisor;
  private static List<Case> cases;
  private static Chromium chromium;
  private static Page page;

  @BeforeAll
  static void open() throws IOException {
    knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    chromium = new Chromium();
    page = chromium.browser().newPage();
  }

  @AfterAll
  static void close() {
    chromium.close();
    advisor.close();
  }

  private static List<Case> some() {
    return IntStream.range(0, cases.size())
        .filter(i -> i % EVERY == 0)
        .mapToObj(cases::get)
        .toList();
  }

  private static String report(Case subject) {
    Dossier dossier = Dossier.of(advisor.advise(subject), cases, knowledge);
    return HtmlWriter.write(AdviceReport.of(dossier, Detail.TRACE).document().get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A4", "Letter"})
  void fewSheetsAndFewBytes(String paper) {
    for (Case subject : some()) {
      String html = report(subject);
      page.setContent(html);
      String pdf =
          new String(page.pdf(new Page.PdfOptions().setFormat(paper)), StandardCharsets.ISO_8859_1);

      assertThat(html.getBytes(StandardCharsets.UTF_8).length)
          .as(subject.id())
          .isLessThanOrEqualTo(MOST_BYTES);
      assertThat(SHEET.matcher(pdf).results().count())
          .as(subject.id() + " on " + paper)
          .isBetween(2L, (long) MOST_SHEETS);
    }
  }

  @Test
  void theDrawingCanBeReadOnPaper() {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    for (Case subject : some()) {
      page.setContent(report(subject));
      Number pixels =
          (Number)
              page.evaluate(
                  "(() => {const svg = document.querySelector('svg.path');"
                      + "const box = svg.getBoundingClientRect();"
                      + "return 12 * box.width / svg.viewBox.baseVal.width;})()");

      assertThat(pixels.doubleValue() * 72 / 96).as(subject.id()).isGreaterThan(LEAST_POINTS);
    }
    page.emulateMedia(new Page.EmulateMediaOptions());
  }
}
