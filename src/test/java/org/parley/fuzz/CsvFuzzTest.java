package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** One of the CSV files of a knowledge base, byte by byte. */
class CsvFuzzTest {
  private static final List<String> FILES =
      List.of(SmallBase.VOCABULARY, SmallBase.STATEMENTS, SmallBase.CHECKS, SmallBase.EVENTS);

  static Stream<byte[]> seeds() {
    // the first character says which
    return Stream.of(
            "0" + SmallBase.text(SmallBase.VOCABULARY),
            "1" + SmallBase.text(SmallBase.STATEMENTS),
            "2" + SmallBase.text(SmallBase.CHECKS),
            "3" + SmallBase.text(SmallBase.EVENTS),
            "1id,document,kind,statement\n\"a",
            "2\uFEFFcheck,where,why\n",
            "0" + "a,".repeat(1_000))
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "choice",
    "number",
    "0..600",
    "a|b|unknown",
    "unknown",
    "yes",
    ", reversed",
    ",",
    "\\x22",
    "\\x0A",
    "\\x0D\\x0A",
    ";",
    ": ",
    " or ",
    "date",
    "unreachable-row",
    "gap",
    "S1"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String file = FILES.get((input[0] & 0xff) % FILES.size());
    byte[] content = java.util.Arrays.copyOfRange(input, 1, input.length);
    Only.refusals(() -> SmallBase.plainWith(file, content));
    if (file.equals(SmallBase.CHECKS)) {
      Only.refusals(() -> SmallBase.readSettings(content));
    }
  }
}
