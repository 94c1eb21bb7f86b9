package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {

  @Test
  void theGuideListsThemAll() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("src/site/markdown/limits.md")).stream()
            .filter(line -> line.matches("\\| \\d.*"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Limit.values())
                .map(limit -> "| %s | %s |".formatted(limit.words(), limit.of()))
                .toList());
  }
}
