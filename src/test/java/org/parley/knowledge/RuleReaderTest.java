package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of rules that are written in any style, and of what are none. */
class RuleReaderTest {
  private static final String FILE = "rules/review/own.drl";

  @Test
  void whatARuleSaysOfItselfIsReadInAnyStyle() {
    RuleHeader rule =
        onlyRule(
            """
            package rules.review;
            /* rule "in a comment" when then end */
            // rule "in another" when then end
            rule 'its' @source("A \\"Book\\"") @derives("one; two")
                @why("It is so.") @statement("S001  P002") salience 3 when Situation() then
              String text = "rule then end"; // end
            end
            """);

    assertThat(rule.name()).isEqualTo("its");
    assertThat(rule.line()).isEqualTo(4);
    assertThat(rule.group()).isEqualTo("rules.review");
    assertThat(rule.why()).isEqualTo("It is so.");
    assertThat(rule.source()).contains("Book");
    assertThat(rule.statements()).containsExactly("S001", "P002");
    assertThat(rule.derives()).containsExactly("one", "two");
    assertThat(rule.conditions()).isEqualTo("Situation()");
    assertThat(rule.consequence()).startsWith("String text = \"rule then end\";");
  }

  @Test
  void aRuleWithoutNotesConditionsOrConsequenceIsReadToo() {
    RuleHeader rule = onlyRule("rule \"bare\" when then end");

    assertThat(rule.why() + rule.source() + rule.conditions() + rule.consequence()).isEmpty();
    assertThat(rule.statements()).isEmpty();
    assertThat(rule.needs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Happening()",
        "$e : Happening(type == \"leak\" || byUs)",
        "Situation() and Happening()",
        "exists Happening(type == \"leak\")",
        "exists (Happening() and Situation())",
        "Situation() not Situation(thirdPartyNamed) Happening()",
      })
  void whatMustBeThereIsANeed(String conditions) {
    RuleReader.Read read = read(rule("x", conditions));

    assertThat(read.problems()).isEmpty();
    assertThat(needs(read)).contains("org.parley.derive.Happening");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Situation()",
        "not Happening()",
        "not (Happening() and Situation())",
        "forall (Happening(byUs))",
        "Happening() or Situation()",
        "Situation() (Happening() or Situation(thirdPartyNamed))",
        "eval(true)",
        "$s : Situation() Happening() from $s.getThirdPartyNamed()",
        "java.util.List(size == 0) from collect (Happening())",
        "accumulate (Happening(); $n : count(1); $n == 0)",
        "Situation() do[early] Happening()",
        "Situation() if (thirdPartyNamed) do[early] Happening()",
        "?Happening()",
        "Unheard()",
      })
  void whatMayBeAbsentIsNone(String conditions) {
    RuleReader.Read read = read(rule("x", conditions));

    assertThat(read.problems()).isEmpty();
    assertThat(needs(read)).doesNotContain("org.parley.derive.Happening");
  }

  @Test
  void aQueryOrTypeOfARuleFileStandsForTheClassOfThatName() {
    for (String shadow : List.of("query Happening() Situation() end", "declare Happening end")) {
      RuleReader.Read read =
          RuleReader.read(
              Map.of(
                  FILE, rule("x", "Happening()"), "rules/review/q.drl", "package q;\n" + shadow));

      assertThat(read.problems()).as(shadow).isEmpty();
      assertThat(needs(read)).as(shadow).isEmpty();
    }
  }

  @Test
  void whatIsNoRuleIsAProblemWithItsPlaceAndNothingElse() {
    Set<String> texts =
        Set.of(
            "rule",
            "rule \"x\" when Happening( then end",
            "rule \"x\" when " + "(".repeat(20_000) + " then end",
            "rule \"x\" when KnownFact(name == " + "!".repeat(20_000) + "true) then end",
            "rule \"x\" when " + "not(".repeat(5_000) + " then end",
            "\0\u0001\ufffe" + "}".repeat(1_000),
            "rule \"x\" @why(\"" + "\\".repeat(1_000) + " when then end",
            "expander nothing.dsl\nrule \"x\" when there is something then end",
            "import\nglobal\nfunction\ndeclare\nquery");
    for (String text : texts) {
      RuleReader.Read read = RuleReader.read(Map.of(FILE, text));

      assertThat(read.problems())
          .as(text.substring(0, Math.min(40, text.length())))
          .isNotEmpty()
          .allSatisfy(
              p -> {
                assertThat(p.file()).isEqualTo(FILE);
                assertThat(p.toString()).hasSizeLessThan(400).doesNotContain("null");
              });
    }
  }

  private static String rule(String name, String conditions) {
    return """
    package rules.review;
    import org.parley.derive.Situation;
    import org.parley.derive.Happening;
    rule "%s" when %s then then[early] end
    """
        .formatted(name, conditions);
  }

  private static RuleReader.Read read(String text) {
    return RuleReader.read(Map.of(FILE, text));
  }

  private static Set<String> needs(RuleReader.Read read) {
    return read.headers().get(0).needs();
  }

  private static RuleHeader onlyRule(String text) {
    RuleReader.Read read = read(text);
    assertThat(read.problems()).isEmpty();
    assertThat(read.headers()).hasSize(1);
    return read.headers().get(0);
  }
}
