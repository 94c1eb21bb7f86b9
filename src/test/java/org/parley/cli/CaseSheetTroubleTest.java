package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.CaseDesk.events;
import static org.parley.cli.CaseDesk.line;
import static org.parley.cli.CaseDesk.small;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.author.sheet.Book;

/**
 * What people and their programs do to sheets of cases: it is read, or named, and never ignored.
 */
class CaseSheetTroubleTest {
  private static final String FACTS =
      """
      months of fighting: 37
      relative power: weaker
      battlefield trend:
        value: stalemate
        why: As before
        source: Herring
      hurting stalemate:
        value: "no"
        source: Nguyen
      """;
  private static final String EVENTS =
      """
      events:
        - {date: 1968-01-30, type: offensive, by: North Vietnam, to: United States}
        # the second
        - {date: 1968-03-31, type: overture, by: United States, to: North Vietnam, note: "On air"}
        - date: 1968-04-01
          type: offensive
          by: United States
          to: North Vietnam
      """;

  @TempDir private Path folder;
  private CaseDesk desk;

  @BeforeEach
  void copy() throws IOException {
    desk = CaseDesk.in(folder);
  }

  private void cases(String... ids) throws IOException {
    for (String id : ids) {
      desk.write(id + ".yaml", small(id, FACTS) + EVENTS);
    }
  }

  @Test
  void aSheetThatCannotBeReadIsNamed() throws IOException {
    cases("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "B1", "B2");
    Map<String, String> before = desk.contents();
    Book book = desk.export();
    int trend = line(book, "A1", "battlefield trend");
    int id = line(book, "A1", "id");
    int event = events(book, "A1");
    book.type("A1", "C" + trend, "losing").deleteColumn("A1", 'A');
    book.type("A2", "C" + trend, "losing").type("A2", "A1", "");
    book.type("A3", "C" + id, "");
    book.type("A4", "B" + trend, "batlefield trend");
    book.type("A5", "D" + trend, new Book.Formula("1+1"));
    book.copyRow("A6", trend, trend + 1);
    book.type("A7", "D" + (trend - 3), "");
    book.type("A7", "E" + headings(book, "A7"), "");
    book.copySheet("A8", "A8 again");
    book.type("A9", "C" + id, "B1");
    book.type("B1", "C" + id, "A9");
    book.type("B2", "B" + trend, "").type("B2", "C" + (event + 1), "");
    book.save();

    Run wrong = desk.take("--save");

    assertThat(wrong.code()).isEqualTo(Main.REFUSED);
    assertThat(wrong.err().lines())
        .anyMatch(
            l ->
                l.contains("sheet 'A1'")
                    && l.contains("hidden column A")
                    && l.contains("Undo that"))
        .anyMatch(
            l ->
                l.contains("sheet 'A2'") && l.contains("its first cell") && l.contains("Undo that"))
        .anyMatch(l -> l.contains("sheet 'A3'") && l.contains("has no id"))
        .anyMatch(
            l ->
                l.contains("sheet 'A4', cell B" + trend)
                    && l.contains("did you mean 'battlefield trend'?"))
        .anyMatch(l -> l.contains("sheet 'A5', cell D" + trend) && l.contains("holds a formula"))
        .anyMatch(
            l -> l.contains("sheet 'A6', cell B" + (trend + 1)) && l.contains("stands here twice"))
        .anyMatch(
            l ->
                l.contains("sheet 'A7', line " + headings(book, "A6"))
                    && l.contains("the heading 'source' is gone"))
        .anyMatch(
            l ->
                l.contains("sheet 'A8 again', cell C" + id)
                    && l.contains("stands here and in sheet 'A8'"))
        .anyMatch(
            l -> l.contains("sheet 'A9', cell C" + id) && l.contains("another case than 'B1'"))
        .anyMatch(
            l -> l.contains("sheet 'B1', cell C" + id) && l.contains("another case than 'A9'"))
        .anyMatch(l -> l.contains("sheet 'B2', cell B" + trend) && l.contains("is missing"))
        .anyMatch(l -> l.contains("sheet 'B2', cell C" + (event + 1)) && l.contains("has no type"))
        .hasSize(12);
    assertThat(desk.contents()).isEqualTo(before);
  }

  /** What a run printed, as if on one line. */
  private static String words(Run run) {
    return run.out().replaceAll("\\s+", " ");
  }

  private static int headings(Book book, String sheet) {
    return line(book, sheet, "fact");
  }

  @Test
  void whatProgramsDoToCellsIsRead() throws IOException {
    cases("C1", "C2", "C3", "C4", "C5");
    Book book = desk.export();
    int months = line(book, "C1", "months of fighting");
    int trend = line(book, "C1", "battlefield trend");
    int stalemate = line(book, "C1", "hurting stalemate");
    int event = events(book, "C1");
    // numbers, days and truth as a spreadsheet holds them
    book.type("C1", "C" + months, new BigDecimal("38"))
        .type("C1", "D" + trend, new BigDecimal("0.57999999999999996"))
        .type("C1", "E" + trend, new BigDecimal("2024"))
        .type("C1", "C" + line(book, "C1", "as of"), LocalDate.of(1968, 5, 1))
        .type("C1", "C" + stalemate, " Yes\u00A0")
        .type("C1", "B" + event, "30.1.1968");
    // renamed, its lines sorted, its columns moved, its events turned round
    book.copySheet("C2", "Some other name").deleteSheet("C2");
    book.type("Some other name", "C" + trend, "losing");
    book.moveRow("C3", trend, months).moveRow("C3", event + 2, event).moveColumn("C3", 'F', 'D');
    book.type("C3", "C" + line(book, "C3", "relative power"), "parity");
    // two reasons of one kind
    book.merge("C4", 'E', trend, stalemate);
    // a sheet of somebody's own
    book.copySheet("index", "Notes").type("Notes", "A1", "My notes");
    book.save();

    Run saved = desk.take("--save");

    assertThat(saved.code()).as(saved.err()).isZero();
    assertThat(words(saved))
        .contains("sheet 'Notes' shows no case and is not read")
        .contains("sheet 'C3' has its events in another order");
    String file = small("C1", FACTS) + EVENTS;
    assertThat(desk.read("C1.yaml"))
        .isEqualTo(
            file.replace("fighting: 37", "fighting: 38")
                .replace("why: As before", "why: \"0.58\"")
                .replace("source: Herring", "source: \"2024\"")
                .replace("as of: 1968-04-02", "as of: 1968-05-01")
                .replace("value: \"no\"", "value: \"yes\""));
    assertThat(desk.read("C2.yaml"))
        .isEqualTo((small("C2", FACTS) + EVENTS).replace("value: stalemate", "value: losing"));
    assertThat(desk.read("C3.yaml"))
        .isEqualTo((small("C3", FACTS) + EVENTS).replace("weaker", "parity"));
    assertThat(desk.read("C4.yaml"))
        .isEqualTo((small("C4", FACTS) + EVENTS).replace("Nguyen", "Herring"));
    assertThat(desk.read("C5.yaml")).isEqualTo(small("C5", FACTS) + EVENTS);
  }

  @Test
  void eventsComeGoAndChangeInTheirPlaces() throws IOException {
    cases("E1", "E2", "E3");
    Book book = desk.export();
    int event = events(book, "E1");
    book.deleteRow("E1", event + 1);
    book.copyRow("E2", event + 2, event + 3)
        .type("E2", "B" + (event + 3), "1968-04-02")
        .type("E2", "F" + (event + 1), "On the radio: #1");
    book.type("E3", "B" + (event + 3), "1968-04-02")
        .type("E3", "C" + (event + 3), "Offensive")
        .type("E3", "D" + (event + 3), "North Vietnam; NLF")
        .type("E3", "E" + (event + 3), "United States")
        .save();

    Run saved = desk.take("--save");

    assertThat(saved.code()).as(saved.err()).isZero();
    assertThat(words(saved))
        .contains("- event 1968-03-31, overture, United States, North Vietnam")
        .contains("note: On air → On the radio: #1");
    assertThat(desk.read("E1.yaml"))
        .isEqualTo((small("E1", FACTS) + EVENTS).replaceFirst("  - \\{date: 1968-03-31.*\n", ""));
    assertThat(desk.read("E2.yaml"))
        .isEqualTo(
            (small("E2", FACTS) + EVENTS).replace("\"On air\"", "\"On the radio: #1\"")
                + "  - {date: 1968-04-02, type: offensive, by: United States, to: North Vietnam}\n");
    assertThat(desk.read("E3.yaml"))
        .isEqualTo(
            small("E3", FACTS)
                + EVENTS
                + "  - {date: 1968-04-02, type: offensive, by: [North Vietnam, NLF], to: United States}\n");
  }

  /** An event, a cell and a line that both have edited; then one of the two counts. */
  @Test
  void whereBothEditedNothingIsSavedUntilSomebodySaysWhoCounts() throws IOException {
    cases("M1", "M2");
    Book book = desk.export();
    int event = events(book, "M1");
    String theirs =
        (small("M1", FACTS) + EVENTS)
            .replace("stalemate\n    why: As before", "losing\n    why: As before")
            .replace("On air", "On television");
    desk.write("M1.yaml", theirs);
    String gone = (small("M2", FACTS) + EVENTS).replace("On air", "On television");
    desk.write("M2.yaml", gone);
    book.type("M1", "C" + line(book, "M1", "battlefield trend"), "gaining")
        .type("M1", "C" + line(book, "M1", "title"), "Mine alone")
        .type("M1", "F" + (event + 1), "In a speech");
    book.deleteRow("M2", event + 1).save();

    Run both = desk.take("--save", "--format", "json");

    assertThat(both.code()).isEqualTo(Main.FINDINGS);
    assertThat(desk.read("M1.yaml")).isEqualTo(theirs);
    JsonNode conflicts = both.json().get("conflicts");
    assertThat(conflicts).hasSize(3);
    assertThat(conflicts.get(0).get("mine").asText()).isEqualTo("gaining");
    assertThat(conflicts.get(0).get("theirs").asText()).isEqualTo("losing");
    assertThat(conflicts.get(1).get("mine").asText()).endsWith("In a speech");
    assertThat(conflicts.get(1).get("theirs").asText()).endsWith("On television");
    assertThat(conflicts.get(2).path("mine").asText()).isEmpty();
    assertThat(conflicts.get(2).get("theirs").asText()).endsWith("On television");
    assertThat(words(desk.take()))
        .contains("--mine", "--theirs", "yours: gaining", "theirs: losing");

    assertThat(desk.take("--save", "--theirs").code()).isZero();
    assertThat(desk.read("M1.yaml"))
        .isEqualTo(theirs.replace("title: A case", "title: Mine alone"));
    assertThat(desk.read("M2.yaml")).isEqualTo(gone);
    assertThat(desk.run("undo").code()).isZero();
    assertThat(desk.take("--save", "--mine").code()).isZero();
    assertThat(desk.read("M1.yaml"))
        .isEqualTo(
            theirs
                .replace("title: A case", "title: Mine alone")
                .replace("value: losing", "value: gaining")
                .replace("On television", "In a speech"));
    assertThat(desk.read("M2.yaml"))
        .isEqualTo(gone.replaceFirst("  - \\{date: 1968-03-31.*\n", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "',', UTF-8, '', ''",
    "';', UTF-8, mark, ''",
    "TAB, UTF-8, '', ''",
    "';', UTF-16, mark, ''",
    "';', UTF-8, sep, ''",
    "';', windows-1252, '', windows-1252",
  })
  void csvOfTheWorldIsRead(String separator, String charset, String start, String option)
      throws IOException {
    cases("V1", "V2");
    desk.write("V3.yaml", small("V3", FACTS).replace("A case", "Caf\u00e9 first; then, tea"));
    Path csv = folder.resolve("cases.CSV");
    assertThat(desk.run("case", "export", "-o", csv.toString()).code()).isZero();
    String sign = separator.equals("TAB") ? "\t" : separator;
    String text =
        Files.readString(csv)
            .replace("\"Caf\u00e9 first; then, tea\"", "@")
            .replace(",", sign)
            .replace("@", "\"Caf\u00e9 first; then, tea!\"")
            .replaceFirst(sign + "stalemate" + sign, sign + "losing" + sign)
            // as Excel of some country writes a day
            .replaceFirst("1968-04-02", "02.04.1968")
            .replaceFirst("1968-04-02", "4/2/1968");
    String head =
        start.equals("mark") ? "\uFEFF" : start.equals("sep") ? "sep=" + sign + "\r\n" : "";
    Charset encoding =
        charset.equals("UTF-16") ? StandardCharsets.UTF_16LE : Charset.forName(charset);
    Files.write(csv, (head + text.replace("\n", "\r\n")).getBytes(encoding));

    if (!option.isEmpty()) {
      Run unread = desk.take(csv);
      assertThat(unread.code()).isEqualTo(Main.REFUSED);
      assertThat(unread.err()).contains("windows-1252 it would read", "Caf\u00e9");
    }
    Run saved =
        option.isEmpty()
            ? desk.take(csv, "--save")
            : desk.take(csv, "--save", "--encoding", option);

    assertThat(saved.code()).as(saved.err()).isZero();
    assertThat(desk.read("V1.yaml"))
        .isEqualTo((small("V1", FACTS) + EVENTS).replace("value: stalemate", "value: losing"));
    assertThat(desk.read("V2.yaml")).isEqualTo(small("V2", FACTS) + EVENTS);
    assertThat(desk.read("V3.yaml"))
        .isEqualTo(small("V3", FACTS).replace("A case", "Caf\u00e9 first; then, tea!"));
  }

  @Test
  void wrongLinesAndColumnsOfCsvAreNamed() throws IOException {
    cases("W1", "W2", "W3");
    Map<String, String> before = desk.contents();
    Path csv = folder.resolve("cases.csv");
    assertThat(desk.run("case", "export", "-o", csv.toString()).code()).isZero();
    List<String> lines = Files.readString(csv).lines().toList();
    Files.writeString(
        csv,
        String.join(
            "\n",
            lines.get(0).replace("battlefield trend", "batlefield trend"),
            lines.get(1),
            lines.get(2).replaceFirst("W2", ""),
            lines.get(3).replaceFirst("W3", "W1").replace("1968-04-02", "01/02/1968")));

    Run wrong = desk.take(csv, "--save");

    assertThat(wrong.code()).isEqualTo(Main.REFUSED);
    assertThat(wrong.err())
        .contains("did you mean 'battlefield trend'?", "read with commas")
        .contains("cell A3: the id of the case is missing")
        .contains("cell A4: the case 'W1' stands here and in line 2: keep one");
    assertThat(desk.contents()).isEqualTo(before);

    Files.writeString(csv, "title;conflict\nOne;Two\n");
    assertThat(desk.take(csv).err()).contains("has no column 'id' (read with semicolons");
    // a column that is not there stays as it is, a day of two readings is asked for
    Files.writeString(csv, "id,relative power,months of fighting,as of\nW1,Parity,37,1968-04-02\n");
    assertThat(words(desk.take(csv, "--save")))
        .contains("does not say any more what it was made from");
    assertThat(desk.read("W1.yaml"))
        .isEqualTo((small("W1", FACTS) + EVENTS).replace("weaker", "parity"));
    Files.writeString(csv, "id,as of\nW1,01/02/1968\n");
    assertThat(desk.take(csv).err()).contains("cell B2", "must be a day written YYYY-MM-DD");
  }

  @Test
  void whatStandsWhereNothingIsReadIsRefused() throws IOException {
    cases("N1", "N2");
    Map<String, String> before = desk.contents();
    Book book = desk.export();
    int trend = line(book, "N1", "battlefield trend");
    int event = events(book, "N1");
    book.type("N1", "H2", "Ask the desk")
        .type("N1", "H" + trend, "Not sure")
        .type("N1", "K" + (trend + 1), "Nor here")
        .type("N1", "I" + event, "And here")
        .type("N2", "B1", "Another heading")
        .type("index", "B3", "Another title")
        .type("event types", "H4", "A note")
        .save();

    Run wrong = desk.take("--save");

    assertThat(wrong.code()).isEqualTo(Main.REFUSED);
    String lost = ": stands beside the table: it would be lost";
    assertThat(wrong.err().lines())
        .anyMatch(l -> l.contains("sheet 'N1', cell H2" + lost))
        .anyMatch(l -> l.contains("sheet 'N1', cell H" + trend + lost))
        .anyMatch(l -> l.contains("sheet 'N1', cell K" + (trend + 1) + lost))
        .anyMatch(l -> l.contains("sheet 'N1', cell I" + event + lost))
        .hasSize(4);
    assertThat(desk.contents()).isEqualTo(before);
    for (String cell : List.of("H2", "H" + trend, "K" + (trend + 1), "I" + event)) {
      book.type("N1", cell, "");
    }
    book.save();

    Run fine = desk.take();

    assertThat(fine.code()).as(fine.err()).isZero();
    assertThat(words(fine))
        .contains("nothing changes")
        .contains("sheet 'N2', cell B1 is not read")
        .contains("sheet 'index', line 3 was edited, and is not read")
        .contains("sheet 'event types', line 4 was edited, and is not read")
        .doesNotContain("line 5 was edited");
  }

  @Test
  void aLineOfCsvThatLacksSomethingIsNamedWithItsCase() throws IOException {
    cases("X1");
    Path csv = folder.resolve("cases.csv");
    String head = "id,title,as of,deciding party,adversary,relative power\n";

    Files.writeString(
        csv, head + "X1,,,,,weaker\nX2,A title,,North Vietnam,United States,weaker\n");
    Run lacking = desk.take(csv);
    Files.writeString(csv, head + "X3,,,,,\n");
    Run empty = desk.take(csv);
    Files.writeString(csv, head + "X1,A case,1968-04-02,North Vietnam,United States,weaker,why?\n");
    Run beside = desk.take(csv);

    assertThat(lacking.code()).isEqualTo(Main.REFUSED);
    assertThat(lacking.err())
        .contains("line 2: X1, column 'as of': 'as of' is missing")
        .contains("line 3: X2, column 'as of': 'as of' is missing");
    assertThat(empty.code()).isEqualTo(Main.REFUSED);
    assertThat(empty.err()).contains("cell A2: 'X3' has nothing but an id");
    assertThat(beside.code()).isEqualTo(Main.REFUSED);
    assertThat(beside.err()).contains("cell G2: stands beside the table: it would be lost");
  }

  @Test
  void listsNewCasesAndEventsAreToldWithWhatTheyDo() throws IOException {
    cases("L1");
    Book book = desk.export();
    book.type("L1", "C" + line(book, "L1", "tags"), "test; x")
        .type("L1", "F" + (events(book, "L1") + 1), "In other words");
    book.copySheet("L1", "L2").type("L2", "C" + line(book, "L1", "id"), "L2").save();

    Run told = desk.take();

    assertThat(told.code()).as(told.err()).isZero();
    assertThat(words(told))
        .contains("tags: added 'test', 'x'")
        .contains("+ a new case: ")
        .doesNotContain("a new case: no advice")
        .contains(
            "No rule was run, because nobody vouched for them: what events say has no part in the"
                + " advice here. Say --trust-rules to have it counted.");
    assertThat(desk.take("--trust-rules").out()).doesNotContain("vouched");
    JsonNode added = desk.take("--format", "json").json().get("added");
    assertThat(added.get("L2").get("posture").asText()).isNotEmpty();
  }

  @Test
  void filesOfAnotherFolderHaveAHistoryOfTheirOwn() throws IOException {
    Path other = Files.createDirectories(folder.resolve("mine"));
    String before = small("O1", FACTS) + EVENTS;
    Files.writeString(other.resolve("O1.yaml"), before);
    Run export =
        desk.run(
            "case", "export", other.resolve("O1.yaml").toString(), "-o", desk.sheet().toString());
    assertThat(export.code()).as(export.err()).isZero();
    Book book = Book.open(desk.sheet());
    book.type("O1", "C" + line(book, "O1", "relative power"), "parity");
    book.copySheet("O1", "O2").type("O2", "C" + line(book, "O1", "id"), "O2").save();

    Run saved = desk.take("--save", "-o", other.toString());

    assertThat(saved.code()).as(saved.err()).isZero();
    assertThat(Files.readString(other.resolve("O1.yaml")))
        .isEqualTo(before.replace("weaker", "parity"));
    assertThat(other.resolve("O2.yaml")).content().contains("relative power: parity");
    assertThat(desk.contents()).isEmpty();
    assertThat(Run.of("undo", "--knowledge", other.toString()).code()).isZero();
    assertThat(Files.readString(other.resolve("O1.yaml"))).isEqualTo(before);
    assertThat(other.resolve("O2.yaml")).doesNotExist();
  }
}
