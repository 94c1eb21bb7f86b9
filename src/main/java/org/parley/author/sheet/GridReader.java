package org.parley.author.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.Allowance;
import org.parley.knowledge.CsvForm;
import org.parley.knowledge.CsvRecords;
import org.parley.knowledge.Encoding;
import org.parley.knowledge.Limit;
import org.parley.knowledge.PlainFile;

/** Reads spreadsheets and CSV files. */
final class GridReader {
  // so many places, filled or not, are gone through in a sheet
  private static final long MOST_PLACES = 5_000_000;
  // so many of a number's digits spreadsheets show
  private static final int SHOWN_DIGITS = 15;

  private GridReader() {}

  /** The sheets of a spreadsheet, a CSV file, or all CSV files of a folder. */
  static List<Grid> read(Path file) {
    return read(file, null);
  }

  /**
   * The same.
   *
   * @param charset the encoding of CSV files that are not Unicode; {@code null} where none is said
   */
  static List<Grid> read(Path file, Charset charset) {
    if (Files.isDirectory(file)) {
      return csvFiles(file, charset);
    }
    return isCsv(file) ? List.of(csv(file, charset)) : sheets(file);
  }

  private static boolean isCsv(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static List<Grid> csvFiles(Path folder, Charset charset) {
    List<Path> files =
        PlainFile.in(folder, folder.toString(), GridReader::isCsv).stream().sorted().toList();
    if (files.isEmpty()) {
      throw ParleyException.in(folder.toString(), "no CSV file (*.csv) here");
    }
    Allowance allowance = new Allowance(Limit.SHEET_PARTS, Limit.SHEET_UNPACKED);
    List<Grid> grids = new ArrayList<>();
    for (Path file : files) {
      PlainFile.require(file, file.toString(), Limit.SHEET_FILE);
      allowance.add(file.toString(), file.toFile().length());
      grids.add(csv(file, charset));
    }
    return grids;
  }

  private static Grid csv(Path file, Charset charset) {
    byte[] content = PlainFile.read(file, file.toString(), Limit.SHEET_FILE);
    String name = file.toString();
    String text = Encoding.csvOr(name, content, charset);
    List<List<GridCell>> rows = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    AtomicInteger place = new AtomicInteger();
    CsvRecords.read(
        name,
        text,
        (line, cells) -> {
          add(
              cells.stream().map(CsvCell::read).toList(),
              place.getAndIncrement(),
              rows,
              message -> at(file, line, message));
          while (widths.size() < rows.size()) {
            widths.add(widths.size() == rows.size() - 1 ? cells.size() : 0);
          }
        });
    return new Grid(name, "", CsvForm.of(text).separators(), rows, widths);
  }

  private static List<Grid> sheets(Path file) {
    List<Grid> grids = new ArrayList<>();
    try (Workbook workbook = Workbook.open(file)) {
      for (Sheet sheet : workbook.sheets()) {
        List<List<GridCell>> rows = rows(file, sheet);
        workbook.merged(sheet).forEach(area -> area.fill(rows));
        grids.add(new Grid(file.toString(), sheet.getName(), "", rows));
      }
      return grids;
    } catch (ParleyException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw ParleyException.in(
          file.toString(),
          "no spreadsheet that can be read: save it as .xlsx (in LibreOffice: Excel 2007-365)");
    }
  }

  private static List<List<GridCell>> rows(Path file, Sheet sheet) throws IOException {
    List<List<GridCell>> rows = new ArrayList<>();
    long places = 0;
    try (Stream<Row> all = sheet.openStream()) {
      for (Row row : (Iterable<Row>) all::iterator) {
        places += row.getCellCount();
        if (places > MOST_PLACES) {
          throw at(file, sheet, row, "too far on: more than %,d cells".formatted(MOST_PLACES));
        }
        add(cells(row), row.getRowNum() - 1, rows, message -> at(file, sheet, row, message));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return rows;
  }

  /**
   * Adds a row at its place. What is too far down or to the right is refused where it says
   * something: left out, it would be taken for removed.
   */
  private static void add(
      List<GridCell> cells,
      int place,
      List<List<GridCell>> rows,
      Function<String, ParleyException> refusal) {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) {
      width--;
    }
    if (width > Limit.COLUMNS.most()) {
      throw refusal.apply(Limit.COLUMNS.exceeded());
    }
    if (cells.stream().anyMatch(c -> c.text().length() > Limit.CELL.most())) {
      throw refusal.apply(Limit.CELL.exceeded());
    }
    // empty rows may reach to the end of the sheet
    if (width == 0) {
      return;
    }
    if (place >= Limit.SHEET_ROWS.most()) {
      throw refusal.apply(Limit.SHEET_ROWS.exceeded());
    }
    while (rows.size() < place) {
      rows.add(new ArrayList<>());
    }
    rows.add(new ArrayList<>(cells.subList(0, width)));
  }

  private static ParleyException at(Path file, Sheet sheet, Row row, String message) {
    Place place =
        Place.of(file.toString()).in("sheet", sheet.getName()).at("line " + row.getRowNum());
    return new ParleyException(new Problem(place, message));
  }

  private static ParleyException at(Path file, int line, String message) {
    return new ParleyException(new Problem(Place.of(file.toString(), line), message));
  }

  private static List<GridCell> cells(Row row) {
    List<GridCell> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      org.dhatim.fastexcel.reader.Cell cell = row.hasCell(i) ? row.getCell(i) : null;
      cells.add(cell == null ? GridCell.EMPTY : cell(cell));
    }
    return cells;
  }

  private static GridCell cell(org.dhatim.fastexcel.reader.Cell cell) {
    return switch (cell.getType()) {
      case NUMBER ->
          new GridCell(
              shortest(cell.asNumber()).toPlainString(),
              isDate(cell.getDataFormatString()) ? GridCell.Kind.DATE : GridCell.Kind.NUMBER);
      case BOOLEAN -> GridCell.text(cell.asBoolean().toString());
      case FORMULA -> new GridCell(String.valueOf(cell.getFormula()), GridCell.Kind.FORMULA);
      case ERROR -> new GridCell(String.valueOf(cell.getRawValue()), GridCell.Kind.ERROR);
      case STRING -> GridCell.text(CellMarks.read(cell.asString().replace("_x000D_", "")));
      case EMPTY -> GridCell.EMPTY;
    };
  }

  /** The shortest decimal that a spreadsheet, which keeps 17 digits of it, holds as the same. */
  static BigDecimal shortest(BigDecimal kept) {
    for (int digits = SHOWN_DIGITS; digits < kept.precision(); digits++) {
      BigDecimal shorter = kept.round(new MathContext(digits));
      if (shorter.doubleValue() == kept.doubleValue()) {
        return shorter.stripTrailingZeros();
      }
    }
    return kept.stripTrailingZeros();
  }

  private static boolean isDate(String format) {
    return format != null
        && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?i).*[dmyhs].*")
        && !format.equalsIgnoreCase("general");
  }
}
