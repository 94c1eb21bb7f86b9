package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Shown;
import org.parley.author.sheet.Book;

/** The sheets of a model by itself: its days and times, its descriptions and labels. */
class ForeignSheetsTest {
  private static final Path MODEL = Path.of("src/test/resources/foreign/desk/visa.dmn");
  private static final String SHEET = "Visa fee";

  @TempDir private Path folder;
  private Path model;
  private Path workbook;
  private Path sheets;
  private byte[] before;

  @BeforeEach
  void copy() throws IOException {
    model = Files.copy(MODEL, folder.resolve("visa.dmn"));
    workbook = folder.resolve("t.xlsx");
    sheets = folder.resolve("sheets");
    before = Files.readAllBytes(model);
  }

  private Run run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--knowledge", model.toString()));
    return Run.of(all.toArray(String[]::new));
  }

  private Book book() {
    assertThat(run("table", "export", "-o", workbook.toString()).err()).isEmpty();
    return Book.open(workbook);
  }

  private String csv(String dialect) throws IOException {
    assertThat(run("table", "export", "--for", dialect, "-o", sheets.toString()).err()).isEmpty();
    return Files.readString(sheets.resolve("Visa-fee.csv"));
  }

  /** What it says of a CSV file that says this. */
  private Run imported(String csv) throws IOException {
    Files.writeString(sheets.resolve("Visa-fee.csv"), csv);
    return saved(sheets);
  }

  private Run saved(Path file) {
    return run("table", "import", file.toString(), "--save", "--force", "--reason", "a test");
  }

  /** The lines of the model that are not what they were, as they are now. */
  private List<String> changed() throws IOException {
    List<String> was = new String(before, StandardCharsets.UTF_8).lines().toList();
    return Files.readString(model)
        .lines()
        .filter(l -> !was.contains(l))
        .map(String::strip)
        .toList();
  }

  @Test
  void daysAndTimesArePlainWordsBothWays() throws IOException {
    Book book = book();
    assertThat(book.says(SHEET, "B7")).isEqualTo("< 2024-01-01");
    assertThat(book.says(SHEET, "E7")).isEqualTo("< 08:00");
    assertThat(book.says(SHEET, "E9")).isEqualTo("[08:00..17:30]");
    assertThat(book.says(SHEET, "H7")).isEqualTo("2024-12-31");
    book.type(SHEET, "B7", "[2023-01-01..2024-06-30] or 2024-07-01")
        .type(SHEET, "B8", LocalDate.of(2024, 6, 1))
        .type(SHEET, "E9", ">= 8:30")
        .type(SHEET, "H7", LocalDate.of(2025, 2, 28))
        .type(SHEET, "H8", "2026-01-31")
        .save();

    assertThat(saved(workbook).err()).isEmpty();

    assertThat(changed())
        .containsExactly(
            "<inputEntry id=\"a1\"><text>[date(\"2023-01-01\")..date(\"2024-06-30\")],date(\"2024-07-01\")</text></inputEntry>",
            "<outputEntry id=\"a51\"><text>date(\"2025-02-28\")</text></outputEntry>",
            "<inputEntry id=\"b1\"><text>date(\"2024-06-01\")</text></inputEntry>",
            "<outputEntry id=\"b51\"><text>@\"2026-01-31\"</text></outputEntry>",
            "<inputEntry id=\"c32\"><text>&gt;= time(\"08:30:00\")</text></inputEntry>");
  }

  @Test
  void whatASpreadsheetMadeOfDaysIsTheSame() throws IOException {
    String csv = csv("excel-de");

    Run run = imported(csv.replace("2024-12-31", "31.12.2024").replace("2025-12-31", "31/12/2025"));

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("nothing changes");
    assertThat(model).hasBinaryContent(before);
  }

  @Test
  void daysThatAreNoneAreRefusedWithTheirPlaces() throws IOException {
    String csv = csv("plain");

    Run run =
        imported(
            csv.replace("< 2024-01-01", "< 2024-02-30")
                .replace(">= 2024-01-01", "soon")
                .replace("< 08:00", "< 25:00")
                .replace("2024-12-31", ">= 2024-12-31")
                .replace("2025-12-31", "3/4/2025"));

    assertThat(run.err().replace(sheets + "/Visa-fee.csv: ", "").lines())
        .containsExactlyInAnyOrder(
            "cell B7: the calendar has no day 2024-02-30",
            "cell E7: the clock has no time 25:00",
            "cell H7: '>= 2024-12-31' is no day for 'valid', such as 2024-06-01, nor a comparison"
                + " such as >= 2024-06-01, or a range such as [2024-01-01..2024-06-30]",
            "cell B8: 'soon' is no day for 'applied', such as 2024-06-01, nor a comparison such as"
                + " >= 2024-06-01, or a range such as [2024-01-01..2024-06-30]",
            "cell H8: '3/4/2025' can be read as two days: write it as in 2024-06-30");
    assertThat(model).hasBinaryContent(before);
  }

  @Test
  void truthInOtherWordsIsOffered() throws IOException {
    String csv = csv("plain");

    for (Map.Entry<String, String> word :
        Map.of("WAHR", "true", "ja", "true", "FALSCH", "false", "No", "false").entrySet()) {
      assertThat(imported(csv.replace(",true,", "," + word.getKey() + ",")).err())
          .contains(
              "'%s' is neither true nor false (did you mean '%s'?)"
                  .formatted(word.getKey(), word.getValue()));
    }
  }

  @Test
  void descriptionsAreShownAndEditedAndLabelsShown() throws IOException {
    Book book = book();
    assertThat(book.says(SHEET, "I6")).isEqualTo("Description");
    assertThat(book.says(SHEET, "I7")).isEqualTo("The old fees");
    assertThat(book.says(SHEET, "I9")).isEqualTo("Everybody else\npays in full");
    assertThat(book.says(SHEET, "B5")).isEqualTo("When: Applied on");
    assertThat(book.says(SHEET, "C5")).isEqualTo("Urgent?");
    assertThat(book.says(SHEET, "F5")).isEqualTo("Then: Fee (EUR)");
    book.type(SHEET, "I7", "").type(SHEET, "I8", "The fees < 2026").copyRow(SHEET, 9, 10);
    book.type(SHEET, "A10", "").type(SHEET, "I10", "The last").save();

    Run run = saved(workbook);
    assertThat(run.err()).isEmpty();
    assertThat(Shown.line(run.out()))
        .contains("fee 80, note other, valid null, if hour is [08:00..17:30]");

    String now = Files.readString(model);
    assertThat(now)
        .contains("<rule id=\"r1\">\n        <inputEntry id=\"a1\">")
        .contains(
            "<rule id=\"r2\">\n        <description>The fees &lt; 2026</description>\n"
                + "        <inputEntry id=\"b1\">")
        .contains("<description>Everybody else\npays in full</description>")
        .contains("<description>The last</description>\n        <inputEntry id=\"c1_");
    Files.delete(workbook);
    String again = book().says(SHEET, "I8");
    assertThat(again).isEqualTo("The fees < 2026");
    assertThat(run("table", "import", workbook.toString()).out()).contains("nothing changes");
  }

  @Test
  void aDescriptionIsTheWhyOfARowWithoutOne() throws IOException {
    Files.writeString(
        model,
        Files.readString(model)
            .replace(
                "      <rule id=\"r1\">",
                "      <annotation name=\"why\"/>\n      <rule id=\"r1\">")
            .replace("</rule>", "<annotationEntry><text></text></annotationEntry></rule>")
            .replace("<rule id=\"r2\">", "<rule id=\"r2\"><description>Two</description>")
            .replaceFirst("(?s)(b51.*?)<annotationEntry><text>", "$1<annotationEntry><text>Two"));
    before = Files.readAllBytes(model);
    String csv = csv("plain");
    assertThat(csv).contains("valid,why\n", ",The old fees\n", ",Two\n");
    assertThat(imported(csv).out()).contains("nothing changes");
    assertThat(model).hasBinaryContent(before);

    Run run = imported(csv.replace("The old fees", "Once").replace(",Two\n", ",Both\n"));

    assertThat(run.err()).isEmpty();
    assertThat(changed())
        .containsExactly(
            "<rule id=\"r1\"><description>Once</description>",
            "<rule id=\"r2\"><description>Both</description>",
            "<annotationEntry><text>Both</text></annotationEntry></rule>");
  }

  @Test
  void theSheetOnEditingIsTrueForAModelByItself() {
    Book book = book();
    StringBuilder says = new StringBuilder();
    for (int row = 1; row <= book.rows("how to edit"); row++) {
      says.append(book.says("how to edit", "A" + row)).append('|');
      says.append(book.says("how to edit", "B" + row)).append('\n');
    }
    assertThat(says.toString())
        .contains("parley table import FILE.xlsx --knowledge visa.dmn|")
        .contains("parley table import FILE.xlsx --save --knowledge visa.dmn|")
        .contains(">= 2024-06-01|")
        .doesNotContain("vocabulary", "Why", "Source", "Statement", "in the case", "fact");
  }
}
