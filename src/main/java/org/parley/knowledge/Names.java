package org.parley.knowledge;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What names in models may be: names that FEEL takes for names wherever they stand, and that no
 * reader takes for other ones.
 */
final class Names {
  private static final String SYMBOLS = " _-'./+*";

  /** Words that make an expression of what they stand in. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "between",
          "else",
          "every",
          "external",
          "false",
          "function",
          "if",
          "instance",
          "not",
          "null",
          "return",
          "satisfies",
          "some",
          "then",
          "true",
          "undefined");

  /** Words that do nothing without one of those, and join ordinary words in between. */
  private static final Set<String> JOINING = Set.of("and", "for", "in", "of", "or");

  private static final List<Set<UnicodeScript>> WRITTEN_TOGETHER =
      List.of(
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

  /** Letters of other scripts that look like Latin ones, and those that they look like. */
  private static final Map<Integer, Integer> LOOKS_LIKE =
      pairs(
          "АВСЕНІЈКМОРЅТХҮаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορνκιυχ",
          "ABCEHIJKMOPSTXYaeopcyxijshdqwABEZHIKMNOPTYXaopvkiux");

  private Names() {}

  private static Map<Integer, Integer> pairs(String others, String latin) {
    int[] from = others.codePoints().toArray();
    int[] to = latin.codePoints().toArray();
    return IntStream.range(0, from.length)
        .boxed()
        .collect(Collectors.toUnmodifiableMap(i -> from[i], i -> to[i]));
  }

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
    Optional<Integer> invisible = name.codePoints().filter(Names::isInvisible).boxed().findFirst();
    if (invisible.isPresent()) {
      return Optional.of(
          "its name has a character that cannot be seen (U+%04X)".formatted(invisible.get()));
    }
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    name.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
    if (scripts.size() > 1 && WRITTEN_TOGETHER.stream().noneMatch(t -> t.containsAll(scripts))) {
      return Optional.of(
          "its name mixes letters of %s, which look alike"
              .formatted(
                  scripts.stream()
                      .map(s -> s.name().charAt(0) + s.name().substring(1).toLowerCase(Locale.ROOT))
                      .collect(Collectors.joining(" and "))));
    }
    return Normalizer.isNormalized(name, Normalizer.Form.NFKC)
        ? Optional.empty()
        : Optional.of("its name has letters that look like others");
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (type == Character.SPACE_SEPARATOR && c != ' ');
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
    skeleton(name)
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

  /** What a name looks like: two that look alike have one. */
  static String skeleton(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> c == '\t' || c == '\n' || !isInvisible(c))
        .map(c -> Character.isWhitespace(c) ? ' ' : LOOKS_LIKE.getOrDefault(c, c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replaceAll(" +", " ")
        .strip();
  }
}
