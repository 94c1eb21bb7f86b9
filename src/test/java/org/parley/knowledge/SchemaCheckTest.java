package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ParleyException;

/** Which changes of a valid model need no look at the schema, and that all others get one. */
class SchemaCheckTest {
  private static final String MODEL =
      "<d:definitions id=\"a\"><!-- c --><rule id=\"r\"><d:text id=\"t\">\"low\"</d:text>"
          + "<description>x > 1</description><typeRef>string</typeRef></rule></d:definitions>";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "low, high, true",
        "\"low\", , true",
        "low, l&lt;w, true",
        "x > 1, x > 2, true",
        "x > 1, , true",
        "string, number, false",
        "id=\"t\", id=\"u\", false",
        "id=\"t\">, id=\"t\" kind=\"k\">, false",
        "rule id, rule key, false",
        "low, <b/>, false",
        "low, </d:text><d:text>, false",
        "c --, d --, false",
        "low\"</d:text><description>x, high\"</d:text><description>y, true",
        "string</typeRef></rule>, string</typeRef></rule><rule/>, false",
        "</d:definitions>, </d:definitions><!-- -->, false"
      })
  void textsMayChangeAndNothingElse(String from, String to, boolean safe) {
    String changed = MODEL.replace(from, to == null ? "" : to);
    assertThat(changed).isNotEqualTo(MODEL);
    assertThat(SchemaCheck.differInTexts(bytes(MODEL), bytes(changed))).isEqualTo(safe);
    assertThat(SchemaCheck.differInTexts(bytes(changed), bytes(MODEL))).isEqualTo(safe);
  }

  @Test
  void aShippedModelWithAnotherKindOfChangeIsHeldAgainstTheSchema() {
    KnowledgeFiles files = KnowledgeFiles.builtIn();
    String name = "dmn/posture.dmn";
    String text = new String(files.get(name).orElseThrow(), StandardCharsets.UTF_8);
    String edited = text.replaceFirst("hitPolicy=\"[A-Z]+\"", "hitPolicy=\"SOMETIMES\"");

    assertThat(edited).isNotEqualTo(text);
    assertThatThrownBy(() -> KnowledgeBase.of(files.with(name, bytes(edited))))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("not valid DMN")
        .hasMessageContaining("SOMETIMES");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
