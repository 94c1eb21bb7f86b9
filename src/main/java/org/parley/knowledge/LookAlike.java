package org.parley.knowledge;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.Shown;

/**
 * What readers cannot see in a word, or take for something else: for the names of models and for
 * the words of the vocabulary.
 */
final class LookAlike {
  /** Alphabets that are written within one word (UTS 39, "highly restrictive"). */
  private static final List<Set<UnicodeScript>> WRITTEN_TOGETHER =
      List.of(
          EnumSet.of(
              UnicodeScript.LATIN,
              UnicodeScript.HAN,
              UnicodeScript.HIRAGANA,
              UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL),
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

  /** Letters of Cyrillic, Greek and Armenian, and the Latin ones that they look like. */
  private static final Map<Integer, Integer> LATIN_OF =
      pairs(
          "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχϲϳЅІЈАВЕКМНОРСТХавекморстухєѕіјѡѵҮүһӏԁԛԝզհոսօ",
          "ABEZHIKMNOPTYXaikvoptuxcjSIJABEKMHOPCTXabekmopctyxesijwvYyhldqwqhnuo");

  private LookAlike() {}

  private static Map<Integer, Integer> pairs(String others, String latin) {
    int[] from = others.codePoints().toArray();
    int[] to = latin.codePoints().toArray();
    return IntStream.range(0, from.length)
        .boxed()
        .collect(Collectors.toUnmodifiableMap(i -> from[i], i -> to[i]));
  }

  /**
   * What is wrong with a word by itself, as "has …" or "mixes …": a character that acts or hides,
   * or letters of several alphabets.
   */
  static Optional<String> objection(String word) {
    Optional<Integer> hidden = word.codePoints().filter(LookAlike::isHidden).boxed().findFirst();
    if (hidden.isPresent()) {
      return hidden.map("has a character that cannot be seen (U+%04X)"::formatted);
    }
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    word.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
    return scripts.size() <= 1 || WRITTEN_TOGETHER.stream().anyMatch(t -> t.containsAll(scripts))
        ? Optional.empty()
        : Optional.of("mixes letters of %s, which look alike".formatted(words(scripts)));
  }

  private static String words(Set<UnicodeScript> scripts) {
    return scripts.stream()
        .map(s -> s.name().charAt(0) + s.name().substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return Shown.acts(c)
        || type == Character.FORMAT
        || type == Character.UNASSIGNED
        || (type == Character.SPACE_SEPARATOR && c != ' ');
  }

  /** A text in the plain letters and blanks that it looks like, without what cannot be seen. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.isWhitespace(c) || !isHidden(c))
        .map(c -> Character.isWhitespace(c) ? ' ' : LATIN_OF.getOrDefault(c, c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replaceAll(" +", " ")
        .strip();
  }

  /**
   * The same text for all words that can be taken for each other: case, hyphens and the digits zero
   * and one do not count either.
   */
  static String folded(String word) {
    return plain(plain(word).toLowerCase(Locale.ROOT))
        .replace('0', 'o')
        .replace('1', 'l')
        .replaceAll("[ _-]+", " ")
        .strip();
  }
}
