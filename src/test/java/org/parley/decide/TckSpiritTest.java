package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.decide.Draft.Fact;
import org.parley.decide.answer.FactCodes;

/**
 * What each kind of table answers, in the spirit of the DMN compatibility kit: the results pin the
 * reference, the comparison holds the other engine to it.
 */
class TckSpiritTest {
  private static final Fact MOOD = Fact.choice("mood", "good", "bad", "mixed");
  private static final Fact MONTHS = Fact.number("months of war", 0, 600);
  private static final Draft.Type TEXT = Draft.Type.plain("string");
  private static final Draft.Type NUMBER = Draft.Type.plain("number");
  private static final Draft.Type TEXTS = Draft.Type.listOf("t texts", "string", "");

  private static final int[] POINTS = {
    0, 2, 3, 5, 6, 11, 12, 24, 59, 60, 61, 62, 63, 64, 65, 127, 128, 129, 600
  };

  @TempDir private Path folder;

  @Test
  void aChoiceWithMoreValuesThanThereAreCodes() {
    String[] places = IntStream.range(0, 300).mapToObj(i -> "place " + i).toArray(String[]::new);
    Comparison far =
        compare(
            Draft.Fact.choice("place", places),
            TEXT,
            """
            UNIQUE
            place => far
            "place 3", "place 299" => "yes"
            not("place 3", "place 299") => "no"
            """);

    assertThat(far.value("it", "place=place 299")).isEqualTo("yes");
    assertThat(far.value("it", "place=place 43")).isEqualTo("no");
    FactCodes codes = far.codes();
    assertThat(codes.decode(codes.encode(Map.of("place", "place 43"))))
        .isEqualTo(Map.of("place", "place 43"));
    assertThatThrownBy(() -> codes.encode(Map.of("place", "place 299")))
        .isInstanceOf(ParleyException.class)
        .hasMessage(
            "place: \"place 299\" has no code, since codes reach only the first 255 values of a fact; evaluate the case without codes");
  }

  @Test
  void rangesWithOpenEndsAndANumberNotKnown() {
    Comparison bands =
        compare(
            MONTHS,
            TEXT,
            """
            UNIQUE
            months of war => band
            null          => "unknown"
            < 3           => "first"
            [3..6)        => "second"
            [6..12[       => "third"
            (11..24]      => "fourth"
            ]24..60[      => "fifth"
            60, 61        => "sixth"
            > 61          => "seventh"
            """);

    assertThat(bands.value("it", "")).isEqualTo("unknown");
    assertThat(bands.value("it", "months of war=2")).isEqualTo("first");
    assertThat(bands.value("it", "months of war=3")).isEqualTo("second");
    assertThat(bands.value("it", "months of war=11")).isEqualTo("third");
    assertThat(bands.value("it", "months of war=12")).isEqualTo("fourth");
    assertThat(bands.value("it", "months of war=59")).isEqualTo("fifth");
    assertThat(bands.value("it", "months of war=61")).isEqualTo("sixth");
    assertThat(bands.value("it", "months of war=62")).isEqualTo("seventh");
  }

  @Test
  void aNumberNotKnownMeetsOnlyNullAndWhatIsDenied() {
    Comparison tests =
        compare(
            MONTHS,
            TEXTS,
            """
            COLLECT
            months of war => met
            null, < 3     => "null or less"
            not(< 3)      => "not less"
            not(null)     => "not null"
            not(null, 3)  => "neither null nor 3"
            != 3          => "other than 3"
            >= 0          => "any number"
            -             => "anything"
            """);

    assertThat(tests.value("it", ""))
        .isEqualTo(List.of("null or less", "not less", "other than 3", "anything"));
    assertThat(tests.value("it", "months of war=3"))
        .isEqualTo(List.of("not less", "not null", "any number", "anything"));
  }

  @Test
  void aTableWithoutRowsHasNoResult() {
    Comparison table = compare(MOOD, TEXT, "UNIQUE\nmood => it");

    assertThat(table.refusal("mood=good"))
        .isEqualTo(
            "dmn/m.dmn: decision 'it': has no result where mood = good: no row fits: the table has a gap");
  }

  @Test
  void uniqueRefusesAGapAndAnOverlap() {
    Comparison table =
        compare(
            MOOD,
            TEXT,
            """
            UNIQUE
            mood           => it
            "good"         => "go"
            "good","mixed" => "wait"
            "bad"          => "stop"
            """);

    assertThat(table.value("it", "mood=mixed")).isEqualTo("wait");
    assertThat(table.refusal(""))
        .isEqualTo(
            "dmn/m.dmn:14: decision 'it': has no result where mood = unknown: no row fits: the table has a gap");
    assertThat(table.refusal("mood=good"))
        .isEqualTo(
            "dmn/m.dmn:14: decision 'it': has no result where mood = good: rows 'it-1' and 'it-2'"
                + " match, and hit policy UNIQUE wants one alone");
  }

  @Test
  void firstTakesTheFirstAndTellsOfTheOthers() {
    Comparison table =
        compare(
            MOOD,
            TEXT,
            """
            FIRST
            mood          => it
            not("bad")    => "go"
            "mixed"       => "wait"
            -             => "stop"
            """);

    assertThat(table.value("it", "mood=mixed")).isEqualTo("go");
    assertThat(table.rows("it", "mood=mixed")).isEqualTo("1 (2) (3)");
    assertThat(table.value("it", "mood=bad")).isEqualTo("stop");
  }

  @Test
  void anyWantsOneResultOnly() {
    Comparison table =
        compare(
            MOOD,
            TEXT,
            """
            ANY
            mood           => it
            "good","mixed" => "go"
            "good"         => "go"
            not("good")    => "stop"
            """);

    assertThat(table.value("it", "mood=good")).isEqualTo("go");
    assertThat(table.rows("it", "mood=good")).isEqualTo("1 (2)");
    assertThat(table.value("it", "")).isEqualTo("stop");
    assertThat(table.refusal("mood=mixed"))
        .contains("rows 'it-1' and 'it-3' match, and hit policy ANY wants them to agree");
  }

  @Test
  void priorityGoesByTheOutputValues() {
    Comparison table =
        compare(
            MOOD,
            Draft.Type.of("t it", "string", "\"go\",\"wait\",\"stop\""),
            """
            PRIORITY
            mood           => it
            values         => "stop","wait","go"
            "good"         => "go"
            "good","mixed" => "wait"
            "good","bad"   => "stop"
            -              => "go"
            not("mixed")   => "stop"
            """);

    assertThat(table.value("it", "mood=good")).isEqualTo("stop");
    assertThat(table.rows("it", "mood=good")).isEqualTo("(1) (2) 3 (4) 5");
    assertThat(table.value("it", "mood=mixed")).isEqualTo("wait");
  }

  @Test
  void priorityWithoutOutputValuesGoesByTheType() {
    Comparison table =
        compare(
            MOOD,
            Draft.Type.of("t it", "string", "\"go\",\"wait\",\"stop\""),
            """
            PRIORITY
            mood           => it
            "good"         => "stop"
            "good","mixed" => "wait"
            -              => "go"
            """);

    assertThat(table.value("it", "mood=good")).isEqualTo("go");
    assertThat(table.rows("it", "mood=good")).isEqualTo("(1) (2) 3");
  }

  @Test
  void outputOrderSortsWhatRuleOrderLeaves() {
    String rows =
        """
        mood           => it
        values         => "stop","wait","go"
        "good"         => "go"
        "good","mixed" => "wait"
        "good","bad"   => "stop"
        """;
    Comparison sorted = compare(MOOD, TEXTS, "OUTPUT ORDER\n" + rows);
    Comparison left = compare(MOOD, TEXTS, "RULE ORDER\n" + rows);

    assertThat(sorted.value("it", "mood=good")).isEqualTo(List.of("stop", "wait", "go"));
    assertThat(sorted.rows("it", "mood=good")).isEqualTo("(1) (2) 3");
    assertThat(left.value("it", "mood=good")).isEqualTo(List.of("go", "wait", "stop"));
    assertThat(left.rows("it", "mood=good")).isEqualTo("1 2 3");
    assertThat(left.value("it", "mood=bad")).isEqualTo(List.of("stop"));
    assertThat(left.refusal("")).endsWith("no row fits: the table has a gap");
    assertThat(sorted.refusal("")).endsWith("no row fits: the table has a gap");
  }

  @Test
  void collectMayAnswerWithAnEmptyList() {
    Comparison table =
        compare(
            MOOD,
            TEXTS,
            """
            COLLECT
            mood           => it
            "good"         => "go"
            "good","mixed" => "go"
            ["bad","good"] => null
            """);

    assertThat(table.value("it", "")).isEqualTo(List.of());
    assertThat(table.rows("it", "")).isEmpty();
    assertThat(table.value("it", "mood=mixed")).isEqualTo(List.of("go"));
    assertThat(table.value("it", "mood=good")).asString().isEqualTo("[go, go, null]");
  }

  @Test
  void aggregations() {
    String rows =
        """
        mood           => it
        "good"         => 2
        "good","mixed" => 5
        "good","bad"   => 2
        """;

    assertThat(compare(MOOD, NUMBER, "COLLECT SUM\n" + rows).value("it", "mood=good"))
        .isEqualTo(new BigDecimal(9));
    Comparison least = compare(MOOD, NUMBER, "COLLECT MIN\n" + rows);
    assertThat(least.value("it", "mood=good")).isEqualTo(new BigDecimal(2));
    assertThat(least.rows("it", "mood=good")).isEqualTo("1 (2) (3)");
    assertThat(least.refusal("")).endsWith("no row fits: the table has a gap");
    assertThat(compare(MOOD, NUMBER, "COLLECT MAX\n" + rows).rows("it", "mood=good"))
        .isEqualTo("(1) 2 (3)");
    Comparison count = compare(MOOD, NUMBER, "COLLECT COUNT\n" + rows);
    assertThat(count.value("it", "mood=good"))
        .as("equal results once")
        .isEqualTo(new BigDecimal(2));
    assertThat(count.value("it", "")).isEqualTo(BigDecimal.ZERO);
  }

  @Test
  void severalOutputsMakeAContext() {
    Comparison table =
        compare(
            MOOD,
            Draft.Type.context(
                "t it", false, new TreeMap<>(Map.of("course", "string", "weeks", "number"))),
            """
            PRIORITY
            mood           => course         | weeks
            values         => "stop","go"    | 3,2,1
            otherwise      => "go"           | 0
            "good"         => "go"           | 3
            "good"         => "stop"         | 1
            "good","bad"   => "stop"         | 2
            """);

    assertThat(table.value("it", "mood=good")).isEqualTo(course("stop", 2));
    assertThat(table.rows("it", "mood=good")).isEqualTo("(1) (2) 3");
    assertThat(table.value("it", "")).isEqualTo(course("go", 0));
    assertThat(table.rows("it", "")).isEmpty();
  }

  @Test
  void defaultResultsStandInForAMissingRow() {
    Comparison single =
        compare(MOOD, TEXT, "UNIQUE\nmood => it\notherwise => \"wait\"\n\"good\" => \"go\"");
    Comparison list =
        compare(MOOD, TEXTS, "COLLECT\nmood => it\notherwise => \"wait\"\n\"good\" => \"go\"");

    assertThat(single.value("it", "mood=bad")).isEqualTo("wait");
    assertThat(list.value("it", "mood=bad")).isEqualTo(List.of("wait"));
  }

  @Test
  void aValueOutsideTheInputValuesIsTakenForNull() {
    Draft.Table table =
        TableText.read("it", "COLLECT\nmood => it\n\"bad\" => 1\nnot(\"bad\") => 2\nnull => 3");
    Comparison narrow =
        compare(
            MOOD,
            Draft.Type.listOf("t it", "number", ""),
            new Draft.Table(
                table.hitPolicy(),
                "",
                List.of(new Draft.Input("mood", "", "\"good\",\"mixed\"")),
                table.outputs(),
                table.rows()));

    assertThat(narrow.value("it", "mood=good")).asString().isEqualTo("[2]");
    assertThat(narrow.value("it", "mood=bad")).asString().isEqualTo("[2, 3]");
  }

  @Test
  void aResultOutsideTheTypeIsRefused() {
    Comparison table =
        compare(
            MOOD,
            Draft.Type.of("t it", "string", "\"go\",\"stop\""),
            "UNIQUE\nmood => it\n\"good\" => \"go\"\n\"bad\" => \"run\"\n\"mixed\" => null");

    assertThat(table.value("it", "mood=good")).isEqualTo("go");
    assertThat(table.refusal("mood=bad"))
        .isEqualTo(
            "dmn/m.dmn:19: decision 'it', row 'it-2': answers \"run\", which is none of its"
                + " values: go, stop");
    assertThat(table.refusal("mood=mixed")).contains("Error evaluating Decision node 'it'");
    assertThat(table.refusal(""))
        .endsWith("has no result where mood = unknown: no row fits: the table has a gap");
  }

  @Test
  void moreRowsThanTwoWordsOfBitsHold() {
    List<Draft.Row> rows = new ArrayList<>();
    for (int month = 0; month < 130; month++) {
      String last = month == 129 ? ">= 129" : String.valueOf(month);
      rows.add(new Draft.Row("row-" + month, List.of(last), List.of(String.valueOf(month % 7))));
    }
    rows.add(new Draft.Row("row-null", List.of("null"), List.of("-1")));
    Comparison table =
        compare(
            MONTHS,
            NUMBER,
            new Draft.Table(
                "UNIQUE",
                "",
                List.of(Draft.Input.of("months of war")),
                List.of(Draft.Output.SINGLE),
                rows));

    assertThat(table.rows("it", "months of war=64")).isEqualTo("65");
    assertThat(table.rows("it", "months of war=128")).isEqualTo("129");
    assertThat(table.rows("it", "months of war=600")).isEqualTo("130");
    assertThat(table.rows("it", "")).isEqualTo("131");
  }

  private Comparison compare(Fact fact, Draft.Type type, String table) {
    return compare(fact, type, TableText.read("it", table));
  }

  /** A decision named {@code it} that reads one fact. */
  private Comparison compare(Fact fact, Draft.Type type, Draft.Table table) {
    return Comparison.of(
        new Draft(
            List.of(fact),
            List.of(new Draft.Decision("it", "m", type, List.of(fact.name()), table))),
        folder.resolve(table.hitPolicy() + table.aggregation()),
        POINTS);
  }

  private static Map<String, Object> course(String course, int weeks) {
    return Map.of("course", course, "weeks", new BigDecimal(weeks));
  }
}
