package org.parley.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ParleyException;

/** A case file in other words is the same file but for these words. */
class FactEditorTest {
  private static final String YAML =
      """
      \uFEFF# "way out" is a phrase
      id: X-1
      summary: "way out: none 😀"
      facts:
        # it is disputed
        way out: {value: "no", why: 'way out: no'}   # so they say
        "ally veto":
          why: |
            way out
            of it
          value: 'yes'
        issue: status # way out
      sources:
        - way out
      """;

  @Test
  void aNameIsReplacedWhereItIsTheKeyOfAFact() {
    assertThat(renamed("c.yaml", YAML, "way out", "exit"))
        .isEqualTo(YAML.replace("  way out: {", "  exit: {"));
    assertThat(renamed("c.yaml", YAML, "ally veto", "veto of an ally"))
        .isEqualTo(YAML.replace("\"ally veto\"", "\"veto of an ally\""));
    assertThat(renamed("c.yaml", YAML, "issue", "yes"))
        .isEqualTo(YAML.replace("  issue:", "  \"yes\":"));
    assertThat(renamed("c.yaml", YAML, "parties", "x")).isEqualTo(YAML);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "way out   | no     | none | value: \"no\" | value: \"none\"",
        "ally veto | yes    | it's | value: 'yes'  | value: 'it''s'",
        "issue     | status | true | issue: status | issue: \"true\"",
      })
  void aValueIsWrittenLikeTheOneBefore(
      String fact, String former, String now, String before, String after) {
    byte[] changed = FactEditor.valued("c.yaml", bytes(YAML), fact, former, now);

    assertThat(text(changed)).isEqualTo(YAML.replace(before, after));
  }

  @Test
  void aFactGoesWithWhatIsSaidOfItAndNothingElse() {
    assertThat(without("c.yaml", YAML, "way out"))
        .isEqualTo(YAML.replaceAll("  way out: \\{.*\\n", ""));
    assertThat(without("c.yaml", YAML, "ally veto"))
        .isEqualTo(YAML.replaceAll("(?s)  \"ally veto\".*'yes'\\n", ""));
    assertThat(without("c.yaml", "facts:\n  issue: status\nid: X\n", "issue")).isEqualTo("id: X\n");
  }

  @Test
  void aFileInBracesToo() {
    String json =
        "{\"id\": \"X\", \"facts\": {\"issue\": \"status\", \"way out\": {\"value\": \"no\"}}}";

    assertThat(renamed("c.json", json, "issue", "matter"))
        .isEqualTo(json.replace("\"issue\"", "\"matter\""));
    assertThat(without("c.json", json, "issue"))
        .isEqualTo("{\"id\": \"X\", \"facts\": {\"way out\": {\"value\": \"no\"}}}");
    assertThat(without("c.json", json, "way out"))
        .isEqualTo("{\"id\": \"X\", \"facts\": {\"issue\": \"status\"}}");
    assertThat(without("c.yaml", "{id: X, facts: {issue: status}}", "issue")).isEqualTo("{id: X}");
  }

  @Test
  void whatIsWrittenInAnotherWayIsLeftToPeople() {
    String anchored = "id: X\nfacts:\n  ? issue\n  : status\n";

    assertThat(renamed("c.yaml", anchored, "issue", "matter"))
        .isEqualTo(anchored.replace("? issue", "? matter"));
    assertThatThrownBy(() -> renamed("c.yaml", "facts:\n  &a issue: status\n", "issue", "matter"))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("'issue' cannot be changed in place: write it by hand");
  }

  private static String renamed(String file, String content, String former, String now) {
    return text(FactEditor.renamed(file, bytes(content), former, now));
  }

  private static String without(String file, String content, String fact) {
    return text(FactEditor.without(file, bytes(content), fact));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
