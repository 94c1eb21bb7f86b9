package org.parley.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What names in models may be: names that FEEL takes for names wherever they stand, and that no
 * reader takes for other ones.
 */
final class Names {
  private static final String SYMBOLS = " _-'./+*";

  /** Words that make an expression of what they stand in. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("between else every external false function if instance not null return "
                  + "satisfies some then true undefined")
              .split(" "));

  /** Words that do nothing without one of those, and join ordinary words in between. */
  private static final Set<String> JOINING = Set.of("and", "for", "in", "of", "or");

  private Names() {}

  /** What speaks against a name that FEEL may look up; empty where nothing does. */
  static Optional<String> objection(String name) {
    Optional<String> found = found(name);
    return found.map(
        words -> {
          String suggested = suggested(name);
          return suggested.isEmpty() || suggested.equals(name) || found(suggested).isPresent()
              ? words
              : "%s: call it '%s'".formatted(words, suggested);
        });
  }

  private static Optional<String> found(String name) {
    if (name.isBlank()) {
      return Optional.of("has no name");
    }
    Optional<String> hidden = hidden(name);
    if (hidden.isPresent()) {
      return hidden;
    }
    int[] odd = name.codePoints().filter(c -> !isAllowed(c)).toArray();
    if (odd.length > 0) {
      return Optional.of("its name has a '%s'".formatted(Character.toString(odd[0])));
    }
    List<String> words = Arrays.asList(name.split(" ", -1));
    if (words.contains("")) {
      return Optional.of("its name has blanks too many");
    }
    Optional<String> keyword = words.stream().filter(KEYWORDS::contains).findFirst();
    if (keyword.isPresent()) {
      return Optional.of("its name has the word '%s' of FEEL".formatted(keyword.get()));
    }
    String last = words.get(words.size() - 1);
    if (JOINING.contains(words.get(0)) || JOINING.contains(last)) {
      return Optional.of("its name begins or ends with a word that FEEL joins others with");
    }
    return Feel.isName(name) ? Optional.empty() : Optional.of("FEEL does not take it for a name");
  }

  /** What readers cannot see in a name of any kind, or take for something else. */
  static Optional<String> hidden(String name) {
    return LookAlike.objection(name)
        .or(
            () ->
                Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                    ? Optional.empty()
                    : Optional.of("has letters that look like others"))
        .map("its name "::concat);
  }

  private static boolean isAllowed(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || SYMBOLS.indexOf(c) >= 0;
  }

  /** The name that somebody most likely meant. */
  private static String suggested(String name) {
    StringBuilder text = new StringBuilder();
    LookAlike.plain(name)
        .codePoints()
        .map(c -> isAllowed(c) ? c : ' ')
        .limit(200)
        .forEach(text::appendCodePoint);
    List<String> words = new ArrayList<>(List.of(text.toString().strip().split(" +")));
    words.removeIf(KEYWORDS::contains);
    while (!words.isEmpty() && JOINING.contains(words.get(0))) {
      words.remove(0);
    }
    while (!words.isEmpty() && JOINING.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    return String.join(" ", words);
  }
}
