package org.parley.report;

import java.util.List;
import java.util.Objects;
import org.parley.Advice;
import org.parley.Posture;
import org.parley.Seats;
import org.parley.Seats.Reading;
import org.parley.Verdict;

/** Renders the two seats of a war for a terminal. Immutable and thread-safe. */
public final class SeatsText {
  private static final int LABEL = 20;
  private static final int COLUMN = 24;

  private final Style style;

  public SeatsText(Style style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /** The seats as text that ends with a line break. */
  public String render(Seats seats) {
    Page page = new Page(style);
    new Headline(style).write(page, seats.ours());
    if (seats.imagined()) {
      Page.Lead bar = new Page.Lead(Tone.ALERT, style.sign(Sign.ALERT) + " ");
      page.blank().hanging(bar, bar, Prose.of(Tone.ALERT, SeatsWording.imagined(seats)));
    }
    sideBySide(page, seats);
    matter(page, seats);
    doNotMatter(page, seats);
    page.heading(SeatsWording.FOLLOWS);
    SeatsWording.follows(seats).forEach(s -> page.bullet(Prose.plain(s)));
    page.blank().paragraph(Prose.plain(SeatsWording.CAVEAT));
    page.paragraph(Prose.plain(Wording.CAVEAT));
    return page.text();
  }

  private void sideBySide(Page page, Seats seats) {
    page.heading(SeatsWording.BOTH);
    page.item(label("ours"), Prose.strong(SeatsWording.ours(seats)));
    page.item(label("theirs"), Prose.strong(SeatsWording.theirs(seats)));
    page.item(label("").blank(), Prose.plain(SeatsWording.days(seats)));
    page.blank();
    Advice ours = seats.ours();
    Advice theirs = seats.theirs();
    row(page, "", "ours", "theirs");
    row(page, "posture", Wording.loud(ours.posture()), Wording.loud(theirs.posture()));
    row(page, "unofficial track", ours.unofficialTrack().label(), track(theirs));
    row(page, "confidence", ours.confidence().level().label(), confidence(theirs));
    row(page, "facts known", SeatsWording.known(ours), SeatsWording.known(theirs));
    for (Posture posture : Posture.values()) {
      row(page, posture.label(), marked(ours.verdict(posture)), marked(theirs.verdict(posture)));
    }
  }

  private static String track(Advice advice) {
    return advice.unofficialTrack().label();
  }

  private static String confidence(Advice advice) {
    return advice.confidence().level().label();
  }

  private String marked(Verdict verdict) {
    return style.sign(Sign.of(verdict.level())) + " " + verdict.level().label();
  }

  /** The words of both columns are this program's own. */
  private static void row(Page page, String label, String ours, String theirs) {
    String left = ("%-" + LABEL + "s%-" + COLUMN + "s").formatted(label, ours);
    page.item(Page.Lead.of(left), Prose.plain(theirs));
  }

  private void matter(Page page, Seats seats) {
    List<Reading> readings = SeatsWording.matter(seats);
    if (readings.isEmpty()) {
      return;
    }
    page.heading(SeatsWording.MATTER);
    for (Reading reading : readings) {
      page.indented(Prose.strong(reading.fact()));
      beliefs(page, reading);
      page.item(label("  " + style.sign(Sign.ARROW)), Prose.strong(SeatsWording.then(reading)));
    }
  }

  private void doNotMatter(Page page, Seats seats) {
    List<Reading> readings = SeatsWording.doNotMatter(seats);
    if (readings.isEmpty()) {
      return;
    }
    page.heading(SeatsWording.DO_NOT_MATTER);
    for (Reading reading : readings) {
      page.indented(Prose.plain(reading.fact()));
      beliefs(page, reading);
    }
  }

  private void beliefs(Page page, Reading reading) {
    page.item(label("  we believe"), Prose.plain(SeatsWording.believes(reading.ours())));
    page.item(
        label("  they believe"),
        Prose.plain(SeatsWording.believes(reading.seenFromHere()))
            .listed(Tone.DIM, style.sign(Sign.SEPARATOR), SeatsWording.theirWords(reading)));
  }

  private static Page.Lead label(String text) {
    return new Page.Lead(Tone.DIM, ("%-" + LABEL + "s").formatted(text));
  }
}
