package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.casefile.CaseFiles;

/** A case in JSON. */
class JsonCaseFuzzTest {
  static Stream<byte[]> seeds() {
    String whole = new CaseFiles(SmallBase.BASE.vocabulary()).toJson(SmallBase.SUBJECT);
    return Stream.of(
            whole,
            "{\"id\": \"a\", \"title\": \"b\", \"facts\": {\"season\": \"winter\"}}",
            whole.replace("SM-01", "\\u001b]0;x\\u0007\\u202e\\u0000\\ud800"),
            whole.replace("weak", "1e999999999"),
            "[".repeat(2_000),
            "{\"a\":".repeat(2_000),
            "[1,2",
            "9".repeat(2_000),
            "{\"id\": 1e999999999}",
            "{\"id\": \"a\", \"id\": \"b\"}",
            "null",
            "{} {}")
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "\\x22id\\x22:",
    "\\x22facts\\x22:",
    "\\x22events\\x22:",
    "\\x22expected\\x22:",
    "\\x22posture\\x22:",
    "\\x22value\\x22:",
    "\\x22date\\x22:",
    "\\x22type\\x22:",
    "\\x22season\\x22:",
    "\\x22months\\x22:",
    "\\x221939-12-24\\x22",
    "null",
    "true",
    "1e400",
    "\\x5Cu0000",
    "\\x5Cud800",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\\x22sides\\x22:",
    "\\x22observed\\x22:",
    "\\x22tags\\x22:",
    "\\x22confidence\\x22:",
    "\\x22closed posture\\x22"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] content) {
    CaseFuzz.read("a.json", content);
  }
}
