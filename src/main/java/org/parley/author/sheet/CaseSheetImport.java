package org.parley.author.sheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Problem;

/**
 * What importing sheets of cases comes to; nothing is written yet.
 *
 * @param cases the cases that change, with what changes in each
 * @param notes what the reader should know: sheets that are not read, lines that are missing
 * @param conflicts what was edited in a sheet and in the case file as well; nothing is taken over
 *     while there is one
 * @param problems what is wrong, by sheet and cell; nothing may be saved while there is one
 * @param files what the files of the changed cases shall hold
 * @param said what the edited sheets say, by what they were made from: for their next import, if
 *     this one is saved
 */
public record CaseSheetImport(
    List<CaseChange> cases,
    List<String> notes,
    List<CaseConflict> conflicts,
    List<Problem> problems,
    Map<Path, byte[]> files,
    Map<String, String> said) {

  public CaseSheetImport {
    cases = List.copyOf(cases);
    notes = List.copyOf(notes);
    conflicts = List.copyOf(conflicts);
    problems = List.copyOf(problems);
    said = Map.copyOf(said);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** Whether anything may be saved, and is another than it is. */
  public boolean changes() {
    return problems.isEmpty() && conflicts.isEmpty() && !files.isEmpty();
  }

  /**
   * A case that changes.
   *
   * @param subject its id
   * @param file its file, which is new where the case is added
   * @param added whether it is a new case; its cells are not listed then
   * @param cells what changes in it
   */
  public record CaseChange(
      @JsonProperty("case") String subject,
      String file,
      boolean added,
      List<CaseCellChange> cells) {

    public CaseChange {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell that says something else.
   *
   * @param fact the fact that it is of, or an empty string
   * @param event the event that it is of, or an empty string
   * @param key what it says of them, or a key of the case; empty where an event comes or goes
   * @param before what the file says; empty where it says nothing
   * @param after what it shall say; empty where it shall say nothing
   */
  public record CaseCellChange(String fact, String event, String key, String before, String after) {

    /** Whether it is an entry of a list of the case that comes, goes or changes. */
    @JsonIgnore
    public boolean isOfAList() {
      return fact.isEmpty() && event.isEmpty() && CaseCells.isList(key);
    }

    /** Whether it said nothing before, or shall say nothing. */
    @JsonIgnore
    public boolean comesOrGoes() {
      return before.isEmpty() || after.isEmpty();
    }
  }

  /**
   * What two people say differently.
   *
   * @param subject the id of the case
   * @param fact the fact, or an empty string
   * @param event the event as the sheet or the file says it, or an empty string
   * @param key what of it, or a key of the case; empty where an event as a whole is meant
   * @param mine what the sheet says
   * @param theirs what the file says now
   */
  public record CaseConflict(
      @JsonProperty("case") String subject,
      String fact,
      String event,
      String key,
      String mine,
      String theirs) {}
}
