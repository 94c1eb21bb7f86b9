package org.parley.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.knowledge.KnowledgeFiles;

/** A folder with the shipped knowledge base and a case, in which a command may do what it likes. */
public final class Sandbox {
  private static final List<String> LASTING = List.of("--watch");

  private final Path home;
  private final SortedMap<String, byte[]> contents = new TreeMap<>();
  private String listing = "";

  private Sandbox(Path home) {
    this.home = home;
    KnowledgeFiles files = KnowledgeFiles.builtIn();
    files.names().forEach(name -> contents.put(name, files.get(name).orElseThrow()));
    contents.put(
        "cases/VN-04.yaml", SmallBase.bytes("/org/parley/builtin/cases/vietnam-war/VN-04.yaml"));
  }

  /** A folder; whoever names no knowledge base gets this one from now on. */
  public static Sandbox make() {
    if (Files.exists(Path.of("pom.xml"))) {
      throw new IllegalStateException("what is written to a plain name would land in the sources");
    }
    try {
      Sandbox sandbox = new Sandbox(Files.createTempDirectory("parley-fuzz").resolve("home"));
      sandbox.restore();
      System.setProperty("parley.home", sandbox.home.toString());
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Arguments, a line each.
   *
   * @param input in which {@code %} stands for the folder; nothing else leads out of the folder of
   *     the process
   */
  public List<String> arguments(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    return Arrays.stream(text.split("\n", 20))
        .map(this::inside)
        .filter(a -> LASTING.stream().noneMatch(a::startsWith))
        .toList();
  }

  private String inside(String argument) {
    // "-o/x" and "a=/x" begin a path too
    String tame =
        argument.replaceAll(argument.startsWith("-") ? "[/\\\\]" : "(?<!\\w)[/\\\\]+", "");
    tame = tame.replaceAll("\\.{2,}", ".");
    return tame.replace("%", home + "/");
  }

  /** Puts the folder back into its first state. */
  public void restore() {
    try {
      if (!listing.isEmpty() && listing.equals(list())) {
        return;
      }
      if (Files.exists(home)) {
        try (Stream<Path> all = Files.walk(home)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      for (var file : contents.entrySet()) {
        Path path = home.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      listing = list();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String list() throws IOException {
    StringBuilder list = new StringBuilder();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.sorted().toList()) {
        list.append(path).append(Files.getLastModifiedTime(path)).append('\n');
      }
    }
    return list.toString();
  }
}
