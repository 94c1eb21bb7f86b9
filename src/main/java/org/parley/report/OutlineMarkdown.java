package org.parley.report;

/** Lays an answer out as Markdown. */
final class OutlineMarkdown {
  private final StringBuilder out = new StringBuilder();
  // whether the last line belongs to a list, so that a paragraph needs space before it
  private boolean inList;

  void add(Outline.Part part) {
    if (part instanceof Outline.Part.About about) {
      out.append(Headline.markdown(about.advice()).stripTrailing()).append('\n');
    } else if (part instanceof Outline.Part.Heading heading) {
      block("## " + Markdown.escape(heading.text()));
    } else if (part instanceof Outline.Part.Result result) {
      block("**" + Markdown.escape(result.lead() + " " + result.result()) + "**");
    } else if (part instanceof Outline.Part.Paragraph paragraph) {
      block(Markdown.escape(paragraph.text()));
    } else if (part instanceof Outline.Part.Note note) {
      note(note);
    } else if (part instanceof Outline.Part.Point point) {
      line("  ".repeat(point.depth()) + "- " + point(point));
    } else if (part instanceof Outline.Part.Share share) {
      line("- **%s** %s".formatted(share.subject(), Figures.share(share.share())));
    }
  }

  String end() {
    block(Wording.CAVEAT);
    return out.toString();
  }

  private static String point(Outline.Part.Point point) {
    return point.subject().isEmpty()
        ? Markdown.escape(point.text())
        : "**" + Markdown.escape(point.subject()) + ":** " + Markdown.escape(point.text());
  }

  private void note(Outline.Part.Note note) {
    String text = "*" + Markdown.escape(note.text()) + "*";
    if (inList) {
      // two blanks before a line break keep the note under its point
      out.insert(out.length() - 1, "  ");
      line("  ".repeat(note.depth() + 1) + text);
    } else {
      block(text);
    }
  }

  private void block(String text) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    out.append(text).append('\n');
    inList = false;
  }

  private void line(String text) {
    if (!inList && !out.isEmpty()) {
      out.append('\n');
    }
    out.append(text).append('\n');
    inList = true;
  }
}
