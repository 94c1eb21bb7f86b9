package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program works out of the exported table every figure that is printed. */
@Tag("analysis")
class QcaInRTest {
  private static final String RSCRIPT = System.getProperty("parley.rscript", "Rscript");
  // JSON has ten digits
  private static final double EQUAL = 1e-9;

  @TempDir private Path folder;

  @Test
  void rComesToTheSameFiguresForEveryOutcome() throws Exception {
    Path sets = folder.resolve("sets.csv");
    Run run = Run.of("qca", "--csv", sets.toString(), "--format", "json");
    assertThat(run.code()).as(run.err()).isZero();
    Map<List<String>, NamedCsvRecord> inR = inR(sets);

    int compared = 0;
    for (JsonNode result : run.json()) {
      String outcome = result.get("outcome").asText();
      for (JsonNode row : result.get("rows")) {
        NamedCsvRecord figures =
            inR.remove(List.of(outcome, "row", row.get("table").asText(), row.get("id").asText()));
        assertThat(figures).as(row.toString()).isNotNull();
        same(row, "consistency", figures.getField("consistency"));
        same(row, "rawCoverage", figures.getField("raw"));
        same(row, "uniqueCoverage", figures.getField("unique"));
        assertThat(figures.getField("cases")).isEqualTo(names(row.get("cases")));
        assertThat(figures.getField("contradictory")).isEqualTo(names(row.get("contradictory")));
        compared++;
      }
      for (JsonNode value : result.get("values")) {
        NamedCsvRecord figures =
            inR.remove(
                List.of(outcome, "value", value.get("fact").asText(), value.get("value").asText()));
        assertThat(figures).as(value.toString()).isNotNull();
        same(value, "sufficiency", figures.getField("consistency"));
        same(value, "necessity", figures.getField("raw"));
        assertThat(figures.getField("cases")).isEqualTo(value.get("cases").asText());
        assertThat(Integer.parseInt(figures.getField("contradictory")))
            .isEqualTo(value.get("cases").asInt() - value.get("withOutcome").asInt());
        compared++;
      }
    }
    assertThat(inR).as("what R has and Parley has not").isEmpty();
    assertThat(compared).isGreaterThan(1000);
  }

  private Map<List<String>, NamedCsvRecord> inR(Path sets) throws Exception {
    Path figures = folder.resolve("figures.csv");
    Path messages = folder.resolve("messages.txt");
    Process process =
        new ProcessBuilder(RSCRIPT, "src/analysis/r/qca.R", sets.toString())
            .redirectOutput(figures.toFile())
            .redirectError(messages.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("R ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(messages)).isZero();
    Map<List<String>, NamedCsvRecord> read = new HashMap<>();
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(figures)) {
      lines.forEach(
          line ->
              read.put(
                  List.of(
                      line.getField("outcome"),
                      line.getField("kind"),
                      line.getField("of"),
                      line.getField("name")),
                  line));
    }
    return read;
  }

  private static void same(JsonNode of, String key, String inR) {
    assertThat(of.has(key)).as(of.toString()).isEqualTo(!inR.isEmpty());
    if (of.has(key)) {
      assertThat(of.get(key).asDouble())
          .as(of.toString())
          .isCloseTo(Double.parseDouble(inR), within(EQUAL));
    }
  }

  private static String names(JsonNode ids) {
    return StreamSupport.stream(ids.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(" "));
  }
}
