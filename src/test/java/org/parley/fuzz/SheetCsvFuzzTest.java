package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.author.sheet.CsvDialect;
import org.parley.author.sheet.SheetExport;

/** A table that comes back as CSV. */
class SheetCsvFuzzTest {
  private static final SheetFuzz SHEET = new SheetFuzz(".csv");

  static Stream<byte[]> seeds() {
    return Stream.concat(
            new SheetExport(SmallBase.BASE, List.of()).csv(CsvDialect.PLAIN).values().stream(),
            Stream.of("Table;pressure\n", "Table,\"pressure", "Table,vocabulary\n"))
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "Table", "pressure", "season", "months", "winter", "not ", " or ", "any", "at least ", "under ",
    "row-late", ",", ";", "\\x22", "\\x0A", "=", "-", "1e999999999", "2020-01-01", "'=1"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] content) {
    SHEET.read(content);
  }
}
