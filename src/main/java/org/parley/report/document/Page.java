package org.parley.report.document;

import java.util.ArrayList;
import java.util.List;

/** A page of terminal text that grows downwards, wrapped to fit. */
final class Page {
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  Page(Style style) {
    this.style = style;
  }

  /**
   * What stands before a line, spaces kept.
   *
   * @param tone how it sounds
   */
  record Lead(Tone tone, String text) {
    static final Lead NONE = of("");

    static Lead of(String text) {
      return new Lead(Tone.PLAIN, text);
    }

    int width() {
      return TextWidth.of(text);
    }

    Lead blank() {
      return of(" ".repeat(width()));
    }
  }

  /** A word, or a part of one that sticks to the part before it. */
  private record Word(Tone tone, String text, boolean glued) {}

  /** An empty line, where there is none and something stands above. */
  Page blank() {
    int end = text.length();
    if (end > 0 && !(end > 1 && text.substring(end - 2).equals("\n\n"))) {
      text.append('\n');
    }
    return this;
  }

  int width() {
    return style.width();
  }

  /** A paragraph whose further lines stand under its first word. */
  Page paragraph(Lead lead, Words words) {
    return paragraph(lead, lead.blank(), words);
  }

  /** A paragraph with one lead on its first line and another on all that follow. */
  Page paragraph(Lead first, Lead rest, Words words) {
    Lead lead = first;
    for (List<Word> line : lines(first, rest, words)) {
      text.append(style.paint(lead.tone(), lead.text())).append(painted(line)).append('\n');
      lead = rest;
    }
    return this;
  }

  /** A line that is never broken. */
  Page unbroken(Lead line) {
    text.append(style.paint(line.tone(), line.text().stripTrailing())).append('\n');
    return this;
  }

  String text() {
    return text.toString();
  }

  private List<List<Word>> lines(Lead first, Lead rest, Words words) {
    List<List<Word>> lines = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    int column = first.width();
    for (List<Word> word : unbreakable(words)) {
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

  private List<List<Word>> unbreakable(Words words) {
    List<List<Word>> whole = new ArrayList<>();
    for (Words.Span span : words.spans()) {
      boolean glued = span.glued();
      for (String part : style.drawn(span.text()).split("\\s+", 0)) {
        if (!glued) {
          whole.add(new ArrayList<>());
        }
        whole.get(whole.size() - 1).add(new Word(span.tone(), part, glued));
        glued = false;
      }
    }
    return whole;
  }

  /** Neighbours of one tone are painted together, which keeps the output short. */
  private String painted(List<Word> line) {
    StringBuilder out = new StringBuilder();
    StringBuilder run = new StringBuilder();
    Tone tone = line.get(0).tone();
    for (int i = 0; i < line.size(); i++) {
      Word word = line.get(i);
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
}
