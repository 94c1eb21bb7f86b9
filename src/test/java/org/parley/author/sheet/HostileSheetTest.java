package org.parley.author.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ParleyException;

/** Spreadsheets and CSV files that would fill the memory, or never end: each is one line. */
class HostileSheetTest {
  // far longer than any of them takes, so that a slow machine is no failure
  private static final Duration LATE = Duration.ofSeconds(30);
  private static final String NO_SPREADSHEET =
      "no spreadsheet that can be read: save it as .xlsx (in LibreOffice: Excel 2007-365)";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  @TempDir private Path folder;

  static Stream<Arguments> cells() {
    String number = "sheet 'posture', cell D9: holds no number that a spreadsheet can hold";
    String text = "sheet 'posture', cell D9: points to a text that the file does not hold";
    String large =
        "sheet 'posture', cell D9: more than 32,767 characters: the most for a cell of a spreadsheet"
            + " or CSV file";
    return Stream.of(
        arguments(cell("", "<v>1e999999999</v>"), number),
        arguments(cell("", "<v>1e-999999999</v>"), number),
        arguments(cell(" t=\"n\"", "<v>" + "9".repeat(30_000) + "</v>"), number),
        arguments(cell("", "<f>1+1</f><v>1e999999999</v>"), number),
        arguments(cell(" t=\"s\"", "<v>99999999</v>"), text),
        arguments(cell(" t=\"s\"", "<v>-1</v>"), text),
        arguments(cell(" t=\"s\"", "<v>99999999999999</v>"), text),
        arguments(cell(" t=\"inlineStr\"", "<is><t>" + "a".repeat(5_000_000) + "</t></is>"), large),
        arguments(
            "<row r=\"9\"><c r=\"ZZZZZZ9\"><v>1</v></c></row>",
            "sheet 'posture': has a cell that no sheet can have"),
        arguments(
            "<row r=\"2000000000\"><c r=\"A2\"><v>1</v></c></row>",
            "sheet 'posture': has a line that no sheet can have"),
        arguments(
            "<row r=\"120005\"><c r=\"A120005\"><v>1</v></c></row>",
            "sheet 'posture', line 120005: more than 120,000 rows: the most for a table's sheet or CSV"
                + " file"),
        arguments(
            "<row r=\"9\"><c r=\"XFD9\"><v>1</v></c></row>",
            "sheet 'posture', line 9: more than 500 columns: the most for a sheet or CSV file"),
        arguments(
            IntStream.rangeClosed(1, 500)
                .mapToObj("<row r=\"%1$d\"><c r=\"XFD%1$d\"/></row>"::formatted)
                .collect(Collectors.joining()),
            "sheet 'posture', line 306: too far on: more than 5,000,000 cells"));
  }

  private static String cell(String type, String content) {
    return "<row r=\"9\"><c r=\"D9\"%s>%s</c></row>".formatted(type, content);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aCell(String rows, String message) throws IOException {
    Path file = book(zip -> {}, sheet(rows));

    assertThat(refusal(file)).isEqualTo(file + ": " + message);
  }

  @Test
  void anHonestSheetIsReadAndEmptyRowsFarDownAreNone() throws IOException {
    String rows =
        "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\"><v>1.50</v></c></row>"
            + "<row r=\"120005\"><c r=\"A120005\"/></row>";

    assertThat(GridReader.read(book(zip -> {}, sheet(rows))))
        .containsExactly(
            new Grid(
                folder.resolve("x.xlsx").toString(),
                "posture",
                "",
                List.of(
                    List.of(),
                    List.of(
                        GridCell.EMPTY,
                        GridCell.text("shared"),
                        new GridCell("1.5", GridCell.Kind.NUMBER)))));
  }

  @Test
  void aSmallFileThatUnpacksToALargeOne() throws IOException {
    byte[] mebibyte = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    Path file =
        book(
            zip -> {
              zip.putNextEntry(new ZipEntry("xl/big.xml"));
              for (int i = 0; i < 150; i++) {
                zip.write(mebibyte);
              }
            },
            sheet(""));

    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThat(refusal(file))
        .isEqualTo(file + ": more than 128 MiB: the most for all parts of a spreadsheet, unpacked");
  }

  @Test
  void morePartsThanASpreadsheetHas() throws IOException {
    Path file =
        book(
            zip -> {
              for (int i = 0; i < 70_000; i++) {
                zip.putNextEntry(new ZipEntry("x/" + i));
              }
            },
            sheet(""));

    assertThat(refusal(file))
        .isEqualTo(file + ": more than 1,000 parts: the most for one spreadsheet");
  }

  @Test
  void theXmlOfItsPartsIsHeldToTheSameAsModels() throws IOException {
    Path file = book(zip -> {}, "<!DOCTYPE worksheet [<!ENTITY a \"b\">]>" + sheet("<a>&a;</a>"));
    assertThat(refusal(file))
        .isEqualTo(
            file + ", part xl/worksheets/sheet1.xml:1: a DOCTYPE is not allowed here: take it out");

    file = book(zip -> {}, sheet("<a>".repeat(100_000) + "</a>".repeat(100_000)));
    assertThat(refusal(file))
        .isEqualTo(
            file
                + ", part xl/worksheets/sheet1.xml:1: more than 100 levels: the most for XML elements"
                + " within each other");
  }

  @Test
  void whatIsNoSpreadsheetOrHalfOfOne() throws IOException {
    byte[] whole = Files.readAllBytes(book(zip -> {}, sheet("")));
    Path file = folder.resolve("y.xlsx");
    for (byte[] content :
        List.of(
            new byte[0],
            "root:x:0:0".getBytes(StandardCharsets.UTF_8),
            HexFormat.of().parseHex("d0cf11e0a1b11ae1"),
            java.util.Arrays.copyOf(whole, whole.length / 2))) {
      Files.write(file, content);
      assertThat(refusal(file)).isEqualTo(file + ": " + NO_SPREADSHEET);
    }

    for (int i = 0; i < whole.length - 9; i++) {
      boolean entry = whole[i] == 'P' && whole[i + 1] == 'K' && whole[i + 2] == 1;
      whole[i + 8] |= (byte) (entry ? 1 : 0);
    }
    Files.write(file, whole);
    assertThat(refusal(file)).isEqualTo(file + ": has a password: save it without one");
  }

  static Stream<Arguments> csv() {
    String broken =
        ":1: no CSV from here on: is a quote (\") not closed, one too many, or a line too long?";
    String cells = ": more than 500 columns: the most for a sheet or CSV file";
    return Stream.of(
        arguments("\"abc\n".repeat(100_000) + '"', broken),
        arguments("a,b\n1,\"2\n3,4\n5,6\n", broken.replace(":1:", ":2:")),
        arguments("a,b\n1,2\n3,\"4", broken.replace(":1:", ":3:")),
        arguments("a,b\n1,\"2\"\"\n", broken.replace(":1:", ":2:")),
        arguments("a".repeat(20 << 20), broken),
        arguments(
            "a".repeat(40_000),
            ":1: more than 32,767 characters: the most for a cell of a spreadsheet or CSV file"),
        arguments("a,".repeat(1_000), ":1" + cells),
        arguments(",".repeat(10_000_000), broken),
        arguments("a\0b", ":1: the character U+0000 is not allowed in a text"),
        arguments(
            "a\n".repeat(120_001),
            ":120001: more than 120,000 rows: the most for a table's sheet or CSV file"));
  }

  @ParameterizedTest
  @MethodSource("csv")
  void aCsvFile(String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), content);

    assertThat(refusal(file)).isEqualTo(file + message);
  }

  @Test
  void aCsvFileInTheEncodingOfACountry() throws IOException {
    Path file =
        Files.write(folder.resolve("x.csv"), "a\ncafé\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refusal(file))
        .isEqualTo(
            file
                + ":2: not UTF-8 text from here on: save it as UTF-8; as windows-1252 it would read 'café'; if that is right, say --encoding windows-1252");
  }

  private static String refusal(Path file) {
    return assertTimeoutPreemptively(
            LATE, () -> catchThrowableOfType(ParleyException.class, () -> GridReader.read(file)))
        .getMessage();
  }

  private static String sheet(String rows) {
    return "<worksheet %s><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
  }

  /** Writes further parts. */
  private interface More {
    void write(ZipOutputStream zip) throws IOException;
  }

  private Path book(More more, String sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + type("workbook", "sheet.main")
              + type("sharedStrings", "sharedStrings")
              + type("styles", "styles")
              + "</Types>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook %s xmlns:r=\"%s\"><sheets><sheet name=\"posture\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
              .formatted(MAIN, RELATIONS));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                  + "<Relationship Id=\"rId1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                  + "</Relationships>")
              .formatted(RELATIONS));
      part(zip, "xl/styles.xml", "<styleSheet %s/>".formatted(MAIN));
      part(zip, "xl/sharedStrings.xml", "<sst %s><si><t>shared</t></si></sst>".formatted(MAIN));
      part(zip, "xl/worksheets/sheet1.xml", sheet);
      more.write(zip);
    }
    return Files.write(folder.resolve("x.xlsx"), bytes.toByteArray());
  }

  private static String type(String part, String kind) {
    return ("<Override PartName=\"/xl/%s.xml\" ContentType=\"application/"
            + "vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>")
        .formatted(part, kind);
  }

  private static void part(OutputStream out, String name, String content) throws IOException {
    ZipOutputStream zip = (ZipOutputStream) out;
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
