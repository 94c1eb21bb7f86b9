package org.parley.author.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are changed where they are words, and nowhere else. */
class FeelWordsTest {
  private static final Set<String> NAMES =
      Set.of("issue", "core issue", "issue of talks", "way out");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "issue                          | matter",
        "core issue                     | core issue",
        "issue of talks                 | issue of talks",
        "if issue = \"issue\" then way out else issue | if matter = \"issue\" then way out else matter",
        "tissue + issues + x.issue      | tissue + issues + x.issue",
        "not(issue)                     | not(matter)",
        "\"a \\\" issue \" + issue      | \"a \\\" issue \" + matter",
      })
  void names(String feel, String renamed) {
    assertThat(FeelWords.withName(feel, "issue", "matter", NAMES)).isEqualTo(renamed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"high\",\"low\"        | \"grave\",\"low\"",
        "not( \"high\" )         | not( \"grave\" )",
        "\"very high\"           | \"very high\"",
        "high                    | high",
        "\"a\\\"high\\\"\"       | \"a\\\"high\\\"\"",
      })
  void texts(String feel, String renamed) {
    assertThat(FeelWords.withText(feel, "high", "grave")).isEqualTo(renamed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\", \"b\",\"c\" | a | \"b\",\"c\"",
        "\"a\", \"b\",\"c\" | b | \"a\",\"c\"",
        "\"a\", \"b\",\"c\" | c | \"a\", \"b\"",
      })
  void lists(String list, String gone, String left) {
    assertThat(FeelWords.withoutListed(list, gone)).isEqualTo(left);
  }
}
