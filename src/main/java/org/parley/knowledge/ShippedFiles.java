package org.parley.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the build writes beside the classes so that the built-in knowledge base loads fast. */
public final class ShippedFiles {

  private ShippedFiles() {}

  /** Takes away what an earlier build wrote. */
  public static void clear(Path classes) throws IOException {
    Path folder = classes.resolve(KnowledgeFiles.INDEX).getParent();
    Files.createDirectories(folder);
    for (Path file : KnowledgeFiles.below(folder)) {
      Files.delete(file);
    }
  }

  /** Lists the files of the project's knowledge base, and notes that it was found valid. */
  public static void write(Path project, Path classes, KnowledgeBase knowledge) throws IOException {
    Files.write(classes.resolve(KnowledgeFiles.INDEX), names(project));
    Files.writeString(classes.resolve(KnowledgeBase.VERIFIED), knowledge.version() + "\n");
  }

  private static List<String> names(Path project) throws IOException {
    List<String> names = new ArrayList<>();
    for (String part : List.of("dmn", "rules", "cases")) {
      for (Path file : KnowledgeFiles.below(project.resolve(part))) {
        names.add(KnowledgeFiles.name(project, file));
      }
    }
    Collections.sort(names);
    return names;
  }
}
