package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.knowledge.KnowledgeBase;

/** A rule file that nobody trusts: its rules are read, and never run. */
class RuleFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            SmallBase.text(SmallBase.RULES),
            "rule \"a\" when then System.exit(1); end",
            "package a; import java.lang.Runtime; rule b @why(\"c\") @derives(\"season\") when eval("
                + "true) then end",
            "rule \"a\" when " + "not(".repeat(100),
            "declare A b : int end query c() A() end",
            "rule a @why(\"\\u0000\") @statement(\"S1",
            "/* ")
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "package ",
    "import ",
    "global ",
    "rule ",
    "query ",
    "declare ",
    "function ",
    "dialect ",
    "when\\x0A",
    "then\\x0A",
    "end\\x0A",
    "@why(",
    "@statement(",
    "@source(",
    "@derives(",
    "not ",
    "exists ",
    "forall(",
    "accumulate(",
    "from ",
    "collect(",
    "eval(",
    "Situation()",
    "Happening(",
    "salience ",
    "extends ",
    "$a : ",
    "matches ",
    "this after[1d] $a",
    "over window:time(",
    "/*",
    "*/",
    "//"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] rules) {
    Only.refusals(
        () -> {
          KnowledgeBase base = SmallBase.plainWith(SmallBase.RULES, rules);
          base.rules().headers();
          base.rules().problems().forEach(Only::check);
          base.rules().derivable();
        });
  }
}
