package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** A case in YAML. */
class YamlCaseFuzzTest {
  static Stream<byte[]> seeds() {
    String whole = SmallBase.text(SmallBase.CASE);
    return Stream.of(
            whole,
            "id: a\ntitle: b\nfacts: {season: winter}\n",
            whole.replace("SM-01", "\"\\e]0;x\\a\""),
            whole.replace("A small war", "\"\\u202E\\0\""),
            whole.replace("winter", "&a winter").replace("weak", "*a"),
            whole.replace("title: ", "title: !!java.net.URL "),
            whole.replace("1939-12-24", "9999-99-99"),
            "a: ".repeat(40),
            "[".repeat(100),
            "? {a: b}\n: c\n",
            "id: |\n  a\n\ttitle: b",
            "%YAML 1.1\n---\nid: a\n---\nid: b\n",
            "\uFEFFid: a")
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "id: ",
    "title: ",
    "conflict: ",
    "as of: ",
    "deciding party: ",
    "adversary: ",
    "third party: ",
    "sides:\\x0A",
    "summary: ",
    "tags: ",
    "facts:\\x0A",
    "events:\\x0A",
    "sources: ",
    "observed: ",
    "expected:\\x0A",
    "differs because: ",
    "value: ",
    "why: ",
    "source: ",
    "confidence: ",
    "date: ",
    "type: ",
    "by: ",
    "to: ",
    "note: ",
    "posture: ",
    "unofficial track: ",
    "season: ",
    "months: ",
    "1939-12-24",
    "unknown",
    "- ",
    "|\\x0A",
    ">\\x0A",
    "'",
    "\\x22",
    "!!",
    "&a",
    "*a",
    "<<: ",
    "---\\x0A",
    "~"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] content) {
    CaseFuzz.read("a.yaml", content);
  }
}
