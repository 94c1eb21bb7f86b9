package org.parley.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the build writes beside the classes so that the built-in knowledge base loads fast. */
public final class ShippedFiles {

  private ShippedFiles() {}

  /** Takes away what an earlier build wrote. */
  public static void clear(Path classes) throws IOException {
    Path folder = classes.resolve(KnowledgeFiles.INDEX).getParent();
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** Lists the files of the project's knowledge base, and notes that it was found valid. */
  public static void write(Path project, Path classes, KnowledgeBase knowledge)
      throws IOException {
    Files.write(classes.resolve(KnowledgeFiles.INDEX), names(project));
    Files.writeString(classes.resolve(KnowledgeBase.VERIFIED), knowledge.version() + "\n");
  }

  private static List<String> names(Path project) throws IOException {
    try (Stream<Path> files =
        Stream.of("dmn", "rules", "cases")
            .map(project::resolve)
            .filter(Files::isDirectory)
            .flatMap(ShippedFiles::walk)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> project.relativize(f).toString().replace('\\', '/'))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
