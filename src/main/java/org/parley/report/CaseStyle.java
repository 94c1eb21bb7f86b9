package org.parley.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the report of a case adds to the style sheet of all pages. */
final class CaseStyle {
  static final String SHEET = read("case.css");

  private CaseStyle() {}

  private static String read(String name) {
    try (InputStream file = CaseStyle.class.getResourceAsStream(name)) {
      byte[] sheet = Objects.requireNonNull(file, name).readAllBytes();
      // the policy of the page holds a hash of it, and browsers read every line end as one
      return new String(sheet, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
