package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;

/** The commands that take the tables to a spreadsheet and back. */
class TableCommandTest {
  private static final String TABLE = "time pressure";
  private static final String MODEL = "dmn/ripeness.dmn";

  @TempDir private Path folder;
  private Copy copy;
  private String base;

  @BeforeEach
  void copyKnowledge() throws IOException {
    copy = Copy.into(Files.createDirectories(folder.resolve("base")));
    base = copy.folder().toString();
  }

  @Test
  void whatIsNotEditedChangesNothing() {
    Path file = folder.resolve("tables.xlsx");
    String before = copy.read(MODEL);

    Run export = Run.of("table", "export", "--knowledge", base, "-o", file.toString());
    Run imported = Run.of("table", "import", "--knowledge", base, file.toString(), "--save");

    assertThat(export.code()).isZero();
    assertThat(imported.out())
        .isEqualTo("Import\n\nThe tables say what they said: nothing changes.\n");
    assertThat(imported.code()).isZero();
    assertThat(copy.read(MODEL)).isEqualTo(before);
  }

  @Test
  void anEditIsShownThenSaved() throws IOException {
    Path file = exportAsCsv();
    String before = copy.read(MODEL);
    edit(file, "[0..30]", "[0..21]");
    edit(file, "(30..180]", "(21..180]");

    Run shown = Run.of("table", "import", "--knowledge", base, file.toString());

    assertThat(shown.code()).isZero();
    assertThat(copy.read(MODEL)).isEqualTo(before);
    int impact = shown.out().indexOf("\nWhat it does to the cases\n");
    assertThat(guide()).contains(shown.out().substring(0, impact));
    assertThat(shown.out())
        .contains("There is no case to try it on.", "Posture changes in")
        .endsWith(
            """
            Note: 70 tables have no sheet and stay as they are.
            Nothing is saved yet: say --save.
            """);
    Run saved = Run.of("table", "import", "--knowledge", base, file.toString(), "--save");
    assertThat(saved.out()).endsWith("\nSaved: dmn/ripeness.dmn.\n");
    assertThat(copy.read(MODEL))
        .isEqualTo(before.replace("[0..30]", "[0..21]").replace("(30..180]", "(21..180]"));
  }

  @Test
  void whatIsWrongIsSaidByItsCellAndNothingIsSaved() throws IOException {
    Path file = exportAsCsv();
    String before = copy.read(MODEL);
    edit(file, "[0..30]", "soon");
    edit(file, ",distant,", ",distent,");

    Run refused = Run.of("table", "import", "--knowledge", base, file.toString(), "--save");

    assertThat(refused.code()).isEqualTo(Main.REFUSED);
    assertThat(refused.out()).isEmpty();
    assertThat(guide())
        .contains(refused.err().replace(file.toString(), "tables/time-pressure.csv"));
    assertThat(copy.read(MODEL)).isEqualTo(before);
    Run json =
        Run.of(
            "table", "import", "--knowledge", base, file.toString(), "--save", "--format", "json");
    assertThat(json.code()).isEqualTo(Main.REFUSED);
    assertThat(json.json().get("saved")).isEmpty();
    assertThat(json.json().get("problems")).hasSize(2);
    assertThat(json.json().get("problems").get(1).get("where").asText()).isEqualTo("cell C9");
  }

  @Test
  void theResultAsJson() throws IOException {
    Path file = exportAsCsv();
    edit(file, "[0..30]", "[0..21]");

    Run run = Run.of("table", "import", "--knowledge", base, file.toString(), "--format", "json");

    assertThat(Run.keys(run.json())).contains("problems", "saved", "rows", "cases");
    JsonNode row = run.json().get("rows").get(0);
    assertThat(row.get("table").asText()).isEqualTo("time pressure");
    assertThat(row.get("id").asText()).isEqualTo("time-days");
    assertThat(row.get("cells").get(0).get("column").asText()).isEqualTo("days until war");
    assertThat(row.get("cells").get(0).get("before").asText()).isEqualTo("[0..30]");
    assertThat(row.get("cells").get(0).get("after").asText()).isEqualTo("[0..21]");
  }

  @Test
  void aTableThatIsNotThereIsRefused() {
    Run run = Run.of("table", "export", "--table", "time presure", "-o", folder + "/t.xlsx");

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err())
        .isEqualTo("error: there is no table 'time presure' (did you mean 'time pressure'?)\n");
  }

  private Path exportAsCsv() {
    Path tables = folder.resolve("tables");
    Run.of(
        "table",
        "export",
        "--knowledge",
        base,
        "--table",
        TABLE,
        "--format",
        "csv",
        "-o",
        tables.toString());
    return tables.resolve("time-pressure.csv");
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).containsOnlyOnce(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("src/site/markdown/spreadsheets.md"));
  }
}
