package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Marks: what gets one, what does not, and that nothing is lost. */
class ShownTest {

  @Test
  void whatActsOrHidesIsMarked() {
    assertThat(Shown.line("a\u001b[31m\u0000\u007f\u009b\u202eb"))
        .isEqualTo("a<U+001B>[31m<U+0000><U+007F><U+009B><U+202E>b");
    assertThat(Shown.line("\u200b\ufeff\u00ad\u2028\ud800\ue000" + Character.toString(0xE0041)))
        .isEqualTo("<U+200B><U+FEFF><U+00AD><U+2028><U+D800><U+E000><U+E0041>");
    assertThat(Shown.text("a\r\nb\tc\rd")).isEqualTo("a\r\nb\tc<U+000D>d");
    assertThat(Shown.line(" a\nb\tc\rd ")).isEqualTo("a b c d");
    assertThat(Shown.markup("<p>\u202e</p>")).isEqualTo("<p>&lt;U+202E&gt;</p>");
    assertThat(Shown.xml("<p>\u202e</p>")).isEqualTo("<p>&#x202E;</p>");
  }

  @Test
  void lettersOfAllPeoplesStay() {
    String words = "Zürich Đà Nẵng Київ القدس ירושלים 李安 한국 é ١٢٣ € → “x” 🕊 \u0601";

    assertThat(Shown.line(words)).isEqualTo(words);
  }

  @Test
  void aPieceIsShort() {
    assertThat(Shown.piece("🕊".repeat(61))).isEqualTo("🕊".repeat(60) + "…");
    assertThat(Shown.piece("x".repeat(60))).hasSize(60);
    assertThat(Shown.piece(null)).isEmpty();
  }

  @Property(tries = 500)
  void nothingThatActsIsLeft(@ForAll String text) {
    String shown = Shown.line(text);

    assertThat(shown.codePoints()).noneMatch(Shown::acts);
    assertThat(Shown.line(shown)).isEqualTo(shown);
  }

  @Property(tries = 300)
  void jsonSaysTheSame(@ForAll String text) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    String written = Shown.json(json.writeValueAsString(text));

    assertThat(written.codePoints()).noneMatch(Shown::acts);
    assertThat(json.readValue(written, String.class)).isEqualTo(text);
  }
}
