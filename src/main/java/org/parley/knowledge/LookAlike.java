package org.parley.knowledge;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.Shown;

/**
 * Whether two words can be taken for each other: they differ in case, in blanks, or in letters of
 * several alphabets that look the same.
 */
final class LookAlike {
  /**
   * Letters of Greek, Cyrillic and Armenian, and digits, with the Latin ones that they look like.
   */
  private static final String FOREIGN =
      "\u0430\u03B1\u0432\u0441\u03F2\u0501\u0435\u0454\u04BB\u0570\u0456\u03B9\u0458\u03F3\u043A\u03BA"
          + "\u04CF\u043C\u0578\u03BD\u043E\u03BF\u0585\u0440\u03C1\u0566\u0455\u0442\u03C4\u057D\u03C5"
          + "\u0475\u0461\u0445\u03C7\u0443\u04AF01";

  private static final String LATIN = "aabccdeehhiijjkk" + "lmnvooopp" + "qsttuuvwxxyyol";
  private static final Map<Integer, Integer> LATIN_OF = new HashMap<>();

  static {
    for (int i = 0; i < FOREIGN.length(); i++) {
      LATIN_OF.put((int) FOREIGN.charAt(i), (int) LATIN.charAt(i));
    }
  }

  private LookAlike() {}

  /** The same text for all words that look the same. */
  static String of(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> !Shown.acts(c) || Character.isWhitespace(c))
        .map(c -> LATIN_OF.getOrDefault(c, c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .replaceAll("[\\s\\u00A0_-]+", " ")
        .strip();
  }

  /**
   * What is wrong with a name or a value by itself: a character that acts or hides, or a word in
   * two alphabets.
   */
  static Optional<String> objection(String text) {
    Optional<String> hidden =
        text.codePoints()
            .filter(Shown::acts)
            .mapToObj("holds the character U+%04X, which cannot be seen: take it out"::formatted)
            .findFirst();
    if (hidden.isPresent()) {
      return hidden;
    }
    for (String word : text.split("[^\\p{L}\\p{M}]+")) {
      boolean latin = hasLetterOf(word, Character.UnicodeScript.LATIN);
      boolean other =
          hasLetterOf(word, Character.UnicodeScript.CYRILLIC)
              || hasLetterOf(word, Character.UnicodeScript.GREEK)
              || hasLetterOf(word, Character.UnicodeScript.ARMENIAN);
      if (latin && other) {
        return Optional.of("mixes letters of two alphabets that look the same: write it anew");
      }
    }
    return Optional.empty();
  }

  private static boolean hasLetterOf(String word, Character.UnicodeScript script) {
    return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script);
  }
}
