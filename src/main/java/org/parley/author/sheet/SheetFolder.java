package org.parley.author.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.knowledge.Digests;

/**
 * Knows what Parley has ever written into a folder of CSV files, from a list that lies among them:
 * a line for each content, its SHA-256 and the name of the file, as {@code sha256sum} writes them.
 */
public final class SheetFolder {
  /** The name of the list. */
  public static final String LIST = ".parley-export";

  private static final long LARGEST = 4L << 20;

  private final Set<String> lines = new TreeSet<>();

  /** The one of a folder, which need not exist. */
  public SheetFolder(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    if (Files.isRegularFile(list) && Files.size(list) <= LARGEST) {
      new String(Files.readAllBytes(list), StandardCharsets.UTF_8).lines().forEach(lines::add);
    }
  }

  /** Whether Parley wrote a file as it is. */
  public boolean wrote(String name, byte[] content) {
    return lines.contains(line(name, content));
  }

  /** The list with further files, before they are written. */
  public String with(Map<String, byte[]> files) {
    Set<String> all = new TreeSet<>(lines);
    files.forEach((name, content) -> all.add(line(name, content)));
    return all.stream().map(l -> l + "\n").collect(Collectors.joining());
  }

  private static String line(String name, byte[] content) {
    return Digests.hex(content) + "  " + name;
  }
}
