package org.parley.regress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
import org.parley.knowledge.Limit;
import org.parley.knowledge.PlainFile;
import org.parley.knowledge.FileTrouble;
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
      Path file, String subject, Stance before, Stance after, List<DecidingRow> rows) {

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
      Stance before = stance(entry.getValue().expected());
      boolean changed = before == null ? pin : !before.equals(ran.actual());
      if (changed) {
        changes.add(
            new Change(entry.getKey(), ran.subject(), before, ran.actual(), rows(ran, result)));
      }
    }
    return new PinUpdate(changes, false);
  }

  private static Stance stance(Expectation pinned) {
    return pinned == null
        ? null
        : new Stance(pinned.posture().label(), pinned.unofficialTrack().label());
  }

  private static List<DecidingRow> rows(Ran ran, RegressionResult result) {
    return result.expected().differ().stream()
        .filter(m -> m.subject().equals(ran.subject()) && m.actual().equals(ran.actual()))
        .findFirst()
        .map(Mismatch::rows)
        .orElse(List.of());
  }

  /**
   * Writes the changes, all or, where one cannot be made, none.
   *
   * @param caseFiles reads and edits the files
   * @param cases the cases as they were when they ran, by file
   * @return the same, written
   * @throws ParleyException if a file has changed since, or cannot be edited or written
   */
  public PinUpdate write(CaseFiles caseFiles, Map<Path, Case> cases) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Change change : changes) {
      try {
        contents.put(change.file(), edited(caseFiles, change, cases.get(change.file())));
      } catch (ParleyException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
    contents.forEach(PinUpdate::replace);
    return new PinUpdate(changes, true);
  }

  private static byte[] edited(CaseFiles caseFiles, Change change, Case asItRan) {
    String name = change.file().toString();
    byte[] content = PlainFile.read(change.file(), name, Limit.CASE_FILE);
    if (!caseFiles.read(name, content).equals(asItRan)) {
      throw refused(change.file(), "has changed since it ran: run again");
    }
    return caseFiles.withExpected(name, content, expectation(change.after()));
  }

  private static Expectation expectation(Stance stance) {
    return new Expectation(
        Labelled.find(Posture.class, stance.posture()).orElseThrow(),
        Labelled.find(UnofficialTrack.class, stance.unofficialTrack()).orElseThrow());
  }

  /** Whoever reads the file meanwhile sees the old content or the new, never half of one. */
  private static void replace(Path file, byte[] content) {
    try {
      Path whole = file.toRealPath();
      Path beside = Files.createTempFile(whole.getParent(), ".parley", ".tmp");
      try {
        // a new file would have other rights
        Files.copy(
            whole, beside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        overwrite(beside, content);
        Files.move(
            beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw refused(file, "cannot be written: " + FileTrouble.of(e));
    }
  }

  private static void overwrite(Path file, byte[] content) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }

  private static ParleyException refused(Path file, String why) {
    return new ParleyException(List.of(Problem.in(file.toString(), why)));
  }
}
