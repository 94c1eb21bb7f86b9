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
import org.parley.decide.TableEngine;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Principle;

/** Principles in words of any kind: what CSV needs is always right, what stands in it seldom. */
class PrincipleFuzzTest {
  private static final String HEADER =
      "id,kind,fact,from,to,where,subject,must never,statement,why\n";
  private static final int COLUMNS = HEADER.split(",", -1).length;

  static Stream<byte[]> seeds() {
    // a line is a cell
    return Stream.of(
            "a\nstep\nseason\nsummer\nwinter\nmonths = 0..12\nposture\nchange\nS1\nSo it is.",
            "a\nstep\nstrength\nup\n\ngrade = viable | weak\nopen talks verdict\nrise\nS1\nSo.",
            "a\nstep\nmonths\ndown\n\n\ngrade\nbecome weak\nS1 S2\nSo it is.",
            "a\nban\n\n\n\nseason != winter; months = 7 | unknown\nposture\nopen talks\nS1\nSo.",
            "a\nban\n\n\n\nmonths = 9..1\nwarnings\nx\nS9\n",
            "a\nstep\nmonths\n1 < 2 < unknown\n\n;=;|\nposture\nfall\nS1\nW")
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "step",
    "ban",
    "up",
    "down",
    " < ",
    " | ",
    " = ",
    " != ",
    "; ",
    "0..600",
    "unknown",
    "rise",
    "fall",
    "change",
    "become ",
    "season",
    "strength",
    "months",
    "grade",
    "posture",
    "S1",
    "\\x00",
    "\\x22"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] input) {
    List<String> cells =
        new ArrayList<>(
            Arrays.asList(new String(input, StandardCharsets.UTF_8).split("\n", 4 * COLUMNS)));
    StringBuilder csv = new StringBuilder(HEADER);
    for (int from = 0; from < cells.size(); from += COLUMNS) {
      csv.append(
          cells.subList(from, Math.min(from + COLUMNS, cells.size())).stream()
              .map(c -> "\"" + c.replace("\"", "\"\"") + "\"")
              .collect(Collectors.joining(",", "", "\n")));
    }
    Only.refusals(
        () -> {
          KnowledgeBase base =
              SmallBase.with(Principle.FILE, csv.toString().getBytes(StandardCharsets.UTF_8));
          TableEngine.of(base).prove(base.principles());
        });
  }
}
