package org.parley.report;

import java.util.ArrayList;
import java.util.List;

/** A page of terminal text that grows downwards: headings, paragraphs and lists, wrapped to fit. */
final class Page {
  private static final int INDENT = 2;

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  Page(Style style) {
    this.style = style;
  }

  Page blank() {
    text.append('\n');
    return this;
  }

  /** A heading with space above it. */
  Page heading(String title) {
    return blank().hanging(Lead.NONE, Lead.NONE, Prose.of(Tone.HEADING, title));
  }

  Page paragraph(Prose prose) {
    return hanging(Lead.NONE, Lead.NONE, prose);
  }

  /** A paragraph below a heading. */
  Page indented(Prose prose) {
    return item(Lead.of(""), prose);
  }

  /** A paragraph whose further lines stand under its first word. */
  Page item(Lead lead, Prose prose) {
    Lead first = lead.indented(INDENT);
    return hanging(first, first.blank(), prose);
  }

  /** A line below a heading that is never broken. */
  Page unbroken(Lead line) {
    Lead indented = line.indented(INDENT);
    text.append(style.paint(indented.tone(), indented.text())).append('\n');
    return this;
  }

  /** Whether a line below a heading has room for so many columns. */
  boolean hasRoomFor(int columns) {
    return INDENT + columns <= style.width();
  }

  /** An item of a list without an order. */
  Page bullet(Prose prose) {
    return item(new Lead(Tone.DIM, style.sign(Sign.BULLET) + " "), prose);
  }

  /** A list with an order; the numbers stand flush right. */
  Page numbered(List<Prose> items) {
    int digits = String.valueOf(items.size()).length();
    for (int i = 0; i < items.size(); i++) {
      String number = String.valueOf(i + 1);
      item(Lead.of(" ".repeat(digits - number.length()) + number + ". "), items.get(i));
    }
    return this;
  }

  /** A paragraph with one lead on its first line and another on all that follow. */
  Page hanging(Lead first, Lead rest, Prose prose) {
    Lead lead = first;
    for (List<Prose.Word> line : lines(first, rest, prose.words())) {
      text.append(style.paint(lead.tone(), lead.text())).append(painted(line)).append('\n');
      lead = rest;
    }
    return this;
  }

  String text() {
    return text.toString();
  }

  private List<List<Prose.Word>> lines(Lead first, Lead rest, List<Prose.Word> words) {
    List<List<Prose.Word>> lines = new ArrayList<>();
    List<Prose.Word> line = new ArrayList<>();
    int column = first.width();
    for (List<Prose.Word> word : unbreakable(words)) {
      int width = word.stream().mapToInt(part -> TextWidth.of(part.text())).sum();
      if (!line.isEmpty() && column + 1 + width > style.width()) {
        lines.add(line);
        line = new ArrayList<>();
        column = rest.width();
      }
      column += line.isEmpty() ? width : width + 1;
      line.addAll(word);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  private static List<List<Prose.Word>> unbreakable(List<Prose.Word> words) {
    List<List<Prose.Word>> whole = new ArrayList<>();
    for (Prose.Word word : words) {
      if (!word.glued()) {
        whole.add(new ArrayList<>());
      }
      whole.get(whole.size() - 1).add(word);
    }
    return whole;
  }

  /** Neighbours of one tone are painted together, which keeps the output short. */
  private String painted(List<Prose.Word> line) {
    StringBuilder out = new StringBuilder();
    StringBuilder run = new StringBuilder();
    Tone tone = line.get(0).tone();
    for (int i = 0; i < line.size(); i++) {
      Prose.Word word = line.get(i);
      boolean spaced = i > 0 && !word.glued();
      if (word.tone() != tone) {
        out.append(style.paint(tone, run.toString())).append(spaced ? " " : "");
        run.setLength(0);
        tone = word.tone();
      } else if (spaced) {
        run.append(' ');
      }
      run.append(word.text());
    }
    return out.append(style.paint(tone, run.toString())).toString();
  }

  /**
   * What stands before a line; words of this program, never of a case or table.
   *
   * @param tone how it sounds
   * @param text its text, spaces kept
   */
  record Lead(Tone tone, String text) {
    static final Lead NONE = of("");

    static Lead of(String text) {
      return new Lead(Tone.PLAIN, text);
    }

    int width() {
      return TextWidth.of(text);
    }

    Lead indented(int columns) {
      return new Lead(tone, " ".repeat(columns) + text);
    }

    Lead blank() {
      return of(" ".repeat(width()));
    }
  }
}
