package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.KnowledgeBase;

/** Facts in words of any kind: what CSV needs is always right, what stands in it seldom. */
class VocabularyFuzzTest {
  private static final String HEADER =
      SmallBase.text(SmallBase.VOCABULARY).lines().findFirst().orElseThrow();
  private static final int COLUMNS = HEADER.split(",", -1).length;

  static Stream<byte[]> seeds() {
    // a line is a cell
    return Stream.of(
            "situation\ntide\nchoice\nhigh|low|unknown\nyes\n\nThe tide\nHow\nnobody\nyes\nS1",
            "situation\nmen\nnumber\n0..100\n\nmen\nMen\nHow\n\n\nS2",
            "g\nseason\nchoice\na|a|unknown",
            "g\nif\nchoice\na||unknown",
            "g\n\u0430\u0435\nchoice\na|\u0430|unknown",
            "g\nn\nnumber\n9..1",
            "g\nn\nnumber\n00000000..99999999")
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "choice",
    "number",
    "0..600",
    "unknown",
    "|",
    "yes",
    ", reversed",
    "season",
    "months",
    "S1",
    "if",
    "and",
    "\\xE2\\x80\\xAE",
    "\\x00",
    "\\xE2\\x80\\x8B",
    "null",
    "true",
    "\\x22",
    "\\x5C"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] input) {
    List<String> cells =
        new ArrayList<>(
            Arrays.asList(new String(input, StandardCharsets.UTF_8).split("\n", 4 * COLUMNS)));
    StringBuilder csv = new StringBuilder(SmallBase.text(SmallBase.VOCABULARY));
    for (int from = 0; from < cells.size(); from += COLUMNS) {
      csv.append(
          cells.subList(from, Math.min(from + COLUMNS, cells.size())).stream()
              .map(c -> "\"" + c.replace("\"", "\"\"") + "\"")
              .collect(Collectors.joining(",", "", "\n")));
    }
    Only.refusals(
        () -> {
          KnowledgeBase base =
              SmallBase.plainWith(
                  SmallBase.VOCABULARY, csv.toString().getBytes(StandardCharsets.UTF_8));
          CaseFiles files = new CaseFiles(base.vocabulary());
          files.schema();
          files.read(SmallBase.CASE, SmallBase.bytes("/small/" + SmallBase.CASE));
        });
  }
}
