package org.parley.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.knowledge.KnowledgeBase;

/** The cases of this checkout, and an advisor on its tables. */
final class ShippedCases {
  static final TableAdvisor ADVISOR = TableAdvisor.of(KnowledgeBase.builtIn());
  static final List<Case> ALL = read();

  private ShippedCases() {}

  static Case named(String id) {
    return ALL.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Case> read() {
    try (Stream<Path> files = Files.walk(Path.of("cases"))) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .sorted()
          .map(ADVISOR::readCase)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
