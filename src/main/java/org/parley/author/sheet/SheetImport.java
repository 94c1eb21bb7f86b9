package org.parley.author.sheet;

import java.util.List;
import java.util.Map;
import org.parley.Problem;
import org.parley.author.check.Harm;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;

/**
 * What importing sheets comes to; nothing is written yet.
 *
 * @param before the knowledge base as it is
 * @param after the knowledge base with what the sheets change; as it is, where there are problems
 * @param notes what the reader should know: tables without a sheet, rows taken for new
 * @param conflicts rows that were edited in a sheet and in the table as well; nothing is taken over
 *     while there is one
 * @param harm what the change makes worse
 * @param said what each sheet says, by what it was made from, for the next import of the same file
 * @param problems what is wrong, by sheet and cell; nothing may be saved while there is one
 */
public record SheetImport(
    KnowledgeBase before,
    KnowledgeBase after,
    List<String> notes,
    List<RowConflict> conflicts,
    Harm harm,
    Map<String, String> said,
    List<Problem> problems) {

  public SheetImport {
    notes = List.copyOf(notes);
    conflicts = List.copyOf(conflicts);
    said = Map.copyOf(said);
    problems = List.copyOf(problems);
  }

  /** Whether anything would be another than it is. */
  public boolean changes() {
    return !before.version().equals(after.version());
  }

  /** The files as they shall be. */
  public KnowledgeFiles files() {
    return after.files();
  }
}
