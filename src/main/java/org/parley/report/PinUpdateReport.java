package org.parley.report;

import java.util.stream.Collectors;
import org.parley.regress.PinUpdate;
import org.parley.regress.PinUpdate.Change;
import org.parley.regress.RegressionResult.DecidingRow;
import org.parley.regress.RegressionResult.Stance;

/** Renders what approving the present tables changes in case files. */
public final class PinUpdateReport {
  private static final int LABEL = 21;

  private PinUpdateReport() {}

  /** For a terminal. */
  public static String text(PinUpdate update, Style style) {
    Page page = new Page(style);
    page.paragraph(Prose.strong(verdict(update)));
    for (Change change : update.changes()) {
      page.heading(change.subject());
      page.item(label("file"), Prose.plain(change.file().toString()));
      page.item(
          label("expected"),
          Prose.plain(before(change.before()))
              .then(Tone.DIM, style.sign(Sign.ARROW))
              .then(Tone.STRONG, change.after().describe()));
      String decided = "decided by";
      for (DecidingRow row : change.rows()) {
        page.item(
            label(decided),
            Prose.strong(row.id())
                .then(Tone.DIM, "(" + row.table() + ")")
                .then(Tone.PLAIN, row.why()));
        decided = "";
      }
    }
    return page.text();
  }

  /** As Markdown. */
  public static String markdown(PinUpdate update) {
    StringBuilder page = new StringBuilder("# Expected results\n\n" + verdict(update) + "\n");
    if (!update.changes().isEmpty()) {
      page.append('\n').append(Markdown.head("case", "file", "before", "after", "decided by"));
      update.changes().forEach(c -> page.append(row(c)));
    }
    return page.toString();
  }

  private static String row(Change change) {
    return Markdown.row(
        Markdown.escape(change.subject()),
        Markdown.escape(change.file().toString()),
        Markdown.escape(before(change.before())),
        Markdown.escape(change.after().describe()),
        change.rows().stream().map(r -> Markdown.escape(r.id())).collect(Collectors.joining(", ")));
  }

  private static String verdict(PinUpdate update) {
    int files = update.changes().size();
    if (files == 0) {
      return "Every case already expects what it comes out as; no file changes.";
    }
    String subject = files == 1 ? "1 case file" : files + " case files";
    return update.written()
        ? "'expected' was rewritten in %s.".formatted(subject)
        : "'expected' would be rewritten in %s; nothing was written.".formatted(subject);
  }

  private static String before(Stance stance) {
    return stance == null ? "nothing" : stance.describe();
  }

  private static Page.Lead label(String text) {
    return new Page.Lead(Tone.DIM, ("%-" + LABEL + "s").formatted(text));
  }
}
