package org.parley.author.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeBase;

/** Puts decision tables into a form that staff edit. */
public final class SheetExport {

  private final KnowledgeBase base;
  private final List<TablePage> pages;

  /**
   * @param tables the decisions whose tables are wanted; all where none is named
   * @throws ParleyException if one of them is not known, or there is none
   */
  public SheetExport(KnowledgeBase base, List<String> tables) {
    this.base = base;
    this.pages = new Pages(base).named(tables);
    if (pages.isEmpty()) {
      throw new ParleyException("no model here has a decision table: there is nothing to export");
    }
  }

  /** One spreadsheet (.xlsx) with a sheet for each table. */
  public byte[] xlsx() {
    return SameZip.of(this::write);
  }

  private void write(Workbook workbook) {
    SheetNames names = new SheetNames();
    SheetIndex index = new SheetIndex(workbook.newWorksheet(names.of(SheetIndex.SHEET)));
    new Instructions(workbook.newWorksheet(names.of(Instructions.SHEET)), model()).write();
    if (base.plain().isEmpty()) {
      new VocabularySheet(workbook.newWorksheet(names.of(VocabularySheet.SHEET)))
          .write(base.vocabulary());
    }
    names.of(ChoiceLists.SHEET);
    Map<String, TablePage> byName = new LinkedHashMap<>();
    SheetIndex.byModel(pages).forEach(p -> byName.put(names.of(p.decision().name()), p));
    Map<String, String> colours =
        Look.colours(byName.values().stream().map(p -> p.decision().file()).toList());
    index.write(byName, colours);
    Map<String, Worksheet> sheets = new LinkedHashMap<>();
    byName.keySet().forEach(n -> sheets.put(n, workbook.newWorksheet(n)));
    ChoiceLists choices = new ChoiceLists(workbook);
    byName.forEach(
        (name, page) -> {
          sheets.get(name).setTabColor(colours.get(page.decision().file()));
          new TableSheet(sheets.get(name), page, choices).write();
        });
  }

  /** Where models by themselves stand; empty for a knowledge base. */
  private Optional<String> model() {
    List<String> files = base.files().names().stream().filter(f -> f.endsWith(".dmn")).toList();
    return base.plain().map(p -> files.size() == 1 ? files.get(0) : "FOLDER");
  }

  /**
   * Whether a spreadsheet is an export, of these tables or others, that nobody has edited since.
   */
  public static boolean isUnedited(byte[] xlsx) {
    return Seal.isWhole(xlsx);
  }

  /** One CSV file for each table, by its name. */
  public Map<String, String> csv(CsvDialect dialect) {
    SheetNames names = SheetNames.ofFiles();
    Map<String, String> files = new LinkedHashMap<>();
    for (TablePage page : pages) {
      String stem = page.decision().name().replaceAll("[^\\p{L}\\p{N}]+", "-");
      files.put(names.of(stem) + ".csv", dialect.write(page));
    }
    return files;
  }
}
