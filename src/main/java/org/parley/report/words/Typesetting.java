package org.parley.report.words;

import java.util.List;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/**
 * How many lines a text takes in the type of a memo. Every system has letters as wide as those of
 * Times, whatever they are called there.
 */
final class Typesetting {
  /** The letters of Times by their width in thousandths of its size, each with some like it. */
  private static final List<Width> WIDTHS =
      List.of(
          new Width(" .,", 250),
          new Width("ijlt:;/'’‘", 278),
          new Width("fr-()[]I", 333),
          new Width("sJ", 389),
          new Width("acez\"?“”", 444),
          new Width("bdghknopquvxy0123456789*$–", 500),
          new Width("LEFPSTZ+=<>", 600),
          new Width("BCR", 667),
          new Width("wADGHKNOQUVXY&", 722),
          new Width("mM%", 833),
          new Width("W", 944));

  /** What is not among them: rather too wide. */
  private static final int OTHER = 833;

  private static final double BOLD = 1.06;

  /** An id stands in Courier, and smaller. */
  private static final int ID = 460;

  private record Width(String letters, int width) {}

  private Typesetting() {}

  /**
   * The lines of a text.
   *
   * @param column how wide they are, in sizes of the type
   */
  static int lines(Words words, double column) {
    int lines = 1;
    double at = 0;
    for (Words.Span span : words.spans()) {
      // an id is never broken
      String[] parts =
          span.tone() == Tone.CODE ? new String[] {span.text()} : span.text().split(" ", -1);
      for (String part : parts) {
        double width = width(part, span.tone());
        double space = at == 0 ? 0 : 0.25;
        if (at + space + width > column && at > 0) {
          lines++;
          space = 0;
          at = 0;
        }
        at += space + width;
        // a word that is wider than the column is broken
        lines += (int) (at / column);
        at %= column;
      }
    }
    return words.isEmpty() ? 0 : lines;
  }

  private static double width(String word, Tone tone) {
    if (tone == Tone.CODE) {
      return word.length() * ID / 1000.0;
    }
    int thousandths = word.chars().map(Typesetting::width).sum();
    return thousandths / 1000.0 * (tone == Tone.STRONG ? BOLD : 1);
  }

  private static int width(int letter) {
    return WIDTHS.stream()
        .filter(w -> w.letters().indexOf(letter) >= 0)
        .mapToInt(Width::width)
        .findFirst()
        .orElse(OTHER);
  }
}
