package org.parley.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text in Markdown cannot become markup. */
class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          <b>x</b> ~ &lt;b&gt;x&lt;/b&gt;
          a | b ~ a \\| b
          *x* _y_ `z` ~ \\*x\\* \\_y\\_ \\`z\\`
          [a](b) ~ \\[a\\](b)
          # head ~ \\# head
          - item ~ \\- item
          1. item ~ 1\\. item
          1968-04-01 ~ 1968-04-01
          https://example.org ~ https:\\//example.org
          &lt; ~ &amp;lt;
          """)
  void textStaysText(String text, String escaped) {
    assertThat(Markdown.escape(text)).isEqualTo(escaped);
  }

  @Test
  void lineBreaksDoNotEndACell() {
    assertThat(Markdown.escape("a\n\n# b\u2028c")).isEqualTo("a  \\# b&lt;U+2028&gt;c");
  }

  @Property
  void noTextOpensATagOrACell(@ForAll String text) {
    String rest = Markdown.escape(text).replaceAll("\\\\[!-/:-@\\[-`{-~]", "");

    assertThat(rest).doesNotContainPattern("[<>|`*_\\[\\]\\p{Cntrl}]");
  }
}
