package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.author.check.Checker;
import org.parley.author.sheet.CsvDialect;
import org.parley.author.sheet.SheetExport;
import org.parley.knowledge.KnowledgeBase;

/** A model in which tags, values and texts have changed places, loaded, asked and checked. */
class WholeModelFuzzTest {
  // one load in so many also goes through the check, which takes longer
  private static final int CHECKED = 50;

  private int loads;

  static Stream<byte[]> seeds() {
    return Stream.concat(
        Stream.of(new byte[0]),
        IntStream.range(0, 12)
            .mapToObj(
                i -> new byte[] {0, (byte) (37 * i), 1, (byte) (11 * i), (byte) (i % 3 * 70)}));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "season",
    "months",
    "pressure",
    "tSeason",
    "number",
    "string",
    "FIRST",
    "SUM"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 50_000)
  void loadAndAsk(byte[] edits) {
    byte[] model = SmallModel.edited(edits).getBytes(StandardCharsets.UTF_8);
    Only.refusals(
        () -> {
          KnowledgeBase base = SmallBase.with(SmallBase.MODEL, model);
          SmallBase.advise(base);
          new SheetExport(base, java.util.List.of()).csv(CsvDialect.PLAIN);
        });
    if (loads++ % CHECKED == 0) {
      Only.refusals(
          () -> Checker.of(SmallBase.KNOWLEDGE.with(SmallBase.MODEL, model)).quick().check());
    }
  }
}
