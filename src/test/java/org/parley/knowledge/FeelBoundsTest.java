package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEEL that is too deep, too long or grows too much is refused before anything recurses into it.
 */
class FeelBoundsTest {

  static Stream<Arguments> tooDeep() {
    return Stream.of(
            Map.entry("not(", ")"),
            Map.entry("(", ")"),
            Map.entry("[", "]"),
            Map.entry("[", ""),
            Map.entry("{a:", "}"),
            Map.entry("count(", ")"),
            Map.entry("- ", ""),
            Map.entry("1+", ""),
            Map.entry("1 and ", ""),
            Map.entry("if true then 1 else ", ""),
            Map.entry("1 in (", ")"),
            Map.entry("(1..", ")"),
            Map.entry("]1..", "["),
            Map.entry("a.", ""),
            Map.entry("= ", ""),
            Map.entry("some x in ", ""),
            Map.entry("for x in ", ""),
            Map.entry("1 between ", ""),
            Map.entry("function(x) ", ""),
            Map.entry("a(1)", ""),
            Map.entry("a[1]", ""))
        .flatMap(
            e -> Stream.of(300, 2_000, 9_000).map(n -> Arguments.of(e.getKey(), e.getValue(), n)));
  }

  @ParameterizedTest(name = "{2} times {0}")
  @MethodSource("tooDeep")
  void depth(String open, String close, int times) {
    String text = open.repeat(times) + "1" + close.repeat(times);
    for (FeelTree tree :
        List.of(Feel.WITHOUT_NAMES.test(text), Feel.WITHOUT_NAMES.expression(text))) {
      assertThat(tree.isFeel()).isFalse();
      assertThat(tree.root()).isNull();
      assertThat(tree.error())
          .containsAnyOf("more than 200 levels", "more than 100,000 characters");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "- ", "1+"})
  void length(String part) {
    FeelTree tree = Feel.WITHOUT_NAMES.expression(part.repeat(200_000));
    assertThat(tree.error()).startsWith("is too large: more than 100,000 characters");
  }

  @Test
  void aLongTextThatCannotBeReadIsSearchedForSlipsAllTheSame() {
    assertThat(Feel.WITHOUT_NAMES.expression("\"a\" ".repeat(20_000) + ";").error())
        .isEqualTo("is not FEEL: it cannot be read at '\"a\"'; commas stand between several");
  }

  @Test
  void honestTextsAreRead() {
    String list =
        String.join(",", IntStream.range(0, 5_000).mapToObj(i -> "\"v" + i + "\"").toList());
    assertThat(Cell.test(list).texts()).hasSize(5_000);
    assertThat(Cell.answer("[" + list + "]").isOther()).isTrue();
    String choice = "if a = 1 then 1 else ".repeat(20) + "2";
    assertThat(Feel.with(List.of("a")).expression(choice).isFeel()).isTrue();
    assertThat(Feel.WITHOUT_NAMES.expression("(".repeat(30) + "1" + ")".repeat(30)).isFeel())
        .isTrue();
  }

  /** The engine tells the type of an entry from those of all its parts, again and again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a + %s",
        "%s - a",
        "(%s) * a",
        "a / (%s)",
        "if true then %s else 1",
        "-(%s)",
      })
  void entriesWhoseTypeTakesLongToTell(String step) {
    String text = "a";
    for (int i = 0; i < 30; i++) {
      text = step.formatted(text);
    }
    for (String context : List.of("{e: %s}", "[{e: %s}]", "{c: {e: %s}}", "{b: a, e: f(a, %s)")) {
      assertThat(Feel.with(List.of("a")).expression(context.formatted(text)).error())
          .startsWith("is too large: an entry of a context chains too many operators");
    }
    assertThat(Feel.with(List.of("a")).expression(text).isFeel()).isTrue();
  }

  @Test
  void entriesOfAFewOperatorsAreRead() {
    String entry = "(a + b) * c - (if a > 1 then b else c) / 2 + max([a - 1, b])";
    String context =
        "{x: %1$s, y: a - 1, z: {u: a + b + c + a, v: b}, w: -1, t: f(%1$s, 2)}".formatted(entry);
    assertThat(Feel.with(List.of("a", "b", "c", "f")).expression(context).isFeel()).isTrue();
  }

  @Test
  void aContextThatDoublesItself() {
    StringBuilder text = new StringBuilder("{a:[1,2],x0:[a,a]");
    for (int i = 1; i < 30; i++) {
      text.append(",x%d:[x%d,x%d]".formatted(i, i - 1, i - 1));
    }
    text.append(",z:string(x29)}");
    assertGrows(Extra.decision("extra", text.toString()), "extra");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%1$s + %1$s",
        "[%1$s, %1$s]",
        "{a: %1$s, b: %1$s}",
        "concatenate(%1$s, %1$s)",
        "if true then [%1$s, %1$s] else 1",
        "append(%1$s, %1$s)",
        "string join([%1$s, %1$s], %1$s)"
      })
  void decisionsThatDoubleTheOneBefore(String step) {
    List<String> decisions = new ArrayList<>(List.of(Extra.decision("x0", "\"ab\"")));
    for (int i = 1; i <= 34; i++) {
      String before = "x" + (i - 1);
      decisions.add(Extra.decision("x" + i, step.formatted(before), before));
    }
    assertGrows(String.join("", decisions), "x");
  }

  /** The engine bounds the digits that count, and not the exponent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "floor(%s)",
        "ceiling(-(%s))",
        "round half up(%s, 2)",
        "decimal(%s, 2)",
        "modulo(%s, 7)",
        "string(%s)",
        "string(1 / %s)",
        "string(number(\"1e999999\"))",
      })
  void numbersThatAreMultipliedGrow(String last) {
    List<String> decisions = new ArrayList<>(List.of(Extra.decision("x0", "1" + "0".repeat(390))));
    for (int i = 1; i <= 18; i++) {
      String before = "x" + (i - 1);
      decisions.add(
          Extra.decision("x" + i, "%1$s * %1$s".formatted(before), before)
              .replace(
                  "name=\"x%d\"/>".formatted(i), "name=\"x%d\" typeRef=\"number\"/>".formatted(i)));
    }
    decisions.add(Extra.decision("x19", last.formatted("x18"), "x18"));
    assertGrows(String.join("", decisions), "x");
  }

  @Test
  void numbersOfAFewDigitsAreWrittenOut() {
    assertThat(
            Extra.problems(
                Extra.decision("x0", "12 * 30.5 - 1 / 7")
                    + Extra.decision("x1", "string(floor(x0 * x0)) + string(-x0)", "x0")
                    + Extra.decision("x2", "string(number(\"12.5\"))")))
        .isEmpty();
  }

  @Test
  void whatATableAnswersWhereNoRowMatchesCountsToo() {
    List<String> decisions =
        new ArrayList<>(List.of(Extra.decision("x0", "\"" + "a".repeat(1_000) + "\"")));
    for (int i = 1; i <= 8; i++) {
      String before = "x" + (i - 1);
      decisions.add(
          """
          <decision id="d-x%1$d" name="x%1$d"><variable id="v-x%1$d" name="x%1$d"/>
          <informationRequirement id="r%1$d"><requiredDecision href="#d-%2$s"/></informationRequirement>
          <decisionTable id="t%1$d"><input id="i%1$d"><inputExpression id="e%1$d"><text>"a"</text></inputExpression></input>
          <output id="o%1$d"><defaultOutputEntry id="f%1$d"><text>%3$s</text></defaultOutputEntry></output>
          <rule id="row-%1$d"><inputEntry id="ie%1$d"><text>"b"</text></inputEntry><outputEntry id="oe%1$d"><text>"z"</text></outputEntry></rule>
          </decisionTable></decision>
          """
              .formatted(i, before, String.join("+", Collections.nCopies(8, before))));
    }
    assertGrows(String.join("", decisions), "x");
  }

  @Test
  void aNameCountsHoweverManyBlanksItIsWrittenWith() {
    List<String> decisions =
        new ArrayList<>(List.of(Extra.decision("s 0", "\"" + "a".repeat(1_000) + "\"")));
    for (int i = 1; i <= 8; i++) {
      String before = "s " + (i - 1);
      String read = before.replace(" ", i % 2 == 0 ? "  " : "\n");
      decisions.add(
          Extra.decision("s " + i, String.join("+", Collections.nCopies(8, read)), before)
              .replace("id=\"r-s ", "id=\"r-s")
              .replace("-s ", "-s"));
    }
    assertGrows(
        String.join("", decisions)
            .replace("d-s 0", "d-s0")
            .replace("v-s 0", "v-s0")
            .replace("l-s 0", "l-s0"),
        "s ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 in [1..2]", "not(true)", "1<2", "{a:1}", "if true then 1 else 2"})
  void moreThanTheParserReadsInAMoment(String part) {
    String text = "[" + String.join(",", Collections.nCopies(2_000, part)) + "]";
    assertThat(Feel.WITHOUT_NAMES.expression(text).error())
        .startsWith("is too large: more than 2,000 signs");
  }

  @Test
  void numbersThatAreAddedDoNotGrow() {
    List<String> decisions = new ArrayList<>(List.of(Extra.decision("x0", "1")));
    for (int i = 1; i <= 40; i++) {
      String before = "x" + (i - 1);
      decisions.add(
          Extra.decision("x" + i, "%1$s + %1$s".formatted(before), before)
              .replace(
                  "name=\"x%d\"/>".formatted(i), "name=\"x%d\" typeRef=\"number\"/>".formatted(i)));
    }
    String all =
        String.join("", decisions).replace("name=\"x0\"/>", "name=\"x0\" typeRef=\"number\"/>");
    assertThat(Extra.problems(all)).isEmpty();
  }

  @Test
  void functionsThatCallTheOneBeforeTwice() {
    StringBuilder models = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      String before = "f" + (i - 1);
      String logic =
          i == 0
              ? Extra.literal("l0", "[n]")
              : "<context id=\"c%d\">%s%s</context>"
                  .formatted(i, call(i, "a", before), call(i, "b", before));
      String needs =
          i == 0
              ? ""
              : "<knowledgeRequirement id=\"k%d\"><requiredKnowledge href=\"#b-%s\"/></knowledgeRequirement>"
                  .formatted(i, before);
      models.append(
          """
          <businessKnowledgeModel id="b-f%1$d" name="f%1$d"><variable id="bv%1$d" name="f%1$d"/>
          <encapsulatedLogic id="e%1$d"><formalParameter id="p%1$d" name="n"/>%2$s</encapsulatedLogic>%3$s</businessKnowledgeModel>
          """
              .formatted(i, logic, needs));
    }
    models.append(
        """
        <decision id="d-extra" name="extra"><variable id="v-extra" name="extra"/>
        <knowledgeRequirement id="k"><requiredKnowledge href="#b-f31"/></knowledgeRequirement>
        <invocation id="inv"><literalExpression id="il"><text>f31</text></literalExpression>
        <binding><parameter id="ip" name="n"/>%s</binding></invocation></decision>
        """
            .formatted(Extra.literal("ib", "1")));
    assertGrows(models.toString(), "extra");
  }

  private static String call(int i, String entry, String function) {
    return """
        <contextEntry id="ce%1$d%2$s"><variable id="cv%1$d%2$s" name="%2$s"/>
        <invocation id="ci%1$d%2$s">%3$s<binding><parameter id="cp%1$d%2$s" name="n"/>%4$s</binding></invocation></contextEntry>
        """
        .formatted(
            i,
            entry,
            Extra.literal("cl%d%s".formatted(i, entry), function),
            Extra.literal("cb%d%s".formatted(i, entry), "n"));
  }

  private static void assertGrows(String elements, String decision) {
    assertThat(Extra.problems(elements))
        .singleElement()
        .asString()
        .startsWith("dmn/extra.dmn:")
        .contains("decision '" + decision)
        .containsAnyOf(
            "its result could grow too large, since it repeats what it reads: more than 10,000,000",
            "since it repeats what it reads: more than 50,000,000 steps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "string(1e999999999)", "[1..1e401]"})
  void numbersWithTooManyDigits(String feel) {
    assertThat(Extra.problems(Extra.decision("extra", feel)))
        .singleElement()
        .asString()
        .contains("has more than 400 digits");
  }

  @Test
  void aChainThatIsTooLong() {
    List<String> decisions = new ArrayList<>(List.of(Extra.decision("x0", "1")));
    for (int i = 1; i <= 600; i++) {
      decisions.add(Extra.decision("x" + i, "1", "x" + (i - 1)));
    }
    java.util.Collections.reverse(decisions);
    assertThat(Extra.problems(String.join("", decisions)))
        .singleElement()
        .asString()
        .contains("stands at the end of a long chain: more than 500 decisions");
    assertThatNoException()
        .isThrownBy(() -> Extra.problems(String.join("", decisions.subList(200, 601))));
  }
}
