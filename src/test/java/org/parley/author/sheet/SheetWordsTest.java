package org.parley.author.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.author.save.Column;

/** Cells in plain words, and back. */
class SheetWordsTest {
  private static final SheetWords CHOICE =
      words(Column.Kind.TEXT, "low", "medium", "high", "this or that", "any", "a, b", "say \\ it");
  private static final SheetWords NUMBER = words(Column.Kind.NUMBER);
  private static final SheetWords FREE = words(Column.Kind.TEXT);
  private static final SheetWords OTHER = words(Column.Kind.OTHER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-                        | any",
        "\"low\"                  | low",
        "\"low\",\"high\"         | low or high",
        "\"low\" , \"high\"       | low or high",
        "not(\"low\")             | any but low",
        "not( \"low\",\"medium\") | any but low or medium",
        "\"this or that\"         | this or that",
        "\"low\",\"this or that\" | feel: \"low\",\"this or that\"",
        "\"any\"                  | feel: \"any\"",
        "\"a, b\"                 | a, b",
        "\"gone\"                 | feel: \"gone\"",
        "null                     | feel: null",
        "if x then 1 else 2       | feel: if x then 1 else 2",
      })
  void aTestOfAChoice(String feel, String words) throws SheetWords.Unreadable {
    assertThat(CHOICE.ofTest(feel)).isEqualTo(words);
    assertThat(CHOICE.test(words, feel)).isEqualTo(feel);
    assertThat(CHOICE.test(words.replace("feel: ", "feel:"), "-").replace(" ", ""))
        .isEqualTo(feel.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null            | not known",
        "7               | 7",
        ">= 6            | >= 6",
        "[6..18)         | [6..18)",
        "< 3, > 9        | < 3 or > 9",
        "not(3, [5..6])  | any but 3 or [5..6]",
        "3 + 4           | feel: 3 + 4",
      })
  void aTestOfANumber(String feel, String words) throws SheetWords.Unreadable {
    assertThat(NUMBER.ofTest(feel)).isEqualTo(words);
    assertThat(NUMBER.test(words, feel)).isEqualTo(feel);
  }

  @Test
  void whatMeansTheSameStaysAsItIsWritten() throws SheetWords.Unreadable {
    assertThat(CHOICE.test("High, low", "\"low\", \"high\"")).isEqualTo("\"low\", \"high\"");
    assertThat(NUMBER.test(">=6.0", ">= 6")).isEqualTo(">= 6");
    assertThat(NUMBER.result("0.50", ".5".replace(".5", "0.5"))).isEqualTo("0.5");
    assertThat(CHOICE.test("high", "\"low\"")).isEqualTo("\"high\"");
  }

  @Test
  void resultsAreTextsOrNumbers() throws SheetWords.Unreadable {
    assertThat(FREE.ofResult("\"Talk, or wait.\"")).isEqualTo("Talk, or wait.");
    assertThat(FREE.result("Say \"yes\".", "")).isEqualTo("\"Say \\\"yes\\\".\"");
    assertThat(FREE.ofResult("\"Say \\\"yes\\\".\"")).isEqualTo("Say \"yes\".");
    assertThat(FREE.ofResult("\"feel: it\"")).isEqualTo("feel: \"feel: it\"");
    assertThat(FREE.ofResult("\"a\\u0041\"")).isEqualTo("aA");
    assertThat(FREE.result("aA", "\"a\\u0041\"")).isEqualTo("\"a\\u0041\"");
    assertThat(NUMBER.ofResult("0.5")).isEqualTo("0.5");
    assertThat(NUMBER.ofResult("null")).isEqualTo("not known");
    assertThat(OTHER.ofResult("{a: 1}")).isEqualTo("feel: {a: 1}");
  }

  @Test
  void whatCannotBeReadIsSaidWithWhatWouldBeRight() {
    assertThatThrownBy(() -> CHOICE.test("low or hihg", "-"))
        .hasMessageStartingWith("'hihg' is not a value of 'c': low, medium, high")
        .hasMessageContaining("did you mean 'high'");
    assertThatThrownBy(() -> CHOICE.test("", "-"))
        .hasMessage("is empty: write 'any' where the row does not look at this column");
    assertThatThrownBy(() -> CHOICE.result("low or high", "-"))
        .hasMessageStartingWith("'low or high' is not");
    assertThatThrownBy(() -> NUMBER.test("many", "-"))
        .hasMessageStartingWith("'many' is no number");
    assertThatThrownBy(() -> NUMBER.result(">= 6", "-"))
        .hasMessageStartingWith("'>= 6' is no number");
    assertThatThrownBy(() -> FREE.test("\"quoted\"", "-"))
        .hasMessageContaining("begins with 'feel:'");
    assertThatThrownBy(() -> FREE.test("feel:", "-")).hasMessage("says nothing behind 'feel:'");
  }

  private static SheetWords words(Column.Kind kind, String... values) {
    return new SheetWords(new Column("c", kind, List.of(values)));
  }
}
