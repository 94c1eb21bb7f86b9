package org.parley.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.author.sheet.SheetImport;
import org.parley.author.sheet.SheetImporter;

/** Imports sheets from a file. */
final class SheetFuzz {
  private final Path file;

  /** Sheets with such an ending. */
  SheetFuzz(String ending) {
    try {
      file = Files.createTempDirectory("parley-fuzz").resolve("sheet" + ending);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void read(byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Only.refusals(
        () -> {
          SheetImport read = SheetImporter.read(SmallBase.BASE, file);
          read.problems().forEach(Only::check);
        });
  }
}
