package org.parley.report.authoring;

import static org.parley.report.document.Document.answer;
import static org.parley.report.document.Document.note;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.parley.author.history.Entry;
import org.parley.author.history.Standing;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Document;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/** Tells how a knowledge base was changed. */
public final class HistoryReport {
  private static final int MOST_FILES = 6;

  private HistoryReport() {}

  /**
   * The changes that are kept.
   *
   * @param entries the last first
   * @param zone whose clock the reader has
   */
  public static Report of(List<Entry> entries, ZoneId zone) {
    return new Report(() -> list(entries, zone), () -> new Standing(entries));
  }

  /** What came of taking a change back. */
  public static Report undone(Entry undo) {
    return new Report(
        () ->
            new Document("Undo")
                .front(
                    answer(
                        Tone.STRONG,
                        "Number %d is taken back: %s.".formatted(undo.undoes(), files(undo))),
                    note("To have it again: parley undo %d.".formatted(undo.number()))),
        () -> new Standing(List.of(undo)));
  }

  private static Document list(List<Entry> entries, ZoneId zone) {
    Document document = new Document("History");
    if (entries.isEmpty()) {
      return document.front(answer(Tone.PLAIN, "There is no change to take back."));
    }
    Standing standing = new Standing(entries);
    DateTimeFormatter time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
    return document
        .front(
            answer(
                Tone.STRONG,
                entries.size() == 1
                    ? "1 change is kept."
                    : "%d changes are kept, the last first.".formatted(entries.size())))
        .add(
            Document.items(entries, e -> item(e, standing.isUndone(e), time)),
            note(
                Standing.last(entries)
                    .map(e -> "parley undo takes back number %d.".formatted(e.number()))
                    .orElse("All of them are taken back.")));
  }

  private static Item item(Entry entry, boolean undone, DateTimeFormatter time) {
    String what = entry.occasion().command();
    Words head =
        Words.strong(String.valueOf(entry.number()))
            .then(Tone.DIM, time.format(entry.time()))
            .then(Tone.STRONG, entry.undoes() > 0 ? what + " of number " + entry.undoes() : what)
            .then(Tone.PLAIN, "by " + entry.occasion().author())
            .then(Tone.DIM, undone ? "(taken back)" : "");
    return new Item(head)
        .note(Words.plain(entry.occasion().reason()))
        .note(Words.dim(files(entry)));
  }

  private static String files(Entry entry) {
    List<String> names = entry.names();
    return names.size() <= MOST_FILES + 1
        ? String.join(", ", names)
        : "%s and %d more files"
            .formatted(String.join(", ", names.subList(0, MOST_FILES)), names.size() - MOST_FILES);
  }
}
