package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import org.parley.Shown;

/**
 * Words in tones, before they are broken into lines. Every text passes through {@link Shown} on its
 * way in, so nothing that reaches a terminal can skip it.
 *
 * @param words the words in their order
 */
record Prose(List<Word> words) {
  static final Prose EMPTY = new Prose(List.of());

  Prose {
    words = List.copyOf(words);
  }

  static Prose plain(String text) {
    return of(Tone.PLAIN, text);
  }

  static Prose strong(String text) {
    return of(Tone.STRONG, text);
  }

  static Prose dim(String text) {
    return of(Tone.DIM, text);
  }

  static Prose of(Tone tone, String text) {
    return EMPTY.then(tone, text);
  }

  /** This and a text behind a space; {@code null} and blank text add nothing. */
  Prose then(Tone tone, String text) {
    return append(tone, text, false);
  }

  /** This and a text that sticks to the last word, such as a colon. */
  Prose and(Tone tone, String text) {
    return append(tone, text, true);
  }

  /** This and a sign with a further text, such as {@code " · text"}; nothing where it is blank. */
  Prose listed(Tone tone, String sign, String text) {
    if (Shown.line(text).isEmpty()) {
      return this;
    }
    return isEmpty() ? then(tone, text) : then(Tone.DIM, sign).then(tone, text);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  private Prose append(Tone tone, String text, boolean sticks) {
    List<Word> longer = new ArrayList<>(words);
    boolean glued = sticks && !words.isEmpty();
    for (String word : Shown.line(text).split("\\s+", 0)) {
      if (!word.isEmpty()) {
        longer.add(new Word(tone, word, glued));
        glued = false;
      }
    }
    return new Prose(longer);
  }

  /**
   * A word, or a part of one.
   *
   * @param tone how it sounds
   * @param text what it says
   * @param glued whether it belongs to the word before it
   */
  record Word(Tone tone, String text, boolean glued) {}
}
