package org.parley.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the build writes beside the classes so that the built-in knowledge base loads fast. */
public final class ShippedFiles {
  private static final String FOLDER = "META-INF/parley/";

  private final Path folder;

  /**
   * @param classes the folder of the compiled classes
   */
  public ShippedFiles(Path classes) {
    this.folder = classes.resolve(FOLDER);
  }

  /** What the build has written under a name. */
  public static Optional<byte[]> read(String name) {
    try (InputStream in = ShippedFiles.class.getResourceAsStream("/" + FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes away what an earlier build wrote. */
  public void clear() throws IOException {
    Files.createDirectories(folder);
    for (Path file : PlainFile.below(folder, "the library", file -> true)) {
      Files.delete(file);
    }
  }

  /** Writes something under a name. */
  public void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  /**
   * Lists the files of the project's knowledge base, and notes that its models were found valid.
   */
  public void write(Path project, KnowledgeBase knowledge) throws IOException {
    Files.write(folder.resolve(KnowledgeFiles.INDEX), names(project));
    Files.writeString(
        folder.resolve(KnowledgeReader.VERIFIED),
        String.join("\n", knowledge.modelDigests()) + "\n");
  }

  private static List<String> names(Path project) throws IOException {
    List<String> names = new ArrayList<>();
    for (String part : List.of("dmn", "rules", "cases")) {
      for (Path file : PlainFile.below(project.resolve(part), part, file -> true)) {
        names.add(KnowledgeFiles.name(project, file));
      }
    }
    Collections.sort(names);
    return names;
  }
}
