package org.parley.author.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/**
 * A spreadsheet without the times at which it was written, so that the same tables give the same
 * bytes, with rows that grow, and sealed.
 */
final class SameZip {
  private static final String VERSION = "1.0";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String SHEETS = "xl/worksheets/";
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
  // a height that is not fixed grows with what is typed
  private static final Pattern FIXED_HEIGHT =
      Pattern.compile("(<row [^>]*?) customHeight=\"[^\"]*\"");

  // the library says so of every sheet, and some readers believe it
  private static final String ONE_CELL = "<dimension ref=\"A1\"/>";
  private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+)(\\d+)\"");

  private SameZip() {}

  /**
   * A workbook.
   *
   * @param sheets writes what is in it
   */
  static byte[] of(Consumer<Workbook> sheets) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (Workbook workbook = new Workbook(out, "Parley", VERSION)) {
        workbook.setGlobalDefaultFont(Look.FONT, Look.FONT_SIZE);
        sheets.accept(workbook);
      }
      return of(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] of(byte[] written) throws IOException {
    // the entries do not say how long they are where they begin: only a file can be read
    Path file = Files.createTempFile("tables", ".xlsx");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Files.write(file, written);
      try (ZipFile in = new ZipFile(file.toFile());
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setComment(Seal.BLANK);
        for (ZipEntry entry : Collections.list(in.entries())) {
          ZipEntry same = new ZipEntry(entry.getName());
          same.setTimeLocal(NO_TIME);
          zip.putNextEntry(same);
          try (InputStream content = in.getInputStream(entry)) {
            byte[] bytes = content.readAllBytes();
            zip.write(entry.getName().endsWith(".xml") ? settled(entry.getName(), bytes) : bytes);
          }
          zip.closeEntry();
        }
      }
    } finally {
      Files.delete(file);
    }
    return Seal.sealed(out.toByteArray());
  }

  private static byte[] settled(String name, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    if (name.equals(PROPERTIES)) {
      text = TIME.matcher(text).replaceAll(NO_TIME.toLocalDate() + "T00:00:00Z");
    } else if (name.startsWith(SHEETS)) {
      text = FIXED_HEIGHT.matcher(text).replaceAll("$1");
      text = text.replace(ONE_CELL, "<dimension ref=\"%s\"/>".formatted(area(text)));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** From the first cell to the last column and row that any cell stands in. */
  private static String area(String sheet) {
    String column = "A";
    int row = 1;
    Matcher cell = CELL.matcher(sheet);
    while (cell.find()) {
      String other = cell.group(1);
      boolean further =
          other.length() > column.length()
              || (other.length() == column.length() && other.compareTo(column) > 0);
      column = further ? other : column;
      row = Math.max(row, Integer.parseInt(cell.group(2)));
    }
    return column.equals("A") && row == 1 ? "A1" : "A1:" + column + row;
  }
}
