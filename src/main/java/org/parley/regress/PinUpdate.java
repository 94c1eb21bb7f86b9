package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Case;
import org.parley.Expectation;
import org.parley.Labelled;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.Problem;
import org.parley.UnofficialTrack;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCases;
import org.parley.regress.RegressionResult.DecidingRow;
import org.parley.regress.RegressionResult.Mismatch;
import org.parley.regress.RegressionResult.Ran;
import org.parley.regress.RegressionResult.Stance;

/**
 * What approving the present tables changes in case files.
 *
 * @param changes one for each file that changes
 * @param written whether they have been written
 */
public record PinUpdate(List<Change> changes, boolean written) {

  public PinUpdate {
    changes = List.copyOf(changes);
  }

  /**
   * A case that will expect something else.
   *
   * @param file its file
   * @param subject its id
   * @param before what it expects, or {@code null} where it expects nothing yet
   * @param after what it will expect
   * @param rows the rows that decide so
   */
  public record Change(
      Path file,
      @JsonProperty("case") String subject,
      @JsonInclude(JsonInclude.Include.NON_NULL) Stance before,
      Stance after,
      List<DecidingRow> rows) {

    public Change {
      rows = List.copyOf(rows);
    }
  }

  /**
   * What would change; nothing is written.
   *
   * @param cases the cases that ran, by file and in their order
   * @param result what came out
   * @param pin whether cases that expect nothing yet are to expect what came out
   */
  public static PinUpdate planned(Map<Path, Case> cases, RegressionResult result, boolean pin) {
    List<Change> changes = new ArrayList<>();
    int place = 0;
    for (Map.Entry<Path, Case> entry : cases.entrySet()) {
      Ran ran = result.ran().get(place++);
      Expectation pinned = entry.getValue().expected();
      Stance before = pinned == null ? null : Stance.of(pinned);
      boolean changed =
          ran.actual() != null && (before == null ? pin : !before.equals(ran.actual()));
      if (changed) {
        changes.add(
            new Change(entry.getKey(), ran.subject(), before, ran.actual(), rows(ran, result)));
      }
    }
    return new PinUpdate(changes, false);
  }

  private static List<DecidingRow> rows(Ran ran, RegressionResult result) {
    return result.expected().differ().stream()
        .filter(m -> m.subject().equals(ran.subject()) && m.actual().equals(ran.actual()))
        .findFirst()
        .map(Mismatch::rows)
        .orElse(List.of());
  }

  /**
   * The files with the changes; nothing is written.
   *
   * @param caseFiles edits them
   * @param read the cases with the files that they were read from
   * @return their contents
   * @throws ParleyException if one of them cannot be edited
   */
  public Map<Path, byte[]> edited(CaseFiles caseFiles, ReadCases read) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Change change : changes) {
      Path file = change.file();
      try {
        contents.put(
            file,
            caseFiles.withExpected(
                file.toString(), read.content(file), expectation(change.after())));
      } catch (ParleyException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
    return contents;
  }

  /** The same, written. */
  public PinUpdate asWritten() {
    return new PinUpdate(changes, true);
  }

  private static Expectation expectation(Stance stance) {
    return new Expectation(
        Labelled.find(Posture.class, stance.posture()).orElseThrow(),
        Labelled.find(UnofficialTrack.class, stance.unofficialTrack()).orElseThrow());
  }
}
