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

  private CaseSheetImporter(Vocabulary vocabulary, ReadCases cases, Path folder, Side side) {
    this.vocabulary = vocabulary;
    this.cases = cases;
    this.folder = folder;
    this.side = side;
    this.files = new CaseFiles(vocabulary);
  }

  /**
   * Reads a spreadsheet or a CSV file.
   *
   * @param cases the cases as they are
   * @param folder where new ones go
   * @param charset the encoding of a CSV file; {@code null} to find it out
   * @param side whose words count for a cell that was edited in the sheet and in the file as well;
   *     {@code null} to list such cells
   * @throws ParleyException if the file cannot be read; what is wrong in its cells is listed in the
   *     result
   */
  public static CaseSheetImport read(
      Vocabulary vocabulary, ReadCases cases, Path folder, Path file, Charset charset, Side side) {
    return new CaseSheetImporter(vocabulary, cases, folder, side)
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
    return new CaseSheetImport(changes, notes, conflicts, problems, after);
  }

  private void noteNewIds(Map<String, CaseSheet> byId) {
    Map<String, String> without = new HashMap<>();
    cases.cases().stream()
        .map(Case::id)
        .filter(id -> !byId.containsKey(id))
        .forEach(id -> without.put(CaseCells.print(List.of(id)), id));
    for (CaseSheet sheet : byId.values()) {
      String id = without.get(sheet.formerId());
      if (id != null) {
        notes.add(
            "what was the sheet of %s has another id now, %s: that is a new case, and %s stays as it is"
                .formatted(id, sheet.id(), id));
      }
    }
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
    if (another && !found.isEmpty()) {
      problems.add(
          sheet.problem(
              sheet.idAt(),
              "this was another case than '%s', which there is: give it its own id again, or a new one for a new case"
                  .formatted(sheet.id())));
      return;
    }
    int known = problems.size();
    Optional<Map.Entry<Path, Case>> there = found.stream().findFirst();
    List<CaseCellChange> cells = new ArrayList<>();
    Map<String, Object> now =
        new CaseEdit(
                sheet,
                vocabulary,
                there.map(e -> files.outline(e.getValue())).orElse(Map.of()),
                side,
                new CaseEdit.Findings(problems, notes, conflicts, cells))
            .edited();
    if (there.isEmpty() && cells.isEmpty() && problems.size() == known) {
      problems.add(
          sheet.problem(
              sheet.idAt(),
              "'%s' has nothing but an id: write its title and the rest, or take it out"
                  .formatted(sheet.id())));
    }
    if (problems.size() > known || cells.isEmpty()) {
      return;
    }
    try {
      if (there.isPresent()) {
        change(there.get().getKey(), sheet, now, cells);
      } else {
        add(sheet, now);
      }
    } catch (ParleyException e) {
      e.problems().forEach(p -> problems.add(sheet.located(p.message())));
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
