package org.parley.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.Case;

/**
 * Puts the words of a case into the texts of the tables: the names of its parties, and what a
 * decision answers in one word.
 */
final class Placeholders {
  private static final String ARTICLE = "the ";

  private final Map<String, String> parties;
  private final Function<String, Object> answers;

  /**
   * @param spoken what a sentence says for the name of a party, where that is not the name itself
   * @param answers what a decision answers, by its name; {@code null} where there is none
   */
  Placeholders(Case subject, Map<String, String> spoken, Function<String, Object> answers) {
    this.parties =
        Map.of(
            "deciding party", name("deciding party", subject.decidingParty(), subject, spoken),
            "adversary", name("adversary", subject.adversary(), subject, spoken),
            "third party", name("third party", subject.thirdParty(), subject, spoken));
    this.answers = answers;
  }

  /** Who plays a part, as a sentence says it, or the part itself where nobody is named for it. */
  private static String name(String part, String name, Case subject, Map<String, String> spoken) {
    return name.isEmpty()
        ? ARTICLE + part
        : subject.shortNames().getOrDefault(name, spoken.getOrDefault(name, name));
  }

  /** A text with {@code {deciding party}} and the like filled in. */
  String fill(String text) {
    int open = text.indexOf('{');
    if (open < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(text.length() + 64);
    int done = 0;
    while (open >= 0) {
      int close = text.indexOf('}', open);
      String word = close < 0 ? null : word(text.substring(open + 1, close));
      if (word != null) {
        filled.append(text, done, open);
        filled.append(inPlace(word, filled));
        done = close + 1;
      }
      open = text.indexOf('{', open + 1);
    }
    return filled.append(text, done, text.length()).toString();
  }

  private String word(String mark) {
    String party = parties.get(mark);
    return party == null && answers.apply(mark) instanceof String answer ? answer : party;
  }

  /** A word has one article at most, and a capital where a sentence begins with it. */
  private static String inPlace(String word, StringBuilder before) {
    if (word.startsWith(ARTICLE) && (endsWith(before, ARTICLE) || endsWith(before, "The "))) {
      return word.substring(ARTICLE.length());
    }
    return before.isEmpty() || endsWith(before, ". ")
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word;
  }

  private static boolean endsWith(StringBuilder text, String end) {
    int from = text.length() - end.length();
    return from >= 0 && text.indexOf(end, from) == from;
  }

  /** A result of a decision with the names filled in wherever it holds text. */
  Object fillAll(Object result) {
    if (result instanceof String text) {
      return fill(text);
    }
    if (result instanceof List<?> list) {
      List<Object> filled = new ArrayList<>(list.size());
      list.forEach(one -> filled.add(fillAll(one)));
      return filled;
    }
    if (result instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach((key, value) -> filled.put(String.valueOf(key), fillAll(value)));
      return filled;
    }
    return result;
  }
}
