package org.parley.author.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeBase;

/** Puts decision tables into a form that staff edit. */
public final class SheetExport {
  private static final String VERSION = "1.0";

  private final KnowledgeBase base;
  private final List<TablePage> pages;

  /**
   * @param tables the decisions whose tables are wanted; all where none is named
   * @throws ParleyException if one of them is not known
   */
  public SheetExport(KnowledgeBase base, List<String> tables) {
    this.base = base;
    this.pages = new Pages(base).named(tables);
  }

  /** One spreadsheet (.xlsx) with a sheet for each table. */
  public byte[] xlsx() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (Workbook workbook = new Workbook(out, "Parley", VERSION)) {
        workbook.setGlobalDefaultFont(Look.FONT, 11);
        write(workbook);
      }
      return SameZip.of(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Workbook workbook) {
    SheetNames names = new SheetNames();
    Instructions instructions =
        new Instructions(workbook.newWorksheet(names.of(Instructions.SHEET)));
    if (base.plain().isEmpty()) {
      new VocabularySheet(workbook.newWorksheet(names.of(VocabularySheet.SHEET)))
          .write(base.vocabulary());
    }
    names.of(ChoiceLists.SHEET);
    Map<String, TablePage> byName = new LinkedHashMap<>();
    pages.forEach(p -> byName.put(names.of(p.decision().name()), p));
    instructions.write(byName);
    Map<String, Worksheet> sheets = new LinkedHashMap<>();
    byName.keySet().forEach(n -> sheets.put(n, workbook.newWorksheet(n)));
    ChoiceLists choices = new ChoiceLists(workbook);
    byName.forEach((name, page) -> new TableSheet(sheets.get(name), page, choices).write());
  }

  /**
   * Whether a spreadsheet is an export, of these tables or others, that nobody has edited since.
   */
  public static boolean isUnedited(byte[] xlsx) {
    return Seal.isWhole(xlsx);
  }

  /** One CSV file for each table, by its name. */
  public Map<String, String> csv() {
    SheetNames names = new SheetNames();
    Map<String, String> files = new LinkedHashMap<>();
    for (TablePage page : pages) {
      StringWriter text = new StringWriter();
      try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
        for (List<GridCell> row : page.cells()) {
          List<String> texts = new ArrayList<>(row.stream().map(CsvCell::write).toList());
          texts.addAll(Collections.nCopies(page.width() - texts.size(), ""));
          writer.writeRecord(texts);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String stem = page.decision().name().replaceAll("[^\\p{L}\\p{N}]+", "-");
      files.put(names.of(stem) + ".csv", text.toString());
    }
    return files;
  }
}
