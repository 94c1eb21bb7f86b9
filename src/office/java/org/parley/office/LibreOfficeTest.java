package org.parley.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Copy;
import org.parley.author.diff.KnowledgeComparison;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.Part;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.author.history.History;
import org.parley.author.history.Occasion;
import org.parley.author.sheet.CaseSheetExport;
import org.parley.author.sheet.CaseSheetImport;
import org.parley.author.sheet.CaseSheetImporter;
import org.parley.author.sheet.CsvDialect;
import org.parley.author.sheet.SheetExport;
import org.parley.author.sheet.SheetImport;
import org.parley.author.sheet.SheetImporter;
import org.parley.casefile.ReadCases;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

/** The tables go through LibreOffice Calc and back, once as they are and once edited there. */
@Tag("office")
class LibreOfficeTest {
  private static final String MODEL = "dmn/channels.dmn";
  private static final String WHY = "The party would pay heavily if contact became known.";

  @TempDir private Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
  }

  @Test
  void onlyTheCellThatWasEditedThereDiffers() throws Exception {
    Copy copy = Copy.into(Files.createDirectories(folder.resolve("base")));
    KnowledgeBase before = KnowledgeBase.load(copy.folder());
    Path exported = folder.resolve("tables.xlsx");
    Files.write(exported, new SheetExport(before, List.of()).xlsx());

    // its flat form is one XML text, in which a cell can be edited
    Path flat = office.convert(exported, "fods", "flat");
    List<Path> saved =
        office.convert(
            List.of(
                flat, edited(flat, "edited", WHY, "Home would not bear it: \"no\" &amp; &lt; no.")),
            "xlsx",
            "saved");
    SheetImport untouched = SheetImporter.read(before, saved.get(0));
    assertThat(untouched.problems()).isEmpty();
    assertThat(untouched.changes()).isFalse();
    SheetImport edited = SheetImporter.read(before, saved.get(1));

    assertThat(edited.problems()).isEmpty();
    List<RowChange> rows = KnowledgeComparison.of(before, edited.after()).rows();
    assertThat(rows).extracting(RowChange::id).containsExactly("secrecy-exposure");
    assertThat(rows.get(0).cells())
        .containsExactly(
            new CellChange(Part.ANNOTATION, "Why", WHY, "Home would not bear it: \"no\" & < no."));
    assertThat(
            new History(copy.folder(), Clock.systemUTC(), note -> {})
                .save(new Occasion("a", "test", ""), before.files(), edited.files())
                .orElseThrow()
                .names())
        .containsExactly(MODEL);
    String original = new String(before.files().get(MODEL).orElseThrow(), StandardCharsets.UTF_8);
    assertThat(copy.read(MODEL))
        .isEqualTo(original.replace(WHY, "Home would not bear it: \"no\" &amp; &lt; no."));
    for (String name : before.files().names()) {
      assertThat(
              name.equals(MODEL)
                  || Arrays.equals(
                      Files.readAllBytes(copy.folder().resolve(name)),
                      before.files().get(name).orElseThrow()))
          .as(name)
          .isTrue();
    }
  }

  /** The same with a case: its sheet is saved there, once as it is and once edited. */
  @Test
  void onlyTheCellOfACaseThatWasEditedThereDiffers() throws Exception {
    Path cases = Files.createDirectories(folder.resolve("cases"));
    Path file = Files.copy(Path.of("cases/vietnam-war/VN-04.yaml"), cases.resolve("VN-04.yaml"));
    Vocabulary words = KnowledgeBase.builtIn().vocabulary();
    ReadCases read = ReadCases.of(words, cases);
    Path exported = folder.resolve("cases.xlsx");
    Files.write(exported, new CaseSheetExport(words, read.cases()).xlsx());

    String why = "Counted from 2 March 1965.";
    Path flat = office.convert(exported, "fods", "flat");
    List<Path> saved =
        office.convert(
            List.of(flat, edited(flat, "edited", why, "Counted: #1 &amp; \"all\" since.")),
            "xlsx",
            "saved");
    CaseSheetImport untouched =
        CaseSheetImporter.read(words, read, cases, Map.of(), saved.get(0), null, null);
    assertThat(untouched.problems()).isEmpty();
    assertThat(untouched.conflicts()).isEmpty();
    assertThat(untouched.notes()).isEmpty();
    assertThat(untouched.cases()).isEmpty();

    CaseSheetImport edited =
        CaseSheetImporter.read(words, read, cases, Map.of(), saved.get(1), null, null);

    assertThat(edited.problems()).isEmpty();
    assertThat(edited.cases()).hasSize(1);
    assertThat(new String(edited.files().get(file), StandardCharsets.UTF_8))
        .isEqualTo(
            Files.readString(file)
                .replace("\"" + why + "\"", "\"Counted: #1 & \\\"all\\\" since.\""));
  }

  /** A CSV file is opened, one of its cells is edited, and it is saved in the same dialect. */
  @ParameterizedTest
  @CsvSource({"PLAIN,44,en-US,1033", "EXCEL_EN,44,en-US,1033", "EXCEL_DE,59,de-DE,1031"})
  void onlyTheCellThatWasEditedInCsvDiffers(
      CsvDialect dialect, int separator, String locale, int language) throws Exception {
    speak(locale);
    Copy copy = Copy.into(Files.createDirectories(folder.resolve("base")));
    KnowledgeBase before = KnowledgeBase.load(copy.folder());
    Path tables = Files.createDirectories(folder.resolve("tables"));
    List<String> names = List.of("need for secrecy", "guarantee counted", "time pressure");
    for (var file : new SheetExport(before, names).csv(dialect).entrySet()) {
      Files.writeString(tables.resolve(file.getKey()), file.getValue());
    }
    // the separator, the quote, UTF-8, from the first line, the language
    String in = "--infilter=CSV:%d,34,76,1,,%d".formatted(separator, language);
    String out =
        "csv:Text - txt - csv (StarCalc):%d,34,76,1,,0,false,true,false".formatted(separator);

    List<Path> all;
    try (var files = Files.list(tables)) {
      all = files.sorted().toList();
    }
    List<Path> flat = office.convert(all, "fods", "flat", in);
    Path saved = office.convert(flat, out, "saved").get(0).getParent();
    SheetImport untouched = SheetImporter.read(before, saved);
    Path secrecy =
        flat.stream().filter(f -> f.endsWith("need-for-secrecy.fods")).findFirst().orElseThrow();
    Path edit =
        edited(secrecy, "edited/need-for-secrecy", WHY, "Home; or, \"they\", would not bear it.");
    office.convert(edit, out, "saved");
    SheetImport edited = SheetImporter.read(before, saved);

    assertThat(untouched.problems()).isEmpty();
    assertThat(untouched.changes()).isFalse();
    assertThat(edited.problems()).isEmpty();
    new History(copy.folder(), Clock.systemUTC(), note -> {})
        .save(new Occasion("a", "test", ""), before.files(), edited.files());
    String original = new String(before.files().get(MODEL).orElseThrow(), StandardCharsets.UTF_8);
    assertThat(copy.read(MODEL))
        .isEqualTo(original.replace(WHY, "Home; or, \"they\", would not bear it."));
  }

  /** Has LibreOffice write numbers as a country does. */
  private void speak(String locale) throws IOException {
    Files.writeString(
        office.settings(),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>%s</value></prop></item>
        </oor:items>
        """
            .formatted(locale));
  }

  /** A flat file beside another, in which one text is another one. */
  private Path edited(Path flat, String name, String from, String to) throws IOException {
    String text = Files.readString(flat);
    assertThat(text).containsOnlyOnce(from);
    Path edited = folder.resolve(name + ".fods");
    Files.createDirectories(edited.getParent());
    return Files.writeString(edited, text.replace(from, to));
  }
}
