package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;
import org.parley.author.sheet.Book;

/** Facts, values and columns that somebody adds, renames or deletes in a spreadsheet alone. */
class SpreadsheetVocabularyTest {
  private static final String WORDS = "vocabulary";
  private static final String TABLE = "need for secrecy";
  private static final String MODEL = "dmn/channels.dmn";

  @TempDir private Path folder;
  private Copy copy;
  private Path before;
  private Path file;

  @BeforeEach
  void export() throws IOException {
    before = Copy.into(Files.createDirectories(folder.resolve("before"))).folder();
    copy = Copy.into(Files.createDirectories(folder.resolve("base")));
    Files.createDirectories(copy.folder().resolve("cases"));
    Files.copy(Path.of("cases/vietnam-war/VN-03.yaml"), copy.folder().resolve("cases/VN-03.yaml"));
    file = folder.resolve("tables.xlsx");
    assertThat(run("table", "export", "--table", TABLE, "-o", file.toString()).code()).isZero();
  }

  @Test
  void aNewFactIsANewColumnOfATableFromTheSpreadsheetAlone() throws IOException {
    String untouched = copy.read("dmn/posture.dmn");
    Book book = Book.open(file);
    int line = book.rows(WORDS) + 1;
    book.type(WORDS, "A" + line, "home")
        .type(WORDS, "B" + line, "press leaks")
        .type(WORDS, "C" + line, "rare | frequent | unknown")
        .type(WORDS, "D" + line, "Whether what is said in confidence reaches the press")
        .type(WORDS, "E" + line, "frequent: twice or more in the last three months")
        .type(WORDS, "F" + line, "own side");
    // behind the last column, as somebody adds one
    book.type(TABLE, "H6", "press leaks");
    int row = book.rows(TABLE) + 1;
    book.type(TABLE, "B" + row, "even")
        .type(TABLE, "C" + row, "exhausted")
        .type(TABLE, "D" + row, "high")
        .type(
            TABLE, "E" + row, "extends S065: what every official channel tried reached the press.")
        .type(TABLE, "F" + row, "Persuading Parties to Negotiate")
        .type(TABLE, "G" + row, "S065")
        .type(TABLE, "H" + row, "frequent")
        .save();

    Run shown = run("table", "import", file.toString());
    assertThat(shown.err()).isEmpty();
    assertThat(shown.out().replaceAll("\\s+", " "))
        .contains(
            "+ press leaks (fact added)",
            "values: nothing → rare, frequent, unknown",
            "column 'press leaks': not there → added",
            "high, if exposure is even, and official talks is exhausted, and press leaks is"
                + " frequent",
            "Nothing is saved yet: say --save.");
    assertThat(copy.read(MODEL)).doesNotContain("press leaks");

    Run saved = run("table", "import", file.toString(), "--save");
    assertThat(saved.out()).endsWith("Saved: dmn/channels.dmn, dmn/vocabulary.csv.\n");
    assertThat(copy.read("dmn/vocabulary.csv"))
        .contains(
            "\nhome,press leaks,choice,rare|frequent|unknown,,,Whether what is said in confidence"
                + " reaches the press,frequent: twice or more in the last three months,,own"
                + " side,,\n");

    Run check = run("check");
    assertThat(check.code()).as(check.out()).isZero();
    assertThat(check.out()).contains("No finding.");
    Run diff = Run.of("diff", before.toString(), copy.folder().toString());
    assertThat(diff.out().replaceAll("\\s+", " "))
        .contains("+ press leaks (fact added)", "press leaks is frequent");

    Run undone = run("undo");
    assertThat(undone.code()).as(undone.err()).isZero();
    assertThat(copy.read(MODEL)).isEqualTo(Files.readString(before.resolve(MODEL)));
    assertThat(copy.read("dmn/vocabulary.csv"))
        .isEqualTo(Files.readString(before.resolve("dmn/vocabulary.csv")));
    assertThat(copy.read("dmn/posture.dmn")).isEqualTo(untouched);
  }

  @Test
  void aFactAndAValueAreRenamedByTheirOldNames() throws IOException {
    Book book = Book.open(file);
    int stall = line(book, "stall cause");
    int leak = line(book, "own leak cost");
    // the fact that says the same from the other seat gets the new word by itself
    book.type(WORDS, "B" + stall, "cause of the stall")
        .type(WORDS, "G" + stall, "stall cause")
        .type(WORDS, "C" + leak, "low | medium | grave | unknown")
        .type(WORDS, "G" + leak, "value: high → grave")
        .save();

    Run run = run("table", "import", file.toString(), "--save");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("~ cause of the stall (fact renamed)", "name: stall cause → cause of the stall")
        .contains("value: high → grave");
    assertThat(copy.read("dmn/ripeness.dmn"))
        .contains("<text>cause of the stall</text>")
        .doesNotContain("<text>stall cause</text>");
    assertThat(copy.read("dmn/vocabulary.csv")).contains(",value: high → grave\n");
    assertThat(copy.read("cases/VN-03.yaml"))
        .isEqualTo(
            Files.readString(Path.of("cases/vietnam-war/VN-03.yaml"))
                .replace("\n  stall cause:", "\n  cause of the stall:")
                .replace(
                    "adversary leak cost:\n    value: high",
                    "adversary leak cost:\n    value: grave"));
    assertThat(run("undo").code()).isZero();
    assertThat(copy.read("cases/VN-03.yaml")).contains("\n  stall cause:");
  }

  @Test
  void aRenamedFactIsFollowedIntoAnswersAsByTheCommand() throws IOException {
    String weights = "fact weights";
    run("table", "export", "--table", weights, "--table", TABLE, "-o", file.toString(), "--force");
    Book book = Book.open(file);
    int stall = line(book, WORDS, "stall cause");
    book.type(WORDS, "B" + stall, "cause of the stall").type(WORDS, "G" + stall, "stall cause");
    book.save();

    Run shown = run("table", "import", file.toString(), "--save");

    assertThat(shown.err()).isEmpty();
    assertThat(shown.out())
        .contains("~ cause of the stall (fact renamed)", "still stands in sentences and labels")
        .doesNotContain("cause of the stall -> stall cause", weights);
    Run command =
        Run.of(
            "fact",
            "rename",
            "stall cause",
            "cause of the stall",
            "--save",
            "--trust-rules",
            "--knowledge",
            before.toString());
    assertThat(command.code()).as(command.err()).isZero();
    for (String name : List.of("dmn/similarity.dmn", "dmn/ripeness.dmn", "dmn/vocabulary.csv")) {
      assertThat(copy.read(name)).as(name).isEqualTo(Files.readString(before.resolve(name)));
    }
    assertThat(copy.read("dmn/similarity.dmn")).doesNotContain("\"stall cause\"");
    Run similar = run("similar", copy.folder().resolve("cases/VN-03.yaml").toString());
    assertThat(similar.err()).doesNotContain("unknown fact");
  }

  @Test
  void anAnswerThatNamesNoFactIsFound() throws IOException {
    Path model = copy.folder().resolve("dmn/similarity.dmn");
    String text = Files.readString(model);
    Files.writeString(model, text.replace("\"stall cause\"", "\"stall causes\""));

    Run check = run("check");

    assertThat(check.code()).isEqualTo(Main.FINDINGS);
    assertThat(check.out().replaceAll("\\s+", " "))
        .contains(
            "the answer \"stall causes\" has to be a fact, and is none (did you mean 'stall"
                + " cause'");
  }

  @Test
  void whatStandsBesideTheFactsIsNotPassedOver() throws IOException {
    Book book = Book.open(file).type(WORDS, "I4", "what about ports?").type(WORDS, "D2", "draft");
    book.type("index", "B4", "Ask Mary").type("how to edit", "A6", "mine").save();

    Run run = run("table", "import", file.toString(), "--save");

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err())
        .contains(
            "sheet 'vocabulary', cell I4: stands beside the table: it would be lost",
            "sheet 'vocabulary', cell D2: stands above the table: it would be lost");

    book.type(WORDS, "I4", "").type(WORDS, "D2", "").save();
    Run noted = run("table", "import", file.toString());
    assertThat(noted.err()).isEmpty();
    assertThat(noted.out().replaceAll("\\s+", " "))
        .contains(
            "sheet 'index' was edited in line 4 and is not read: what is written there changes"
                + " nothing",
            "sheet 'how to edit' was edited in line");

    book.type(WORDS, "B3", "word").save();
    assertThat(run("table", "import", file.toString()).err())
        .contains("cell B3: the heading 'fact' has to stand here: bring it back");
    book.type(WORDS, "A3", "").type(WORDS, "B3", "fact").save();
    assertThat(run("table", "import", file.toString()).err())
        .contains("the line with the column names, which begins with 'group', is gone");
  }

  @Test
  void aHeadingThatIsNearlyANewFactSaysSo() throws IOException {
    Book book = Book.open(file);
    int line = book.rows(WORDS) + 1;
    book.type(WORDS, "A" + line, "home")
        .type(WORDS, "B" + line, "press leaks")
        .type(WORDS, "C" + line, "rare | frequent | unknown")
        .type(WORDS, "D" + line, "Whether what is said in confidence reaches the press")
        .type(TABLE, "H6", "Presse leaks")
        .save();

    assertThat(run("table", "import", file.toString()).err())
        .contains("'Presse leaks' is no column of this table (did you mean 'press leaks'?)");
  }

  @Test
  void aNameThatIsOnlyMistypedIsNotTakenForANewFact() throws IOException {
    Book book = Book.open(file);
    book.type(WORDS, "B" + line(book, "stall cause"), "stal cause").save();

    Run run = run("table", "import", file.toString(), "--save");

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err())
        .contains(
            "there is no fact 'stal cause', and 'stall cause' has no row any more (did you mean"
                + " 'stall cause'?): if that is what it is called now, write the old name into the"
                + " column 'formerly'");
    assertThat(copy.read("dmn/vocabulary.csv")).doesNotContain("stal cause");
  }

  @Test
  void aColumnThatIsInsertedStandsWhereItWasInserted() throws IOException {
    Book.open(file).type(TABLE, "H6", "ally veto").moveColumn(TABLE, 'H', 'C').save();

    Run run = run("table", "import", file.toString(), "--save");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("table 'need for secrecy' gets the column 'ally veto'");
    Run.of(
        "column",
        "add",
        TABLE,
        "ally veto",
        "--before",
        "official talks",
        "--save",
        "--knowledge",
        before.toString());
    assertThat(copy.read(MODEL)).isEqualTo(Files.readString(before.resolve(MODEL)));
    assertThat(copy.read(MODEL)).contains("secrecy-useful.ally-veto");
  }

  @Test
  void columnsMoveInTheSheetAndGoWhereNoRowTestsThem() throws IOException {
    run("column", "add", TABLE, "ally veto", "--before", "official talks", "--save");
    run("table", "export", "--table", TABLE, "-o", file.toString(), "--force");
    String with = copy.read(MODEL);

    Book.open(file).moveColumn(TABLE, 'D', 'B').save();
    Run moved = run("table", "import", file.toString());
    assertThat(moved.err()).isEmpty();
    assertThat(moved.out().replaceAll("\\s+", " "))
        .contains(
            "order of columns: exposure, ally veto, official talks, result → official talks,"
                + " exposure, ally veto, result");

    run("table", "export", "--table", TABLE, "-o", file.toString(), "--force");
    Book.open(file).deleteColumn(TABLE, 'C').save();
    Run removed = run("table", "import", file.toString(), "--save");
    assertThat(removed.err()).isEmpty();
    assertThat(removed.out()).contains("column 'ally veto': there → removed");
    assertThat(copy.read(MODEL)).isEqualTo(Files.readString(before.resolve(MODEL)));
    assertThat(with).contains("ally veto");

    run("table", "export", "--table", TABLE, "-o", file.toString(), "--force");
    Book.open(file).deleteColumn(TABLE, 'C').save();
    Run refused = run("table", "import", file.toString(), "--save");
    assertThat(refused.code()).isEqualTo(Main.REFUSED);
    assertThat(refused.err())
        .contains("the column 'official talks' is missing")
        .contains("one that no row tests can be deleted");
  }

  private static int line(Book book, String fact) {
    return line(book, WORDS, fact);
  }

  private static int line(Book book, String sheet, String fact) {
    for (int i = 1; i <= book.rows(sheet); i++) {
      if (book.says(sheet, "B" + i).equals(fact)) {
        return i;
      }
    }
    throw new AssertionError("no row of " + fact);
  }

  private Run run(String... words) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("--knowledge", copy.folder().toString(), "--trust-rules"));
    return Run.of(all.toArray(String[]::new));
  }
}
