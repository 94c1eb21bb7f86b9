package org.parley.report;

/** Lays an answer out for a terminal. */
final class OutlineText {
  private static final int BAR = 20;
  private static final int SUBJECT = 20;

  private final Style style;
  private final Page page;

  OutlineText(Style style) {
    this.style = style;
    this.page = new Page(style);
  }

  void add(Outline.Part part) {
    if (part instanceof Outline.Part.About about) {
      new Headline(style).write(page, about.advice());
    } else if (part instanceof Outline.Part.Heading heading) {
      page.heading(heading.text());
    } else if (part instanceof Outline.Part.Result result) {
      page.blank().paragraph(Prose.strong(result.lead()).then(Tone.STRONG, result.result()));
    } else if (part instanceof Outline.Part.Paragraph paragraph) {
      page.indented(Prose.plain(paragraph.text()));
    } else if (part instanceof Outline.Part.Note note) {
      page.item(lead(note.depth(), "  "), Prose.dim(note.text()));
    } else if (part instanceof Outline.Part.Point point) {
      page.item(lead(point.depth(), style.sign(Sign.BULLET) + " "), point(point));
    } else if (part instanceof Outline.Part.Share share) {
      share(share);
    }
  }

  String end() {
    page.blank().paragraph(Prose.plain(Wording.CAVEAT));
    return page.text();
  }

  private static Page.Lead lead(int depth, String mark) {
    return new Page.Lead(Tone.DIM, "  ".repeat(depth) + mark);
  }

  private static Prose point(Outline.Part.Point point) {
    return point.subject().isEmpty()
        ? Prose.plain(point.text())
        : Prose.strong(point.subject()).and(Tone.STRONG, ":").then(Tone.PLAIN, point.text());
  }

  private void share(Outline.Part.Share share) {
    int full = (int) Math.round(share.share() * BAR);
    String bar =
        style.sign(Sign.FULL).repeat(full) + style.sign(Sign.EMPTY).repeat(BAR - full) + " ";
    String subject = ("%-" + SUBJECT + "s ").formatted(share.subject());
    page.item(Page.Lead.of(subject + bar), Prose.plain(Figures.share(share.share())));
  }
}
