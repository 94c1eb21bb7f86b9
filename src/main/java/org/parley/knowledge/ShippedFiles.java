package org.parley.knowledge;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the library carries beside its classes: the built-in knowledge base, and what the build
 * makes of it so that it loads fast. It is read from where the classes themselves come from,
 * whatever other files of these names the class path may hold.
 */
public final class ShippedFiles {
  private static final String FOLDER = "org/parley/builtin/";
  private static final URL LIBRARY = library();

  private final Path folder;

  /**
   * @param classes the folder of the compiled classes
   */
  public ShippedFiles(Path classes) {
    this.folder = classes.resolve(FOLDER);
  }

  /** A file that the library carries, by its name below its folder. */
  public static Optional<byte[]> read(String name) {
    try {
      URLConnection connection = new URL(LIBRARY, FOLDER + name).openConnection();
      // an archive that stays open could not be replaced while the program runs
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return Optional.of(in.readAllBytes());
      }
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The archive or the folder of the classes. */
  private static URL library() {
    URL place = ShippedFiles.class.getProtectionDomain().getCodeSource().getLocation();
    String text = place.toString();
    try {
      return text.endsWith("/") ? place : new URL("jar:" + text + "!/");
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes away what an earlier build made. */
  public void clear() throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> made = Files.list(folder)) {
      for (Path file : made.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Writes something under a name. */
  public void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  /**
   * Lists the files of the project's knowledge base with its version, and notes that its models
   * were found valid.
   */
  public void write(Path project, KnowledgeBase knowledge) throws IOException {
    Files.write(folder.resolve(KnowledgeFiles.INDEX), names(project));
    Files.writeString(folder.resolve(KnowledgeFiles.VERSION), knowledge.version());
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
