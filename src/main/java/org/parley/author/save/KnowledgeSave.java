package org.parley.author.save;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.KnowledgeFiles;

/** Writes the changed files of a knowledge base back to its folder. */
public final class KnowledgeSave {
  private final Path folder;

  /**
   * @param folder the folder with {@code dmn/}
   */
  public KnowledgeSave(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes what differs: all of it, or nothing.
   *
   * @param before the files as they were read
   * @param after the files as they shall be
   * @return the names of the files that were written
   * @throws ParleyException if a file has changed since it was read, or cannot be written
   */
  public List<String> write(KnowledgeFiles before, KnowledgeFiles after) {
    List<Replacement> replacements = new ArrayList<>();
    List<String> names = changed(before, after);
    for (String name : names) {
      byte[] old =
          before
              .get(name)
              .orElseThrow(() -> new ParleyException(List.of(Problem.in(name, "is a new file"))));
      replacements.add(new Replacement(folder.resolve(name), old, after.get(name).orElseThrow()));
    }
    new AtomicWrite().write(replacements);
    return names;
  }

  /** The names of the files that differ, in order. */
  public static List<String> changed(KnowledgeFiles before, KnowledgeFiles after) {
    return Stream.concat(before.names().stream(), after.names().stream())
        .distinct()
        .sorted()
        .filter(
            n ->
                !Arrays.equals(before.get(n).orElse(new byte[0]), after.get(n).orElse(new byte[0])))
        .toList();
  }
}
