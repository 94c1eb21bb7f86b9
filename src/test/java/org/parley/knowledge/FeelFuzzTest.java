package org.parley.knowledge;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.fuzz.FeelPlaces;

/** A text of FEEL by itself; some also in a place of a model where one may stand. */
class FeelFuzzTest {
  private static final char FIRST_PLACE = 'A';
  private static final Scope SCOPE =
      new Scope(Map.of("season", ItemType.UNKNOWN, "months", ItemType.UNKNOWN));

  private static final List<String> TEXTS =
      List.of(
          "(".repeat(100) + "1",
          "- ".repeat(100) + "1",
          "[".repeat(100),
          "1" + "+1".repeat(200),
          "not(".repeat(50),
          "{a:[1,2],b:[a,a],c:[b,b],z:string(c)}",
          "= strong",
          "!= high",
          "not(= winter)",
          "-5",
          "[-5..-1]",
          "-",
          "",
          " ",
          "\"winter\", not(\"summer\")",
          "a and some i in b satisfies i",
          "{f: function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"x\"}}}.f(1)",
          "\"a\".class",
          "date(\"2020-02-30\")",
          "duration(\"P1Y\") + @\"2020-01-01T00:00:00Z\"",
          "substring(\"abc\", -1)",
          "if season = \"winter\" then 1 else null",
          "months ** 9999999",
          "1e999999999",
          "3E",
          "[1for] before (3E..5]",
          "[1..3] before (3..5]",
          "list contains([season], strength)",
          "\"\\u0041\\uD83D\"");

  static Stream<byte[]> seeds() {
    // the first character says where it stands, if it is a letter
    return IntStream.range(0, TEXTS.size())
        .mapToObj(
            i ->
                Stream.of(' ', (char) (FIRST_PLACE + i % FeelPlaces.COUNT))
                    .map(place -> place + TEXTS.get(i)))
        .flatMap(t -> t)
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "season",
    "strength",
    "months",
    "pressure",
    "pair.share",
    "not(",
    "function(",
    "external",
    "for ",
    " in ",
    " return ",
    "some ",
    "every ",
    " satisfies ",
    "if ",
    " then ",
    " else ",
    "instance of ",
    "between ",
    " and ",
    " or ",
    "date(",
    "time(",
    "duration(",
    "string(",
    "number(",
    "sort(",
    "list contains(",
    "replace(",
    "split(",
    "matches(",
    "concatenate(",
    "append(",
    "flatten(",
    "substring(",
    "string length(",
    "sum(",
    "mean(",
    "max(",
    "min(",
    "get entries(",
    "context put(",
    "..",
    "**",
    ">=",
    "<=",
    "!=",
    "null",
    "true",
    "@\\x22",
    "\\x22winter\\x22",
    "?",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "//",
    "/*",
    "invoke(",
    "range(",
    "is(",
    "string join("
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
    FeelGuard feel = new FeelGuard().in(SCOPE);
    feel.expression(text);
    feel.tests(text, ItemType.UNKNOWN);
    Growth.of(Feel.with(SCOPE).expression(text).root(), Map.of());
    Growth.of(Feel.with(SCOPE).test(text).root(), Map.of());
    FeelTokens.of(text);
    Cell.test(text);
    Cell.answer(text);
    Cell.listed(text);
    Names.objection(text);
    int place = input[0] - FIRST_PLACE;
    if (place >= 0 && place < FeelPlaces.COUNT) {
      FeelPlaces.load(place, text);
    }
  }
}
