package org.parley.report.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.parley.Briefing;
import org.parley.Changes;
import org.parley.Detail;
import org.parley.OpenQuestions;
import org.parley.Shown;
import org.parley.SimilarCases;
import org.parley.explain.Dossier;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.Written;
import org.parley.report.document.Report;
import org.parley.report.document.Style;

/** Text and Markdown: exact samples, and what holds at any width. */
class AdviceReportTest {
  private static final AdviceSample RICH = AdviceSample.rich();

  @Test
  void shortFormIsTheApprovedOne() {
    assertThat(text(RICH, Detail.SHORT, Style.plain())).isEqualTo(Golden.read("advice.txt"));
  }

  @Test
  void fullFormIsTheApprovedOne() {
    assertThat(text(RICH, Detail.TRACE, Style.plain())).isEqualTo(Golden.read("advice-full.txt"));
  }

  @Test
  void caseWithoutWordsIsTheApprovedOne() {
    assertThat(text(AdviceSample.bare(), Detail.TRACE, Style.plain()))
        .isEqualTo(Golden.read("advice-bare.txt"));
  }

  @Test
  void colourAddsNothingButColour() {
    String coloured = text(RICH, Detail.TRACE, new Style(true, true, 80));

    assertThat(coloured).contains("\u001b[1m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(Golden.read("advice-full.txt"));
  }

  @Test
  void controlCharactersOfTextsDoNotReachTheTerminal() {
    String text = text(RICH, Detail.TRACE, Style.plain());

    assertThat(text.codePoints().filter(c -> c != '\n' && Shown.acts(c))).isEmpty();
  }

  @Test
  void drawsWithAsciiWhereTheCharsetHasNoMore() {
    Style ascii = Style.of(false, StandardCharsets.US_ASCII, 80);

    assertThat(text(AdviceSample.bare(), Detail.TRACE, ascii))
        .isEqualTo(Golden.read("advice-ascii.txt"));
    assertThat(text(RICH, Detail.TRACE, ascii))
        .contains("* open talks", "o neutral mediator", "`- ", "|- ")
        .doesNotContain("●", "└", "├", "│", "·", "→");
  }

  @Property(tries = 70)
  void noLineIsWiderThanAskedFor(@ForAll @IntRange(min = 40, max = 100) int width) {
    String text = text(RICH, Detail.TRACE, new Style(false, true, width));

    assertThat(text.lines())
        .allSatisfy(
            line -> {
              assertThat(line).doesNotMatch(".*\\s$");
              assertThat(columns(line) <= width || isOneWord(line)).as(line).isTrue();
            });
  }

  @Test
  void markdownIsTheApprovedOne() {
    assertThat(Written.markdown(report(RICH, Detail.SHORT))).isEqualTo(Golden.read("advice.md"));
    assertThat(Written.markdown(report(RICH, Detail.TRACE)))
        .isEqualTo(Golden.read("advice-full.md"));
  }

  private static String text(AdviceSample advice, Detail detail, Style style) {
    return Written.text(report(advice, detail), style);
  }

  private static Report report(AdviceSample advice, Detail detail) {
    if (detail == Detail.SHORT) {
      return AdviceReport.of(advice);
    }
    Briefing briefing =
        new Briefing(
            advice,
            List.of(),
            new Changes(advice.posture(), null, 1, true, List.of(), List.of(), List.of()),
            new OpenQuestions(advice.posture(), List.of(), 1, true, 0, List.of(), List.of()),
            new SimilarCases(List.of(), 0, 0));
    return AdviceReport.of(
        new Dossier(briefing, List.of(), List.of(), KnowledgeBase.builtIn().vocabulary(), null),
        detail);
  }

  /** Wide characters, of which the sample has two, take two columns. */
  private static int columns(String line) {
    return line.length() + (int) line.codePoints().filter(Character::isIdeographic).count();
  }

  private static boolean isOneWord(String line) {
    return !line.replaceFirst("^[\\s│├└─•●◐○✕]+", "").contains(" ");
  }
}
