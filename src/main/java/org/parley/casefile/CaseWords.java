package org.parley.casefile;

import java.util.Collection;
import java.util.Optional;
import org.parley.Shown;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

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

  /** Where a key belongs that stands where it is not legal; empty where it belongs nowhere. */
  private static Optional<String> home(String key, Vocabulary vocabulary) {
    if (vocabulary.fact(key).isPresent()) {
      return Optional.of(": it is a fact and belongs below 'facts'");
    }
    if (Keys.TOP.contains(key)) {
      return Optional.of(": it is a key of the case file and begins as far left as 'id'");
    }
    if (Keys.OF_FACT.contains(key)) {
      return Optional.of(": it belongs to a fact, further in than the fact's name");
    }
    if (Keys.OF_EVENT.contains(key)) {
      return Optional.of(": it belongs to an event, behind its dash");
    }
    if (Keys.OF_SIDES.contains(key)) {
      return Optional.of(": it belongs below 'sides'");
    }
    return Keys.OF_OBSERVED.contains(key)
        ? Optional.of(": it belongs below 'observed' or 'expected', further in")
        : Optional.empty();
  }

  /** What may have been meant by a key that is not legal: its own place, or a legal key. */
  static String instead(String key, Collection<String> legal, Vocabulary vocabulary) {
    return home(key, vocabulary).orElseGet(() -> nearestOrAll(key, legal));
  }

  /** The legal words nearest to a mistyped one, or all of them where none is near. */
  static String nearestOrAll(String word, Collection<String> legal) {
    String hint = isLong(word) ? "" : Nearest.hint(word, legal);
    return hint.isEmpty() ? "; legal here: " + String.join(", ", legal) : hint;
  }
}
