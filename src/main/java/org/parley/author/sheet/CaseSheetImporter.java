package org.parley.author.sheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.sheet.CaseSheetImport.CaseCellChange;
import org.parley.author.sheet.CaseSheetImport.CaseChange;
import org.parley.author.sheet.CaseSheetImport.CaseConflict;
import org.parley.author.sheet.RowConflict.Side;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCases;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/** Reads edited sheets of cases: what changes in the case files, or what is wrong. */
public final class CaseSheetImporter {
  private final Vocabulary vocabulary;
  private final ReadCases cases;
  private final Path folder;
  private final Side side;
  private final CaseFiles files;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<CaseConflict> conflicts = new ArrayList<>();
  private final List<CaseChange> changes = new ArrayList<>();
  private final Map<Path, byte[]> after = new LinkedHashMap<>();
  private final Map<String, String> lastSaid;
  private final Map<String, String> said = new LinkedHashMap<>();

  private CaseSheetImporter(
      Vocabulary vocabulary,
      ReadCases cases,
      Path folder,
      Map<String, String> lastSaid,
      Side side) {
    this.vocabulary = vocabulary;
    this.cases = cases;
    this.folder = folder;
    this.lastSaid = lastSaid;
    this.side = side;
    this.files = new CaseFiles(vocabulary);
  }

  /**
   * Reads a spreadsheet or a CSV file.
   *
   * @param cases the cases as they are
   * @param folder where new ones go
   * @param lastSaid what the sheets of this file said when whoever imports them last did so and
   *     saved it, as {@link CaseSheetImport#said} had it: that is nobody else's edit
   * @param charset the encoding of a CSV file; {@code null} to find it out
   * @param side whose words count for a cell that was edited in the sheet and in the file as well;
   *     {@code null} to list such cells
   * @throws ParleyException if the file cannot be read; what is wrong in its cells is listed in the
   *     result
   */
  public static CaseSheetImport read(
      Vocabulary vocabulary,
      ReadCases cases,
      Path folder,
      Map<String, String> lastSaid,
      Path file,
      Charset charset,
      Side side) {
    return new CaseSheetImporter(vocabulary, cases, folder, lastSaid, side)
        .read(file, GridReader.read(file, charset));
  }

  private CaseSheetImport read(Path file, List<Grid> grids) {
    List<CaseSheet> sheets = new CaseSheetReader(vocabulary, problems, notes).read(grids);
    if (sheets.isEmpty() && problems.isEmpty()) {
      throw ParleyException.in(
          file.toString(), "holds no sheet of a case: export them with 'case export'");
    }
    Map<String, CaseSheet> byId = new LinkedHashMap<>();
    for (CaseSheet sheet : sheets) {
      CaseSheet first = byId.putIfAbsent(sheet.id(), sheet);
      if (first == null) {
        read(sheet);
      } else {
        problems.add(
            sheet.problem(
                sheet.idAt(),
                "the case '%s' stands here and in %s: keep one"
                    .formatted(
                        sheet.id(),
                        first.grid().sheet().isEmpty()
                            ? "line " + (first.idAt().row() + 1)
                            : first.grid().name())));
      }
    }
    noteNewIds(byId);
    return new CaseSheetImport(changes, notes, conflicts, problems, after, said);
  }

  private void noteNewIds(Map<String, CaseSheet> byId) {
    Map<String, String> without = new HashMap<>();
    cases.cases().stream()
        .map(Case::id)
        .filter(id -> !byId.containsKey(id))
        .forEach(id -> without.put(CaseCells.print(List.of(id)), id));
    for (CaseSheet sheet : byId.values()) {
      String id = without.get(sheet.formerId());
      if (id != null && last(sheet).isEmpty()) {
        renamed(sheet, id);
      }
    }
  }

  /** A line of CSV has not all that a new case needs; whoever means one can copy a line. */
  private void renamed(CaseSheet sheet, String id) {
    String hint = Nearest.hint(sheet.id(), List.of(id));
    if (sheet.events() == null) {
      problems.add(
          sheet.problem(
              sheet.idAt(),
              "there is no case '%s'%s: this was the line of %s, which has none now. For a new case copy the line, and leave that of %s as it is"
                  .formatted(sheet.id(), hint, id, id)));
    } else {
      notes.add(
          "what was the sheet of %s has another id now, %s%s: that is a new case, and %s stays as it is"
              .formatted(id, sheet.id(), hint, id));
    }
  }

  private Optional<CaseSaid> last(CaseSheet sheet) {
    return Optional.ofNullable(lastSaid.get(sheet.origin())).flatMap(CaseSaid::read);
  }

  /** Whether so much of a sheet came back that its case can be changed by it. */
  private boolean isWhole(CaseSheet sheet, Map<String, Object> outline) {
    Optional<String> cutOff = sheet.cutOff(CaseCells.of(outline, vocabulary));
    if (cutOff.isPresent()) {
      problems.add(
          sheet
              .grid()
              .problem(
                  sheet.idAt().row(),
                  "has %s, and what is cut off would be lost from %s: write the whole line, or export again"
                      .formatted(cutOff.get(), sheet.id())));
      return false;
    }
    if (sheet.printAt() != null
        && !sheet.hasFingerprint()
        && last(sheet).isEmpty()
        && side != Side.MINE) {
      problems.add(
          sheet.problem(
              sheet.printAt(),
              "the letters that say what was exported of %s are gone or were edited: without them what a colleague changed since could be undone. Export again, or say --mine"
                  .formatted(sheet.id())));
      return false;
    }
    return true;
  }

  /** Whether a case comes back that was deleted since its sheet was made. */
  private boolean comesBack(CaseSheet sheet) {
    if (!new GoneCase(sheet, vocabulary, last(sheet)).isEdited()) {
      notes.add(
          "%s was deleted since the export, and nothing was edited in its sheet: it stays deleted"
              .formatted(sheet.id()));
    } else if (side == null) {
      conflicts.add(new CaseConflict(sheet.id(), "", "", "", "edited", "deleted"));
    } else if (side == Side.THEIRS) {
      notes.add("%s was deleted since the export and stays deleted".formatted(sheet.id()));
    } else {
      notes.add(
          "%s was deleted since the export and is written anew, with what its sheet shows: without %s"
              .formatted(
                  sheet.id(),
                  sheet.events() == null
                      ? "reasons, events, and what was observed and expected"
                      : "what was observed and expected"));
      return true;
    }
    return false;
  }

  private void read(CaseSheet sheet) {
    List<Map.Entry<Path, Case>> found =
        cases.byFile().entrySet().stream()
            .filter(e -> e.getValue().id().equals(sheet.id()))
            .toList();
    if (found.size() > 1) {
      problems.add(
          sheet.problem(
              sheet.idAt(), "two files have the id '%s': mend that first".formatted(sheet.id())));
      return;
    }
    boolean another =
        !sheet.formerId().isEmpty()
            && !sheet.formerId().equals(CaseCells.print(List.of(sheet.id())));
    Optional<CaseSaid> last = last(sheet);
    if (another && last.isEmpty() && !found.isEmpty()) {
      problems.add(
          sheet.problem(
              sheet.idAt(),
              "this was another case than '%s', which there is: give it its own id again, or a new one for a new case"
                  .formatted(sheet.id())));
      return;
    }
    int known = problems.size();
    Optional<Map.Entry<Path, Case>> there = found.stream().findFirst();
    Map<String, Object> outline = there.map(e -> files.outline(e.getValue())).orElse(Map.of());
    boolean gone =
        there.isEmpty() && (last.isPresent() || (!sheet.formerId().isEmpty() && !another));
    if (gone ? !comesBack(sheet) : there.isPresent() && !isWhole(sheet, outline)) {
      return;
    }
    List<CaseCellChange> cells = new ArrayList<>();
    CaseEdit.Findings findings = new CaseEdit.Findings(problems, notes, conflicts, cells);
    CaseEdit edit = new CaseEdit(sheet, vocabulary, outline, last, side, findings);
    Map<String, Object> now = edit.edited();
    if (there.isEmpty() && !gone && cells.isEmpty() && problems.size() == known) {
      problems.add(
          sheet.problem(
              sheet.idAt(),
              "'%s' has nothing but an id: write its title and the rest, or take it out"
                  .formatted(sheet.id())));
    }
    if (problems.size() > known) {
      return;
    }
    edit.says().ifPresent(s -> said.put(sheet.origin(), s.text()));
    if (cells.isEmpty()) {
      return;
    }
    try {
      if (there.isPresent()) {
        change(there.get().getKey(), sheet, now, cells);
      } else {
        add(sheet, now);
      }
    } catch (ParleyException e) {
      e.problems().forEach(p -> findings.wrong(sheet.located(p.message())));
    }
  }

  private void change(
      Path file, CaseSheet sheet, Map<String, Object> now, List<CaseCellChange> cells) {
    byte[] content = cases.content(file);
    byte[] changed = files.with(file.toString(), content, now);
    if (!Arrays.equals(content, changed)) {
      after.put(file, changed);
      changes.add(new CaseChange(sheet.id(), shown(file), false, cells));
    }
  }

  private void add(CaseSheet sheet, Map<String, Object> now) {
    Path file = newFile(sheet, now);
    byte[] content = files.toYaml(now).getBytes(StandardCharsets.UTF_8);
    files.read(file.toString(), content);
    after.put(file, content);
    changes.add(new CaseChange(sheet.id(), shown(file), true, List.of()));
  }

  private static String shown(Path file) {
    return file.normalize().toString().replace('\\', '/');
  }

  private Path newFile(CaseSheet sheet, Map<String, Object> now) {
    if (!sheet.id().matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*")) {
      throw ParleyException.in("", "'%s' is no id: letters, digits, - and _".formatted(sheet.id()));
    }
    String conflict =
        String.valueOf(now.getOrDefault("conflict", ""))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    Path in = conflict.isEmpty() ? folder : folder.resolve(conflict);
    Path file = in.resolve(sheet.id() + ".yaml");
    if (Files.exists(file)) {
      throw ParleyException.in("", file + " is there already, with another id in it");
    }
    return file;
  }
}
