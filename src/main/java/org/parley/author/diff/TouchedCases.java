package org.parley.author.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Case;
import org.parley.decide.TableEngine;
import org.parley.derive.Deriver;
import org.parley.knowledge.Digests;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.Impact;
import org.parley.regress.ImpactAnalysis;

/** Finds the cases that a change of the knowledge base, or of their own files, can touch. */
public final class TouchedCases {
  private final KnowledgeBase before;
  private final KnowledgeBase after;

  public TouchedCases(KnowledgeBase before, KnowledgeBase after) {
    this.before = before;
    this.after = after;
  }

  /**
   * A case and its file.
   *
   * @param name of the file
   * @param subject the case as it is read now
   * @param digest SHA-256 of its content
   */
  public record CaseFile(String name, Case subject, String digest) {}

  /**
   * The ids of the cases that can come out otherwise: their files differ, some decision answers
   * otherwise, or they have events and the rules differ.
   *
   * @param earlier the contents of the files as they were, by name
   */
  public Set<String> among(List<CaseFile> files, Map<String, byte[]> earlier) {
    Set<String> touched = new HashSet<>();
    List<Case> same = new ArrayList<>();
    boolean otherRules = !before.rules().sources().equals(after.rules().sources());
    for (CaseFile file : files) {
      byte[] was = earlier.get(file.name());
      boolean edited = was == null || !Digests.hex(was).equals(file.digest());
      if (edited || (otherRules && !file.subject().events().isEmpty())) {
        touched.add(file.subject().id());
      } else {
        same.add(file.subject());
      }
    }
    touched.addAll(answeredOtherwise(same));
    return touched;
  }

  private Set<String> answeredOtherwise(List<Case> cases) {
    try (Deriver deriver = new Deriver(after)) {
      Impact impact =
          new ImpactAnalysis(before, TableEngine.of(before), after, TableEngine.of(after))
              .of(ImpactAnalysis.derived(cases, deriver));
      Set<String> ids = new HashSet<>();
      impact.moved().forEach(m -> ids.add(m.subject()));
      impact.elsewhere().values().forEach(ids::addAll);
      return ids;
    }
  }
}
