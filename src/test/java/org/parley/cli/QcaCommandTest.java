package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Posture;

/** Rows and facts held against what was done. */
class QcaCommandTest {
  private static final String VIETNAM = "cases/vietnam-war";

  @TempDir private Path folder;

  private static JsonNode json(String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--format", "json"));
    Run run = Run.of(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.json();
  }

  private static JsonNode row(JsonNode result, String id) {
    return StreamSupport.stream(result.get("rows").spliterator(), false)
        .filter(r -> r.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** From the cases themselves: what each says was observed, and which rows its advice names. */
  @Test
  void aRowsSetIsTheCasesInWhichItDecides() throws IOException {
    JsonNode result = json("qca", VIETNAM, "--outcome", "open talks");
    List<String> hits = new ArrayList<>();
    List<String> misses = new ArrayList<>();
    List<String> outcome = new ArrayList<>();
    try (var files = Files.list(Path.of(VIETNAM))) {
      for (Path file : files.sorted().toList()) {
        JsonNode advice = json("advise", file.toString(), "--detail", "trace");
        String id = advice.get("case").asText();
        String text = Files.readString(file);
        if (!text.contains("\nobserved:\n  posture:")) {
          continue;
        }
        boolean open = text.contains("\nobserved:\n  posture: open talks\n");
        if (open) {
          outcome.add(id);
        }
        boolean fires =
            StreamSupport.stream(advice.get("trace").spliterator(), false)
                .flatMap(d -> StreamSupport.stream(d.get("rows").spliterator(), false))
                .anyMatch(
                    r ->
                        r.get("id").asText().equals("secrecy-nothing-to-hide")
                            && r.get("decided").asBoolean());
        if (fires) {
          (open ? hits : misses).add(id);
        }
      }
    }
    JsonNode row = row(result, "secrecy-nothing-to-hide");

    assertThat(outcome).isNotEmpty();
    assertThat(result.get("withOutcome").asInt()).isEqualTo(outcome.size());
    assertThat(texts(row.get("cases"))).isEqualTo(hits);
    assertThat(texts(row.get("contradictory"))).isEqualTo(misses);
    assertThat(hits).isNotEmpty();
    assertThat(misses).isNotEmpty();
    assertThat(row.get("consistency").asDouble())
        .isEqualTo((double) hits.size() / (hits.size() + misses.size()));
    assertThat(row.get("rawCoverage").asDouble()).isEqualTo((double) hits.size() / outcome.size());
  }

  /** Some row of each table answers in each case; where one alone does, its coverage is unique. */
  @Test
  void theRowsOfATableCoverEveryCaseAndUniquelyNoCaseTwice() throws IOException {
    for (JsonNode result : json("qca")) {
      Map<String, Double> raw = new HashMap<>();
      Map<String, Double> unique = new HashMap<>();
      for (JsonNode row : result.get("rows")) {
        String table = row.get("table").asText();
        raw.merge(table, row.get("rawCoverage").asDouble(), Double::sum);
        unique.merge(table, row.get("uniqueCoverage").asDouble(), Double::sum);
        assertThat(row.get("uniqueCoverage").asDouble())
            .isLessThanOrEqualTo(row.get("rawCoverage").asDouble());
      }
      assertThat(raw.values()).allSatisfy(all -> assertThat(all).isGreaterThan(1 - 1e-8));
      assertThat(unique.values()).allSatisfy(all -> assertThat(all).isLessThan(1 + 1e-8));
      assertThat(unique.values()).anySatisfy(all -> assertThat(all).isCloseTo(1, within(1e-8)));
    }
  }

  @Test
  void withoutAnOutcomeAllFourAreTold() throws IOException {
    JsonNode all = json("qca");

    assertThat(all).hasSize(Posture.values().length);
    assertThat(all.get(0).get("schemaVersion").asInt()).isEqualTo(1);
    int sum = 0;
    for (JsonNode result : all) {
      sum += result.get("withOutcome").asInt();
      assertThat(result.get("cases").asInt()).isEqualTo(all.get(0).get("cases").asInt());
    }
    assertThat(sum).isEqualTo(all.get(0).get("cases").asInt());
    assertThat(Run.of("qca").out())
        .contains("Outcome: open talks", "Outcome: closed posture")
        .contains("does not make it a cause");
  }

  @Test
  void aFactThatIsNotKnownCountsNeitherForNorAgainstNecessity() throws IOException {
    for (JsonNode value : json("qca", "--outcome", "open talks").get("values")) {
      assertThat(value.get("withOutcome").asInt())
          .isLessThanOrEqualTo(value.get("known").asInt())
          .isLessThanOrEqualTo(value.get("cases").asInt());
      assertThat(value.get("known").asInt()).isLessThanOrEqualTo(16);
    }
  }

  @Test
  void whatTheFiguresRestOnCanBeHadAsCsv() throws IOException {
    Path file = folder.resolve("sets.csv");
    Path other = folder.resolve("other.csv");

    assertThat(Run.of("qca", VIETNAM, "-o", file.toString()).out()).isEmpty();
    assertThat(Run.of("qca", VIETNAM, "--csv", other.toString()).out()).isNotEmpty();

    assertThat(other).hasSameBinaryContentAs(file);
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<NamedCsvRecord> all = lines.stream().toList();
      assertThat(all).extracting(l -> l.getField("case")).contains("VN-04");
      assertThat(all.get(0).getHeader())
          .contains("observed", "fact: resilience signal", "number: months of fighting")
          .contains("row: need for secrecy: secrecy-useful");
    }
  }

  /** The configurations of a table divide the cases; what a row covers is what its lines hold. */
  @Test
  void aTruthTableHoldsEachConfigurationOnce() throws IOException {
    Path file = folder.resolve("truth.csv");
    JsonNode result = json("qca", "--outcome", "open talks");
    String table = result.at("/rows/0/table").asText();

    Run run =
        Run.of("qca", "--truth-table", table, "--outcome", "open talks", "-o", file.toString());

    assertThat(run.err()).isEmpty();
    List<NamedCsvRecord> lines;
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      lines = reader.stream().toList();
    }
    List<String> header = lines.get(0).getHeader();
    List<String> conditions = header.subList(0, header.indexOf("row"));
    assertThat(conditions).isNotEmpty();
    assertThat(lines)
        .extracting(l -> conditions.stream().map(l::getField).toList())
        .doesNotHaveDuplicates();
    assertThat(lines.stream().mapToInt(l -> Integer.parseInt(l.getField("cases"))).sum())
        .isEqualTo(result.get("cases").asInt());
    assertThat(lines)
        .allSatisfy(
            l ->
                assertThat(Double.parseDouble(l.getField("consistency: open talks")))
                    .isEqualTo(
                        Double.parseDouble(l.getField("open talks"))
                            / Integer.parseInt(l.getField("cases"))))
        .allSatisfy(
            l ->
                assertThat(l.getField("names").split(" "))
                    .hasSize(Integer.parseInt(l.getField("cases"))));
    for (JsonNode row : result.get("rows")) {
      if (row.get("table").asText().equals(table)) {
        assertThat(
                lines.stream()
                    .filter(
                        l -> List.of(l.getField("row").split(" ")).contains(row.get("id").asText()))
                    .mapToInt(l -> Integer.parseInt(l.getField("open talks")))
                    .sum())
            .isEqualTo(row.get("cases").size());
      }
    }
    assertThat(Run.of("qca", "--truth-table", table, "--outcome", "open talks").out())
        .isEqualToNormalizingNewlines(Files.readString(file));
    assertThat(Run.of("qca", "--truth-table", table + "s").err())
        .contains("is no table behind what is recommended", "did you mean '" + table + "'");
    assertThat(Run.of("qca", "--truth-table", table, "-o", "truth.html").err()).contains(".csv");
    assertThat(Run.of("qca", "--truth-table", table, "--format", "json").err())
        .isEqualTo("error: --format json: a truth table is written as CSV\n");
  }

  @Test
  void whereNothingWasObservedNothingIsSaid() throws IOException {
    Path bare =
        Files.writeString(
            folder.resolve("bare.yaml"),
            "id: X-1\nas of: 1999-01-01\ndeciding party: Us\nadversary: Them\n");

    Run run = Run.of("qca", bare.toString());

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).contains("in none of these cases is a posture observed");
    assertThat(Run.of("qca", "--outcome", "open talk").err()).contains("is not a posture");
    assertThat(Run.of("qca", VIETNAM, "--outcome", "neutral mediator").code()).isZero();
  }

  @Test
  void aTruthTableThatIsRefusedLeavesNoFile() {
    Path sets = folder.resolve("sets.csv");

    Run run =
        Run.of(
            "qca",
            "--csv",
            sets.toString(),
            "--truth-table",
            "need for secrecy",
            "--format",
            "json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("a truth table is written as CSV");
    assertThat(sets).doesNotExist();
  }
}
