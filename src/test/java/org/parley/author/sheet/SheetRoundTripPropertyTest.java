package org.parley.author.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.parley.Shown;
import org.parley.author.history.FileChange;
import org.parley.author.save.ModelText;
import org.parley.author.save.RandomEdits;
import org.parley.author.save.RowDraft;
import org.parley.author.save.TableDraft;
import org.parley.knowledge.KnowledgeBase;

/** Out into a spreadsheet and back: nothing is lost, nothing is added. */
class SheetRoundTripPropertyTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.load(Path.of(""));
  private static final List<String> MODELS =
      SHIPPED.files().names().stream().filter(n -> n.endsWith(".dmn")).toList();

  @Example
  void theShippedTablesComeBackByteForByte() throws IOException {
    SheetExport export = new SheetExport(SHIPPED, List.of());

    assertThat(export.xlsx()).isEqualTo(export.xlsx());
    for (SheetImport read : List.of(throughXlsx(SHIPPED, export), throughCsv(SHIPPED, export))) {
      assertThat(read.problems()).isEmpty();
      assertThat(read.changes()).isFalse();
      assertThat(read.notes()).isEmpty();
      assertThat(FileChange.between(SHIPPED.files(), read.files())).isEmpty();
    }
  }

  @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
  void anyTableComesBackByteForByte(@ForAll long seed, @ForAll boolean csv) throws IOException {
    KnowledgeBase edited = with(draft(seed));
    SheetExport export = new SheetExport(edited, List.of(draft(seed).decision()));

    SheetImport read = csv ? throughCsv(edited, export) : throughXlsx(edited, export);

    assertThat(read.problems()).isEmpty();
    assertThat(FileChange.between(edited.files(), read.files())).isEmpty();
  }

  /** Nothing acts in a sheet, nothing there is a formula, and all of it comes back. */
  @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
  void hostileWordsComeBackByteForByte(@ForAll long seed, @ForAll boolean csv) throws IOException {
    Random random = new Random(seed);
    TableDraft table = model("dmn/channels.dmn").tables().get(0);
    TableDraft hostile =
        table.withRows(
            table.rows().stream()
                .map(
                    row ->
                        new RowDraft(
                            row.origin(),
                            RowDraft.NEW,
                            row.id(),
                            row.tests(),
                            row.results(),
                            row.annotations().stream().map(a -> hostile(random)).toList()))
                .toList());
    KnowledgeBase edited = with(hostile);
    SheetExport export = new SheetExport(edited, List.of(hostile.decision()));

    SheetImport read = csv ? throughCsv(edited, export) : throughXlsx(edited, export);

    assertThat(read.problems()).isEmpty();
    assertThat(FileChange.between(edited.files(), read.files())).isEmpty();
    for (String text : export.csv(CsvDialect.PLAIN).values()) {
      assertThat(Shown.text(text)).isEqualTo(text);
      assertCalculatesNothing(text);
    }
  }

  /** Whatever signs a spreadsheet takes for the end of a cell. */
  private static void assertCalculatesNothing(String csv) throws IOException {
    List<String> cells = new ArrayList<>(List.of(csv.split("[;\\t\\n]", -1)));
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      reader.forEach(line -> cells.addAll(line.getFields()));
    }
    assertThat(cells).noneMatch(cell -> cell.matches("(?s)[\\s\\p{Zs}]*[=+\\-@＝＋－＠].*"));
  }

  private static String hostile(Random random) {
    List<String> parts =
        List.of(
            "=",
            "+",
            "-",
            "@",
            "＝",
            "'",
            "''=",
            " ",
            "\u00A0",
            "x",
            "cmd|' /C calc'!A0",
            "<U+202E>",
            "<U+003C>",
            "<U+0000>",
            "_x001B_",
            "\u202E",
            "\u200B",
            "\u2028",
            "\u0085",
            "\u007F",
            "\"",
            ",",
            ";",
            "\n",
            "\t",
            "\n",
            "\t",
            Character.toString(0xE0041),
            "1");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString().strip();
  }

  /** What a sheet says is what the table says after its import, whatever was done to the rows. */
  @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
  void theTableIsAsTheSheetHasIt(@ForAll long seed, @ForAll boolean csv) throws IOException {
    TableDraft draft = draft(seed);
    TableDraft kept =
        draft.withRows(draft.rows().stream().filter(r -> r.origin() != RowDraft.NEW).toList());
    SheetExport export = new SheetExport(with(kept), List.of(kept.decision()));

    SheetImport read = edited(csv, export, kept.decision());

    assertThat(read.problems()).isEmpty();
    assertThat(lines(read.after(), kept)).isEqualTo(lines(with(kept), kept));
  }

  /** A sheet of the shipped table in which somebody made another table of it. */
  private static SheetImport edited(boolean csv, SheetExport export, String decision)
      throws IOException {
    String mark = new Pages(SHIPPED).of(decision).orElseThrow().cells().get(4).get(0).text();
    Path file = Files.createTempFile("tables", csv ? ".csv" : ".xlsx");
    try {
      if (csv) {
        String text = export.csv(CsvDialect.PLAIN).values().iterator().next();
        Files.writeString(file, text.replaceFirst("\nparts [^,]*", "\n" + mark));
      } else {
        Files.write(file, export.xlsx());
        String sheet = new SheetNames().of(decision);
        Book.open(file).type(sheet, "A5", mark).save();
      }
      return SheetImporter.read(SHIPPED, file);
    } finally {
      Files.delete(file);
    }
  }

  /** A table line by line; the order of values between "or" has no meaning. */
  private static List<String> lines(KnowledgeBase base, TableDraft table) {
    return new Pages(base)
        .of(table.decision()).orElseThrow().cells().stream()
            .map(row -> row.stream().map(SheetRoundTripPropertyTest::sorted).toList().toString())
            .toList();
  }

  private static String sorted(GridCell cell) {
    String words = cell.text().replaceFirst("^any but ", "");
    List<String> parts = Stream.of(words.split(" or ")).sorted().distinct().toList();
    return cell.text().startsWith("any but ") + String.join(" or ", parts);
  }

  private static TableDraft draft(long seed) {
    Random random = new Random(seed);
    ModelText model = model(MODELS.get(random.nextInt(MODELS.size())));
    TableDraft table = model.tables().get(random.nextInt(model.tables().size()));
    return new RandomEdits(seed).edit(table, 1 + random.nextInt(8));
  }

  private static KnowledgeBase with(TableDraft draft) {
    String file = SHIPPED.decision(draft.decision()).orElseThrow().file();
    return SHIPPED.changedTo(SHIPPED.files().with(file, model(file).with(draft).bytes()));
  }

  private static ModelText model(String file) {
    return ModelText.read(file, SHIPPED.files().get(file).orElseThrow());
  }

  private static SheetImport throughXlsx(KnowledgeBase base, SheetExport export)
      throws IOException {
    Path file = Files.createTempFile("tables", ".xlsx");
    try {
      Files.write(file, export.xlsx());
      return SheetImporter.read(base, file);
    } finally {
      Files.delete(file);
    }
  }

  private static SheetImport throughCsv(KnowledgeBase base, SheetExport export) throws IOException {
    Path folder = Files.createTempDirectory("tables");
    try {
      for (Map.Entry<String, String> file : export.csv(CsvDialect.PLAIN).entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      return SheetImporter.read(base, folder);
    } finally {
      for (String name : export.csv(CsvDialect.PLAIN).keySet()) {
        Files.delete(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }
}
