package org.parley.report;

import java.util.List;
import org.parley.Advice;
import org.parley.Posture;
import org.parley.Seats;
import org.parley.Seats.Reading;

/** Renders the two seats of a war as Markdown, with the content of {@link SeatsText}. */
public final class SeatsMarkdown {

  private SeatsMarkdown() {}

  /** The seats as Markdown that ends with a line break. */
  public static String render(Seats seats) {
    StringBuilder page = new StringBuilder(Headline.markdown(seats.ours()));
    if (seats.imagined()) {
      page.append("> **").append(Markdown.escape(SeatsWording.imagined(seats))).append("**\n\n");
    }
    sideBySide(page, seats);
    matter(page, seats);
    doNotMatter(page, SeatsWording.doNotMatter(seats));
    page.append("\n## ").append(SeatsWording.FOLLOWS).append("\n\n");
    SeatsWording.follows(seats)
        .forEach(s -> page.append("- ").append(Markdown.escape(s)).append('\n'));
    page.append("\n---\n\n").append(SeatsWording.CAVEAT).append("\n\n");
    return page.append(Wording.CAVEAT).append('\n').toString();
  }

  private static void sideBySide(StringBuilder page, Seats seats) {
    page.append("## ").append(SeatsWording.BOTH).append("\n\n");
    if (!SeatsWording.days(seats).isEmpty()) {
      page.append(Markdown.escape(SeatsWording.days(seats))).append("\n\n");
    }
    Advice ours = seats.ours();
    Advice theirs = seats.theirs();
    page.append(
        Markdown.head(
            "",
            Markdown.escape("ours: " + SeatsWording.ours(seats)),
            Markdown.escape("theirs: " + SeatsWording.theirs(seats))));
    row(page, "posture", ours.posture().label(), theirs.posture().label());
    row(page, "unofficial track", track(ours), track(theirs));
    row(page, "confidence", confidence(ours), confidence(theirs));
    row(page, "facts known", SeatsWording.known(ours), SeatsWording.known(theirs));
    for (Posture posture : Posture.values()) {
      row(page, posture.label(), level(ours, posture), level(theirs, posture));
    }
  }

  private static String track(Advice advice) {
    return advice.unofficialTrack().label();
  }

  private static String confidence(Advice advice) {
    return advice.confidence().level().label();
  }

  private static String level(Advice advice, Posture posture) {
    return advice.verdict(posture).level().label();
  }

  private static void row(StringBuilder page, String... cells) {
    page.append(Markdown.row(cells));
  }

  private static void matter(StringBuilder page, Seats seats) {
    List<Reading> readings = SeatsWording.matter(seats);
    if (!readings.isEmpty()) {
      page.append("\n## ").append(SeatsWording.MATTER).append("\n\n");
      page.append(Markdown.head("fact", "we believe", "they believe", "what follows"));
      readings.forEach(
          r ->
              row(
                  page,
                  Markdown.escape(r.fact()),
                  Markdown.escape(SeatsWording.believes(r.ours())),
                  theirs(r),
                  Markdown.escape(SeatsWording.then(r))));
    }
  }

  private static void doNotMatter(StringBuilder page, List<Reading> readings) {
    if (!readings.isEmpty()) {
      page.append("\n## ").append(SeatsWording.DO_NOT_MATTER).append("\n\n");
      page.append(Markdown.head("fact", "we believe", "they believe"));
      readings.forEach(
          r ->
              row(
                  page,
                  Markdown.escape(r.fact()),
                  Markdown.escape(SeatsWording.believes(r.ours())),
                  theirs(r)));
    }
  }

  private static String theirs(Reading reading) {
    return Markdown.escape(SeatsWording.believes(reading.seenFromHere()))
        + Markdown.inBrackets(SeatsWording.theirWords(reading));
  }
}
