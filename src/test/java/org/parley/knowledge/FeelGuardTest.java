package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Problem;

/** What the tree of a FEEL text may hold. */
class FeelGuardTest {
  private static final ItemType CHOICE =
      new ItemType("string", "", List.of("summer", "winter"), false, Map.of());
  private static final ItemType PERSON =
      new ItemType("", "", List.of(), false, Map.of("age", ItemType.NUMBER, "home", CHOICE));
  private static final FeelGuard GUARD =
      new FeelGuard()
          .in(
              new Scope(
                  Map.of(
                      "season",
                      CHOICE,
                      "months",
                      ItemType.NUMBER,
                      "person",
                      PERSON,
                      "people",
                      new ItemType("", "", List.of(), true, PERSON.components()),
                      "need for an end",
                      CHOICE,
                      "anything",
                      ItemType.UNKNOWN,
                      "helper",
                      ItemType.FUNCTION)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "season",
        "season = \"summer\"",
        "person.age + 1",
        "person. home",
        "people.age",
        "{a: 1, b: a + 1}.b",
        "{a: {b: 1}}.a.b",
        // the engine takes the longest name that it knows for one
        "{\"a.class\": 1, a: \"x\"}.a.class",
        "if need for an end = \"winter\" then [1, months] else null",
        "count([season, season]) > 1",
        "string length(string: \"x\")",
        "months in [1..5]",
        "months between 1 and 5",
        "-months",
        "not(season = \"summer\")",
      })
  void whatIsAllowed(String text) {
    assertThat(GUARD.expression(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\".class",
        "season.class",
        "months.class",
        "(1).intValue",
        "[1,2].class",
        "[1..2].start",
        "person.class",
        "person.age.class",
        "person.home.bytes",
        "people.class",
        "anything.class",
        "{a: \"x\"}.a.class",
        "{a: \"x\"}.class",
        "(if true then person else person).age",
        "helper",
        "helper(1)",
        "helper.parameters",
        "function(x) x",
        "{f: function() 1}",
        "[function(s) external {java: {class: \"x\", method signature: \"y\"}}]",
        "if true then function() 1 else 2",
        "{f: count}.f([1])",
        "[count][1]([1])",
        "person.age(1)",
        "anything(1)",
        "count(function() 1)",
        "sort([1,2], function(x,y) x < y)",
        "now()",
        "context put({}, \"a\", 1)",
        "matches(\"a\", \"a\")",
        "replace(\"a\", \"a\", \"b\")",
        "date(\"2020-01-01\")",
        "@\"2020-01-01\"",
        "season instance of string",
        "for x in [1] return x",
        "some x in [1] satisfies x = 1",
        "every x in [1] satisfies x = 1",
        "[1,2][item > 1]",
        "people[age > 1]",
        "2 ** 3",
        "range(\"[1..2]\")",
        "{count: 1, a: count([1])}",
      })
  void whatIsRefusedWhereverItStands(String text) {
    for (String wrapped :
        List.of(
            text,
            "[" + text + "]",
            "{x: " + text + "}",
            "if true then " + text + " else 1",
            "count([" + text + "])",
            "not(" + text + ")",
            "1 in [" + text + "]",
            "[1.." + text + "]",
            "(" + text + ") = 1")) {
      assertThat(GUARD.expression(wrapped))
          .as(wrapped)
          .isNotEmpty()
          .extracting(FeelGuard.Objection::kind)
          .isSubsetOf(Problem.Kind.UNSAFE_FEEL, Problem.Kind.INVALID_FEEL);
      assertThat(GUARD.tests(wrapped, CHOICE)).as(wrapped).isNotEmpty();
      assertThat(GUARD.tests("? = " + wrapped, CHOICE)).as(wrapped).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sumer               | the name sumer is not known here; a text needs quotes: \"sumer\" (did you mean 'summer'?)",
        "summer              | the name summer is not known here; a text needs quotes: \"summer\"",
        "= summer            | the name summer is not known here; a text needs quotes: \"summer\"",
        "!= summer           | the name summer is not known here; a text needs quotes: \"summer\"",
        "> summer            | the name summer is not known here; a text needs quotes: \"summer\"",
        "not(summer)         | the name summer is not known here; a text needs quotes: \"summer\"",
        "not(= summer)       | the name summer is not known here; a text needs quotes: \"summer\"",
        "not(!= summer)      | the name summer is not known here; a text needs quotes: \"summer\"",
        "\"summer\", winter | the name winter is not known here; a text needs quotes: \"winter\"",
        "summer, winter      | the names summer, winter are not known here; texts need quotes: \"summer\", \"winter\"",
        "summer or winter    | the names summer, winter are not known here; texts need quotes: \"summer\", \"winter\"",
        "late summer         | the name late summer is not known here; a text needs quotes: \"late summer\" (did you mean 'summer'?)",
        "[summer..winter]    | the names summer, winter are not known here; texts need quotes: \"summer\", \"winter\"",
        "in [summer]         | is not FEEL: it cannot be read at 'in'",
        "? = summer          | the name summer is not known here; a text needs quotes: \"summer\"",
        "? in [summer]       | the name summer is not known here; a text needs quotes: \"summer\"",
        "if ? = summer then true else false | the name summer is not known here; a text needs quotes: \"summer\"",
        "string length(summer) > 1 | the name summer is not known here; a text needs quotes: \"summer\"",
        "\"summer           | is not FEEL: it cannot be read at '\"'; a quote (\") is not closed",
        "not(\"summer\"     | is not FEEL: it breaks off",
        "“summer”          | is not FEEL: it cannot be read at '“'; quotes are straight: \"so\"",
        "'summer'          | is not FEEL: it cannot be read at '''; a text stands in double quotes: \"so\"",
        "\"summer\"; \"winter\" | is not FEEL: it cannot be read at ';'; commas stand between several",
        "not \"summer\"      | is not FEEL: it cannot be read at '\"summer\"'; brackets follow 'not': not(\"so\")",
        "\"summer\" or \"winter\" | 'or' stands between conditions only: commas stand between several values",
        "not(\"summer\" and \"winter\") | 'and' stands between conditions only: commas stand between several values",
        "? = \"summer\" or \"winter\" | 'or' stands between conditions only: commas stand between several values",
      })
  void wordsWithoutQuotes(String cell, String words) {
    assertThat(GUARD.tests(cell, CHOICE))
        .singleElement()
        .extracting(FeelGuard.Objection::words)
        .isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"six", "= six", "> six", "not(six)", "[one..six]", "< a dozen"})
  void wordsInAColumnOfNumbers(String cell) {
    assertThat(GUARD.tests(cell, ItemType.NUMBER))
        .singleElement()
        .extracting(FeelGuard.Objection::words)
        .asString()
        .endsWith("and what is tested is a number: compare it with one, such as >= 6");
  }

  @Test
  void aColumnThatNobodyDeclares() {
    assertThat(Extra.problems(table("seasn", "-")))
        .containsExactly(
            "dmn/extra.dmn:6: decision 'extra': the input column 'seasn' is nothing that the decision"
                + " requires: declare it as input data and let the decision require it (did you"
                + " mean 'season'?)");
    assertThat(Extra.problems(table("", "-")))
        .containsExactly(
            "dmn/extra.dmn:6: decision 'extra': an input column says nothing: name the input data"
                + " that it tests");
  }

  private static String table(String column, String cell) {
    return """
    <decision id="ds" name="season"><variable id="vs" name="season" typeRef="string"/><literalExpression id="ls"><text>"summer"</text></literalExpression></decision>
    <decision id="de" name="extra"><variable id="ve" name="extra" typeRef="string"/>
      <informationRequirement id="r"><requiredDecision href="#ds"/></informationRequirement>
      <decisionTable id="t"><input id="i"><inputExpression id="e"><text>%s</text></inputExpression></input><output id="o"/>
        <rule id="extra-all"><inputEntry id="a"><text>%s</text></inputEntry><outputEntry id="b"><text>"y"</text></outputEntry></rule>
      </decisionTable></decision>
    """
        .formatted(column, cell);
  }
}
