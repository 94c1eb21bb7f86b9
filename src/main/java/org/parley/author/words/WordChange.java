package org.parley.author.words;

import java.util.ArrayList;
import java.util.List;
import org.parley.author.history.FileChange;
import org.parley.knowledge.KnowledgeBase;

/**
 * What a change of the vocabulary comes to; nothing is written yet.
 *
 * @param before the knowledge base as it is
 * @param after the knowledge base in the new words
 * @param cases the case files that change with it
 * @param notes what the reader should know, such as where an old word still stands in prose
 * @param todo what is left to do by hand: tables that lack rows, rules that say the old word
 */
public record WordChange(
    KnowledgeBase before,
    KnowledgeBase after,
    List<FileChange> cases,
    List<String> notes,
    List<String> todo) {

  public WordChange {
    cases = List.copyOf(cases);
    notes = List.copyOf(notes);
    todo = List.copyOf(todo);
  }

  /** All files that change. */
  public List<FileChange> files() {
    List<FileChange> all = new ArrayList<>(FileChange.between(before.files(), after.files()));
    all.addAll(cases);
    return all;
  }
}
