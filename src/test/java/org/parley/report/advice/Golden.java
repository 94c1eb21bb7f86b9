package org.parley.report.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Approved outputs: change the file by hand when the output is meant to change. */
final class Golden {

  private Golden() {}

  static String read(String name) {
    try (InputStream file = Golden.class.getResourceAsStream("/report/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
