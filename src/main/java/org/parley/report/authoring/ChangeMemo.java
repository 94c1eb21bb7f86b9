package org.parley.report.authoring;

import static org.parley.report.document.Document.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.KnowledgeVersion;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.ChangeReviewer.Version;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.DecisionChange;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.Part;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.decide.proof.Proof;
import org.parley.decide.proof.Proof.State;
import org.parley.decide.world.Shifts;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.knowledge.Statement;
import org.parley.regress.Impact;
import org.parley.regress.Impact.Move;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.MemoHead;
import org.parley.report.words.OnePage;
import org.parley.report.words.Wording;

/** Tells a change of the tables on one page, as its author can defend it tomorrow. */
public final class ChangeMemo {
  /** What it is. */
  private static final String KIND = "Change memo";

  private static final String NO_OBJECTION =
      "Neither principles nor cases nor the notes of the rows hold anything against it.";

  private final ChangeReview review;
  private final Map<String, Row> rows;
  private final Map<String, Statement> statements;
  private final String versions;
  private final OnePage page = new OnePage();

  private ChangeMemo(ChangeReview review, KnowledgeBase before, KnowledgeBase after) {
    this.review = review;
    // of a row that both have, as it is now
    this.rows =
        Stream.of(before, after)
            .flatMap(k -> k.decisions().stream())
            .flatMap(d -> d.table().stream())
            .flatMap(t -> t.rows().stream())
            .collect(Collectors.toMap(Row::id, Function.identity(), (was, is) -> is));
    this.statements = after.statements();
    this.versions =
        "%s %s %s"
            .formatted(
                new KnowledgeVersion(before.version(), "").shortVersion(),
                Sign.ARROW,
                new KnowledgeVersion(after.version(), "").shortVersion());
  }

  /**
   * Why somebody changed it, and how it is taken back.
   *
   * @param reason or an empty string
   * @param undo in a sentence
   */
  public record Occasion(String reason, String undo) {}

  /** The memo of a change that was reviewed. */
  public static Document of(
      ChangeReview review, Version before, Version after, Occasion occasion, MemoHead head) {
    return new ChangeMemo(review, before.knowledge(), after.knowledge()).write(occasion, head);
  }

  private Document write(Occasion occasion, MemoHead head) {
    String title = "From %s to %s".formatted(review.before(), review.after());
    Block.Result result = result();
    List<Words> foot =
        review.notes().stream().map(Words::plain).collect(Collectors.toCollection(ArrayList::new));
    foot.add(Words.plain("parley diff tells the rest."));
    foot.add(Words.dim("knowledge " + versions));
    page.headed(title, List.of(), head.letterhead(KIND, null, /* small= */ false))
        .answered(result)
        .footed(foot);
    if (!review.diff().isEmpty()) {
      page.part("Why")
          .must(
              Words.plain(
                  occasion.reason().isEmpty()
                      ? "No reason is given; --reason gives one."
                      : occasion.reason()));
    }
    changes();
    grounds();
    cases();
    principles();
    review.impact().ifPresent(this::measures);
    if (!review.diff().isEmpty()) {
      page.part("Strongest objection").must(Words.plain(objection()));
      page.part("To undo").must(Words.plain(occasion.undo()));
    }
    OnePage.Choice choice = page.choose();
    return new Document(title)
        .letterhead(head.letterhead(KIND, null, choice.tight()))
        .front(result)
        .add(choice.parts().toArray(Block[]::new))
        .foot(foot.toArray(Words[]::new));
  }

  private Block.Result result() {
    List<Block.Field> fields = new ArrayList<>();
    fields.add(
        field(
            "Cases",
            review.problems().isEmpty()
                ? review.impact().map(Impact::describe).orElse("None was tried.")
                : "The cases cannot be run: " + review.problems().get(0)));
    fields.add(
        field(
            "Principles",
            "%d broken, %d mended.".formatted(broken().size(), review.mended().size())));
    return new Block.Result(ReviewReport.summary(review.diff()), "", fields);
  }

  private List<Proof> broken() {
    return review.principles().stream().filter(p -> p.state() == State.BROKEN).toList();
  }

  /** What was and what is, row by row, in words. */
  private void changes() {
    OnePage.Part part = page.part("What changes").counted();
    List<Words> changes = new ArrayList<>();
    for (RowChange row : review.diff().rows()) {
      changes.addAll(told(row));
    }
    for (DecisionChange decision : review.diff().decisions()) {
      changes.add(
          Words.about(
              decision.decision(),
              decision.kind() == Kind.CHANGED
                  ? "changed in more than rows"
                  : decision.kind().label()));
    }
    Stream.of(review.diff().vocabulary(), review.diff().rules())
        .flatMap(List::stream)
        .map(ChangeMemo::told)
        .forEach(changes::add);
    changes.stream().limit(1).forEach(part::must);
    part.may(1, changes.stream().skip(1).toList());
  }

  private static Words told(EntryChange entry) {
    return Words.about(entry.name(), "%s %s".formatted(entry.type(), entry.kind().label()));
  }

  private static List<Words> told(RowChange row) {
    Words head = Words.row(row.id()).then(Tone.DIM, "(%s)".formatted(row.decision()));
    if (row.kind() == Kind.ADDED || row.kind() == Kind.REMOVED) {
      Tone tone = row.kind() == Kind.ADDED ? Tone.COME : Tone.GONE;
      return List.of(
          head.then(Tone.PLAIN, row.kind().label() + ":").then(tone, ReviewReport.says(row)));
    }
    if (row.cells().isEmpty()) {
      return List.of(head.then(Tone.PLAIN, row.kind().label()));
    }
    return row.cells().stream()
        .map(
            c ->
                head.then(Tone.PLAIN, c.column() + ":")
                    .turned(
                        ReviewReport.words(c.part(), c.before()),
                        ReviewReport.words(c.part(), c.after())))
        .toList();
  }

  /** The works and statements that the rows stand on. */
  private void grounds() {
    List<Row> changed =
        review.diff().rows().stream().map(r -> rows.get(r.id())).filter(Objects::nonNull).toList();
    OnePage.Part part = page.part("It rests on");
    changed.stream()
        .map(Row::source)
        .filter(source -> !Wording.isBlank(source))
        .distinct()
        .limit(1)
        .map(source -> Words.about("source", source))
        .forEach(part::must);
    part.may(
        2,
        changed.stream()
            .flatMap(r -> r.statements().stream())
            .distinct()
            .flatMap(id -> Optional.ofNullable(statements.get(id)).stream())
            .map(s -> Words.about(s.id(), s.text()))
            .toList());
  }

  private void cases() {
    List<Move> turned = turned().toList();
    OnePage.Part part = page.part("Cases turned").counted();
    List<Words> told =
        turned.stream()
            .map(
                m ->
                    Words.strong(m.subject())
                        .then(Tone.PLAIN, m.title())
                        .and(Tone.PLAIN, ":")
                        .turned(m.before().describe(), m.after().describe())
                        .then(Tone.PLAIN, m.changesPinned() ? "(pinned)" : ""))
            .toList();
    told.stream().limit(1).forEach(part::must);
    part.may(1, told.stream().skip(1).toList());
  }

  private Stream<Move> turned() {
    return review.impact().stream().flatMap(i -> i.moved().stream()).filter(Move::changesStance);
  }

  private void measures(Impact impact) {
    if (impact.before().compared() > 0) {
      page.part("History").may(2, Words.plain(ReviewReport.agreement(impact)));
    }
    page.part("Possible cases")
        .may(1, ReviewReport.shares(impact).stream().map(Words::plain).toList());
  }

  private void principles() {
    OnePage.Part part = page.part("Principles").counted();
    List<Words> told =
        broken().stream()
            .map(p -> Words.strong("broken:").thenRow(p.id()).then(Tone.PLAIN, p.says()))
            .toList();
    told.stream().limit(1).forEach(part::must);
    part.may(1, told.stream().skip(1).toList());
    review.mended().forEach(id -> part.may(1, Words.strong("mended:").thenRow(id)));
  }

  /** The gravest of what the data holds against the change. */
  private String objection() {
    return Stream.<Optional<String>>of(
            lost(), harmed(), unpinned(), disagreeing(), unfounded(), unseen(), aside())
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(NO_OBJECTION);
  }

  private Optional<String> lost() {
    List<String> lost =
        turned()
            .filter(m -> m.before().failure().isEmpty() && !m.after().failure().isEmpty())
            .map(Move::subject)
            .toList();
    if (!review.problems().isEmpty()) {
      return Optional.of("The cases cannot be run with it, so nobody has seen what it does.");
    }
    return some(lost, "It leaves %s without an advice: %s.", "case");
  }

  private Optional<String> harmed() {
    return broken().stream()
        .findFirst()
        .map(
            p ->
                "It breaks the principle '%s': %s. The smallest counterexample: %s."
                    .formatted(p.id(), p.says(), p.found()));
  }

  private Optional<String> unpinned() {
    List<String> ids =
        review.impact().stream().flatMap(i -> i.unpinned().stream()).map(Move::subject).toList();
    return some(ids, "It turns %s that somebody approved: %s.", "recommendation");
  }

  private Optional<String> disagreeing() {
    return review
        .impact()
        .filter(i -> i.after().agree() < i.before().agree())
        .map(
            i ->
                "It agrees with what history shows in %d of %d cases, where the tables before agreed in %d."
                    .formatted(i.after().agree(), i.after().compared(), i.before().agree()));
  }

  /** Notes of rows that are gone: a row without them cannot be argued with. */
  private Optional<String> unfounded() {
    List<String> ids =
        review.diff().rows().stream()
            .filter(r -> r.kind() != Kind.ADDED && r.kind() != Kind.REMOVED)
            .filter(r -> r.cells().stream().anyMatch(ChangeMemo::isLostNote))
            .map(RowChange::id)
            .toList();
    if (!ids.isEmpty()) {
      return some(ids, "It takes the reason, source or statement from %s: %s.", "row");
    }
    TreeSet<String> gone =
        review.diff().rows().stream()
            .filter(r -> r.kind() == Kind.REMOVED)
            .map(RowChange::id)
            .collect(Collectors.toCollection(TreeSet::new));
    return some(List.copyOf(gone), "It takes away %s and what they said: %s.", "row");
  }

  private static boolean isLostNote(CellChange cell) {
    return cell.part() == Part.ANNOTATION && !cell.before().isEmpty() && cell.after().isEmpty();
  }

  private Optional<String> unseen() {
    double share =
        review.impact().stream()
            .flatMap(i -> i.shifts().values().stream())
            .mapToDouble(Shifts::share)
            .max()
            .orElse(0);
    return share > 0 && turned().findAny().isEmpty()
        ? Optional.of(
            "It changes the answer in %s of all possible cases, and no case on file shows how that comes out."
                .formatted(Figures.fine(share)))
        : Optional.empty();
  }

  /** What changes beside the posture is easily overlooked. */
  private Optional<String> aside() {
    List<String> ids =
        review.impact().stream().flatMap(i -> i.moved().stream()).map(Move::subject).toList();
    return some(ids, "It changes verdicts or warnings in %s: %s.", "case");
  }

  private static Optional<String> some(List<String> ids, String sentence, String what) {
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(sentence.formatted(Figures.count(ids.size(), what), ReviewReport.some(ids)));
  }
}
