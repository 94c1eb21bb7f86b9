package org.parley.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.parley.author.history.Entry;
import org.parley.author.history.Standing;

/** Tells on a terminal how a knowledge base was changed. Immutable and thread-safe. */
public final class HistoryText {
  private final Style style;
  private final DateTimeFormatter time;

  /**
   * @param zone whose clock the reader has
   */
  public HistoryText(Style style, ZoneId zone) {
    this.style = Objects.requireNonNull(style, "style");
    this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
  }

  /**
   * The changes as text that ends with a line break.
   *
   * @param entries the last first
   */
  public String list(List<Entry> entries) {
    Page page = new Page(style);
    if (entries.isEmpty()) {
      return page.paragraph(Prose.plain("There is no change to take back.")).text();
    }
    Standing standing = new Standing(entries);
    page.paragraph(
        Prose.strong(
            entries.size() == 1
                ? "1 change is kept."
                : "%d changes are kept, the last first.".formatted(entries.size())));
    int digits = String.valueOf(entries.get(0).number()).length();
    for (Entry entry : entries) {
      page.blank();
      String number = ("%" + digits + "d  ").formatted(entry.number());
      Page.Lead below = Page.Lead.of(" ".repeat(number.length()));
      page.item(new Page.Lead(Tone.STRONG, number), head(entry, standing.isUndone(entry)));
      if (!entry.occasion().reason().isEmpty()) {
        page.item(below, Prose.plain(entry.occasion().reason()));
      }
      page.item(below, Prose.dim(files(entry)));
    }
    String next =
        Standing.last(entries)
            .map(e -> "parley undo takes back number %d.".formatted(e.number()))
            .orElse("All of them are taken back.");
    return page.blank().paragraph(Prose.dim(next)).text();
  }

  private Prose head(Entry entry, boolean undone) {
    String what = entry.occasion().command();
    if (entry.undoes() > 0) {
      what += " of number " + entry.undoes();
    }
    Prose head =
        Prose.dim(time.format(entry.time()))
            .then(Tone.STRONG, what)
            .then(Tone.PLAIN, "by " + entry.occasion().author());
    return undone ? head.then(Tone.DIM, "(taken back)") : head;
  }

  /** What came of taking a change back, as text that ends with a line break. */
  public String undone(Entry undo) {
    Page page = new Page(style);
    page.paragraph(
        Prose.strong("Number %d is taken back: %s.".formatted(undo.undoes(), files(undo))));
    return page.paragraph(Prose.dim("To have it again: parley undo %d.".formatted(undo.number())))
        .text();
  }

  private static String files(Entry entry) {
    return String.join(", ", entry.names());
  }
}
