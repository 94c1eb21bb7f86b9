package org.parley.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.author.sheet.RowChange;
import org.parley.author.sheet.SheetImport;

/** Tells in plain text what an import of sheets changes. */
public final class SheetImportText {
  private final Style style;

  public SheetImportText(Style style) {
    this.style = style;
  }

  /**
   * Tells.
   *
   * @param saved the files that were written; none where nothing was
   */
  public String render(SheetImport read, List<String> saved) {
    Page page = new Page(style);
    boolean changed = !read.before().version().equals(read.after().version());
    if (!changed) {
      page.paragraph(Prose.plain("The tables say what they said: nothing changes."));
    }
    addChanges(page, read.changes());
    if (!page.text().isEmpty() && !read.notes().isEmpty()) {
      page.blank();
    }
    read.notes().forEach(note -> page.paragraph(Prose.dim("Note: " + note + ".")));
    if (changed) {
      page.blank().paragraph(outcome(saved));
    }
    return page.text();
  }

  private static Prose outcome(List<String> saved) {
    return Prose.strong(
        saved.isEmpty()
            ? "Nothing is saved yet: say --save."
            : "Saved: %s.".formatted(String.join(", ", saved)));
  }

  private static void addChanges(Page page, List<RowChange> changes) {
    changes.stream()
        .collect(Collectors.groupingBy(RowChange::table, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (table, ofTable) -> {
              if (!page.text().isEmpty()) {
                page.blank();
              }
              page.paragraph(Prose.of(Tone.HEADING, table));
              ofTable.forEach(change -> page.bullet(prose(change)));
            });
  }

  private static Prose prose(RowChange change) {
    String row = "row '%s'".formatted(change.row());
    return switch (change.kind()) {
      case ADDED -> Prose.plain(row).then(Tone.STRONG, "is new");
      case REMOVED -> Prose.plain(row).then(Tone.STRONG, "is gone");
      case MOVED -> Prose.plain(row).then(Tone.PLAIN, "stands elsewhere");
      case CHANGED ->
          Prose.plain("%s, column '%s':".formatted(row, change.column()))
              .then(Tone.DIM, shown(change.from()))
              .then(Tone.DIM, "→")
              .then(Tone.STRONG, shown(change.to()));
    };
  }

  private static String shown(String words) {
    return words.isEmpty() ? "nothing" : words;
  }
}
