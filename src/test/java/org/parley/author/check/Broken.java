package org.parley.author.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.parley.knowledge.KnowledgeFiles;

/** The seeded knowledge bases: a small sound one, and files that spoil it in one way each. */
record Broken(Path folder) {
  private static final Path SEEDS = Path.of("src/test/resources/broken");

  /** The sound one, in a folder of its own. */
  static Broken base(Path folder) {
    return new Broken(folder).with("base");
  }

  /** A file of the seeds. */
  static String text(String name) {
    try {
      return Files.readString(SEEDS.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the variants. */
  static List<String> variants() {
    try (Stream<Path> folders = Files.list(SEEDS)) {
      return folders
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .filter(n -> !n.equals("base"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lays the files of a variant over it. */
  Broken with(String variant) {
    Path from = SEEDS.resolve(variant);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(from.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Writes a file of it. */
  Broken write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** What the check says of it. */
  CheckResult check() {
    return checker().check();
  }

  Checker checker() {
    return Checker.of(KnowledgeFiles.of(folder)).withCases(folder.resolve("cases"));
  }
}
