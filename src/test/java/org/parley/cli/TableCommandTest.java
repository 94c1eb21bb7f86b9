package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;
import org.parley.author.sheet.Book;

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
  void aNameSaysWhatStandsInTheFile() throws IOException {
    for (String name : List.of("t.ods", "t.pdf", "t")) {
      Run run = export(folder.resolve(name), "--table", TABLE);
      assertThat(run.code()).isEqualTo(Main.REFUSED);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .endsWith(
              name
                  + ": tables are written as .xlsx, one of them also as .csv, or all as CSV into a"
                  + " folder with --format csv: name the file so");
      assertThat(folder.resolve(name)).doesNotExist();
    }
    Path csv = folder.resolve("t.csv");
    assertThat(export(csv).err()).contains("one .csv file holds one table, and these are 71");
    assertThat(export(csv, "--format", "xlsx", "--table", TABLE).err())
        .contains("the name says .csv and the options say xlsx");
    assertThat(export(folder.resolve("t.xlsx"), "--for", "excel-de").err())
        .contains("the name says .xlsx and the options say csv");

    assertThat(export(csv, "--table", TABLE, "--for", "excel-de").err()).isEmpty();
    assertThat(Files.readString(csv)).startsWith("\uFEFFtable;time pressure");
    Run back = Run.of("table", "import", "--knowledge", base, csv.toString());
    assertThat(back.out()).contains("The tables say what they said: nothing changes.");
    edit(csv, "falls within", "falls in");
    assertThat(export(csv, "--table", TABLE, "--for", "excel-de").err())
        .contains("was edited, or is no export: import it first");
  }

  private Run export(Path file, String... options) {
    List<String> all = new ArrayList<>(List.of("table", "export", "--knowledge", base));
    all.addAll(List.of(options));
    all.addAll(List.of("-o", file.toString()));
    return Run.of(all.toArray(String[]::new));
  }

  @Test
  void aPageIsWrittenAsItsNameSays() throws IOException {
    Path page = folder.resolve("k.html");
    assertThat(Run.of("knowledge", "--knowledge", base, "-o", page.toString()).err()).isEmpty();
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
    assertThat(Run.of("knowledge", "--facts", "-o", folder.resolve("k.pdf").toString()).err())
        .contains(
            "'k.pdf': a page is not written as .pdf; name the file .md, .html, .docx or .txt");
    assertThat(Run.of("link", "-o", folder.resolve("k.html").toString()).err())
        .contains("'k.html': this is not written as .html; let the name end in .dmn or .xml");
  }

  @Test
  void aRowThatWasSplitInTwoStaysOnceAndIsNewOnce() throws IOException {
    Path file = folder.resolve("t.xlsx");
    export(file, "--table", TABLE);
    Book book = Book.open(file);
    int line = 1;
    while (!book.says(TABLE, "A" + line).equals("time-days")) {
      line++;
    }
    String row = copy.read(MODEL);
    book.copyRow(TABLE, line, line + 1)
        .type(TABLE, "B" + line, "[0..10]")
        .type(TABLE, "B" + (line + 1), "(10..30]")
        .type(TABLE, "D" + line, "A date for military action falls within ten days.");
    book.save();

    Run run = Run.of("table", "import", "--knowledge", base, file.toString(), "--save");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "lines %d, %d were made of row 'time-days', and none says what it said; line %2$d says"
                    .formatted(line, line + 1)
                + " most of it and is taken for that row",
            "line %d was copied from row 'time-days' and is taken for a new row".formatted(line));
    assertThat(row).doesNotContain("10..30");
    assertThat(copy.read(MODEL).replaceAll("\\s+", " "))
        .contains("<rule id=\"time-days\">")
        .containsPattern("<rule id=\"time-days\">(?:(?!</rule>).)*10\\.\\.30]");
  }

  @Test
  void everySheetSaysHowFarItGoes() throws IOException {
    Path file = folder.resolve("t.xlsx");
    export(file, "--table", TABLE);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> areas = new ArrayList<>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("xl/worksheets/")) {
          String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          areas.add(xml.replaceAll("(?s).*<dimension ref=\"([^\"]*)\".*", "$1"));
        }
      }
      assertThat(areas).hasSizeGreaterThan(4).allMatch(a -> a.matches("A1:[A-Z]\\d+"));
    }
  }

  /** Whoever edits, imports, looks and edits again meets nobody but himself. */
  @Test
  void onesOwnSavedEditIsNoColleagues() throws IOException {
    Path file = folder.resolve("t.csv");
    export(file, "--table", "need for secrecy");
    String exported = Files.readString(file);
    Files.writeString(file, exported + ",any,none,low,A new reason.,Berridge 2010,S001\n");
    edit(file, "nothing-to-hide,low", "nothing-to-hide,low or raised");
    assertThat(save(file, "--force", "--reason", "a first try").code()).isZero();
    String once = copy.read("dmn/channels.dmn");

    Run again = save(file);
    assertThat(again.out()).contains("nothing changes");
    edit(file, "nothing-to-hide,low or raised", "nothing-to-hide,low");
    edit(file, "A new reason.", "A better reason.");
    Run twice = save(file, "--force", "--reason", "a second try");
    assertThat(twice.out())
        .doesNotContain("Edited here and in the tables since")
        .containsPattern("row\\s+'secrecy-nothing-to-hide'\\s+says\\s+what\\s+it\\s+said\\s+when");
    assertThat(copy.read("dmn/channels.dmn"))
        .isEqualTo(once.replace("A new reason.", "A better reason."));

    // an old copy takes nothing back, and what somebody else does is asked about
    Files.writeString(file, exported);
    assertThat(save(file).out()).contains("nothing changes");
    Files.writeString(file, exported + ",any,none,low,A better reason.,Berridge 2010,S001\n");
    copy.replace("dmn/channels.dmn", "A better reason.", "Their reason.");
    edit(file, "A better reason.", "My reason.");
    assertThat(save(file).out()).contains("in the sheet: My reason.; in the table: Their reason.");
  }

  private Run save(Path file, String... options) {
    List<String> all =
        new ArrayList<>(List.of("table", "import", "--knowledge", base, file.toString(), "--save"));
    all.addAll(List.of(options));
    return Run.of(all.toArray(String[]::new));
  }

  @Test
  void aNoteAboveATableIsNotPassedOver() throws IOException {
    Path file = folder.resolve("t.xlsx");
    export(file, "--table", TABLE);
    Book.open(file).type(TABLE, "D2", "ask the legal desk").save();

    assertThat(Run.of("table", "import", "--knowledge", base, file.toString()).err())
        .contains("cell D2: stands above the table: it would be lost");
  }

  @Test
  void wordsWithAForeignOrBetweenThemAreOfferedTogether() throws IOException {
    Path file = folder.resolve("s.csv");
    export(file, "--table", "need for secrecy");
    for (String or : List.of(" oder ", " and ", "/", " | ", " ro ")) {
      String before = Files.readString(file);
      Files.writeString(file, before.replace("to-hide,low", "to-hide,low" + or + "raised"));
      assertThat(Run.of("table", "import", "--knowledge", base, file.toString()).err())
          .contains("is no value, but several: write 'low or raised'");
      Files.writeString(file, before);
    }
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

  @Test
  void whatItWouldBreakIsRefusedUnlessSomebodySaysWhy() throws IOException {
    Path file = exportAsCsv();
    String before = copy.read(MODEL);
    edit(file, "(30..180]", "(31..180]");
    String[] save = {"table", "import", "--knowledge", base, file.toString(), "--save"};

    Run refused = Run.of(save);
    Run forced = Run.of(with(save, "--force"));

    assertThat(refused.code()).isEqualTo(Main.FINDINGS);
    assertThat(refused.out())
        .contains(
            "Refused: what this import would break\n  ! time pressure: no row for days until war ="
                + " 31\n")
        .endsWith(
            "Nothing is saved. Mend it, or save it all the same: --save --force --reason \"…\".\n");
    assertThat(forced.code()).isEqualTo(Main.REFUSED);
    assertThat(forced.err())
        .isEqualTo("error: --force needs a reason for the history: --reason \"…\"\n");
    assertThat(copy.read(MODEL)).isEqualTo(before);
    Run saved = Run.of(with(save, "--force", "--reason", "The day is written tomorrow."));
    assertThat(saved.out()).endsWith("\nSaved: dmn/ripeness.dmn.\n");
    assertThat(Run.of("undo", "--list", "--knowledge", base).out())
        .contains("table import --force", "The day is written tomorrow.");
  }

  @Test
  void aRowThatTwoPeopleEditedIsAskedAbout() throws IOException {
    Path file = exportAsCsv();
    edit(file, "[0..30]", "[0..21]");
    copy.replace(MODEL, "[0..30]", "[0..28]");
    String theirs = copy.read(MODEL);
    String[] save = {"table", "import", "--knowledge", base, file.toString(), "--save"};

    Run asked = Run.of(save);
    Run json = Run.of(with(save, "--format", "json"));

    assertThat(asked.code()).isEqualTo(Main.FINDINGS);
    assertThat(asked.out())
        .contains(
            "  ! time-days (time pressure)\n    • days until war: in the sheet: [0..21]; in the table: [0..28]\n")
        .endsWith("Say whose words count where both edited a row: --mine or\n--theirs.\n");
    assertThat(json.json().get("conflicts").get(0).get("row").asText()).isEqualTo("time-days");
    assertThat(copy.read(MODEL)).isEqualTo(theirs);
    assertThat(Run.of(with(save, "--theirs")).code()).isZero();
    assertThat(copy.read(MODEL)).isEqualTo(theirs);
    Run mine = Run.of(with(save, "--mine", "--force", "--reason", "Three weeks."));
    assertThat(mine.out()).endsWith("\nSaved: dmn/ripeness.dmn.\n");
    assertThat(copy.read(MODEL)).isEqualTo(theirs.replace("[0..28]", "[0..21]"));
  }

  @Test
  void aWorkbookThatIsOpenIsReadAndNotWrittenOver() throws IOException {
    Path file = folder.resolve("t.xlsx");
    String[] export = {
      "table", "export", "--knowledge", base, "--table", TABLE, "-o", file.toString()
    };
    Run.of(export);
    Files.createFile(folder.resolve("~$t.xlsx"));

    Run read = Run.of("table", "import", "--knowledge", base, file.toString());
    Run written = Run.of(export);

    assertThat(read.code()).isZero();
    assertThat(written.code()).isEqualTo(Main.REFUSED);
    assertThat(written.err())
        .isEqualTo(
            "%s: cannot be written: a spreadsheet has it open: close it there first\n"
                .formatted(file));
    Path csv = exportAsCsv();
    edit(csv, "[0..30]", "[0..31]");
    edit(csv, "(30..180]", "(31..180]");
    copy.write("dmn/.~lock.ripeness.dmn#", "");
    Run save = Run.of("table", "import", "--knowledge", base, csv.toString(), "--save");
    assertThat(save.err()).contains("a spreadsheet has it open: close it there first");
  }

  @Test
  void aFolderOfCsvForAnExcelComesBack() throws IOException {
    Path tables = folder.resolve("german");
    Run.of("table", "export", "--knowledge", base, "--for", "excel-de", "-o", tables.toString());
    Path file = tables.resolve("guarantee-counted.csv");
    assertThat(Files.readString(file)).contains(";0,07;");

    Run same = Run.of("table", "import", "--knowledge", base, tables.toString());
    edit(file, ";0,07;", ";0,08;");
    Run changed = Run.of("table", "import", "--knowledge", base, tables.toString());

    assertThat(same.out()).endsWith("The tables say what they said: nothing changes.\n");
    assertThat(changed.out()).contains("0.07 → 0.08");
    assertThat(
            Run.of(
                    "table",
                    "export",
                    "--for",
                    "plain",
                    "--format",
                    "xlsx",
                    "-o",
                    folder + "/x.xlsx")
                .err())
        .isEqualTo("error: --for says how CSV is written; an .xlsx file needs no such thing\n");
  }

  @Test
  void reasonsAreWrittenAsDescriptions() {
    Run shown = Run.of("table", "annotations", "--as-description", "--knowledge", base);
    Run saved = Run.of("table", "annotations", "--as-description", "--save", "--knowledge", base);
    Run again = Run.of("table", "annotations", "--as-description", "--save", "--knowledge", base);

    assertThat(shown.out()).endsWith("Nothing is saved yet: say --save.\n");
    assertThat(saved.out()).startsWith("Saved: dmn/channels.dmn, ");
    assertThat(copy.read(MODEL))
        .contains("<description>A date for military action falls within a month.</description>");
    assertThat(again.out())
        .isEqualTo("Every row has its Why as its description: nothing changes.\n");
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
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
