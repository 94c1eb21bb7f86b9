package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.CaseDesk.line;
import static org.parley.cli.CaseDesk.small;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.author.sheet.Book;
import org.parley.knowledge.CsvRecords;

/** Sheets of cases that meet what others, or they themselves, have done to the case files. */
class CaseMergeTest {
  private static final String FACTS =
      """
      relative power: weaker
      hurting stalemate: yes
      battlefield trend:
        value: stalemate
        why: As before
      """;
  private static final String EVENTS =
      """
      events:
        - {date: 1968-03-31, type: mediation offer, by: United States, to: North Vietnam, kind: state, note: On air}
        - {date: 1968-04-02, type: offensive, by: North Vietnam, to: United States}
      """;

  @TempDir private Path folder;
  private CaseDesk desk;
  private Path csv;

  @BeforeEach
  void copy() throws IOException {
    desk = CaseDesk.in(folder);
    csv = folder.resolve("cases.csv");
    desk.write("AB-1.yaml", small("AB-1", FACTS) + EVENTS);
    desk.write("CD-2.yaml", small("CD-2", FACTS) + EVENTS);
  }

  @Test
  void aCaseThatIsGoneStaysGoneUnlessItsSheetWasEdited() throws IOException {
    Book book = desk.export();
    exportCsv();
    Files.delete(desk.copy().folder().resolve("cases/AB-1.yaml"));
    Map<String, String> gone = desk.contents();

    for (Path file : List.of(desk.sheet(), csv)) {
      Run unedited = desk.take(file, "--save");
      assertThat(unedited.code()).as(unedited.err()).isZero();
      assertThat(words(unedited))
          .contains("nothing changes", "AB-1 was deleted since the export", "stays deleted");
      assertThat(desk.contents()).isEqualTo(gone);
    }

    book.type("AB-1", "C" + line(book, "AB-1", "title"), "Edited").save();
    edit(lines -> lines.get(1).set(lines.get(0).indexOf("title"), "Edited"));
    for (Path file : List.of(desk.sheet(), csv)) {
      Run edited = desk.take(file, "--save");
      assertThat(edited.code()).isEqualTo(Main.FINDINGS);
      assertThat(words(edited)).contains("yours: edited", "theirs: deleted", "Nothing is saved.");
      assertThat(desk.take(file, "--save", "--theirs").code()).isZero();
      assertThat(desk.contents()).isEqualTo(gone);
    }
    Run mine = desk.take("--save", "--mine");
    assertThat(mine.code()).as(mine.err()).isZero();
    assertThat(words(mine)).contains("1 case added", "written anew");
    assertThat(desk.read("AB-1.yaml")).contains("title: Edited", "On air", "why: As before");
  }

  @Test
  void anEventThatWasEditedInTheSheetOfACaseThatIsGoneIsAConflict() throws IOException {
    Book book = desk.export();
    Files.delete(desk.copy().folder().resolve("cases/AB-1.yaml"));
    book.type("AB-1", "F" + CaseDesk.events(book, "AB-1"), "On television").save();

    assertThat(desk.take("--save").code()).isEqualTo(Main.FINDINGS);

    book.deleteRow("AB-1", CaseDesk.events(book, "AB-1")).save();
    assertThat(desk.take("--save").code()).isEqualTo(Main.FINDINGS);
  }

  @Test
  void aSheetThatWasNeverExportedIsANewCase() throws IOException {
    exportCsv();
    edit(
        lines -> {
          List<String> added = new ArrayList<>(lines.get(1));
          added.set(0, "EF-3");
          added.set(lines.get(0).indexOf("fingerprint"), "");
          lines.add(added);
        });

    assertThat(words(desk.take(csv, "--save"))).contains("1 case added");
    assertThat(desk.read("EF-3.yaml")).contains("relative power: weaker");
    // the line is that of its case from now on
    assertThat(words(desk.take(csv))).contains("nothing changes");
    edit(lines -> lines.get(3).set(lines.get(0).indexOf("title"), "Again"));
    assertThat(words(desk.take(csv, "--save"))).contains("1 case changed");
    assertThat(desk.read("EF-3.yaml")).contains("title: Again");
  }

  @Test
  void aLineThatIsCutOffTakesNothing() throws IOException {
    exportCsv();
    Map<String, String> before = desk.contents();
    edit(lines -> lines.set(1, lines.get(1).subList(0, 16)));
    int all = Files.readAllLines(csv).get(0).split(",").length;

    Run cut = desk.take(csv, "--save");

    assertThat(cut.code()).isEqualTo(Main.REFUSED);
    assertThat(cut.err())
        .contains("line 2: has 16 of %d cells".formatted(all), "would be lost from AB-1");
    assertThat(desk.take(csv, "--save", "--mine").code()).isEqualTo(Main.REFUSED);
    assertThat(desk.contents()).isEqualTo(before);
  }

  @Test
  void emptyCellsThatAProgramCutOffAreEmpty() throws IOException {
    exportCsv();
    edit(
        lines -> {
          int print = lines.get(0).indexOf("fingerprint");
          lines.forEach(line -> line.add(0, line.remove(print)));
          for (int i = 1; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            while (line.get(line.size() - 1).isEmpty()) {
              line.remove(line.size() - 1);
            }
          }
          lines.get(1).set(lines.get(0).indexOf("title"), "Edited");
        });
    assertThat(Files.readString(csv)).doesNotContain(",\n");

    assertThat(words(desk.take(csv, "--save"))).contains("1 case changed");
    assertThat(desk.read("AB-1.yaml"))
        .isEqualTo((small("AB-1", FACTS) + EVENTS).replace("A case", "Edited"));
  }

  @Test
  void aLineWithoutItsLettersIsRefusedUnlessItCounts() throws IOException {
    exportCsv();
    desk.write("AB-1.yaml", (small("AB-1", FACTS) + EVENTS).replace("A case", "Theirs"));
    Map<String, String> before = desk.contents();
    edit(lines -> lines.get(1).set(lines.get(0).indexOf("fingerprint"), ""));

    assertThat(desk.take(csv, "--save").err())
        .contains("exported of AB-1 are gone or were edited", "--mine");
    assertThat(desk.contents()).isEqualTo(before);
    assertThat(desk.take(csv, "--save", "--mine").code()).isZero();
    assertThat(desk.read("AB-1.yaml")).contains("title: A case");

    Book book = desk.export();
    book.type("CD-2", "A1", "case").save();
    assertThat(desk.take().err()).contains("sheet 'CD-2', cell A1", "CD-2 are gone");
  }

  @Test
  void aCellBelowNoHeadingIsRefused() throws IOException {
    exportCsv();
    edit(lines -> lines.get(2).add("zzz"));
    assertThat(desk.take(csv, "--save").err())
        .contains("3: stands beside the table: it would be lost");

    exportCsv();
    edit(
        lines -> {
          lines.forEach(line -> line.add(2, ""));
          lines.get(1).set(2, "a remark");
        });
    assertThat(desk.take(csv, "--save").err()).contains("cell C2: stands beside the table");
  }

  @Test
  void ownSavedEditsAreNobodyElses() throws IOException {
    Book book = desk.export();
    String title = "C" + line(book, "AB-1", "title");
    String trend = "C" + line(book, "AB-1", "battlefield trend");
    int event = CaseDesk.events(book, "AB-1");
    book.type("AB-1", title, "A").type("AB-1", trend, "Losing");
    book.type("AB-1", "F" + event, "On television").save();
    assertThat(desk.take("--save").code()).isZero();
    assertThat(words(desk.take())).contains("nothing changes");

    book.type("AB-1", title, "AA").type("AB-1", trend, "gaining");
    book.type("AB-1", "F" + event, "In a speech").save();
    Run again = desk.take("--save");

    assertThat(again.code()).as(words(again)).isZero();
    String now =
        (small("AB-1", FACTS) + EVENTS)
            .replace("A case", "AA")
            .replace("value: stalemate", "value: gaining")
            .replace("On air", "In a speech");
    assertThat(desk.read("AB-1.yaml")).isEqualTo(now);

    // what a colleague does to it all the same is the colleague's
    desk.write("AB-1.yaml", now.replace("title: AA", "title: Theirs"));
    book.type("AB-1", title, "AAA").save();
    assertThat(words(desk.take("--save"))).contains("yours: AAA", "theirs: Theirs");
  }

  @Test
  void whatAnotherSavedFromACopyOfTheSheetIsAnothersEdit() throws IOException {
    Book book = desk.export();
    String title = "C" + line(book, "AB-1", "title");
    book.type("AB-1", title, "A").save();
    assertThat(desk.take("--save", "--author", "Anna").code()).isZero();
    book.type("AB-1", title, "B").save();

    assertThat(words(desk.take("--save", "--author", "Ben"))).contains("yours: B", "theirs: A");
    Path copy = Files.copy(desk.sheet(), folder.resolve("copy.xlsx"));
    assertThat(words(desk.take(copy, "--save", "--author", "Anna"))).contains("yours: B");
    assertThat(words(desk.take("--save", "--author", "Anna"))).contains("1 case changed");
    assertThat(desk.read("AB-1.yaml")).contains("title: B");
  }

  @Test
  void anImportThatWasUndoneSaidNothing() throws IOException {
    Book book = desk.export();
    book.type("AB-1", "C" + line(book, "AB-1", "title"), "A").save();
    assertThat(desk.take("--save").code()).isZero();
    assertThat(desk.run("undo").code()).isZero();

    assertThat(words(desk.take("--save"))).contains("1 case changed");
    assertThat(desk.read("AB-1.yaml")).contains("title: A\n");
  }

  @Test
  void anOldCopyOfTheSheetTakesNothingBack() throws IOException {
    Book book = desk.export();
    byte[] old = Files.readAllBytes(desk.sheet());
    int event = CaseDesk.events(book, "AB-1");
    book.type("AB-1", "C" + line(book, "AB-1", "title"), "A");
    book.type("AB-1", "F" + event, "On television");
    book.type("AB-1", "B" + (event + 2), "1968-04-03").type("AB-1", "C" + (event + 2), "offensive");
    book.type("AB-1", "D" + (event + 2), "United States");
    book.type("AB-1", "E" + (event + 2), "North Vietnam").save();
    assertThat(desk.take("--save").code()).isZero();
    String now = desk.read("AB-1.yaml");
    assertThat(now).contains("title: A\n", "On television", "1968-04-03");

    // an event that was added is edited as well, and is no second one
    book.type("AB-1", "B" + (event + 2), "1968-04-04").save();
    assertThat(desk.take("--save").code()).isZero();
    assertThat(desk.read("AB-1.yaml")).isEqualTo(now.replace("1968-04-03", "1968-04-04"));

    Files.write(desk.sheet(), old);
    Run copy = desk.take("--save");
    assertThat(words(copy))
        .contains("nothing changes", "says what it said when it was exported of 'title'");
    assertThat(desk.read("AB-1.yaml")).isEqualTo(now.replace("1968-04-03", "1968-04-04"));
  }

  @Test
  void aMistypedIdIsNoNewCase() throws IOException {
    exportCsv();
    Map<String, String> before = desk.contents();
    edit(lines -> lines.get(1).set(0, "AB-11"));

    Run run = desk.take(csv, "--save");

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err())
        .contains("cell A2: there is no case 'AB-11' (did you mean 'AB-1'?)", "line of AB-1");
    assertThat(desk.contents()).isEqualTo(before);
  }

  @Test
  void aFormulaIsToldOnce() throws IOException {
    Book book = desk.export();
    String cell = "C" + line(book, "AB-1", "battlefield trend");
    book.type("AB-1", cell, new Book.Formula("1+1")).save();

    Run run = desk.take();

    assertThat(run.err().lines().filter(l -> l.contains("cell " + cell))).hasSize(1);
  }

  @Test
  void exchangedHeadingsAreToldOnce() throws IOException {
    exportCsv();
    edit(
        lines -> {
          List<String> header = lines.get(0);
          int one = header.indexOf("relative power");
          int other = header.indexOf("battlefield trend");
          header.set(one, "battlefield trend");
          header.set(other, "relative power");
        });

    Run run = desk.take(csv, "--save");

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("'battlefield trend' and 'relative power'", "may be exchanged");
  }

  @Test
  void factsThatAreCalledLikePartsOfACaseGoThroughCsv() throws IOException {
    assertThat(desk.run("fact", "rename", "relative power", "title", "--save").code()).isZero();
    assertThat(desk.run("fact", "rename", "hurting stalemate", "id", "--save").code()).isZero();
    Map<String, String> before = desk.contents();
    exportCsv();

    Run back = desk.take(csv, "--save");
    assertThat(back.code()).as(back.err()).isZero();
    assertThat(words(back)).contains("nothing changes");
    assertThat(desk.contents()).isEqualTo(before);

    edit(lines -> lines.get(1).set(lines.get(0).indexOf("title (fact)"), "parity"));
    Run edited = desk.take(csv, "--save", "--format", "json");
    JsonNode cells = edited.json().get("cases").get(0).get("cells");
    assertThat(cells).hasSize(1);
    assertThat(cells.get(0).get("fact").asText()).isEqualTo("title");
    assertThat(desk.read("AB-1.yaml")).contains("title: A case");
  }

  @Test
  void aRowOfATableThatIsCutOffIsRefused() throws IOException {
    Path tables = folder.resolve("tables");
    assertThat(desk.run("table", "export", "-o", tables.toString(), "--for", "plain").code())
        .isZero();
    Path file;
    try (var files = Files.list(tables)) {
      file = files.filter(f -> f.toString().endsWith(".csv")).sorted().findFirst().orElseThrow();
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int row = lines.size() - 1;
    lines.set(row, String.join(",", Arrays.asList(lines.get(row).split(",")).subList(0, 2)));
    Files.write(file, lines);

    Run run = desk.run("table", "import", tables.toString());

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).contains("line %d: has only 2 cells".formatted(row + 1));
  }

  private void exportCsv() {
    Run export = desk.run("case", "export", "-o", csv.toString(), "--force");
    assertThat(export.code()).as(export.err()).isZero();
  }

  /** Edits the lines of the CSV file, the header among them. */
  private void edit(Consumer<List<List<String>>> edit) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    CsvRecords.read(
        "cases.csv", Files.readString(csv), (at, cells) -> lines.add(new ArrayList<>(cells)));
    // the last is always blank
    lines.remove(lines.size() - 1);
    edit.accept(lines);
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append(
              String.join(
                  ",",
                  line.stream()
                      .map(c -> c.isEmpty() ? c : "\"%s\"".formatted(c.replace("\"", "\"\"")))
                      .toList()))
          .append("\n");
    }
    Files.write(csv, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String words(Run run) {
    return run.out().replaceAll("\\s+", " ");
  }
}
