package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.parley.knowledge.NumberTests;
import org.parley.knowledge.TextTests;

/** Cells that are read without the engine's FEEL accept what it says that they accept. */
class PlainCellsTest {
  private static final FEEL ENGINE =
      FEEL.newInstance(PlainCellsTest.class.getClassLoader(), List.of());

  private static boolean engineAccepts(String cell, Object value) {
    EvaluationContextImpl context =
        new EvaluationContextImpl(
            PlainCellsTest.class.getClassLoader(),
            new FEELEventListenersManager(),
            FEELDialect.FEEL,
            org.kie.dmn.api.core.DMNVersion.getLatest());
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
        "not(\"low\",\"a, b\")",
        "not(\"not(x)\")",
        "-"
      })
  void texts(String cell) {
    TextTests read = TextTests.of(cell).orElseThrow();
    for (String value : List.of("low", "high", "a, b", "", "not(x)", "LOW", "-")) {
      assertThat(read.accepts(value))
          .as("%s on %s", cell, value)
          .isEqualTo(engineAccepts(cell, value));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6",
        "< 6",
        "<=6",
        "> 6",
        ">= 6",
        "[6..18)",
        "(6..18]",
        "]6..18[",
        "[ 0 .. 30 ]",
        "0.5",
        "> 0.5",
        "null",
        "null,[0..6]",
        "1,2,> 17.5",
        "[18..6]"
      })
  void numbers(String cell) {
    NumberTests read = NumberTests.of(cell).orElseThrow();
    List<BigDecimal> values = new ArrayList<>();
    values.add(null);
    for (String value :
        List.of("-1", "0", "0.5", "0.50", "1", "5.99", "6", "6.0", "6.01", "17", "18", "30")) {
      values.add(new BigDecimal(value));
    }
    for (BigDecimal value : values) {
      assertThat(read.accepts(value))
          .as("%s on %s", cell, value)
          .isEqualTo(engineAccepts(cell, value));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "180", "0.1", "0.15", "12.5", "999999999999.25"})
  void numbersThatAreAnswers(String answer) {
    assertThat(NumberTests.number(answer)).contains((BigDecimal) ENGINE.evaluate(answer));
  }

  @Test
  void whatCouldBeReadOtherwiseIsLeftToTheEngine() {
    for (String cell :
        List.of(
            "",
            "low",
            "\"lo\\w\"",
            "\"a\" \"b\"",
            "not(-)",
            "not(\"a\"",
            "\"a\",",
            "? = \"a\"",
            "not (\"a\")")) {
      assertThat(TextTests.of(cell)).as(cell).isEmpty();
    }
    for (String cell :
        List.of(
            "",
            "-",
            "- 6",
            "-6",
            "not(6)",
            "06",
            "6.",
            "6.50",
            "1e3",
            "6..18",
            "[6..18",
            "< months",
            "6,",
            "!= 6",
            "= 6",
            "\"6\"")) {
      assertThat(NumberTests.of(cell)).as(cell).isEmpty();
    }
    for (String answer : List.of("-1", "0.50", "1 + 1", "01", "1e3", "null", "\"1\"", "")) {
      assertThat(NumberTests.number(answer)).as(answer).isEmpty();
    }
  }
}
