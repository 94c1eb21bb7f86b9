package org.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Case;
import org.parley.casefile.ReadCases;
import org.parley.explain.Redaction;
import org.parley.explain.TableAdvice;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.MemoReport;
import org.parley.report.document.HtmlWriter;
import org.parley.report.words.MemoHead;

/**
 * Memos as they come out of a printer: one sheet, of A4 and of Letter. A tenth of the cases is
 * printed, and all of them with {@code parley.soak}.
 */
@Tag("browser")
class MemoBrowserTest {
  private static final int EVERY = Boolean.getBoolean("parley.soak") ? 1 : 10;
  private static final MemoHead HEAD =
      new MemoHead("Policy Planning Staff", "The Minister", "Restricted");
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static final Map<String, Path> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void open() throws IOException {
    chromium = new Chromium();
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    Redaction redaction = new Redaction(knowledge);
    List<Case> cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    try (TableAdvisor advisor = TableAdvisor.of(knowledge)) {
      for (int i = 0; i < cases.size(); i++) {
        Case subject = cases.get(i);
        if (i % EVERY == 0 || subject.id().equals("UA-04")) {
          write(
              subject.id(),
              HtmlWriter.write(
                  MemoReport.of(advisor.advise(subject), knowledge.vocabulary(), HEAD)));
        }
      }
      TableAdvice nameless = advisor.advise(redaction.nameless(cases.get(0)));
      write(
          "redacted",
          HtmlWriter.write(MemoReport.of(redaction.of(nameless), knowledge.vocabulary(), HEAD)));
      write("long head", longest(advisor, knowledge, Case.builder().build()));
      write("long head and names", longest(advisor, knowledge, cases.get(0)));
    }
  }

  /** Nothing but the longest lines that a head may have, and long names of the parties. */
  private static String longest(TableAdvisor advisor, KnowledgeBase knowledge, Case subject) {
    String words = "Directorate-General for Political Affairs ".repeat(3).substring(0, 100);
    Case named =
        subject.toBuilder().decidingParty(words).adversary(words).thirdParty(words).build();
    return HtmlWriter.write(
        MemoReport.of(
            advisor.advise(named), knowledge.vocabulary(), new MemoHead(words, words, words)));
  }

  private static void write(String name, String html) throws IOException {
    PAGES.put(name, Files.writeString(folder.resolve(name + ".html"), html));
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @Test
  void eachIsOneSheetOfEitherSize() {
    List<String> longer = new ArrayList<>();
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      PAGES.forEach(
          (name, file) -> {
            page.navigate(file.toUri().toString());
            for (String format : List.of("A4", "Letter")) {
              byte[] pdf = page.pdf(new Page.PdfOptions().setFormat(format));
              long sheets =
                  SHEET.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
              if (sheets != 1) {
                longer.add("%s: %d sheets of %s".formatted(name, sheets, format));
              }
            }
          });
    }

    assertThat(PAGES).hasSizeGreaterThan(14);
    assertThat(longer).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UA-04, LIGHT, 1200", "UA-04, DARK, 390", "redacted, DARK, 1200"})
  void axeFindsNothingAndNothingOverflows(String name, ColorScheme scheme, int width) {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setColorScheme(scheme)
                    .setViewportSize(width, 900))) {
      Page page = context.newPage();
      page.onConsoleMessage(m -> complaints.add(m.text()));
      page.onRequest(r -> complaints.addAll(Chromium.foreign(r.url())));
      page.navigate(PAGES.get(name).toUri().toString());

      AxeRunOptions options = new AxeRunOptions();
      options.setResultTypes(List.of("violations"));
      assertThat(new AxeBuilder(page).options(options).analyze().getViolations())
          .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
          .isEmpty();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      assertThat(complaints).isEmpty();
    }
  }
}
