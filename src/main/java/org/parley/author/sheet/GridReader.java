package org.parley.author.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.parley.ParleyException;
import org.parley.Problem;

/** Reads spreadsheets and CSV files. */
final class GridReader {
  private static final long LARGEST = 64L << 20;
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_COLUMNS = 500;

  private GridReader() {}

  /** The sheets of a spreadsheet, a CSV file, or all CSV files of a folder. */
  static List<Grid> read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        return csvFiles(file);
      }
      if (Files.size(file) > LARGEST) {
        throw refused(file, "larger than 64 MiB");
      }
      return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")
          ? List.of(csv(file))
          : sheets(file);
    } catch (IOException e) {
      throw refused(
          file, Files.exists(file) ? "cannot be read: " + e.getMessage() : "there is no such file");
    }
  }

  private static List<Grid> csvFiles(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
    if (files.isEmpty()) {
      throw refused(folder, "no CSV file (*.csv) here");
    }
    List<Grid> grids = new ArrayList<>();
    for (Path file : files) {
      grids.add(csv(file));
    }
    return grids;
  }

  private static Grid csv(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    String header = text.lines().findFirst().orElse("");
    // spreadsheets of some countries separate by semicolons
    char separator = header.startsWith(TablePage.TABLE + ";") ? ';' : ',';
    List<List<Cell>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      for (CsvRecord line : reader) {
        rows.add(line.getFields().stream().map(CsvCell::read).toList());
      }
    } catch (CsvParseException e) {
      throw refused(file, "no CSV: " + e.getMessage());
    }
    return new Grid(file.toString(), "", rows);
  }

  private static List<Grid> sheets(Path file) throws IOException {
    List<Grid> grids = new ArrayList<>();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        grids.add(new Grid(file.toString(), sheet.getName(), rows(sheet)));
      }
      return grids;
    } catch (ParleyException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (!Files.isReadable(file)) {
        throw refused(file, "there is no such file, or it cannot be read");
      }
      throw refused(
          file,
          "no spreadsheet that can be read: save it as .xlsx (in LibreOffice: Excel 2007-365)");
    }
  }

  private static List<List<Cell>> rows(Sheet sheet) throws IOException {
    List<List<Cell>> rows = new ArrayList<>();
    try (Stream<Row> all = sheet.openStream()) {
      for (Row row : (Iterable<Row>) all::iterator) {
        if (row.getRowNum() > MOST_ROWS) {
          // left out it would count as removed
          refuseText(sheet, row);
          continue;
        }
        while (rows.size() < row.getRowNum() - 1) {
          rows.add(List.of());
        }
        refuseWide(sheet, row);
        rows.add(cells(row));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return rows;
  }

  private static void refuseWide(Sheet sheet, Row row) {
    for (int i = MOST_COLUMNS; i < row.getCellCount(); i++) {
      if (row.hasCell(i) && row.getCell(i) != null && !cell(row.getCell(i)).isBlank()) {
        throw new ParleyException(
            "sheet '%s', cell %s: only %d columns are read, and what stands here would be lost"
                .formatted(sheet.getName(), Grid.address(row.getRowNum() - 1, i), MOST_COLUMNS));
      }
    }
  }

  private static void refuseText(Sheet sheet, Row row) {
    if (cells(row).stream().anyMatch(c -> !c.isBlank())) {
      throw new ParleyException(
          "sheet '%s' has a row on line %,d: move it up, only %,d lines are read"
              .formatted(sheet.getName(), row.getRowNum(), MOST_ROWS));
    }
  }

  private static List<Cell> cells(Row row) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
      org.dhatim.fastexcel.reader.Cell cell = row.hasCell(i) ? row.getCell(i) : null;
      cells.add(cell == null ? Cell.EMPTY : cell(cell));
    }
    return cells;
  }

  private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
    return switch (cell.getType()) {
      case NUMBER ->
          new Cell(
              cell.asNumber().stripTrailingZeros().toPlainString(),
              isDate(cell.getDataFormatString()) ? Cell.Kind.DATE : Cell.Kind.NUMBER);
      case BOOLEAN -> Cell.text(cell.asBoolean().toString());
      case FORMULA -> new Cell(String.valueOf(cell.getFormula()), Cell.Kind.FORMULA);
      case ERROR -> new Cell(String.valueOf(cell.getRawValue()), Cell.Kind.ERROR);
      case STRING -> Cell.text(cell.asString());
      case EMPTY -> Cell.EMPTY;
    };
  }

  private static boolean isDate(String format) {
    return format != null
        && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?i).*[dmyhs].*")
        && !format.equalsIgnoreCase("general");
  }

  private static ParleyException refused(Path file, String message) {
    return new ParleyException(List.of(Problem.in(file.toString(), message)));
  }
}
