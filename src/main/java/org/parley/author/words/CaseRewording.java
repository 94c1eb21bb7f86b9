package org.parley.author.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.author.history.FileChange;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.FactEditor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Has case files say in new words what a change of the vocabulary calls otherwise. */
public final class CaseRewording {
  private CaseRewording() {}

  /**
   * The case files that change.
   *
   * @param cases the case files by name, such as {@code cases/a.yaml}
   * @throws ParleyException if one of them cannot be read, or cannot be changed in place
   */
  public static List<FileChange> of(
      KnowledgeBase before, KnowledgeBase after, Map<String, byte[]> cases) {
    List<FileChange> changes = new ArrayList<>();
    CaseFiles earlier = new CaseFiles(before.vocabulary());
    CaseFiles later = new CaseFiles(after.vocabulary());
    cases.forEach(
        (name, content) -> {
          byte[] changed = reworded(name, content, before, after);
          if (!Arrays.equals(content, changed)) {
            Case was = after.vocabulary().today(earlier.read(name, content));
            if (!was.facts().equals(later.read(name, changed).facts())) {
              throw ParleyException.in(
                  name, "cannot be changed in place: write the new words by hand");
            }
            changes.add(new FileChange(name, content, changed));
          }
        });
    return changes;
  }

  private static byte[] reworded(
      String name, byte[] content, KnowledgeBase before, KnowledgeBase after) {
    byte[] changed = content;
    for (FactType fact : after.vocabulary().facts()) {
      for (String former : fact.formerly().names()) {
        if (before.vocabulary().fact(former).isPresent()) {
          changed = FactEditor.renamed(name, changed, former, fact.name());
        }
      }
      for (Map.Entry<String, String> value : fact.formerly().values().entrySet()) {
        boolean wasOne =
            before.vocabulary().facts().stream()
                .filter(
                    f -> f.name().equals(fact.name()) || fact.formerly().names().contains(f.name()))
                .anyMatch(f -> f.values().contains(value.getKey()));
        if (wasOne) {
          changed = FactEditor.valued(name, changed, fact.name(), value.getKey(), value.getValue());
        }
      }
    }
    return changed;
  }
}
