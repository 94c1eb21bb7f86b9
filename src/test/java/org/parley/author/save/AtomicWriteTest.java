package org.parley.author.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;

/** Files are replaced all or none, and never by half. */
class AtomicWriteTest {
  @TempDir private Path folder;

  @Test
  void theNewContentTakesThePlaceOfTheOldWithItsPermissions() throws IOException {
    Path file = file("a", "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    new AtomicWrite().write(List.of(replacement(file, "old", "new")));

    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void whatALinkLeadsToIsReplaced() throws IOException {
    Path file = file("elsewhere", "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    new AtomicWrite().write(List.of(replacement(link, "old", "new")));

    assertThat(link).isSymbolicLink().hasContent("new");
    assertThat(file).isRegularFile().hasContent("new");
  }

  @Test
  void nothingIsWrittenWhereOneFileHasChangedMeanwhile() throws IOException {
    Path first = file("a", "old");
    Path second = file("b", "changed by somebody");

    assertThatThrownBy(
            () ->
                new AtomicWrite()
                    .write(
                        List.of(
                            replacement(first, "old", "new"), replacement(second, "old", "new"))))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("b: was changed by somebody else meanwhile");
    assertThat(first).hasContent("old");
    assertThat(second).hasContent("changed by somebody");
    assertThat(names()).containsExactly("a", "b");
  }

  @Test
  void whenTheMoveFailsEveryFileHasItsOldContent() throws IOException {
    Path first = file("a", "old a");
    Path second = file("b", "old b");
    AtomicInteger moves = new AtomicInteger();
    AtomicWrite write =
        new AtomicWrite(
            (from, to) -> {
              if (moves.incrementAndGet() == 2) {
                throw new IOException("no space left");
              }
              Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            });

    assertThatThrownBy(
            () ->
                write.write(
                    List.of(
                        replacement(first, "old a", "new a"),
                        replacement(second, "old b", "new b"))))
        .isInstanceOf(ParleyException.class)
        .hasMessageEndingWith("b: cannot be written: no space left");
    assertThat(first).hasContent("old a");
    assertThat(second).hasContent("old b");
    assertThat(names()).containsExactly("a", "b");
  }

  @Test
  void untilTheMoveTheOldContentStandsThere() throws IOException {
    Path file = file("a", "old");
    AtomicWrite write =
        new AtomicWrite(
            (from, to) -> {
              assertThat(to).hasContent("old");
              assertThat(from).hasContent("new").hasParent(to.getParent());
              Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            });

    write.write(List.of(replacement(file, "old", "new")));

    assertThat(file).hasContent("new");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.toRealPath().resolve(name), content);
  }

  private static Replacement replacement(Path file, String before, String after) {
    return new Replacement(
        file, before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
