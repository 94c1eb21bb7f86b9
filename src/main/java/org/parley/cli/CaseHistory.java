package org.parley.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.parley.author.history.FileChange;
import org.parley.author.history.History;
import org.parley.author.history.Occasion;
import org.parley.knowledge.KnowledgeFiles;

/**
 * The history that changes of case files go into.
 *
 * @param folder the folder that the history is of
 * @param ofKnowledge whether that is the knowledge base
 */
record CaseHistory(History history, Path folder, boolean ofKnowledge) {

  /**
   * Changes case files, all or none.
   *
   * @param read the knowledge base from which the changes follow
   * @param before what a file held when it was read, or {@code null} where there is none
   * @param after what the files shall hold
   */
  void save(
      Occasion occasion,
      KnowledgeFiles read,
      Function<Path, byte[]> before,
      Map<Path, byte[]> after) {
    Path whole = folder.toAbsolutePath().normalize();
    List<FileChange> changes = new ArrayList<>();
    after.forEach(
        (file, content) -> {
          Path below = whole.relativize(file.toAbsolutePath().normalize());
          changes.add(
              new FileChange(below.toString().replace('\\', '/'), before.apply(file), content));
        });
    history.save(occasion, ofKnowledge ? Optional.of(read) : Optional.empty(), changes);
  }
}
