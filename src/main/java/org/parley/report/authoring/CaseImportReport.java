package org.parley.report.authoring;

import static org.parley.report.document.Document.answer;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Figures.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.sheet.CaseSheetImport;
import org.parley.author.sheet.CaseSheetImport.CaseCellChange;
import org.parley.author.sheet.CaseSheetImport.CaseChange;
import org.parley.author.sheet.CaseSheetImport.CaseConflict;
import org.parley.regress.Impact.Move;
import org.parley.regress.Impact.Outcome;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/** Tells what an import of sheets of cases changes, and what that does to the advice on them. */
public final class CaseImportReport {
  private CaseImportReport() {}

  /**
   * What an import comes to.
   *
   * @param caution what has no part in the advice; an empty string where all has
   * @param moved the changed cases that get other advice
   * @param added the advice on each new case, by its id
   * @param saved the files that were written; none where nothing was
   */
  public static Report of(
      CaseSheetImport read,
      String caution,
      List<Move> moved,
      Map<String, Outcome> added,
      List<String> saved) {
    return new Report(
        () -> document(read, caution, moved, added, saved),
        () ->
            new CaseImportAnswer(
                read.problems().stream().map(ReviewReport.Trouble::of).toList(),
                Stream.concat(read.notes().stream(), Stream.of(caution).filter(c -> !c.isEmpty()))
                    .toList(),
                read.conflicts(),
                read.cases(),
                moved,
                added,
                saved));
  }

  /**
   * What programs read of an import of cases.
   *
   * @param problems what is wrong in the sheets; nothing is saved while there is one
   * @param notes what the reader should know
   * @param conflicts what was edited in a sheet and in the case file as well; nothing is saved
   *     while there is one
   * @param cases the cases that change, with what changes in each
   * @param moved those of them whose advice changes
   * @param added the advice on each new case, by its id
   * @param saved the files that were written; none where nothing was
   */
  public record CaseImportAnswer(
      List<ReviewReport.Trouble> problems,
      List<String> notes,
      List<CaseConflict> conflicts,
      List<CaseChange> cases,
      List<Move> moved,
      Map<String, Outcome> added,
      List<String> saved) {}

  private static Document document(
      CaseSheetImport read,
      String caution,
      List<Move> moved,
      Map<String, Outcome> added,
      List<String> saved) {
    Document document = new Document("Import of cases");
    boolean meet = !read.conflicts().isEmpty();
    if (read.cases().isEmpty()) {
      document.front(
          paragraph(
              meet
                  ? "What was edited here was changed in the case files since: nothing is taken over."
                  : "The case files say what they said: nothing changes."));
    } else {
      document.front(answer(Tone.STRONG, summary(read.cases())));
    }
    if (meet) {
      document.section(
          "Edited here and in the case files since",
          Document.items(read.conflicts(), CaseImportReport::item));
    }
    for (CaseChange changed : read.cases()) {
      document.section(changed.subject(), note(changed.file()), items(changed, added));
    }
    if (!read.cases().isEmpty()) {
      Block told =
          moved.isEmpty()
              ? paragraph("No changed case gets other advice.")
              : ReviewReport.moves("Cases whose advice changes", moved);
      if (caution.isEmpty()) {
        document.section("What it does to the advice", told);
      } else {
        document.section("What it does to the advice", told, paragraph(caution));
      }
    }
    read.notes().forEach(n -> document.foot(Words.dim("Note: " + n + ".")));
    if (meet) {
      document.foot(
          Words.strong(
              "Nothing is saved. Say whose words count where both edited a cell: --mine or"
                  + " --theirs."));
    } else if (!read.cases().isEmpty()) {
      document.foot(
          Words.strong(
              saved.isEmpty()
                  ? "Nothing is saved yet: say --save."
                  : "Saved: %s.".formatted(String.join(", ", saved))));
    }
    return document;
  }

  private static String summary(List<CaseChange> cases) {
    int added = (int) cases.stream().filter(CaseChange::added).count();
    int changed = cases.size() - added;
    if (added == 0) {
      return count(changed, "case") + " changed.";
    }
    return changed == 0
        ? count(added, "case") + " added."
        : "%s changed, %d added.".formatted(count(changed, "case"), added);
  }

  private static Block.Items items(CaseChange changed, Map<String, Outcome> added) {
    if (changed.added()) {
      Outcome advice = added.get(changed.subject());
      String words = advice == null ? "a new case" : "a new case: " + advice.describe();
      return Document.items(List.of(ReviewReport.marked(Kind.ADDED, Words.plain(words))));
    }
    Map<String, List<CaseCellChange>> together = new LinkedHashMap<>();
    for (CaseCellChange cell : changed.cells()) {
      String list = cell.isOfAList() ? cell.key() : "cell " + together.size();
      together.computeIfAbsent(list, k -> new ArrayList<>()).add(cell);
    }
    return Document.items(List.copyOf(together.values()), CaseImportReport::item);
  }

  /** The entries of a list that come and go, or a change of something else. */
  private static Block.Item item(List<CaseCellChange> cells) {
    CaseCellChange first = cells.get(0);
    if (!first.isOfAList() || (cells.size() == 1 && !first.comesOrGoes())) {
      return item(first);
    }
    List<String> parts = new ArrayList<>();
    entries("added", cells.stream().map(CaseCellChange::after), parts);
    entries("taken out", cells.stream().map(CaseCellChange::before), parts);
    return ReviewReport.marked(
        Kind.CHANGED, Words.plain(first.key() + ": " + String.join("; ", parts)));
  }

  private static void entries(String what, Stream<String> texts, List<String> parts) {
    String listed =
        texts.filter(t -> !t.isEmpty()).map(t -> "'" + t + "'").collect(Collectors.joining(", "));
    if (!listed.isEmpty()) {
      parts.add(what + " " + listed);
    }
  }

  private static Block.Item item(CaseCellChange cell) {
    if (cell.key().isEmpty()) {
      boolean comes = cell.before().isEmpty();
      return ReviewReport.marked(
          comes ? Kind.ADDED : Kind.REMOVED,
          Words.plain("event " + (comes ? cell.after() : cell.before())));
    }
    String what = what(cell.fact(), cell.event(), cell.key());
    return ReviewReport.marked(
        Kind.CHANGED,
        ReviewReport.turn(
                what, ReviewReport.orNothing(cell.before()), ReviewReport.orNothing(cell.after()))
            .words());
  }

  private static Block.Item item(CaseConflict conflict) {
    return new Block.Item(
            new Block.Mark(Tone.BAD, "!"),
            Words.strong(conflict.subject())
                .then(Tone.PLAIN, what(conflict.fact(), conflict.event(), conflict.key())),
            List.of(),
            List.of())
        .with(new Block.Item("yours: " + ReviewReport.orNothing(conflict.mine())))
        .with(new Block.Item("theirs: " + ReviewReport.orNothing(conflict.theirs())));
  }

  private static String what(String fact, String event, String key) {
    String of = event.isEmpty() ? fact : "event " + event;
    if (!fact.isEmpty() && key.equals("value")) {
      return fact;
    }
    return of.isEmpty() ? key : key.isEmpty() ? of : of + ": " + key;
  }
}
