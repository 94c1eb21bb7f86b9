package org.parley.author.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DATE      | >= date(\"2024-01-01\")               | >= 2024-01-01",
        "DATE      | date( 2024, 1, 1 )                   | 2024-01-01",
        "DATE      | not(@\"2024-01-01\", null)            | any but not known or 2024-01-01",
        "DATE      | null                                 | not known",
        "DATE      | date(x)                              | feel: date(x)",
        "DATE      | time(\"08:00:00\")                    | feel: time(\"08:00:00\")",
        "TIME      | [time(\"08:00:00\")..@\"18:00:30\")   | [08:00..18:00:30)",
        "DATE_TIME | < date and time(\"2024-01-02T09:00:00\") | < 2024-01-02T09:00",
        "DURATION  | (duration(\"PT8H\")..duration(\"P1DT2H\")) | (PT8H..PT26H)",
        "DURATION  | >= @\"P1Y6M\"                         | >= P1Y6M",
      })
  void aTestOfATime(Column.Kind kind, String feel, String words) throws SheetWords.Unreadable {
    assertThat(words(kind).ofTest(feel)).isEqualTo(words);
    assertThat(words(kind).test(words, feel)).isEqualTo(feel);
    assertThat(words(kind).ofTest(words(kind).test(words, "-"))).isEqualTo(words);
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
  void wordsAreReadAsProgramsWriteThem() throws SheetWords.Unreadable {
    assertThat(CHOICE.test("Low OR High", "-")).isEqualTo("\"low\",\"high\"");
    assertThat(CHOICE.test("\u00A0low or\u202Fhigh\u200B", "-")).isEqualTo("\"low\",\"high\"");
    assertThat(CHOICE.test("feel: “low”", "-")).isEqualTo("\"low\"");
    assertThat(CHOICE.result("me\u2060dium", "-")).isEqualTo("\"medium\"");
    assertThat(NUMBER.test(">=\u00A06.5", "-")).isEqualTo(">= 6.5");
    assertThat(NUMBER.test("feel: 6,5", "-")).isEqualTo("6,5");
    assertThat(NUMBER.test("3, 5", "-")).isEqualTo("3,5");
    assertThat(FREE.result("“Wait”,\u00A0they said.", "")).isEqualTo("\"“Wait”,\u00A0they said.\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">= 6,5   | can be read in two ways: 6.5, or 6 or 5? Write a point, or the word or",
        "> 1,000  | can be read in two ways: 1.000, or 1000? Write a point, and nothing between thousands",
        "3,500    | can be read in three ways: 3.500, or 3500, or 3 or 500? Write a point, or the word or",
        "1.120,50 | can be read in two ways: 1120.50, or 1.120 or 50? Write a point, or the word or",
        "1,120.50 | can be read in two ways: 1120.50, or 1 or 120.50? Write a point, or the word or",
        "1 120,50 | is not how a number is written here: write 1120.50",
        "1'120.50 | is not how a number is written here: write 1120.50",
        "1\u202F120,50 | is not how a number is written here: write 1120.50",
        "1.120.500 | is not how a number is written here: write 1120500",
        "7,0000000000000007E-2 | is not how a number is written here: write 0.07",
        "(5)      | can be read in two ways: -5, or 5? Write it without brackets",
        "1E+05    | may be a longer number, cut off: write all digits, such as 100000",
        "45%      | is no number for 'c', nor a comparison such as >= 6 or a range such as [6..18): write 0.45, or 45 where the column counts percents",
        "5 Tage   | is no number for 'c', nor a comparison such as >= 6 or a range such as [6..18): write the number alone, in what the column counts",
        "5 €      | is no number for 'c', nor a comparison such as >= 6 or a range such as [6..18): write the number alone, in what the column counts",
        "5–10     | is no number for 'c', nor a comparison such as >= 6 or a range such as [6..18): write [5..10]",
        "2.4.1968 | is no number for 'c', nor a comparison such as >= 6 or a range such as [6..18)",
      })
  void aNumberThatIsWrittenOtherwiseIsRefusedWithWhatItCanBe(String words, String message) {
    assertThatThrownBy(() -> NUMBER.test(words, "-"))
        .hasMessage("'%s' %s", words.replace('\u202F', ' '), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">= 6  | is no number for 'c': an answer takes no comparison and no choice: write a number",
        "3 or 5 | is no number for 'c': an answer takes no comparison and no choice: write a number",
        "true  | is no number for 'c': an answer takes no comparison and no choice: write a number",
        "45%   | is no number for 'c': write 0.45, or 45 where the column counts percents",
        "5 Tage | is no number for 'c': write the number alone, in what the column counts",
        "0,45  | is not how a number is written here: write 0.45",
        "1,000 | can be read in two ways: 1.000, or 1000? Write a point, and nothing between thousands",
        "(5)   | can be read in two ways: -5, or 5? Write it without brackets",
      })
  void anAnswerIsOfferedOnlyWhatAnAnswerCanBe(String words, String message) {
    assertThatThrownBy(() -> NUMBER.result(words, "")).hasMessage("'%s' %s", words, message);
  }

  @ParameterizedTest
  @CsvSource({
    "７, 7",
    "٧, 7",
    "٦٫٥, 6.5",
    "−5, -5",
    "≥ 6, >= 6",
    "7.0000000000000007E-2, 0.07",
    "1.5E0, 1.5",
    "[1..2], [1..2]"
  })
  void signsOfOtherKeyboardsAreRead(String words, String feel) throws SheetWords.Unreadable {
    assertThat(NUMBER.test(words, "-")).isEqualTo(feel);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,08 | 0.08",
        "0.08 | 0.08",
        ">= 6,5 | >= 6.5",
        "[6,5..18) | [6.5..18)",
        "1,120.50 | 1120.50",
        "1 120,50 | 1120.50",
        "1.120.000 | 1120000",
        "-1.120,5 | -1120.5",
        "3,5 or 4,25 | 3.5 or 4.25",
      })
  void whereAFileSaysThatDecimalsHaveCommasTheyAreRead(String words, String read)
      throws SheetWords.Unreadable {
    assertThat(TypedNumbers.read(words, true, true)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"ja, true", "WAHR, true", "vrai, true", "nein, false", "FALSCH, false"})
  void truthInOtherWordsIsOffered(String word, String meant) {
    SheetWords truth = words(Column.Kind.BOOLEAN);
    String message = "'%s' is neither true nor false (did you mean '%s'?)".formatted(word, meant);
    assertThatThrownBy(() -> truth.test(word, "-")).hasMessage(message);
    assertThatThrownBy(() -> truth.result(word, "")).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "ja, yes",
    "WAHR, yes",
    "TRUE, yes",
    "vrai, yes",
    "oui, yes",
    "nein, no",
    "FALSCH, no",
    "non, no"
  })
  void yesAndNoInOtherWordsAreNeverTakenForTheOpposite(String word, String meant) {
    SheetWords choice = words(Column.Kind.TEXT, "yes", "no", "unknown");
    String offer = "(did you mean '%s'?)".formatted(meant);
    assertThatThrownBy(() -> choice.test(word, "-")).hasMessageEndingWith(offer);
    assertThatThrownBy(() -> choice.result(word, "")).hasMessageEndingWith(offer);
  }

  @ParameterizedTest
  @CsvSource({
    "0.57999999999999996, 0.58",
    "4.0000000000000002E-4, 0.0004",
    "7.0000000000000007E-2, 0.07",
    "0.1, 0.1",
    "18, 18",
    "1200, 1200",
    "0.12345678901234568, 0.12345678901234568",
    "123456789012345680000, 123456789012345680000"
  })
  void numbersAreTheShortestThatSpreadsheetsHoldAsTheSame(String kept, String shown) {
    assertThat(GridReader.shortest(new BigDecimal(kept)).toPlainString()).isEqualTo(shown);
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
