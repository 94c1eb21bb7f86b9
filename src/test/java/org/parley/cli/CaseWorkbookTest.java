package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;
import org.parley.author.sheet.Book;

/** Cases that somebody edits in a spreadsheet or a CSV file. */
class CaseWorkbookTest {
  private static final String CASE = "VN-04";
  private static final String FILE = "cases/VN-04.yaml";

  @TempDir private Path folder;
  private Copy copy;
  private Path sheet;

  @BeforeEach
  void copy() throws IOException {
    copy = Copy.into(Files.createDirectories(folder.resolve("base")));
    Files.createDirectories(copy.folder().resolve("cases"));
    Files.copy(Path.of("cases/vietnam-war/VN-04.yaml"), copy.folder().resolve(FILE));
    sheet = folder.resolve("cases.xlsx");
  }

  @Test
  void allCasesComeBackAsTheyWere() throws IOException {
    Path cases = copy.folder().resolve("cases");
    Files.delete(copy.folder().resolve(FILE));
    try (Stream<Path> files = Files.walk(Path.of("cases"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Path to = cases.resolve(Path.of("cases").relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Map<Path, String> before = contents(cases);
    assertThat(before).hasSizeGreaterThan(100);
    Path csv = folder.resolve("cases.csv");
    for (Path file : List.of(sheet, csv)) {
      assertThat(run("case", "export", "-o", file.toString()).code()).isZero();
      Run back = run("case", "import", file.toString(), "--save");
      assertThat(back.err()).isEmpty();
      assertThat(back.out()).contains("nothing changes");
      assertThat(contents(cases)).isEqualTo(before);
    }
  }

  @Test
  void onlyWhatIsEditedChangesAndIsUndone() throws IOException {
    String before = copy.read(FILE);
    Book book = export();
    int trend = line(book, "battlefield trend");
    book.type(CASE, "C" + trend, "losing")
        .type(CASE, "D" + trend, "Lost again: #1 of the reasons.")
        .type(CASE, "F" + trend, "high");
    int gone = line(book, "relative power");
    for (char column = 'C'; column <= 'F'; column++) {
      book.type(CASE, "" + column + gone, "");
    }
    book.type(CASE, "C" + line(book, "title"), "Another title");
    int event = line(book, "date") + 1;
    String note = book.says(CASE, "F" + event);
    book.type(CASE, "F" + event, "In other words");
    int last = book.rows(CASE);
    while (book.says(CASE, "B" + last).isEmpty()) {
      last--;
    }
    book.type(CASE, "B" + (last + 1), "1968-04-01")
        .type(CASE, "C" + (last + 1), "offensive")
        .type(CASE, "D" + (last + 1), "North Vietnam")
        .type(CASE, "E" + (last + 1), "United States")
        .save();

    Run dry = run("case", "import", sheet.toString());
    assertThat(dry.code()).as(dry.err()).isNotEqualTo(Main.REFUSED);
    assertThat(dry.out().replaceAll("\\s+", " "))
        .contains(
            "~ battlefield trend: stalemate → losing",
            "~ relative power: weaker → nothing",
            "~ title: Hanoi after the partial bombing halt of 31 March 1968 → Another title",
            "+ event 1968-04-01, offensive, North Vietnam, United States",
            "Nothing is saved yet: say --save.");
    assertThat(copy.read(FILE)).isEqualTo(before);

    assertThat(run("case", "import", sheet.toString(), "--save").code()).isEqualTo(dry.code());
    String after = copy.read(FILE);
    List<String> gonelines = new ArrayList<>(before.lines().toList());
    after.lines().forEach(gonelines::remove);
    List<String> newlines = new ArrayList<>(after.lines().toList());
    before.lines().forEach(newlines::remove);
    assertThat(newlines)
        .hasSize(6)
        .contains(
            "title: \"Another title\"",
            "    value: losing",
            "    why: \"Lost again: #1 of the reasons.\"")
        .anyMatch(l -> l.contains("In other words"))
        .anyMatch(l -> l.contains("1968-04-01") && l.contains("offensive"));
    assertThat(gonelines).contains("  relative power:").anyMatch(l -> l.contains(note));

    assertThat(run("undo").code()).isZero();
    assertThat(copy.read(FILE)).isEqualTo(before);
  }

  @Test
  void wrongWordsAreNamedWithTheirCells() throws IOException {
    Book book = export();
    int fact = line(book, "way out");
    int event = line(book, "date") + 1;
    book.type(CASE, "C" + fact, "ja")
        .type(CASE, "F" + fact, "hihg")
        .type(CASE, "C" + line(book, "as of"), "2 April")
        .type(CASE, "C" + event, "ofensive")
        .save();
    String before = copy.read(FILE);
    Run wrong = run("case", "import", sheet.toString(), "--save");
    assertThat(wrong.code()).isNotZero();
    assertThat(wrong.err())
        .contains(
            "sheet 'VN-04', cell C" + fact,
            "did you mean 'yes'?",
            "cell F" + fact,
            "did you mean 'high'?",
            "'as of' must be a day",
            "cell C" + event,
            "did you mean 'offensive'?");
    assertThat(copy.read(FILE)).isEqualTo(before);
  }

  @Test
  void whatSomebodyElseChangedSinceStaysAndBothAreNamedWhereTheyMeet() throws IOException {
    Book book = export();
    copy.replace(FILE, "value: stalemate", "value: losing");
    String theirs = copy.read(FILE);
    assertThat(run("case", "import", sheet.toString(), "--save").out()).contains("nothing changes");
    assertThat(copy.read(FILE)).isEqualTo(theirs);
    book.type(CASE, "C" + line(book, "battlefield trend"), "gaining").save();
    Run both = run("case", "import", sheet.toString(), "--save");
    assertThat(both.code()).isEqualTo(Main.FINDINGS);
    assertThat(both.out()).contains("yours: gaining", "theirs: losing", "Nothing is saved.");
    assertThat(copy.read(FILE)).isEqualTo(theirs);
  }

  @Test
  void aNewIdIsANewFileThatIsUndone() throws IOException {
    Book book = export();
    book.type(CASE, "C" + line(book, "id"), "VN-99").save();
    String before = copy.read(FILE);
    Run made = run("case", "import", sheet.toString(), "--save");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(copy.read("cases/vietnam-war/VN-99.yaml")).startsWith("id: VN-99\n");
    assertThat(copy.read(FILE)).isEqualTo(before);
    assertThat(run("undo").code()).isZero();
    assertThat(copy.folder().resolve("cases/vietnam-war/VN-99.yaml")).doesNotExist();
    Book evil = export();
    evil.type(CASE, "C" + line(evil, "id"), "../../VN-98").save();
    assertThat(run("case", "import", sheet.toString(), "--save").err()).contains("is no id");
  }

  @Test
  void aLineOfCsvChangesItsCaseAlone() throws IOException {
    Path csv = folder.resolve("cases.csv");
    assertThat(run("case", "export", CASE, "-o", csv.toString(), "--for", "excel-de").code())
        .isZero();
    Files.writeString(csv, Files.readString(csv).replace(";stalemate;", ";losing;"));
    String before = copy.read(FILE);
    Run saved = run("case", "import", csv.toString(), "--save");
    assertThat(saved.code()).as(saved.err()).isZero();
    assertThat(copy.read(FILE)).isEqualTo(before.replace("value: stalemate", "value: losing"));
  }

  private Book export() {
    Run export = run("case", "export", CASE, "-o", sheet.toString(), "--force");
    assertThat(export.code()).as(export.err()).isZero();
    return Book.open(sheet);
  }

  private static int line(Book book, String name) {
    for (int row = 2; row <= book.rows(CASE); row++) {
      if (book.says(CASE, "B" + row).equals(name)) {
        return row;
      }
    }
    throw new AssertionError("no line of " + name);
  }

  private static Map<Path, String> contents(Path folder) throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readString(file));
      }
    }
    return contents;
  }

  private Run run(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--knowledge", copy.folder().toString()));
    return Run.of(all.toArray(String[]::new));
  }
}
