package org.parley.author.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.parley.ParleyException;
import org.parley.knowledge.BoundedXml;
import org.parley.knowledge.Limit;
import org.parley.knowledge.PlainFile;

/**
 * Opens a spreadsheet only after all of it has been unpacked within limits and looked through,
 * since its reader believes whatever the file says of itself.
 */
final class Workbook implements AutoCloseable {
  private static final String SHEETS = "xl/worksheets/";

  private final String file;
  // those that say something come before those that point to them
  private final SortedMap<String, byte[]> parts =
      new TreeMap<>(
          Comparator.<String, Boolean>comparing(name -> name.startsWith(SHEETS))
              .thenComparing(Comparator.naturalOrder()));

  private WorkbookScan scan;
  private ReadableWorkbook readable;

  private Workbook(String file) {
    this.file = file;
  }

  /**
   * Opens one.
   *
   * @throws ParleyException if it is beyond a limit
   * @throws IOException if it is no spreadsheet
   */
  static Workbook open(Path path) throws IOException {
    Workbook workbook = new Workbook(path.toString());
    PlainFile.require(path, workbook.file, Limit.SHEET_FILE);
    workbook.unpack(path);
    workbook.look();
    workbook.readable =
        new ReadableWorkbook(
            new ByteArrayInputStream(workbook.packed()), new ReadingOptions(true, false));
    return workbook;
  }

  List<Sheet> sheets() {
    return readable.getSheets().toList();
  }

  /** The cells of a sheet that are merged. */
  List<MergedArea> merged(Sheet sheet) {
    return scan.merged(sheet.getName());
  }

  @Override
  public void close() throws IOException {
    readable.close();
  }

  /** Takes the parts that are XML; nobody looks at pictures. */
  private void unpack(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() > Limit.SHEET_PARTS.most()) {
        throw refused(Limit.SHEET_PARTS.exceeded());
      }
      long left = Limit.SHEET_UNPACKED.most();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] content = in.readNBytes((int) left + 1);
          left -= content.length;
          if (left < 0) {
            throw refused(Limit.SHEET_UNPACKED.exceeded());
          }
          if (parts.put(name, content) != null) {
            throw refused("two of its parts have one name: save it again with a spreadsheet");
          }
        }
      }
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).contains("encrypted")) {
        throw refused("has a password: save it without one");
      }
      throw e;
    }
  }

  private void look() {
    BoundedXml xml = new BoundedXml(Limit.SHEET_ELEMENTS);
    scan = new WorkbookScan(file);
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      scan.enter(part.getKey());
      xml.parse(file + ", part " + part.getKey(), part.getValue(), scan);
    }
    scan.end();
  }

  private byte[] packed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private ParleyException refused(String why) {
    return ParleyException.in(file, why);
  }
}
