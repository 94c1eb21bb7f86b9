package org.parley.author.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An exported spreadsheet in the hands of somebody who edits it. */
public final class Book {
  private final Path file;
  private final Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();

  private final List<Merged> merged = new ArrayList<>();

  private record Merged(String sheet, int top, int column, int bottom) {}

  private Book(Path file) {
    this.file = file;
  }

  /** A formula that somebody typed. */
  public record Formula(String text) {}

  public static Book open(Path file) {
    Book book = new Book(file);
    for (Grid grid : GridReader.read(file)) {
      List<List<Object>> rows = new ArrayList<>();
      for (List<GridCell> row : grid.rows()) {
        List<Object> cells = new ArrayList<>();
        for (GridCell cell : row) {
          cells.add(
              switch (cell.kind()) {
                case NUMBER -> new BigDecimal(cell.text());
                case MERGED -> "";
                default -> cell.text();
              });
        }
        rows.add(cells);
      }
      book.sheets.put(grid.sheet(), rows);
    }
    return book;
  }

  /** Types something into a cell such as {@code D7}. */
  public Book type(String sheet, String address, Object what) {
    int column = address.charAt(0) - 'A';
    int row = Integer.parseInt(address.substring(1)) - 1;
    List<List<Object>> rows = sheets.get(sheet);
    while (rows.size() <= row) {
      rows.add(new ArrayList<>());
    }
    List<Object> cells = rows.get(row);
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, what);
    return this;
  }

  /** What a cell such as {@code D7} says. */
  public String says(String sheet, String address) {
    int column = address.charAt(0) - 'A';
    int row = Integer.parseInt(address.substring(1)) - 1;
    List<List<Object>> rows = sheets.get(sheet);
    return row < rows.size() && column < rows.get(row).size()
        ? rows.get(row).get(column).toString()
        : "";
  }

  /** The names of its sheets. */
  public List<String> sheets() {
    return List.copyOf(sheets.keySet());
  }

  /** The rows of a sheet, counted from 1. */
  public int rows(String sheet) {
    return sheets.get(sheet).size();
  }

  /** Deletes a column such as {@code B}. */
  public Book deleteColumn(String sheet, char column) {
    int place = column - 'A';
    sheets.get(sheet).stream().filter(r -> place < r.size()).forEach(r -> r.remove(place));
    return this;
  }

  /** Cuts a column out and inserts it before another that stands to its left. */
  public Book moveColumn(String sheet, char from, char to) {
    int taken = from - 'A';
    int place = to - 'A';
    for (List<Object> row : sheets.get(sheet)) {
      while (row.size() <= taken) {
        row.add("");
      }
      row.add(place, row.remove(taken));
    }
    return this;
  }

  /** Deletes a row, counted from 1. */
  public Book deleteRow(String sheet, int row) {
    sheets.get(sheet).remove(row - 1);
    return this;
  }

  /** Copies a row and inserts it elsewhere, hidden cells too. */
  public Book copyRow(String sheet, int from, int to) {
    sheets.get(sheet).add(to - 1, new ArrayList<>(sheets.get(sheet).get(from - 1)));
    return this;
  }

  public Book moveRow(String sheet, int from, int to) {
    sheets.get(sheet).add(to - 1, sheets.get(sheet).remove(from - 1));
    return this;
  }

  public Book deleteSheet(String sheet) {
    sheets.remove(sheet);
    return this;
  }

  public Book copySheet(String sheet, String name) {
    List<List<Object>> rows = new ArrayList<>();
    sheets.get(sheet).forEach(row -> rows.add(new ArrayList<>(row)));
    sheets.put(name, rows);
    return this;
  }

  /** The rows of a sheet, to be changed. */
  List<List<Object>> rowsOf(String sheet) {
    return sheets.get(sheet);
  }

  /** Merges the cells of one column from a row to another, which show what the first says. */
  public Book merge(String sheet, char column, int from, int to) {
    merged.add(new Merged(sheet, from - 1, column - 'A', to - 1));
    return this;
  }

  public Path save() throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      sheets.forEach(
          (name, rows) -> {
            Worksheet sheet = workbook.newWorksheet(name);
            write(sheet, rows);
            merged.stream()
                .filter(m -> m.sheet().equals(name))
                .forEach(m -> sheet.range(m.top(), m.column(), m.bottom(), m.column()).merge());
          });
    }
    return file;
  }

  private static void write(Worksheet sheet, List<List<Object>> rows) {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        Object what = rows.get(row).get(column);
        if (what instanceof BigDecimal number) {
          sheet.value(row, column, number);
        } else if (what instanceof LocalDate date) {
          sheet.value(row, column, date);
          sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (what instanceof Formula formula) {
          sheet.formula(row, column, formula.text());
        } else if (!what.toString().isEmpty()) {
          sheet.value(row, column, what.toString());
        }
      }
    }
  }
}
