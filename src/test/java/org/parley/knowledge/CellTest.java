package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.runtime.UnaryTest;

/** What cells say, held against the engine's own evaluation. */
class CellTest {
  private static final FEEL ENGINE = FEEL.newInstance(CellTest.class.getClassLoader(), List.of());

  private static boolean engineAccepts(String cell, Object value) {
    EvaluationContextImpl context =
        new EvaluationContextImpl(
            CellTest.class.getClassLoader(),
            new FEELEventListenersManager(),
            FEELDialect.FEEL,
            DMNVersion.getLatest());
    context.setValue("?", value);
    List<UnaryTest> tests = ENGINE.evaluateUnaryTests(cell, Map.of());
    assertThat(tests).as(cell).isNotEmpty();
    return tests.stream().anyMatch(test -> Boolean.TRUE.equals(test.apply(context, value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"low\"",
        "\"low\",\"high\"",
        "\"low\" , \"a, b\"",
        "not(\"low\")",
        "not (\"low\")",
        "not(\"low\",\"a, b\")",
        "not(\"not(x)\")",
        "= \"low\"",
        "!= \"low\"",
        "not(= \"low\")",
        "\"lo\\w\"",
        "\"say \\\"low\\\"\"",
        "\"two\\nlines\"",
        "(\"low\")",
        "- "
      })
  void texts(String cell) {
    Cell read = Cell.test(cell);
    assertThat(read.isOther()).as(cell).isFalse();
    for (String value :
        List.of("low", "high", "a, b", "", "not(x)", "LOW", "-", "say \"low\"", "two\nlines")) {
      boolean expected = engineAccepts(cell, value);
      assertThat(read.accepts(value)).as("%s on %s", cell, value).isEqualTo(expected);
      assertThat(Cell.test(read.toFeel()).accepts(value)).as(read.toFeel()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6",
        "-6",
        "- 6",
        "+6",
        "06",
        "6.50",
        "= 6",
        "!= 6",
        "< 6",
        "<=6",
        "> 6",
        ">= 6",
        "> -6",
        "[-6..-1]",
        "[6..18)",
        "(6..18]",
        "]6..18[",
        "[ 0 .. 30 ]",
        "0.5",
        "> 0.5",
        "1e1",
        "null",
        "null,[0..6]",
        "0,null",
        "not(6)",
        "not(null)",
        "not(< 6)",
        "not([0..6],18)",
        "1,2,> 17.5",
        "[18..6]"
      })
  void numbers(String cell) {
    Cell read = Cell.test(cell);
    assertThat(read.isOther()).as(cell).isFalse();
    List<BigDecimal> values = new ArrayList<>();
    values.add(null);
    for (String value :
        List.of(
            "-7", "-6", "-1", "0", "0.5", "0.50", "1", "5.99", "6", "6.0", "6.01", "10", "17", "18",
            "30")) {
      values.add(new BigDecimal(value));
    }
    for (BigDecimal value : values) {
      // equal numbers are one, however many digits they are written with
      boolean expected = engineAccepts(cell, value == null ? null : value.stripTrailingZeros());
      assertThat(read.accepts(value)).as("%s on %s", cell, value).isEqualTo(expected);
      assertThat(Cell.test(read.toFeel()).accepts(value)).as(read.toFeel()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "-", " - "})
  void whatSaysNothingAcceptsEverything(String cell) {
    assertThat(Cell.test(cell)).isEqualTo(new Cell.Any());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "180", "0.1", "0.15", "12.5", "-1", "0.50", "1e3", "1e-3"})
  void numbersThatAreAnswers(String answer) {
    assertThat(Cell.answer(answer).number())
        .hasValueSatisfying(
            n -> assertThat(n).isEqualByComparingTo((BigDecimal) ENGINE.evaluate(answer)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"\"a\" | a", "\"a\\\"b\" | a\"b", "\"a\\\\b\" | a\\b", "(\"a\") | a", "\"ä\" | ä"})
  void textsThatAreAnswers(String answer, String text) {
    assertThat(Cell.answer(answer).text())
        .contains(text)
        .contains((String) ENGINE.evaluate(answer));
  }

  @Test
  void whatSaysMoreIsLeftToItsTree() {
    for (String cell :
        List.of(
            "low",
            "= low",
            "!= low",
            "not(= low)",
            "\"a\" \"b\"",
            "not(-)",
            "not(\"a\"",
            "\"a\",",
            "\"a\",null",
            "? = \"a\"",
            "-,-",
            "6.",
            "6..18",
            "[6..18",
            "< months",
            "6,",
            "1e999999999",
            "true")) {
      assertThat(Cell.test(cell)).as(cell).isInstanceOf(Cell.Other.class);
    }
    for (String answer : List.of("", " ", "low", "1 + 1", "[1,2]", "1e999999999", "-")) {
      assertThat(Cell.answer(answer)).as(answer).isInstanceOf(Cell.Other.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\",\"b\" | \"b\" , \"a\" | true",
        "\"a\" | not(\"a\") | false",
        "not(\"a\") | != \"a\" | true",
        ">= 6.0 | >=6 | true",
        "null,[1..2] | [1.0..2.00],null | true",
        "[1..2] | [1..2) | false",
        "- | `` | true",
      })
  void howItIsWrittenMakesNoDifference(String one, String other, boolean same) {
    assertThat(Cell.test(one).sameAs(Cell.test(other))).isEqualTo(same);
    assertThat(Cell.test(other).sameAs(Cell.test(one))).isEqualTo(same);
  }
}
