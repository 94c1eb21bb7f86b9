package org.parley.report;

import java.util.List;
import org.parley.Shown;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.KnowledgeDiff;
import org.parley.author.diff.KnowledgeDiff.DecisionChange;
import org.parley.author.diff.KnowledgeDiff.Detail;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.regress.Impact;
import org.parley.regress.Impact.Move;

/** Renders the review of a change as Markdown, such as for a pull request. */
public final class ReviewMarkdown {
  private final StringBuilder page = new StringBuilder();

  private ReviewMarkdown() {}

  /** The review as Markdown that ends with a line break. */
  public static String render(ChangeReview review) {
    return new ReviewMarkdown().write(review);
  }

  private String write(ChangeReview review) {
    line("# " + Markdown.escape(ReviewWording.title(review)));
    paragraph(ReviewWording.summary(review.diff()));
    decisions(review.diff());
    entries("Vocabulary", review.diff().vocabulary());
    entries("Rules", review.diff().rules());
    review.impact().ifPresent(this::impact);
    if (!review.problems().isEmpty()) {
      heading("The cases cannot be run");
      review.problems().forEach(p -> bullet(0, Markdown.escape(p.toString())));
    }
    review.notes().forEach(this::paragraph);
    return page.toString();
  }

  private void decisions(KnowledgeDiff diff) {
    for (String name : diff.names()) {
      heading(name);
      for (DecisionChange decision : diff.decisions(name)) {
        bullet(0, "Decision %s (%s)".formatted(decision.kind().word(), code(decision.file())));
        decision.details().forEach(this::detail);
      }
      diff.rows(name).forEach(this::row);
    }
  }

  private void row(RowChange row) {
    bullet(0, "%s (%s)".formatted(code(row.id()), Markdown.escape(ReviewWording.place(row))));
    if (row.kind() == Kind.ADDED || row.kind() == Kind.REMOVED) {
      bullet(1, Markdown.escape(ReviewWording.says(row)));
      bullet(1, "*%s*".formatted(Markdown.escape(row.why())));
    } else {
      row.cells().forEach(c -> turn(c.column(), ReviewWording.before(c), ReviewWording.after(c)));
    }
  }

  private void detail(Detail detail) {
    turn(
        detail.what(),
        ReviewWording.orNothing(detail.before()),
        ReviewWording.orNothing(detail.after()));
  }

  private void turn(String what, String before, String after) {
    bullet(
        1,
        "%s: %s → **%s**"
            .formatted(Markdown.escape(what), Markdown.escape(before), Markdown.escape(after)));
  }

  private void entries(String title, List<EntryChange> entries) {
    if (entries.isEmpty()) {
      return;
    }
    heading(title);
    for (EntryChange entry : entries) {
      bullet(
          0,
          "**%s** (%s %s)"
              .formatted(Markdown.escape(entry.name()), entry.type(), entry.kind().word()));
      ReviewWording.details(entry).forEach(this::detail);
    }
  }

  private void impact(Impact impact) {
    heading("What it does to the cases");
    paragraph(ReviewWording.moved(impact));
    if (!impact.moved().isEmpty()) {
      page.append('\n').append(Markdown.head("case", "before", "now", "also", "rows"));
      impact.moved().forEach(this::move);
    }
    List<String> elsewhere = ReviewWording.elsewhere(impact);
    if (!elsewhere.isEmpty()) {
      paragraph("Other answers change as well:");
      page.append('\n');
      elsewhere.forEach(e -> bullet(0, Markdown.escape(e)));
    }
    String agreement = ReviewWording.agreement(impact);
    if (!agreement.isEmpty()) {
      paragraph(agreement);
    }
    heading("Among all combinations of facts");
    ReviewWording.shares(impact).forEach(s -> bullet(0, Markdown.escape(s)));
  }

  private void move(Move move) {
    List<String> rows =
        move.rows().stream()
            .map(r -> "%s %s".formatted(code(r.id()), ReviewWording.role(r)))
            .toList();
    page.append(
        Markdown.row(
            Markdown.escape(move.subject()) + (move.changesPinned() ? " (pinned)" : ""),
            Markdown.escape(move.before().describe()),
            move.changesStance()
                ? "**%s**".formatted(Markdown.escape(move.after().describe()))
                : "as before",
            Markdown.escape(String.join("; ", ReviewWording.changes(move))),
            String.join("; ", rows)));
  }

  private static String code(String text) {
    return "`%s`".formatted(Shown.line(text).replace('`', '\''));
  }

  private void heading(String title) {
    line("");
    line("## " + Markdown.escape(title));
    line("");
  }

  private void paragraph(String text) {
    if (!page.toString().endsWith("\n\n")) {
      line("");
    }
    line(Markdown.escape(text));
  }

  private void bullet(int depth, String text) {
    line("  ".repeat(depth) + "- " + text);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
