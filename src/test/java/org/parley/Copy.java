package org.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the project's knowledge base that a test may spoil. */
public record Copy(Path folder) {

  /** Copies {@code dmn/} and {@code rules/} of the project. */
  public static Copy into(Path folder) throws IOException {
    for (String part : new String[] {"dmn", "rules"}) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.toList()) {
          Path target = folder.resolve(file.toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
    return new Copy(folder);
  }

  /** Replaces the first place where a text stands. */
  public Copy replace(String file, String from, String to) {
    Path path = folder.resolve(file);
    String text = read(path);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " does not contain " + from);
    }
    int at = text.indexOf(from);
    return write(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  /** Writes a file. */
  public Copy write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  public String read(String file) {
    return read(folder.resolve(file));
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
