package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.author.sheet.SheetExport;

/** A spreadsheet: an exported one with one part changed, or any bytes at all. */
class WorkbookFuzzTest {
  private static final SheetFuzz SHEET = new SheetFuzz(".xlsx");
  private static final byte[] WHOLE = new SheetExport(SmallBase.BASE, List.of("pressure")).xlsx();
  private static final Map<String, byte[]> PARTS = parts();
  private static final List<String> NAMES = new ArrayList<>(PARTS.keySet());

  /** What stands for the whole, not for one part. */
  private static final byte ANY = '~';

  static Stream<byte[]> seeds() {
    // the first character says which part
    return Stream.concat(
        Stream.of(prefixed(ANY, WHOLE)),
        IntStream.range(0, NAMES.size())
            .mapToObj(i -> prefixed((byte) ('0' + i), PARTS.get(NAMES.get(i)))));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "<c r=\\x22A1\\x22 t=\\x22s\\x22><v>99999999</v></c>",
    "<v>1e999999999</v>",
    "<v>1e-999999999</v>",
    "t=\\x22inlineStr\\x22",
    "t=\\x22b\\x22",
    "t=\\x22e\\x22",
    "t=\\x22d\\x22",
    "t=\\x22str\\x22",
    "<f>1+1</f>",
    "<row r=\\x2220005\\x22>",
    "r=\\x22XFD1048576\\x22",
    "r=\\x22A0\\x22",
    "<si><t>",
    "xml:space=\\x22preserve\\x22",
    "<mergeCell ref=\\x22A1:B2\\x22/>",
    "&#27;",
    "<!DOCTYPE a>",
    "s=\\x229999\\x22",
    "<is><t>pressure</t></is>",
    "sheetId=\\x22-1\\x22",
    "r:id=\\x22rId9\\x22"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    byte[] content = Arrays.copyOfRange(input, 1, input.length);
    SHEET.read(
        input[0] == ANY
            ? content
            : with(NAMES.get(Math.floorMod(input[0] - '0', NAMES.size())), content));
  }

  private static byte[] with(String part, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      for (Map.Entry<String, byte[]> entry : PARTS.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getKey().equals(part) ? content : entry.getValue());
      }
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(WHOLE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  private static byte[] prefixed(byte first, byte[] rest) {
    byte[] all = new byte[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
