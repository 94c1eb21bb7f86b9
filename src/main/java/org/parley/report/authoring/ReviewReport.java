package org.parley.report.authoring;

import static org.parley.report.document.Document.answer;
import static org.parley.report.document.Document.list;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.Expectation;
import org.parley.Problem;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.KnowledgeDiff;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.DecisionChange;
import org.parley.author.diff.KnowledgeDiff.Detail;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.Part;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.author.sheet.SheetImport;
import org.parley.decide.world.Shifts;
import org.parley.regress.Impact;
import org.parley.regress.Impact.Move;
import org.parley.regress.Impact.ResponsibleRow;
import org.parley.regress.RegressionResult;
import org.parley.regress.RegressionResult.Tally;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Cell;
import org.parley.report.document.Block.Column;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Block.Line;
import org.parley.report.document.Block.Mark;
import org.parley.report.document.Block.Table;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.CellWords;

/** Tells what a change of a knowledge base is and does. */
public final class ReviewReport {
  private static final int MOST_SHIFTS = 4;
  private static final int MOST_CASES = 6;

  private ReviewReport() {}

  /** The review of a change. */
  public static Report of(ChangeReview review) {
    return new Report(() -> document(review), () -> Answer.of(review));
  }

  /**
   * What an import of sheets comes to.
   *
   * @param review what it changes, or {@code null} where it changes nothing
   * @param saved the files that were written; none where nothing was
   */
  public static Report of(SheetImport read, ChangeReview review, List<String> saved) {
    return new Report(
        () -> document(read, review, saved),
        () ->
            new ImportAnswer(
                read.problems().stream()
                    .map(p -> new Trouble(p.file(), p.element(), p.message()))
                    .toList(),
                read.notes(),
                saved,
                review == null ? null : Answer.of(review),
                review == null ? List.of() : null));
  }

  /** What programs read of an import; {@code rows} stand in the review, if there is one. */
  public record ImportAnswer(
      List<Trouble> problems,
      List<String> importNotes,
      List<String> saved,
      @JsonUnwrapped Answer review,
      List<Row> rows) {}

  /** What programs read of something that is wrong in a sheet. */
  public record Trouble(String file, String where, String message) {}

  /** What programs read of a review. */
  public record Answer(
      String before,
      String after,
      List<Changed> decisions,
      List<Row> rows,
      List<Changed> vocabulary,
      List<Changed> rules,
      List<Case> cases,
      Integer compared,
      Map<String, List<String>> elsewhere,
      Agreement observed,
      Map<String, Combinations> combinations,
      List<String> caseProblems,
      List<String> notes) {

    static Answer of(ChangeReview review) {
      KnowledgeDiff diff = review.diff();
      Impact impact = review.impact().orElse(null);
      Map<String, Combinations> combinations = new LinkedHashMap<>();
      if (impact != null) {
        impact.shifts().forEach((name, s) -> combinations.put(name, Combinations.of(s)));
      }
      return new Answer(
          review.before(),
          review.after(),
          diff.decisions().stream().map(Changed::of).toList(),
          diff.rows().stream().map(Row::of).toList(),
          diff.vocabulary().stream().map(Changed::of).toList(),
          diff.rules().stream().map(Changed::of).toList(),
          impact == null ? List.of() : impact.moved().stream().map(Case::of).toList(),
          impact == null ? null : impact.cases(),
          impact == null ? null : impact.elsewhere(),
          impact == null
              ? null
              : new Agreement(impact.before(), impact.after(), RegressionResult.CAUTION),
          impact == null ? null : combinations,
          review.problems().stream().map(Problem::toString).toList(),
          review.notes());
    }
  }

  /** A decision, fact, event type, statement or rule that differs. */
  public record Changed(
      String change, String decision, String type, String name, String file, List<Detail> details) {

    static Changed of(DecisionChange c) {
      return new Changed(c.kind().word(), c.decision(), "", "", c.file(), c.details());
    }

    static Changed of(EntryChange c) {
      return new Changed(c.kind().word(), "", c.type(), c.name(), c.file(), c.details());
    }
  }

  /** A row that differs; {@code from} and {@code to} where it has such a place. */
  public record Row(
      String change,
      String table,
      String file,
      String id,
      String formerId,
      Integer from,
      Integer to,
      boolean moved,
      String why,
      List<Text> cells) {

    static Row of(RowChange r) {
      return new Row(
          r.kind().word(),
          r.decision(),
          r.file(),
          r.id(),
          r.formerId(),
          r.from() > 0 ? r.from() : null,
          r.to() > 0 ? r.to() : null,
          r.moved(),
          r.why(),
          r.cells().stream().map(Text::of).toList());
    }
  }

  /** A cell that differs; in words as well where it says anything. */
  public record Text(
      String part,
      String column,
      @JsonInclude String before,
      @JsonInclude String after,
      String beforeInWords,
      String afterInWords) {

    static Text of(CellChange c) {
      return new Text(
          c.part().name().toLowerCase(Locale.ROOT),
          c.column(),
          c.before(),
          c.after(),
          c.before().isEmpty() ? "" : words(c.part(), c.before()),
          c.after().isEmpty() ? "" : words(c.part(), c.after()));
    }
  }

  /** A case whose advice changes. */
  public record Case(
      @JsonProperty("case") String subject,
      String title,
      Advised before,
      Advised after,
      Expectation expected,
      List<ResponsibleRow> rows) {

    static Case of(Move m) {
      return new Case(
          m.subject(),
          m.title(),
          Advised.of(m.before()),
          Advised.of(m.after()),
          m.expected(),
          m.rows());
    }
  }

  /** The advice on a case, as far as it is compared. */
  public record Advised(
      String posture,
      String unofficialTrack,
      Map<String, String> verdicts,
      List<String> warnings,
      String failure) {

    static Advised of(Impact.Outcome o) {
      return new Advised(
          o.stance().posture(),
          o.stance().unofficialTrack(),
          o.verdicts(),
          o.warnings(),
          o.failure());
    }
  }

  /** Agreement with what history shows. */
  public record Agreement(Tally before, Tally after, String caution) {}

  /** In which share of all combinations of facts an answer changes. */
  public record Combinations(
      double share, boolean exact, double margin95, List<Shifts.Shift> shifts) {

    static Combinations of(Shifts s) {
      return new Combinations(s.share(), s.exact(), s.margin(), s.shifts());
    }
  }

  private static Document document(SheetImport read, ChangeReview review, List<String> saved) {
    Document document =
        review == null
            ? new Document("Import")
                .front(paragraph("The tables say what they said: nothing changes."))
            : document(review);
    read.notes().forEach(n -> document.foot(Words.dim("Note: " + n + ".")));
    if (review != null) {
      document.foot(
          Words.strong(
              saved.isEmpty()
                  ? "Nothing is saved yet: say --save."
                  : "Saved: %s.".formatted(String.join(", ", saved))));
    }
    return document;
  }

  private static Document document(ChangeReview review) {
    KnowledgeDiff diff = review.diff();
    Document document =
        new Document("From %s to %s".formatted(review.before(), review.after()))
            .front(answer(Tone.STRONG, summary(diff)));
    for (String name : diff.names()) {
      List<Item> items = new ArrayList<>();
      diff.decisions(name).forEach(d -> items.add(item(d)));
      diff.rows(name).forEach(r -> items.add(item(r)));
      document.section(name, Document.items(items));
    }
    entries(document, "Vocabulary", diff.vocabulary());
    entries(document, "Rules", diff.rules());
    review.impact().ifPresent(impact -> impact(document, impact));
    document.list(
        "The cases cannot be run", review.problems().stream().map(Problem::toString).toList());
    review.notes().forEach(n -> document.foot(Words.dim(n)));
    return document;
  }

  private static Item item(DecisionChange decision) {
    String what =
        decision.kind() == Kind.CHANGED
            ? "changed in more than rows"
            : "decision " + decision.kind().word();
    Item item = marked(decision.kind(), Words.plain(what).then(Tone.DIM, decision.file()));
    for (Detail detail : decision.details()) {
      item = item.with(item(detail));
    }
    return item;
  }

  private static Item item(RowChange row) {
    Item item = marked(row.kind(), Words.row(row.id()).then(Tone.DIM, "(" + place(row) + ")"));
    if (row.kind() == Kind.ADDED || row.kind() == Kind.REMOVED) {
      Tone tone = row.kind() == Kind.ADDED ? Tone.COME : Tone.GONE;
      return item.with(new Item(Words.of(tone, says(row)))).note(Words.dim(row.why()));
    }
    for (CellChange cell : row.cells()) {
      item =
          item.with(
              turn(
                  cell.column(),
                  words(cell.part(), cell.before()),
                  words(cell.part(), cell.after())));
    }
    return item;
  }

  private static Item item(Detail detail) {
    return turn(detail.what(), orNothing(detail.before()), orNothing(detail.after()));
  }

  private static Item turn(String what, String before, String after) {
    return new Item(Words.plain(what).and(Tone.PLAIN, ":").turned(before, after));
  }

  private static Item marked(Kind kind, Words words) {
    Mark mark =
        switch (kind) {
          case ADDED -> new Mark(Tone.GOOD, "+");
          case REMOVED -> new Mark(Tone.BAD, "-");
          case CHANGED -> new Mark(Tone.POOR, "~");
          case MOVED -> new Mark(Tone.POOR, "^");
        };
    return new Item(mark, words, List.of(), List.of());
  }

  private static void entries(Document document, String title, List<EntryChange> entries) {
    if (!entries.isEmpty()) {
      List<Item> items = new ArrayList<>();
      for (EntryChange entry : entries) {
        Item item =
            marked(
                entry.kind(),
                Words.strong(entry.name())
                    .then(Tone.DIM, "(%s %s)".formatted(entry.type(), entry.kind().word())));
        for (Detail detail : details(entry)) {
          item = item.with(item(detail));
        }
        items.add(item);
      }
      document.section(title, Document.items(items));
    }
  }

  /** An entry that is new or gone is told by its first text; the rest would be a list. */
  private static List<Detail> details(EntryChange entry) {
    return entry.kind() == Kind.CHANGED
        ? entry.details()
        : entry.details().stream()
            .filter(d -> !d.after().isEmpty() || !d.before().isEmpty())
            .limit(1)
            .toList();
  }

  private static void impact(Document document, Impact impact) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(answer(impact.unpinned().isEmpty() ? Tone.PLAIN : Tone.BAD, moved(impact)));
    if (!impact.moved().isEmpty()) {
      blocks.add(
          new Table(
              "Cases that change",
              List.of(
                  new Column("case"),
                  Column.clear("before and now"),
                  new Column("also"),
                  new Column("rows")),
              impact.moved().stream().map(ReviewReport::move).toList()));
    }
    if (!impact.elsewhere().isEmpty()) {
      blocks.add(
          Document.section(Words.plain("Other answers change as well"), list(elsewhere(impact))));
    }
    if (impact.before().compared() > 0) {
      blocks.add(note(agreement(impact)));
    }
    document.section("What it does to the cases", blocks.toArray(Block[]::new));
    document.section("Among all combinations of facts", list(shares(impact)));
  }

  private static Line move(Move move) {
    Words outcome =
        move.changesStance()
            ? Words.NONE.turned(move.before().describe(), move.after().describe())
            : Words.plain(move.after().describe()).then(Tone.DIM, "as before");
    if (move.changesPinned()) {
      outcome = outcome.then(Tone.ALERT, "(pinned)");
    }
    return new Line(
        Tone.PLAIN,
        List.of(
            new Cell(Words.plain(move.subject())),
            new Cell(outcome),
            new Cell(Tone.PLAIN, changes(move).stream().map(Words::plain).toList()),
            new Cell(Tone.PLAIN, move.rows().stream().map(ReviewReport::responsible).toList())));
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
  private static String summary(KnowledgeDiff diff) {
    List<String> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      long rows = diff.rows().stream().filter(r -> r.kind() == kind).count();
      add(parts, rows, "row", "rows", kind.word());
    }
    add(parts, diff.decisions().size(), "decision", "decisions", "otherwise changed");
    add(parts, diff.vocabulary().size(), "word of the vocabulary", "words of the vocabulary", "");
    add(parts, diff.rules().size(), "rule", "rules", "");
    return parts.isEmpty() ? "Nothing differs." : capital(String.join(", ", parts)) + ".";
  }

  private static void add(List<String> parts, long count, String one, String many, String how) {
    if (count > 0) {
      parts.add("%d %s %s".formatted(count, count == 1 ? one : many, how).strip());
    }
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** What happened to a row and where it stands. */
  private static String place(RowChange row) {
    List<String> parts = new ArrayList<>();
    parts.add(row.kind().word());
    if (row.moved()) {
      String way = "from place %d to %d".formatted(row.from(), row.to());
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
  private static String says(RowChange row) {
    String conditions =
        row.cells().stream()
            .filter(c -> c.part() == Part.INPUT)
            .map(c -> c.column() + " is " + words(c.part(), text(c)))
            .collect(Collectors.joining(", and "));
    return row.cells().stream()
            .filter(c -> c.part() == Part.OUTPUT)
            .map(c -> words(c.part(), text(c)))
            .collect(Collectors.joining(": "))
        + (conditions.isEmpty() ? ", always" : ", if " + conditions);
  }

  private static String text(CellChange cell) {
    return cell.before().isEmpty() ? cell.after() : cell.before();
  }

  private static String words(Part part, String text) {
    return switch (part) {
      case INPUT -> CellWords.test(text);
      case OUTPUT -> text.isEmpty() ? "nothing" : CellWords.values(text);
      case ANNOTATION -> orNothing(text);
    };
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? "nothing" : text;
  }

  /** How many cases move, in one sentence. */
  private static String moved(Impact impact) {
    int moved = impact.moved().size();
    if (impact.cases() == 0) {
      return "There is no case to try it on.";
    }
    if (moved == 0) {
      return "In none of the %d cases do posture, unofficial track, verdicts or warnings change."
          .formatted(impact.cases());
    }
    long stance = impact.moved().stream().filter(Move::changesStance).count();
    return stance == 0
        ? "In %d of %d cases verdicts or warnings change; posture and unofficial track stay."
            .formatted(moved, impact.cases())
        : "In %d of %d cases something changes, in %d of them posture or unofficial track."
            .formatted(moved, impact.cases(), stance);
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
                "%s in %d %s (%s)"
                    .formatted(
                        e.getKey(),
                        e.getValue().size(),
                        e.getValue().size() == 1 ? "case" : "cases",
                        some(e.getValue())))
        .toList();
  }

  private static String some(List<String> ids) {
    return ids.size() <= MOST_CASES
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, MOST_CASES))
            + " and %d more".formatted(ids.size() - MOST_CASES);
  }

  /** Agreement with history on both sides, with its caution. */
  private static String agreement(Impact impact) {
    return "Agreement with what history shows: %d of %d before, %d of %d now. %s"
        .formatted(
            impact.before().agree(),
            impact.before().compared(),
            impact.after().agree(),
            impact.after().compared(),
            RegressionResult.CAUTION);
  }

  /** In which share of all combinations of facts the answers change. */
  private static List<String> shares(Impact impact) {
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
              return capital(e.getKey())
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
