package org.parley.report.authoring;

import static org.parley.report.document.Document.answer;
import static org.parley.report.document.Document.list;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Figures.count;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.Place;
import org.parley.Problem;
import org.parley.author.check.CheckFinding;
import org.parley.author.check.Harm;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.KnowledgeDiff;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.DecisionChange;
import org.parley.author.diff.KnowledgeDiff.Detail;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.Part;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.author.history.FileChange;
import org.parley.author.sheet.RowConflict;
import org.parley.author.sheet.SheetImport;
import org.parley.author.words.WordChange;
import org.parley.decide.proof.Proof;
import org.parley.decide.proof.Proof.State;
import org.parley.decide.world.Shifts;
import org.parley.knowledge.Decision;
import org.parley.regress.Impact;
import org.parley.regress.Impact.Move;
import org.parley.regress.Impact.ResponsibleRow;
import org.parley.regress.RegressionResult;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/** Tells what a change of a knowledge base is and does. */
public final class ReviewReport {
  private static final int MOST_SHIFTS = 4;
  private static final int MOST_CASES = 6;

  private ReviewReport() {}

  /** The review of a change. */
  public static Report of(ChangeReview review) {
    return new Report(() -> document(review), () -> review);
  }

  /**
   * What an import of sheets comes to.
   *
   * @param review what it changes, or {@code null} where it changes nothing
   * @param refused whether it may not be saved
   * @param saved the files that were written; none where nothing was
   */
  public static Report of(
      SheetImport read, ChangeReview review, boolean refused, List<String> saved) {
    return new Report(
        () -> document(read, review, refused, saved),
        () ->
            new ImportAnswer(
                read.problems().stream().map(Trouble::of).toList(),
                read.notes(),
                read.conflicts(),
                read.harm(),
                saved,
                review,
                review == null ? List.of() : null));
  }

  /**
   * What a change of the vocabulary comes to.
   *
   * @param saved the files that were written; none where nothing was
   */
  public static Report of(WordChange change, ChangeReview review, List<String> saved) {
    return new Report(
        () -> document(change, review, saved),
        () ->
            new WordAnswer(
                change.todo(),
                change.notes(),
                change.cases().stream().map(FileChange::name).toList(),
                saved,
                review));
  }

  /**
   * What programs read of a change of the vocabulary.
   *
   * @param todo what is left to do by hand
   * @param wordNotes what the reader should know
   * @param caseFiles the case files that change with it
   * @param saved the files that were written; none where nothing was
   * @param review what differs, and what that does
   */
  public record WordAnswer(
      List<String> todo,
      List<String> wordNotes,
      List<String> caseFiles,
      List<String> saved,
      @JsonUnwrapped ChangeReview review) {}

  private static Document document(WordChange change, ChangeReview review, List<String> saved) {
    Document document = document(review);
    document.list("Still to do by hand", change.todo());
    if (!change.cases().isEmpty()) {
      document.foot(
          Words.dim(
              "Note: %s in the new words: %s."
                  .formatted(
                      count(change.cases().size(), "case file"),
                      some(change.cases().stream().map(FileChange::name).toList()))));
    }
    change.notes().forEach(n -> document.foot(Words.dim("Note: " + n + ".")));
    document.foot(
        Words.strong(
            saved.isEmpty()
                ? "Nothing is saved yet: say --save."
                : "Saved: %s.".formatted(some(saved))));
    return document;
  }

  /** What programs read of an import; {@code rows} stand in the review, if there is one. */
  public record ImportAnswer(
      List<Trouble> problems,
      List<String> importNotes,
      List<RowConflict> conflicts,
      @JsonUnwrapped Harm harm,
      List<String> saved,
      @JsonUnwrapped ChangeReview review,
      List<RowChange> rows) {}

  /** What programs read of something that is wrong in a sheet. */
  public record Trouble(String file, String where, String message) {
    static Trouble of(Problem problem) {
      return new Trouble(problem.file(), problem.element(), problem.message());
    }
  }

  private static Document document(
      SheetImport read, ChangeReview review, boolean refused, List<String> saved) {
    Document document =
        review == null
            ? new Document("Import")
                .front(
                    paragraph(
                        read.conflicts().isEmpty()
                            ? "The tables say what they said: nothing changes."
                            : "Rows were edited here and in the tables since: nothing is taken"
                                + " over."))
            : titled(review);
    conflicts(document, read.conflicts());
    Harm harm = read.harm();
    findings(document, "Refused: what this import would break", Tone.BAD, "!", harm.faults());
    findings(document, "Rows still to write for the new values", Tone.POOR, "+", harm.work());
    findings(document, "Worth a second look", Tone.POOR, "~", harm.slips());
    if (review != null) {
      tell(document, review);
    }
    read.notes().forEach(n -> document.foot(Words.dim("Note: " + n + ".")));
    if (refused) {
      document.foot(
          Words.strong(
              read.conflicts().isEmpty()
                  ? "Nothing is saved. Mend it, or save it all the same: --save --force --reason"
                      + " \"…\"."
                  : "Nothing is saved. Say whose words count where both edited a row: --mine or"
                      + " --theirs."));
    } else if (review != null) {
      document.foot(
          Words.strong(
              saved.isEmpty()
                  ? "Nothing is saved yet: say --save."
                  : "Saved: %s.".formatted(String.join(", ", saved))));
    }
    return document;
  }

  private static void conflicts(Document document, List<RowConflict> conflicts) {
    if (!conflicts.isEmpty()) {
      document.section(
          "Edited here and in the tables since", Document.items(conflicts, ReviewReport::item));
    }
  }

  private static Block.Item item(RowConflict conflict) {
    Words row =
        conflict.row().isEmpty()
            ? Words.strong(conflict.table())
            : Words.row(conflict.row()).then(Tone.DIM, "(" + conflict.table() + ")");
    return new Block.Item(new Block.Mark(Tone.BAD, "!"), row, List.of(), List.of())
        .with(
            conflict.cells(),
            c ->
                new Block.Item(
                    Words.plain(
                        "%sin the sheet: %s; in the table: %s"
                            .formatted(
                                c.column().isEmpty() ? "" : c.column() + ": ",
                                orNothing(c.mine()),
                                orNothing(c.theirs())))));
  }

  private static void findings(
      Document document, String title, Tone tone, String sign, List<CheckFinding> findings) {
    if (!findings.isEmpty()) {
      document.section(
          title,
          Document.items(
              findings,
              f ->
                  new Block.Item(
                      new Block.Mark(tone, sign),
                      Words.strong(about(f)).and(Tone.PLAIN, said(f)),
                      List.of(),
                      List.of())));
    }
  }

  /** The decision, or the file where it is about none. */
  private static String about(CheckFinding finding) {
    Place place = finding.place();
    return place.decision().isEmpty() ? place.file() : place.decision();
  }

  private static String said(CheckFinding finding) {
    Place place = finding.place();
    String entry = place.decision().isEmpty() ? "" : "row ";
    return (place.row().isEmpty() ? ": " : ", %s'%s': ".formatted(entry, place.row()))
        + finding.message();
  }

  private static Document document(ChangeReview review) {
    return tell(titled(review), review);
  }

  private static Document titled(ChangeReview review) {
    return new Document("From %s to %s".formatted(review.before(), review.after()))
        .front(answer(Tone.STRONG, summary(review.diff())));
  }

  private static Document tell(Document document, ChangeReview review) {
    KnowledgeDiff diff = review.diff();
    for (String name : diff.names()) {
      List<Block.Item> items = new ArrayList<>();
      diff.decisions(name).forEach(d -> items.add(item(d)));
      diff.rows(name).forEach(r -> items.add(item(r)));
      document.section(name, note(String.join(", ", diff.files(name))), Document.items(items));
    }
    entries(document, "Vocabulary", diff.vocabulary());
    entries(document, "Rules", diff.rules());
    principles(document, review.principles(), review.mended());
    review.impact().ifPresent(impact -> impact(document, impact, review.notes()));
    document.list(
        "The cases cannot be run", review.problems().stream().map(Problem::toString).toList());
    if (review.impact().isEmpty()) {
      review.notes().forEach(n -> document.foot(Words.dim(n)));
    }
    return document;
  }

  private static void principles(Document document, List<Proof> proofs, List<String> mended) {
    if (proofs.isEmpty()) {
      return;
    }
    List<Proof> broken = proofs.stream().filter(p -> p.state() == State.BROKEN).toList();
    int later = Proof.ids(proofs, State.UNPROVED).size();
    String unproved = later == 0 ? "" : " Not yet proved: %d; parley check does.".formatted(later);
    document.section(
        "Principles",
        paragraph(
            "Of %s about what changed %d hold. Broken: %d.%s%s"
                .formatted(
                    count(proofs.size(), "principle"),
                    proofs.size() - broken.size() - later,
                    broken.size(),
                    mended.isEmpty() ? "" : " Mended: %s.".formatted(String.join(", ", mended)),
                    unproved)),
        Document.items(broken.stream().map(CheckReport::item).toList()));
  }

  private static Block.Item item(DecisionChange decision) {
    String what =
        decision.kind() == Kind.CHANGED
            ? "changed in more than rows"
            : "decision " + decision.kind().label();
    return marked(decision.kind(), Words.plain(what))
        .with(decision.details(), ReviewReport::item)
        .with(decision.says(), s -> new Block.Item(Words.plain(s)));
  }

  private static Block.Item item(RowChange row) {
    Block.Item item =
        marked(row.kind(), Words.row(row.id()).then(Tone.DIM, "(" + place(row) + ")"));
    if (row.kind() == Kind.ADDED || row.kind() == Kind.REMOVED) {
      Tone tone = row.kind() == Kind.ADDED ? Tone.COME : Tone.GONE;
      Block.Item told =
          item.with(new Block.Item(Words.of(tone, says(row)))).note(Words.dim(row.why()));
      return row.now().isEmpty()
          ? told
          : told.note(Words.dim("now: " + String.join(", ", row.now())));
    }
    return item.with(
        row.cells(),
        c -> turn(c.column(), words(c.part(), c.before()), words(c.part(), c.after())));
  }

  private static Block.Item item(Detail detail) {
    return turn(detail.what(), orNothing(detail.before()), orNothing(detail.after()));
  }

  static Block.Item turn(String what, String before, String after) {
    return new Block.Item(Words.plain(what).and(Tone.PLAIN, ":").turned(before, after));
  }

  static Block.Item marked(Kind kind, Words words) {
    Block.Mark mark =
        switch (kind) {
          case ADDED -> new Block.Mark(Tone.GOOD, "+");
          case REMOVED -> new Block.Mark(Tone.BAD, "-");
          case CHANGED, RENAMED -> new Block.Mark(Tone.POOR, "~");
          case MOVED -> new Block.Mark(Tone.POOR, "^");
        };
    return new Block.Item(mark, words, List.of(), List.of());
  }

  private static void entries(Document document, String title, List<EntryChange> entries) {
    if (!entries.isEmpty()) {
      document.section(title, Document.items(entries, ReviewReport::item));
    }
  }

  private static Block.Item item(EntryChange entry) {
    return marked(
            entry.kind(),
            Words.strong(entry.name())
                .then(Tone.DIM, "(%s %s)".formatted(entry.type(), entry.kind().label())))
        .with(details(entry), ReviewReport::item);
  }

  /** An entry that is new or gone is told by its first text; the rest would be a list. */
  private static List<Detail> details(EntryChange entry) {
    return entry.kind() == Kind.CHANGED || entry.kind() == Kind.RENAMED
        ? entry.details()
        : entry.details().stream()
            .filter(d -> !d.after().isEmpty() || !d.before().isEmpty())
            .limit(1)
            .toList();
  }

  private static void impact(Document document, Impact impact, List<String> notes) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(answer(impact.unpinned().isEmpty() ? Tone.PLAIN : Tone.BAD, impact.describe()));
    // what the cases are measured with comes before the measure
    notes.forEach(n -> blocks.add(note(n)));
    if (!impact.moved().isEmpty()) {
      blocks.add(moves("Cases that change", impact.moved()));
    }
    if (!impact.elsewhere().isEmpty()) {
      blocks.add(
          Document.section(Words.plain("Other answers change as well"), list(elsewhere(impact))));
    }
    if (impact.before().compared() > 0) {
      blocks.add(note(agreement(impact)));
    }
    document.section("What it does to the cases", blocks);
    document.section("Among all combinations of facts", list(shares(impact)));
  }

  /** Cases whose advice changes. */
  static Block.Table moves(String title, List<Move> moves) {
    return Document.table(
        title,
        List.of(
            new Block.Column("case"),
            Block.Column.clear("before and now"),
            new Block.Column("also"),
            new Block.Column("rows")),
        moves,
        ReviewReport::move);
  }

  private static Block.Line move(Move move) {
    Words outcome =
        move.changesStance()
            ? Words.NONE.turned(move.before().describe(), move.after().describe())
            : Words.plain(move.after().describe()).then(Tone.DIM, "as before");
    if (move.changesPinned()) {
      outcome = outcome.then(Tone.ALERT, "(pinned)");
    }
    return new Block.Line(
        Tone.PLAIN,
        List.of(
            new Block.Cell(Words.plain(move.subject())),
            new Block.Cell(outcome),
            new Block.Cell(changes(move).stream().map(Words::plain).toList()),
            new Block.Cell(move.rows().stream().map(ReviewReport::responsible).toList())));
  }

  private static Words responsible(ResponsibleRow row) {
    String role =
        row.before() && row.after()
            ? "decides otherwise:"
            : row.after() ? "decides now:" : "decided before:";
    return Words.dim(role)
        .thenRow(row.id())
        .then(Tone.DIM, "(" + row.table() + ")")
        .then(Tone.DIM, row.why());
  }

  /** How much differs, in one sentence. */
  static String summary(KnowledgeDiff diff) {
    List<String> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      long rows = diff.rows().stream().filter(r -> r.kind() == kind).count();
      add(parts, rows, "row", kind.label());
    }
    add(parts, diff.decisions().size(), "decision", "otherwise changed");
    add(parts, diff.vocabulary().size(), "word", "of the vocabulary");
    add(parts, diff.rules().size(), "rule", "");
    return parts.isEmpty() ? "Nothing differs." : String.join(", ", parts) + ".";
  }

  private static void add(List<String> parts, long count, String what, String how) {
    if (count > 0) {
      parts.add((Figures.count(count, what) + " " + how).strip());
    }
  }

  /** What happened to a row and where it stands. */
  private static String place(RowChange row) {
    List<String> parts = new ArrayList<>();
    parts.add(row.kind().label());
    if (row.moved()) {
      String way = "from place %d to %d".formatted(row.from(), row.to());
      if (row.from() == row.to()) {
        way = "past others, and is row %d again".formatted(row.to());
      }
      parts.add(row.kind() == Kind.MOVED ? way : "moved " + way);
    } else if (row.to() > 0) {
      parts.add("row %d".formatted(row.to()));
    } else {
      parts.add("was row %d".formatted(row.from()));
    }
    if (!row.formerId().isEmpty()) {
      parts.add("was called " + row.formerId());
    }
    return String.join(", ", parts);
  }

  /** What a row that stands in one version only says. */
  static String says(RowChange row) {
    String conditions =
        row.cells().stream()
            .filter(c -> c.part() == Part.INPUT)
            .map(c -> c.column() + " is " + words(c.part(), text(c)))
            .collect(Collectors.joining(", and "));
    List<CellChange> answers = row.cells().stream().filter(c -> c.part() == Part.OUTPUT).toList();
    return answers.stream()
            .map(c -> (answers.size() > 1 ? c.column() + " " : "") + words(c.part(), text(c)))
            .collect(Collectors.joining(", "))
        + (conditions.isEmpty() ? ", always" : ", if " + conditions);
  }

  private static String text(CellChange cell) {
    return cell.before().isEmpty() ? cell.after() : cell.before();
  }

  static String words(Part part, String text) {
    return part == Part.INPUT ? part.words(text) : orNothing(part.words(text));
  }

  static String orNothing(String text) {
    return text.isEmpty() ? "nothing" : text;
  }

  /** What changes in a case beside posture and track: verdicts and warnings. */
  private static List<String> changes(Move move) {
    List<String> changes = new ArrayList<>();
    move.before()
        .verdicts()
        .forEach(
            (option, level) -> {
              String now = move.after().verdicts().get(option);
              if (now != null && !now.equals(level)) {
                changes.add("%s: %s %s %s".formatted(option, level, Sign.ARROW, now));
              }
            });
    if (move.before().failure().isEmpty() && move.after().failure().isEmpty()) {
      Set<String> gone = new TreeSet<>(move.before().warnings());
      move.after().warnings().forEach(gone::remove);
      Set<String> come = new TreeSet<>(move.after().warnings());
      move.before().warnings().forEach(come::remove);
      come.forEach(w -> changes.add("warning now: " + w));
      gone.forEach(w -> changes.add("warning no more: " + w));
    }
    for (String failure : List.of(move.before().failure(), move.after().failure())) {
      if (!failure.isEmpty()) {
        changes.add("no advice: " + failure);
      }
    }
    return changes;
  }

  /** Where else answers change. */
  private static List<String> elsewhere(Impact impact) {
    return impact.elsewhere().entrySet().stream()
        .map(
            e ->
                "%s in %s (%s)"
                    .formatted(
                        e.getKey(), Figures.count(e.getValue().size(), "case"), some(e.getValue())))
        .toList();
  }

  static String some(List<String> ids) {
    return Document.first(ids, MOST_CASES, Words::plain).stream()
        .map(Words::text)
        .collect(Collectors.joining(", "));
  }

  /** Agreement with history on both sides, with its caution. */
  static String agreement(Impact impact) {
    return "Agreement with what history shows: %d of %d before, %d of %d now. %s"
        .formatted(
            impact.before().agree(),
            impact.before().compared(),
            impact.after().agree(),
            impact.after().compared(),
            RegressionResult.CAUTION);
  }

  /** In which share of all combinations of facts the answers change. */
  static List<String> shares(Impact impact) {
    return impact.shifts().entrySet().stream()
        .map(
            e -> {
              String which =
                  e.getValue().shifts().stream()
                      .limit(MOST_SHIFTS)
                      .map(
                          s ->
                              "%s %s %s in %s"
                                  .formatted(s.from(), Sign.ARROW, s.to(), Figures.fine(s.share())))
                      .collect(Collectors.joining("; "));
              return Decision.titleOf(e.getKey())
                  + share(e.getValue())
                  + (which.isEmpty() ? "." : ": " + which + ".");
            })
        .toList();
  }

  private static String share(Shifts shifts) {
    if (shifts.exact()) {
      return shifts.share() == 0
          ? " changes in none (counted exactly)"
          : " changes in %s (counted exactly)".formatted(Figures.fine(shifts.share()));
    }
    return shifts.share() == 0
        ? " changes in none of a sample, so in less than %s"
            .formatted(Figures.fine(shifts.margin()))
        : " changes in %s (of a sample; give or take %s)"
            .formatted(Figures.fine(shifts.share()), Figures.fine(shifts.margin()));
  }
}
