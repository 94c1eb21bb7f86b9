package org.parley.author.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.Problem;
import org.parley.author.check.CheckFinding;
import org.parley.author.diff.KnowledgeComparison;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.author.sheet.RowConflict.CellConflict;
import org.parley.author.sheet.RowConflict.Side;
import org.parley.author.words.ColumnEdits;
import org.parley.knowledge.CsvRecords;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** Sheets as programs and colleagues leave them: what is taken over, and what is refused. */
class DeskTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.load(Path.of(""));
  private static final String SECRECY = "need for secrecy";
  private static final String TIME = "time pressure";
  private static final String WHY = "A date for military action falls within a month.";
  private static final String SECRECY_WHY = "The party would pay heavily if contact became known.";
  private static final String OTHER_WHY = "Within a month the guns may speak.";

  @TempDir private Path folder;

  // what a colleague changed since

  @Test
  void anOldExportTakesNothingBack() throws IOException {
    KnowledgeBase now = changed("dmn/ripeness.dmn", WHY, OTHER_WHY);

    SheetImport read = SheetImporter.read(now, csv(TIME, text -> text));

    assertThat(read.problems()).isEmpty();
    assertThat(read.changes()).isFalse();
    assertThat(read.notes())
        .anyMatch(
            n ->
                n.endsWith(
                    "was made before 'time pressure' was changed: 1 of the rows that were changed"
                        + " since stay as they are now"));
  }

  @Test
  void editsOfOtherRowsComeTogether() throws IOException {
    KnowledgeBase now = changed("dmn/ripeness.dmn", WHY, OTHER_WHY);

    SheetImport read =
        SheetImporter.read(now, csv(TIME, t -> t.replace("No date for military", "No day for")));

    assertThat(read.problems()).isEmpty();
    assertThat(read.conflicts()).isEmpty();
    assertThat(changes(read)).extracting(RowChange::id).containsExactly("time-not-known");
    assertThat(row(read, TIME, "time-days").why()).isEqualTo(OTHER_WHY);
    assertThat(row(read, TIME, "time-not-known").why()).isEqualTo("No day for action is known.");
  }

  @Test
  void twoEditsOfOneRowAreAskedAbout() throws IOException {
    KnowledgeBase now = changed("dmn/ripeness.dmn", WHY, OTHER_WHY);
    Path file = csv(TIME, t -> t.replace(WHY, "My own reason."));

    SheetImport asked = SheetImporter.read(now, file);

    assertThat(asked.changes()).isFalse();
    assertThat(asked.conflicts())
        .containsExactly(
            new RowConflict(
                TIME,
                "time-days",
                file.toString(),
                List.of(new CellConflict("Why", "My own reason.", OTHER_WHY))));
    SheetImport mine = SheetImporter.read(now, file, null, Side.MINE);
    assertThat(row(mine, TIME, "time-days").why()).isEqualTo("My own reason.");
    SheetImport theirs = SheetImporter.read(now, file, null, Side.THEIRS);
    assertThat(theirs.changes()).isFalse();
  }

  @Test
  void rowsThatAColleagueAddedOrRemovedStaySo() throws IOException {
    KnowledgeBase more =
        SheetImporter.read(
                SHIPPED,
                csv(SECRECY, t -> t + ",any,none,low,A new reason.,Berridge 2010,S001\n"),
                null,
                Side.MINE)
            .after();
    assertThat(more.version()).isNotEqualTo(SHIPPED.version());
    KnowledgeBase fewer =
        SheetImporter.read(SHIPPED, csv(SECRECY, t -> withoutLine(t, "secrecy-before-formality")))
            .after();

    SheetImport kept = SheetImporter.read(more, csv(SECRECY, t -> t));
    SheetImport gone = SheetImporter.read(fewer, csv(SECRECY, t -> t));
    SheetImport met =
        SheetImporter.read(
            fewer,
            csv(
                SECRECY,
                t -> t.replace("secrecy-before-formality,", "secrecy-before-formality,high or ")));

    assertThat(kept.changes()).isFalse();
    assertThat(gone.changes()).isFalse();
    assertThat(met.conflicts())
        .extracting(RowConflict::row, c -> c.cells().get(0))
        .containsExactly(
            tuple("secrecy-before-formality", new CellConflict("", "edited", "deleted")));
  }

  @Test
  void aColleaguesOrderStays() throws IOException {
    KnowledgeBase moved =
        SheetImporter.read(SHIPPED, csv(SECRECY, t -> moveLineToEnd(t, "secrecy-exposure")))
            .after();

    SheetImport read = SheetImporter.read(moved, csv(SECRECY, t -> t));

    assertThat(moved.version()).isNotEqualTo(SHIPPED.version());
    assertThat(read.changes()).isFalse();
  }

  @Test
  void aColleaguesColumnsStay() throws IOException {
    KnowledgeBase more = new ColumnEdits(SHIPPED).add(TIME, "way out", "").after();
    KnowledgeBase moved =
        new ColumnEdits(SHIPPED).move("ripeness", "way out", "adversary readiness").after();

    for (KnowledgeBase now : List.of(more, moved)) {
      String table = now == more ? TIME : "ripeness";
      SheetImport read = SheetImporter.read(now, csv(table, t -> t));
      assertThat(read.problems()).isEmpty();
      assertThat(read.conflicts()).isEmpty();
      assertThat(read.changes()).isFalse();
      assertThat(read.notes())
          .anyMatch(n -> n.contains("before the columns of '%s' were changed".formatted(table)));
    }
    assertThat(SheetImporter.read(SHIPPED, csv(more, TIME, t -> t)).changes()).isFalse();
  }

  @Test
  void anEditComesTogetherWithAColleaguesColumn() throws IOException {
    KnowledgeBase more = new ColumnEdits(SHIPPED).add(TIME, "way out", "").after();

    SheetImport edited = SheetImporter.read(more, csv(TIME, t -> t.replace(WHY, OTHER_WHY)));

    assertThat(edited.problems()).isEmpty();
    assertThat(edited.conflicts()).isEmpty();
    assertThat(changes(edited)).extracting(RowChange::id).containsExactly("time-days");
    Row now = row(edited, TIME, "time-days");
    assertThat(now.why()).isEqualTo(OTHER_WHY);
    assertThat(now.tests()).hasSize(2).endsWith("-");
    // what was written into a column that is gone is not lost without a word
    SheetImport lost =
        SheetImporter.read(
            SHIPPED,
            csv(
                more,
                TIME,
                t ->
                    t.lines()
                        .map(l -> l.startsWith("time-days,") ? l.replaceFirst(",any,", ",yes,") : l)
                        .collect(Collectors.joining("\n", "", "\n"))));
    assertThat(lost.problems())
        .singleElement()
        .asString()
        .contains("the column 'way out' was taken out of the table since: this would be lost");
  }

  /** No row of a spreadsheet is high enough for all of it. */
  @Test
  void aLongTextIsExportedAndComesBack() throws IOException {
    String text = "word ".repeat(6_000).strip();
    KnowledgeBase now = changed("dmn/ripeness.dmn", WHY, text);
    Path file = folder.resolve("long.xlsx");
    Files.write(file, new SheetExport(now, List.of(TIME)).xlsx());

    SheetImport read = SheetImporter.read(now, file);

    assertThat(read.problems()).isEmpty();
    assertThat(read.changes()).isFalse();
  }

  // what was done to the sheet

  @Test
  void aSheetWithoutItsFirstColumnIsNeverIgnored() throws IOException {
    Path file = workbook(SECRECY, TIME);
    Book book = Book.open(file).type(SECRECY, "B7", "low");
    List<List<Object>> rows = book.rowsOf(SECRECY);
    rows.replaceAll(row -> row.isEmpty() ? row : new ArrayList<>(row.subList(1, row.size())));

    SheetImport read = SheetImporter.read(SHIPPED, book.save());

    String told =
        "looks like the table 'need for secrecy', but the hidden column A with the ids of its rows"
            + " is gone: nothing of it is read. Undo that in the spreadsheet, or export the table"
            + " again and edit that";
    assertThat(read.problems()).singleElement().extracting(Problem::message).isEqualTo(told);
    assertThat(read.problems().get(0).element()).isEqualTo("sheet 'need for secrecy'");
    SheetImport renamed =
        SheetImporter.read(SHIPPED, book.copySheet(SECRECY, "mine").deleteSheet(SECRECY).save());
    assertThat(renamed.problems()).singleElement().extracting(Problem::message).isEqualTo(told);
    assertThat(renamed.problems().get(0).element()).isEqualTo("sheet 'mine'");
  }

  @Test
  void aSheetWithoutItsHeadIsNeverIgnored() throws IOException {
    Book book = Book.open(workbook(SECRECY, TIME)).type(SECRECY, "B7", "low");
    SheetImport nameless = SheetImporter.read(SHIPPED, book.deleteRow(SECRECY, 1).save());
    SheetImport headless =
        SheetImporter.read(SHIPPED, Book.open(workbook(SECRECY)).deleteRow(SECRECY, 6).save());
    SheetImport unmarked =
        SheetImporter.read(SHIPPED, Book.open(workbook(SECRECY)).deleteRow(SECRECY, 5).save());

    assertThat(nameless.problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith(
            "looks like the table 'need for secrecy', but the line with the table's name, which"
                + " begins with 'table' in the hidden column A, is gone");
    assertThat(headless.problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("the line with the column names is missing");
    assertThat(unmarked.problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("the line that begins with 'parts' in the hidden column A is gone");
  }

  @Test
  void aSheetOfOnesOwnIsNotedAndNotRead() throws IOException {
    Book book = Book.open(workbook(SECRECY)).copySheet("how to edit", "x");
    book.rowsOf("x").get(0).set(0, "My notes");

    SheetImport read = SheetImporter.read(SHIPPED, book.save());

    assertThat(read.problems()).isEmpty();
    assertThat(read.notes()).contains("sheet 'x' shows no table and is not read");
  }

  @Test
  void rowsThatWereSortedWithoutTheirIdsAreKnown() throws IOException {
    Book book = Book.open(workbook(SECRECY));
    List<List<Object>> rows = book.rowsOf(SECRECY);
    List<List<Object>> body = new ArrayList<>();
    rows.subList(6, 6 + size(SECRECY)).forEach(r -> body.add(List.copyOf(r.subList(1, r.size()))));
    Collections.reverse(body);
    for (int i = 0; i < body.size(); i++) {
      List<Object> row = new ArrayList<>(List.of(rows.get(6 + i).get(0)));
      row.addAll(body.get(i));
      rows.set(6 + i, row);
    }

    SheetImport read = SheetImporter.read(SHIPPED, book.save());
    SheetImport edited =
        SheetImporter.read(SHIPPED, book.type(SECRECY, "E7", "Another reason.").save());

    assertThat(read.problems()).isEmpty();
    assertThat(changes(read)).allMatch(c -> c.cells().isEmpty());
    assertThat(read.notes()).anyMatch(n -> n.contains("were sorted without the hidden column"));
    assertThat(edited.problems()).isEmpty();
    assertThat(changes(edited)).filteredOn(c -> !c.cells().isEmpty()).hasSize(1);
    assertThat(row(edited, SECRECY, last(SECRECY)).why()).isEqualTo("Another reason.");
  }

  @Test
  void mergedCellsSayTheSameInEachRow() throws IOException {
    Path file = workbook(SECRECY);
    List<Grid> grids = GridReader.read(file);
    Grid grid = grids.stream().filter(g -> g.sheet().equals(SECRECY)).findFirst().orElseThrow();
    Path merged = folder.resolve("merged.xlsx");
    merge(grid, merged, 5, 5);
    Path across = folder.resolve("across.xlsx");
    merge(grid, across, 4, 5);

    SheetImport read = SheetImporter.read(SHIPPED, merged);
    SheetImport refused = SheetImporter.read(SHIPPED, across);

    assertThat(read.problems()).isEmpty();
    List<Row> rows = read.after().decision(SECRECY).orElseThrow().table().orElseThrow().rows();
    assertThat(rows.get(1).source()).isEqualTo(rows.get(0).source()).isNotEmpty();
    assertThat(refused.problems())
        .extracting(p -> p.element() + ": " + p.message())
        .contains("sheet 'need for secrecy', cell F7: is merged with cell E7: split the two");
  }

  /** The sheet with the cells of its first two rows merged in some columns. */
  private static void merge(Grid grid, Path file, int from, int to) throws IOException {
    try (Workbook workbook = new Workbook(Files.newOutputStream(file), "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(grid.sheet());
      for (int row = 0; row < grid.rows().size(); row++) {
        for (int column = 0; column < grid.rows().get(row).size(); column++) {
          boolean hidden = row == 7 && column >= from && column <= to;
          sheet.value(row, column, hidden ? "" : grid.cell(row, column).text());
        }
      }
      sheet.range(6, from, 7, to).merge();
    }
  }

  // what an import would break

  @Test
  void whatTheImportBreaksIsRefusedAndWhatWasBrokenIsNot() throws IOException {
    SheetImport gap =
        SheetImporter.read(SHIPPED, csv(TIME, t -> t.replace("(30..180]", "(31..180]")));
    SheetImport again =
        SheetImporter.read(
            gap.after(), csv(gap.after(), TIME, t -> t.replace("(31..180]", "(32..180]")));
    SheetImport narrower =
        SheetImporter.read(
            again.after(), csv(again.after(), TIME, t -> t.replace("(32..180]", "(31..180]")));

    assertThat(told(gap.harm().faults()))
        .containsExactly("time pressure: no row for days until war = 31");
    assertThat(told(again.harm().faults()))
        .containsExactly("time pressure: no row for days until war = 32");
    assertThat(narrower.harm().faults()).isEmpty();
  }

  @Test
  void aCopiedRowWithoutItsIdThatContradictsAnotherIsRefused() throws IOException {
    SheetImport read =
        SheetImporter.read(SHIPPED, csv(TIME, t -> t + ",[0..30],distant,No.,Parley,P004\n"));

    assertThat(read.problems()).isEmpty();
    assertThat(told(read.harm().faults()))
        .containsExactly(
            "time pressure: matches together with row 'time-days' for days until war = 0 to 30;"
                + " 'time-days' says \"days\", 'time-days-until-war-0-30' says \"distant\", and"
                + " UNIQUE allows one row at a time");
  }

  @Test
  void whatARowLacksIsSaid() throws IOException {
    SheetImport read =
        SheetImporter.read(
            SHIPPED,
            csv(
                TIME,
                t ->
                    t.replace("S094 S118 S125", "S999")
                        .replace("S092 S094", "S001;S002")
                        .replace(WHY, "")));

    assertThat(told(read.harm().slips()))
        .containsExactlyInAnyOrder(
            "time pressure: the annotation 'Why' is empty: say in one sentence why it holds",
            "time pressure: dmn/statements.csv has no statement S999 (did you mean 'S099',"
                + " 'S009', 'S019'?)",
            "time pressure: dmn/statements.csv has no statement S001;S002: statements"
                + " stand apart by blanks: S001 S002");
  }

  @Test
  void whatFollowsFromANewValueIsWorkToDo() throws IOException {
    int line = SHIPPED.vocabulary().factNames().indexOf("own leak cost") + 4;
    Path file = workbook("exposure");

    SheetImport read =
        SheetImporter.read(
            SHIPPED,
            Book.open(file)
                .type("vocabulary", "C" + line, "low | medium | high | ruinous | unknown")
                .save());

    assertThat(read.problems()).isEmpty();
    assertThat(read.harm().faults()).isEmpty();
    assertThat(read.harm().work())
        .isNotEmpty()
        .allMatch(f -> f.message().contains("leak cost = ruinous"));
  }

  // CSV of the world

  @ParameterizedTest
  @EnumSource(CsvDialect.class)
  void everyDialectComesBackUnchanged(CsvDialect dialect) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    for (var file : new SheetExport(SHIPPED, List.of()).csv(dialect).entrySet()) {
      Files.writeString(tables.resolve(file.getKey()), file.getValue());
    }

    SheetImport read = SheetImporter.read(SHIPPED, tables);

    assertThat(read.problems()).isEmpty();
    assertThat(read.changes()).isFalse();
  }

  @Test
  void aGermanExcelWritesNumbersWithCommas() throws IOException {
    Path file = folder.resolve("guarantee.CSV");
    String text =
        new SheetExport(SHIPPED, List.of("guarantee counted"))
            .csv(CsvDialect.EXCEL_DE)
            .values()
            .iterator()
            .next();
    assertThat(text).startsWith("\uFEFFtable;guarantee counted;").contains(";0,07;");

    Files.writeString(file, text.replace(";0,07;", ";0,08;"));
    SheetImport read = SheetImporter.read(SHIPPED, file);
    Files.writeString(file, text.replace(";0,07;", ";1.000;"));
    SheetImport thousands = SheetImporter.read(SHIPPED, file);

    assertThat(read.problems()).isEmpty();
    assertThat(changes(read)).hasSize(1);
    assertThat(changes(read).get(0).cells().get(0).after()).isEqualTo("0.08");
    assertThat(thousands.problems())
        .extracting(Problem::message)
        .containsExactly(
            "'1.000' can be read in two ways where commas stand for points: 1, or 1000?");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,'\uFEFF'",
    "UTF-8,''",
    "UTF-16LE,'\uFEFF'",
    "UTF-16BE,'\uFEFF'",
    "UTF-16LE,''"
  })
  void semicolonsQuotesAndLineEndsOfWindowsAreRead(String encoding, String mark)
      throws IOException {
    Path file = folder.resolve("time.csv");
    String text =
        new SheetExport(SHIPPED, List.of(TIME))
            .csv(CsvDialect.EXCEL_DE)
            .values()
            .iterator()
            .next()
            .substring(1)
            .replace(WHY, "\"Soon, or sooner; as \"\"they\"\" say.\"");
    Files.write(file, (mark + text).getBytes(Charset.forName(encoding)));

    SheetImport read = SheetImporter.read(SHIPPED, file);

    assertThat(read.problems()).isEmpty();
    assertThat(changes(read)).extracting(RowChange::id).containsExactly("time-days");
    assertThat(row(read, TIME, "time-days").why()).isEqualTo("Soon, or sooner; as \"they\" say.");
  }

  @Test
  void aLineMaySayWhatSeparates() throws IOException {
    Path file = folder.resolve("time.csv");
    String german =
        new SheetExport(SHIPPED, List.of(TIME)).csv(CsvDialect.EXCEL_DE).values().iterator().next();
    for (String text :
        List.of(
            "sep=;\r\n" + german.substring(1),
            "\uFEFFSEP=\t\n" + csvText(TIME).replace(',', '\t'),
            "sep=,\n" + csvText(TIME))) {
      Files.writeString(file, text.replace(WHY, OTHER_WHY));

      SheetImport read = SheetImporter.read(SHIPPED, file);

      assertThat(read.problems()).isEmpty();
      assertThat(changes(read)).hasSize(1);
      assertThat(row(read, TIME, "time-days").why()).isEqualTo(OTHER_WHY);
    }
  }

  @Test
  void theEncodingOfWindowsIsNamedAndReadWhereItIsSaid() throws IOException {
    Path file = folder.resolve("time.csv");
    Charset windows = Charset.forName("windows-1252");
    Files.write(file, csvText(TIME).replace(WHY, "Früh – „bald“.").getBytes(windows));

    assertThat(catchThrowable(() -> SheetImporter.read(SHIPPED, file)))
        .hasMessageEndingWith(
            "time.csv:7: not UTF-8 text from here on: save it as UTF-8; as windows-1252 it would"
                + " read 'days,[0..30],days,Früh – „bald“.,The Las'; if that is right, say --encoding"
                + " windows-1252");
    SheetImport read = SheetImporter.read(SHIPPED, file, windows, null);
    assertThat(row(read, TIME, "time-days").why()).isEqualTo("Früh – „bald“.");
  }

  @Test
  void anEncodingHoldsForWhatIsNoUnicodeAlone() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    String early = "Früh – „bald“.";
    for (var file :
        new SheetExport(SHIPPED, List.of(TIME, SECRECY, "exposure"))
            .csv(CsvDialect.EXCEL_DE)
            .entrySet()) {
      String text = file.getValue();
      boolean time = text.contains(WHY);
      boolean secrecy = text.contains(SECRECY_WHY);
      Files.write(
          tables.resolve(file.getKey()),
          time
              ? text.substring(1).replace(WHY, early).getBytes(Charset.forName("windows-1252"))
              : secrecy
                  // without its mark, as some editors save it
                  ? text.substring(1).replace(SECRECY_WHY, early).getBytes(StandardCharsets.UTF_8)
                  : text.getBytes(StandardCharsets.UTF_8));
    }

    SheetImport read = SheetImporter.read(SHIPPED, tables, Charset.forName("windows-1252"), null);

    assertThat(read.problems()).isEmpty();
    assertThat(changes(read)).hasSize(2);
    assertThat(row(read, TIME, "time-days").why()).isEqualTo(early);
    assertThat(
            read.after().decision(SECRECY).orElseThrow().table().orElseThrow().rows().stream()
                .map(Row::why))
        .contains(early);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7,0000000000000007E-2 | 0.07",
        "1.120,50  | 1120.50",
        "1'120,50  | 1120.50",
      })
  void aFileThatSaysItsDecimalCommasIsReadSo(String typed, String meant) throws IOException {
    Path file = folder.resolve("guarantee.csv");
    String text =
        new SheetExport(SHIPPED, List.of("guarantee counted"))
            .csv(CsvDialect.EXCEL_DE)
            .values()
            .iterator()
            .next();
    Files.writeString(file, text.replace(";0,07;", ";" + typed + ";"));

    SheetImport read = SheetImporter.read(SHIPPED, file);

    assertThat(read.problems()).isEmpty();
    assertThat(changes(read)).hasSize(meant.equals("0.07") ? 0 : 1);
    assertThat(changes(read)).allMatch(c -> c.cells().get(0).after().equals(meant));
  }

  @Test
  void aMissingColumnSaysWhatSeparates() throws IOException {
    Path file = folder.resolve("time.csv");
    Files.writeString(file, csvText(TIME).replace(",days until war,", ",days,"));

    assertThat(SheetImporter.read(SHIPPED, file).problems())
        .extracting(Problem::message)
        .contains(
            "the column 'days until war' is missing (read with commas between the cells): bring it"
                + " back; one that no row tests can be deleted");
  }

  @Test
  void theVocabularyIsReadInEveryDialect() {
    String name = "dmn/vocabulary.csv";
    String text = new String(SHIPPED.files().get(name).orElseThrow(), StandardCharsets.UTF_8);
    StringBuilder semicolons = new StringBuilder("\uFEFFsep=;\r\n");
    for (List<String> cells : records(text)) {
      semicolons.append('"').append(String.join("\";\"", cells)).append("\"\r\n");
    }

    KnowledgeBase base =
        SHIPPED.changedTo(
            SHIPPED.files().with(name, semicolons.toString().getBytes(StandardCharsets.UTF_16LE)));

    assertThat(base.vocabulary().facts())
        .extracting(FactType::name, FactType::values, FactType::codingRule)
        .isEqualTo(
            SHIPPED.vocabulary().facts().stream()
                .map(f -> tuple(f.name(), f.values(), f.codingRule()))
                .toList());
  }

  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    CsvRecords.read(
        "vocabulary.csv",
        text,
        (line, cells) -> {
          if (cells.size() > 1) {
            records.add(cells.stream().map(c -> c.replace("\"", "\"\"")).toList());
          }
        });
    return records;
  }

  private Path workbook(String... tables) throws IOException {
    Path file = folder.resolve("t.xlsx");
    Files.write(file, new SheetExport(SHIPPED, List.of(tables)).xlsx());
    return file;
  }

  private interface Edit {
    String of(String text);
  }

  private static String csvText(String table) {
    return csvText(SHIPPED, table);
  }

  private static String csvText(KnowledgeBase base, String table) {
    return new SheetExport(base, List.of(table)).csv(CsvDialect.PLAIN).values().iterator().next();
  }

  private Path csv(String table, Edit edit) throws IOException {
    return csv(SHIPPED, table, edit);
  }

  private Path csv(KnowledgeBase base, String table, Edit edit) throws IOException {
    Path file = folder.resolve("sheet.csv");
    Files.writeString(file, edit.of(csvText(base, table)));
    return file;
  }

  private static KnowledgeBase changed(String file, String from, String to) {
    String text = new String(SHIPPED.files().get(file).orElseThrow(), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return SHIPPED.changedTo(
        SHIPPED.files().with(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8)));
  }

  private static String withoutLine(String text, String start) {
    return String.join("\n", text.lines().filter(l -> !l.startsWith(start)).toList()) + "\n";
  }

  private static String moveLineToEnd(String text, String start) {
    return withoutLine(text, start)
        + text.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow()
        + "\n";
  }

  private static List<String> told(List<CheckFinding> findings) {
    return findings.stream().map(f -> f.place().decision() + ": " + f.message()).toList();
  }

  private static List<RowChange> changes(SheetImport read) {
    return KnowledgeComparison.of(read.before(), read.after()).rows();
  }

  private static int size(String table) {
    return SHIPPED.decision(table).orElseThrow().table().orElseThrow().rows().size();
  }

  private static String last(String table) {
    List<Row> rows = SHIPPED.decision(table).orElseThrow().table().orElseThrow().rows();
    return rows.get(rows.size() - 1).id();
  }

  private static Row row(SheetImport read, String table, String id) {
    return read.after().decision(table).orElseThrow().table().orElseThrow().rows().stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
