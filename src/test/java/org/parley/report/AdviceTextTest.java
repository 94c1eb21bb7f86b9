package org.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.parley.Shown;

/** Text for terminals: exact samples, and what holds at any width. */
class AdviceTextTest {
  private static final AdviceSample RICH = AdviceSample.rich();

  @Test
  void shortFormIsTheApprovedOne() {
    assertThat(new AdviceText(Style.plain()).render(RICH, false))
        .isEqualTo(Golden.read("advice.txt"));
  }

  @Test
  void fullFormIsTheApprovedOne() {
    assertThat(new AdviceText(Style.plain()).render(RICH, true))
        .isEqualTo(Golden.read("advice-full.txt"));
  }

  @Test
  void caseWithoutWordsIsTheApprovedOne() {
    assertThat(new AdviceText(Style.plain()).render(AdviceSample.bare(), true))
        .isEqualTo(Golden.read("advice-bare.txt"));
  }

  @Test
  void colourAddsNothingButColour() {
    String coloured = new AdviceText(new Style(true, true, 80)).render(RICH, true);

    assertThat(coloured).contains("\u001b[1m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(Golden.read("advice-full.txt"));
  }

  @Test
  void controlCharactersOfTextsDoNotReachTheTerminal() {
    String text = new AdviceText(Style.plain()).render(RICH, true);

    assertThat(text.codePoints().filter(c -> c != '\n' && Shown.acts(c))).isEmpty();
  }

  @Test
  void drawsWithAsciiWhereTheCharsetHasNoMore() {
    AdviceText ascii = new AdviceText(Style.of(false, StandardCharsets.US_ASCII, 80));

    assertThat(ascii.render(AdviceSample.bare(), true)).isEqualTo(Golden.read("advice-ascii.txt"));
    assertThat(ascii.render(RICH, true))
        .contains("* open talks", "o neutral mediator", "`- ", "|- ")
        .doesNotContain("●", "└", "├", "│", "·", "→");
  }

  @Property(tries = 70)
  void noLineIsWiderThanAskedFor(@ForAll @IntRange(min = 40, max = 100) int width) {
    String text = new AdviceText(new Style(false, true, width)).render(RICH, true);

    assertThat(text.lines())
        .allSatisfy(
            line -> {
              assertThat(line).doesNotMatch(".*\\s$");
              assertThat(TextWidth.of(line) <= width || isOneWord(line)).as(line).isTrue();
            });
  }

  private static boolean isOneWord(String line) {
    return !line.replaceFirst("^[\\s│├└─•●◐○✕]+", "").contains(" ");
  }
}
