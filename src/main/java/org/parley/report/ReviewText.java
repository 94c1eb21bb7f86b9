package org.parley.report;

import java.util.List;
import java.util.Objects;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.KnowledgeDiff;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.DecisionChange;
import org.parley.author.diff.KnowledgeDiff.Detail;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.regress.Impact;
import org.parley.regress.Impact.Move;
import org.parley.regress.Impact.ResponsibleRow;

/** Renders the review of a change for a terminal. Immutable and thread-safe. */
public final class ReviewText {
  private static final int ID = 8;

  private final Style style;

  public ReviewText(Style style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /** The review as text that ends with a line break. */
  public String render(ChangeReview review) {
    Page page = new Page(style);
    page.paragraph(
        Prose.dim(ReviewWording.title(review) + ":")
            .then(Tone.STRONG, ReviewWording.summary(review.diff())));
    decisions(page, review.diff());
    entries(page, "Vocabulary", review.diff().vocabulary());
    entries(page, "Rules", review.diff().rules());
    review.impact().ifPresent(impact -> impact(page, impact));
    if (!review.problems().isEmpty()) {
      page.heading("The cases cannot be run");
      review.problems().forEach(p -> page.bullet(Prose.of(Tone.BAD, p.toString())));
    }
    review.notes().forEach(note -> page.blank().paragraph(Prose.dim(note)));
    return page.text();
  }

  private void decisions(Page page, KnowledgeDiff diff) {
    for (String name : diff.names()) {
      page.heading(name);
      List<DecisionChange> changes = diff.decisions(name);
      if (changes.isEmpty()) {
        page.indented(Prose.dim(diff.rows(name).get(0).file()));
      }
      for (DecisionChange change : changes) {
        page.item(mark(change.kind()), about(change));
        change.details().forEach(d -> detail(page, d));
      }
      diff.rows(name).forEach(r -> row(page, r));
    }
  }

  private static Prose about(DecisionChange decision) {
    String what =
        decision.kind() == Kind.CHANGED
            ? "changed in more than rows"
            : "decision " + decision.kind().word();
    return Prose.plain(what).then(Tone.DIM, decision.file());
  }

  private void row(Page page, RowChange row) {
    page.item(
        mark(row.kind()),
        Prose.strong(row.id()).then(Tone.DIM, "(" + ReviewWording.place(row) + ")"));
    if (row.kind() == Kind.ADDED || row.kind() == Kind.REMOVED) {
      page.item(below(), Prose.of(tone(row.kind()), ReviewWording.says(row)));
      page.item(below(), Prose.dim(row.why()));
    } else {
      row.cells().forEach(c -> cell(page, c));
    }
  }

  private void cell(Page page, CellChange cell) {
    turn(page, cell.column(), ReviewWording.before(cell), ReviewWording.after(cell));
  }

  private void detail(Page page, Detail detail) {
    turn(
        page,
        detail.what(),
        ReviewWording.orNothing(detail.before()),
        ReviewWording.orNothing(detail.after()));
  }

  private void turn(Page page, String what, String before, String after) {
    page.item(
        below(),
        Prose.plain(what)
            .and(Tone.PLAIN, ":")
            .then(Tone.BAD, before)
            .then(Tone.DIM, style.sign(Sign.ARROW))
            .then(Tone.GOOD, after));
  }

  private void entries(Page page, String title, List<EntryChange> entries) {
    if (entries.isEmpty()) {
      return;
    }
    page.heading(title);
    for (EntryChange entry : entries) {
      page.item(
          mark(entry.kind()),
          Prose.strong(entry.name())
              .then(Tone.DIM, "(%s %s)".formatted(entry.type(), entry.kind().word())));
      ReviewWording.details(entry).forEach(d -> detail(page, d));
    }
  }

  private void impact(Page page, Impact impact) {
    page.heading("What it does to the cases");
    page.indented(
        Prose.of(impact.unpinned().isEmpty() ? Tone.PLAIN : Tone.BAD, ReviewWording.moved(impact)));
    impact.moved().forEach(m -> move(page, m));
    List<String> elsewhere = ReviewWording.elsewhere(impact);
    if (!elsewhere.isEmpty()) {
      page.blank().indented(Prose.plain("Other answers change as well:"));
      elsewhere.forEach(e -> page.bullet(Prose.plain(e)));
    }
    String agreement = ReviewWording.agreement(impact);
    if (!agreement.isEmpty()) {
      page.blank().indented(Prose.dim(agreement));
    }
    page.heading("Among all combinations of facts");
    ReviewWording.shares(impact).forEach(s -> page.bullet(Prose.plain(s)));
  }

  private void move(Page page, Move move) {
    Prose prose = Prose.plain("");
    if (move.changesStance()) {
      prose =
          Prose.of(Tone.BAD, move.before().describe())
              .then(Tone.DIM, style.sign(Sign.ARROW))
              .then(Tone.GOOD, move.after().describe());
    } else {
      prose = Prose.plain(move.after().describe()).then(Tone.DIM, "as before");
    }
    page.item(
        new Page.Lead(Tone.STRONG, "%-7s ".formatted(move.subject())),
        move.changesPinned() ? prose.then(Tone.ALERT, "(pinned)") : prose);
    ReviewWording.changes(move).forEach(c -> page.item(indent(), Prose.plain(c)));
    for (ResponsibleRow row : move.rows()) {
      page.item(
          indent(),
          Prose.dim(ReviewWording.role(row) + ":")
              .then(Tone.STRONG, row.id())
              .then(Tone.DIM, "(" + row.table() + ")")
              .then(Tone.DIM, row.why()));
    }
  }

  private static Page.Lead indent() {
    return Page.Lead.of(" ".repeat(ID));
  }

  private static Page.Lead below() {
    return Page.Lead.of("    ");
  }

  private static Page.Lead mark(Kind kind) {
    String sign =
        switch (kind) {
          case ADDED -> "+ ";
          case REMOVED -> "- ";
          case CHANGED -> "~ ";
          case MOVED -> "^ ";
        };
    return new Page.Lead(tone(kind), sign);
  }

  private static Tone tone(Kind kind) {
    return switch (kind) {
      case ADDED -> Tone.GOOD;
      case REMOVED -> Tone.BAD;
      case CHANGED, MOVED -> Tone.POOR;
    };
  }
}
