package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.decide.Draft.Fact;

/** What the limits are there to let through: far more than anybody has written so far. */
class LargestBaseTest {
  private static final int ROWS = 5_000;
  private static final int COLUMNS = 20;
  private static final List<String> VALUES = List.of("low", "middle", "high");
  private static final List<String> CELLS = List.of("-", "low", "middle", "high", "low,high");

  private final Random random = new Random(7);

  @TempDir private Path folder;

  @Test
  void fiveThousandRowsOfTwentyColumns() {
    List<Fact> facts =
        IntStream.range(0, COLUMNS)
            .mapToObj(i -> Fact.choice("fact " + i, VALUES.toArray(String[]::new)))
            .toList();
    List<List<String>> rows =
        Stream.concat(
                Stream.generate(() -> row()).limit(ROWS - 1),
                Stream.of(Collections.nCopies(COLUMNS, "-")))
            .toList();

    TableEngine engine =
        TableEngine.of(new Draft(facts, List.of(large(facts, rows))).loadFrom(folder));

    assertThat(engine.refusal()).isEmpty();
    for (List<String> row : rows.subList(ROWS - 20, ROWS)) {
      List<String> values =
          row.stream().map(c -> c.equals("-") ? "middle" : c.split(",", 2)[0]).toList();
      Map<String, String> subject =
          IntStream.range(0, COLUMNS)
              .boxed()
              .collect(Collectors.toMap(i -> facts.get(i).name(), values::get));

      assertThat(engine.evaluate(subject).value("large")).isEqualTo(firstAnswer(rows, values));
    }
  }

  private List<String> row() {
    return Stream.generate(() -> CELLS.get(random.nextInt(CELLS.size()))).limit(COLUMNS).toList();
  }

  private static String firstAnswer(List<List<String>> rows, List<String> values) {
    return IntStream.range(0, ROWS)
        .filter(
            r ->
                IntStream.range(0, COLUMNS).allMatch(i -> meets(rows.get(r).get(i), values.get(i))))
        .mapToObj(r -> "answer " + r)
        .findFirst()
        .orElseThrow();
  }

  private static boolean meets(String cell, String value) {
    return cell.equals("-") || List.of(cell.split(",")).contains(value);
  }

  private static Draft.Decision large(List<Fact> facts, List<List<String>> rows) {
    List<String> names = facts.stream().map(Fact::name).toList();
    return new Draft.Decision(
        "large",
        "large",
        Draft.Type.plain("string"),
        names,
        new Draft.Table(
            "FIRST",
            "",
            names.stream().map(Draft.Input::of).toList(),
            List.of(Draft.Output.SINGLE),
            IntStream.range(0, ROWS)
                .mapToObj(
                    r ->
                        new Draft.Row(
                            "row-" + r,
                            rows.get(r).stream().map(LargestBaseTest::feel).toList(),
                            List.of(Draft.quoted("answer " + r))))
                .toList()));
  }

  private static String feel(String cell) {
    return cell.equals("-") ? cell : Draft.quoted(List.of(cell.split(",")));
  }
}
