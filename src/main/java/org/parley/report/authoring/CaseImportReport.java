package org.parley.report.authoring;

import static org.parley.report.document.Document.answer;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Figures.count;

import java.util.List;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.sheet.CaseSheetImport;
import org.parley.author.sheet.CaseSheetImport.CaseCellChange;
import org.parley.author.sheet.CaseSheetImport.CaseChange;
import org.parley.author.sheet.CaseSheetImport.CaseConflict;
import org.parley.regress.Impact.Move;
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
   * @param notes what the reader should know
   * @param moved the changed cases that get other advice
   * @param saved the files that were written; none where nothing was
   */
  public static Report of(
      CaseSheetImport read, List<String> notes, List<Move> moved, List<String> saved) {
    return new Report(
        () -> document(read, notes, moved, saved),
        () ->
            new CaseImportAnswer(
                read.problems().stream().map(ReviewReport.Trouble::of).toList(),
                notes,
                read.conflicts(),
                read.cases(),
                moved,
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
   * @param saved the files that were written; none where nothing was
   */
  public record CaseImportAnswer(
      List<ReviewReport.Trouble> problems,
      List<String> notes,
      List<CaseConflict> conflicts,
      List<CaseChange> cases,
      List<Move> moved,
      List<String> saved) {}

  private static Document document(
      CaseSheetImport read, List<String> notes, List<Move> moved, List<String> saved) {
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
      document.section(changed.subject(), note(changed.file()), items(changed));
    }
    if (!read.cases().isEmpty()) {
      document.section(
          "What it does to the advice",
          moved.isEmpty()
              ? paragraph("No changed case gets other advice.")
              : ReviewReport.moves("Cases whose advice changes", moved));
    }
    notes.forEach(n -> document.foot(Words.dim("Note: " + n + ".")));
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

  private static Block.Items items(CaseChange changed) {
    return changed.added()
        ? Document.items(List.of(ReviewReport.marked(Kind.ADDED, Words.plain("a new case"))))
        : Document.items(changed.cells(), CaseImportReport::item);
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
