package org.parley.casefile;

import java.util.Collection;
import org.parley.Shown;
import org.parley.knowledge.Nearest;

/** How messages quote what was written and name what would be right. */
final class CaseWords {
  /** No legal word is longer; nothing longer is worth a search for near words. */
  private static final int LONGEST_WORD = 100;

  private CaseWords() {}

  /** A text in quotes, cut where it is long. */
  static String quoted(String text) {
    return "'" + Shown.piece(text) + "'";
  }

  /** Whether a text is too long to be a mistyped word. */
  static boolean isLong(String text) {
    return text.length() > LONGEST_WORD;
  }

  /** The legal words nearest to a mistyped one, or all of them where none is near. */
  static String nearestOrAll(String word, Collection<String> legal) {
    String hint = isLong(word) ? "" : Nearest.hint(word, legal);
    return hint.isEmpty() ? "; legal here: " + String.join(", ", legal) : hint;
  }
}
