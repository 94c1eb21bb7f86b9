package org.parley.author.save;

import java.nio.file.Path;
import java.util.Arrays;

/** The content of a file before and after. */
final class Replacement {
  private final Path file;
  private final byte[] before;
  private final byte[] after;

  /**
   * @param file where it stands
   * @param before what it held when it was read
   * @param after what it shall hold
   */
  Replacement(Path file, byte[] before, byte[] after) {
    this.file = file;
    this.before = before.clone();
    this.after = after.clone();
  }

  Path file() {
    return file;
  }

  /** Whether the file still holds what it held when it was read. */
  boolean startsFrom(byte[] content) {
    return Arrays.equals(before, content);
  }

  byte[] content() {
    return after.clone();
  }

  /** The way back. */
  Replacement undone() {
    return new Replacement(file, /* before= */ after, /* after= */ before);
  }
}
