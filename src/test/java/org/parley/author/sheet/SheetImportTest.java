package org.parley.author.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.diff.KnowledgeComparison;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.Part;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.author.history.FileChange;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** What becomes of what people do in the sheets. */
class SheetImportTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.load(Path.of(""));
  private static final String SECRECY = "need for secrecy";
  private static final String TIME = "time pressure";
  private static final String EXPOSURE = "exposure";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void export() throws IOException {
    file = folder.resolve("t.xlsx");
    Files.write(file, new SheetExport(SHIPPED, List.of(SECRECY, TIME, EXPOSURE)).xlsx());
  }

  @Test
  void aChangedCellIsTheOnlyChange() throws IOException {
    SheetImport read = read(book().type(SECRECY, "B7", "High or low"));

    assertThat(read.problems()).isEmpty();
    assertThat(changes(read)).extracting(RowChange::id).containsExactly("secrecy-exposure");
    assertThat(changes(read).get(0).cells())
        .containsExactly(new CellChange(Part.INPUT, "exposure", "\"high\"", "\"high\",\"low\""));
    assertThat(row(read, SECRECY, "secrecy-exposure").tests())
        .containsExactly("\"high\",\"low\"", "-");
    assertThat(FileChange.between(SHIPPED.files(), read.files()))
        .extracting(FileChange::name)
        .containsExactly("dmn/channels.dmn");
    assertThat(read.notes()).anyMatch(n -> n.endsWith("have no sheet and stay as they are"));
  }

  @Test
  void rowsAreRemovedMovedAndAdded() throws IOException {
    SheetImport read =
        read(
            book()
                .deleteRow(SECRECY, 8)
                .moveRow(SECRECY, 9, 7)
                .type(SECRECY, "B11", "any")
                .type(SECRECY, "C11", "none")
                .type(SECRECY, "D11", "low")
                .type(SECRECY, "E11", "A new reason."));

    assertThat(read.problems()).isEmpty();
    assertThat(changes(read))
        .extracting(RowChange::id, RowChange::kind)
        .containsExactlyInAnyOrder(
            tuple("secrecy-before-formality", Kind.REMOVED),
            tuple("secrecy-nothing-to-hide", Kind.MOVED),
            tuple("secrecy-official-talks-none", Kind.ADDED));
    assertThat(row(read, SECRECY, "secrecy-official-talks-none").why()).isEqualTo("A new reason.");
  }

  @Test
  void aCopiedRowThatWasEditedIsANewRow() throws IOException {
    SheetImport read = read(book().copyRow(SECRECY, 7, 8).type(SECRECY, "C8", "none"));

    assertThat(read.problems()).isEmpty();
    assertThat(changes(read)).hasSize(1);
    assertThat(changes(read).get(0).kind()).isEqualTo(Kind.ADDED);
    assertThat(read.notes())
        .contains(
            "sheet 'need for secrecy': line 8 was copied from row 'secrecy-exposure' and is taken for a new row");
  }

  @Test
  void aTextThatLooksLikeAFormulaStaysText() throws IOException {
    SheetImport read =
        read(
            book()
                .type(SECRECY, "E7", "=1+1")
                .type(SECRECY, "F7", "@all")
                .type(SECRECY, "G7", "-"));

    assertThat(read.problems()).isEmpty();
    assertThat(row(read, SECRECY, "secrecy-exposure").why()).isEqualTo("=1+1");
    Path again = folder.resolve("csv");
    Files.createDirectories(again);
    String csv =
        new SheetExport(read.after(), List.of(SECRECY))
            .csv(CsvDialect.PLAIN)
            .get("need-for-secrecy.csv");
    assertThat(csv).contains(",'=1+1,'@all,'-\n");
    Files.writeString(again.resolve("a.csv"), csv);
    assertThat(SheetImporter.read(read.after(), again).changes()).isFalse();
  }

  @Test
  void everyProblemIsListedByItsCell() throws IOException {
    SheetImport read =
        read(
            book()
                .type(SECRECY, "B7", "hihg")
                .type(SECRECY, "C7", "")
                .type(SECRECY, "D8", "low or high")
                .type(SECRECY, "E8", LocalDate.of(1968, 4, 1))
                .type(SECRECY, "F8", new Book.Formula("A1"))
                .type(TIME, "B7", "soon")
                .type(TIME, "B8", LocalDate.of(2026, 1, 30))
                .type(TIME, "G9", "a note of mine"));

    assertThat(read.problems())
        .extracting(Problem::toString)
        .map(p -> p.replace(file.toString(), "t.xlsx"))
        .containsExactlyInAnyOrder(
            "t.xlsx: sheet 'need for secrecy', cell B7: 'hihg' is not a value of 'exposure':"
                + " low, even, raised, high (did you mean 'high'?)",
            "t.xlsx: sheet 'need for secrecy', cell C7: is empty: write 'any' where the row does not"
                + " look at this column",
            "t.xlsx: sheet 'need for secrecy', cell D8: 'low or high' is not a value of 'need for"
                + " secrecy': high, low, medium (did you mean 'high'?)",
            "t.xlsx: sheet 'need for secrecy', cell E8: the spreadsheet made a date or a time of what"
                + " was typed: type it with an apostrophe before it",
            "t.xlsx: sheet 'need for secrecy', cell F8: holds a formula: write what it shall say"
                + " itself",
            "t.xlsx: sheet 'time pressure', cell B7: 'soon' is no number for 'days until war', nor a"
                + " comparison such as >= 6 or a range such as [6..18)",
            "t.xlsx: sheet 'time pressure', cell B8: the spreadsheet made a date or a time of what was"
                + " typed: type it with an apostrophe before it",
            "t.xlsx: sheet 'time pressure', cell G9: stands beside the table: it would be lost");
    assertThat(read.after()).isSameAs(SHIPPED);
  }

  @Test
  void numbersAreReadAsTheyAreMeant() throws IOException {
    assertThat(read(book().type(TIME, "B7", "soon")).problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo(
            "'soon' is no number for 'days until war', nor a comparison such as >= 6 or a range such"
                + " as [6..18)");
    SheetImport read = read(book().type(TIME, "B7", new BigDecimal("12")));
    assertThat(row(read, TIME, "time-days").tests()).containsExactly("12");
  }

  @Test
  void whatIsNotEditedInSheetsIsRefused() throws IOException {
    SheetImport read =
        read(
            book()
                .type(SECRECY, "B4", "The first row counts.")
                .type(SECRECY, "C6", "official talk")
                .type(TIME, "A7", "secrecy-exposure")
                .type(TIME, "D7", "Another reason.")
                .type(TIME, "A8", "time-mnths")
                .type(TIME, "D8", "A further reason."));

    assertThat(read.problems())
        .extracting(Problem::toString)
        .map(p -> p.replace(file.toString(), "t.xlsx"))
        .containsExactlyInAnyOrder(
            "t.xlsx: sheet 'need for secrecy', cell B4: which row counts is the table's hit policy: it"
                + " is changed in dmn/channels.dmn with a DMN editor, not here",
            "t.xlsx: sheet 'need for secrecy': the column 'official talks' is missing: bring it back; one"
                + " that no row tests can be deleted",
            "t.xlsx: sheet 'need for secrecy', cell C6: 'official talk' is no column of this table (did"
                + " you mean 'official talks'?)",
            "t.xlsx: sheet 'time pressure', cell A7: row 'secrecy-exposure' belongs to the table 'need"
                + " for secrecy': to add it here too, empty its hidden id (column A)",
            "t.xlsx: sheet 'time pressure', cell A8: there is no row 'time-mnths' in this table (did you"
                + " mean 'time-months'?); leave the hidden id empty for a new row");
  }

  @Test
  void aTableThatComesTwiceIsRefused() throws IOException {
    assertThat(read(book().copySheet(SECRECY, "copy")).problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("shows the table 'need for secrecy', as another sheet does: keep one");
    assertThat(read(book().deleteSheet("copy").type(TIME, "B1", "time presure")).problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo(
            "there is no table 'time presure' (did you mean 'time pressure'?); a table is named and"
                + " added in a DMN editor");
  }

  @Test
  void whatDoesNotLoadIsRefusedByItsLine() throws IOException {
    SheetImport read = read(book().type(SECRECY, "B7", "feel: for x in [1] return x"));

    assertThat(read.after()).isSameAs(SHIPPED);
    assertThat(read.problems())
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .contains("sheet 'need for secrecy', line 7: for x in [1] return x");
  }

  @Test
  void aFactGetsAFurtherValueThatRowsCanUse() throws IOException {
    int line = SHIPPED.vocabulary().factNames().indexOf("own leak cost") + 4;

    SheetImport read =
        read(
            book()
                .type("vocabulary", "C" + line, "low | medium | high | ruinous | unknown")
                .type(EXPOSURE, "C9", "high or ruinous"));

    assertThat(read.problems()).isEmpty();
    assertThat(read.notes())
        .anyMatch(n -> n.startsWith("fact 'own leak cost' gets the value 'ruinous'"));
    assertThat(read.after().vocabulary().fact("own leak cost").orElseThrow().known())
        .containsExactly("low", "medium", "high", "ruinous");
    assertThat(row(read, EXPOSURE, "exposure-leak").tests()).contains("\"high\",\"ruinous\"");
  }

  @Test
  void nothingElseOfTheVocabularyIsChangedInTheSheet() throws IOException {
    int line = SHIPPED.vocabulary().factNames().indexOf("own leak cost") + 4;

    SheetImport read =
        read(
            book()
                .type("vocabulary", "C" + line, "low | high | medium | unknown")
                .type("vocabulary", "D" + (line + 1), "Something else.")
                .type("vocabulary", "B" + (line + 2), "no such fact"));

    assertThat(read.problems())
        .extracting(p -> p.element().replaceFirst(".*cell ", "") + ": " + p.message())
        .containsExactly(
            "C%d: values are added here, not put in another order: dmn/vocabulary.csv does that; for one that is called otherwise write 'value: old → new' into the column 'formerly'"
                .formatted(line),
            "D%d: is changed in dmn/vocabulary.csv, not here; if it is not edited here, the file was changed since the export: export again"
                .formatted(line + 1),
            "B%d: there is no fact 'no such fact', and 'legal contact ban' has no row any more: if that is what it is called now, write the old name into the column 'formerly'; if it is a new fact, bring the row of the other back"
                .formatted(line + 2));
  }

  /** Perhaps a colleague has added it since. */
  @Test
  void aValueThatIsNotInItsRowStays() throws IOException {
    int line = SHIPPED.vocabulary().factNames().indexOf("own leak cost") + 4;

    SheetImport stays = read(book().type("vocabulary", "C" + line, "low | high | unknown"));
    SheetImport renamed =
        read(book().type("vocabulary", "C" + line, "low | middling | high | unknown"));

    assertThat(stays.problems()).isEmpty();
    assertThat(stays.changes()).isFalse();
    assertThat(stays.notes())
        .contains(
            "sheet 'vocabulary': 'medium' of 'own leak cost' is not in its row and stays as it is; parley value remove takes a value out");
    assertThat(renamed.problems())
        .singleElement()
        .asString()
        .contains("'middling' is new here, and 'medium' is missing", "'value: medium → middling'");
  }

  @Test
  void aRowBeyondTheLinesThatAreReadIsNoRemovedRow() {
    assertThatThrownBy(() -> read(book().type(SECRECY, "B120005", "high")))
        .isInstanceOf(ParleyException.class)
        .hasMessageEndingWith(
            "sheet 'need for secrecy', line 120005: more than 120,000 rows: the most for a table's"
                + " sheet or CSV file");
  }

  @Test
  void whatIsNoSpreadsheetIsRefused() throws IOException {
    Files.writeString(file, "not at all");

    assertThatThrownBy(() -> SheetImporter.read(SHIPPED, file))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("no spreadsheet that can be read: save it as .xlsx");
    assertThatThrownBy(() -> SheetImporter.read(SHIPPED, folder.resolve("none.xlsx")))
        .isInstanceOf(ParleyException.class)
        .hasMessageEndingWith("none.xlsx: does not exist");
  }

  private Book book() {
    return Book.open(file);
  }

  private static List<RowChange> changes(SheetImport read) {
    return KnowledgeComparison.of(read.before(), read.after()).rows();
  }

  private SheetImport read(Book book) throws IOException {
    return SheetImporter.read(SHIPPED, book.save());
  }

  private static Row row(SheetImport read, String table, String id) {
    return read.after().decision(table).orElseThrow().table().orElseThrow().rows().stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
