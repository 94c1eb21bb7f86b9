package org.parley.author.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.parley.knowledge.Digests;

/**
 * The last bytes of an exported spreadsheet, which say what all bytes before them are. They are the
 * comment of the zip file, which no spreadsheet keeps when it saves: so an export that somebody has
 * edited can be told from one that nobody has.
 */
final class Seal {
  private static final String MARK = "parley export ";

  /** A comment as long as a seal, to be replaced by it. */
  static final String BLANK = MARK + "0".repeat(64);

  private Seal() {}

  /** The bytes of a zip file with the blank comment, sealed. */
  static byte[] sealed(byte[] zip) {
    byte[] sealed = zip.clone();
    byte[] seal = of(zip);
    System.arraycopy(seal, 0, sealed, zip.length - seal.length, seal.length);
    return sealed;
  }

  /** Whether a file ends with the seal of what stands before it. */
  static boolean isWhole(byte[] file) {
    int length = BLANK.length();
    return file.length > length
        && Arrays.equals(Arrays.copyOfRange(file, file.length - length, file.length), of(file));
  }

  private static byte[] of(byte[] file) {
    byte[] before = Arrays.copyOf(file, file.length - BLANK.length());
    return (MARK + Digests.hex(before)).getBytes(StandardCharsets.UTF_8);
  }
}
