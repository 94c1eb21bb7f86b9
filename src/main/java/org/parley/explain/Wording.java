package org.parley.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.Case;

/** Puts the names of a case into the texts of the tables. */
final class Wording {
  private static final String ARTICLE = "the ";

  private final Map<String, String> names;

  Wording(Case subject) {
    names =
        Map.of(
            "deciding party", name("deciding party", subject.decidingParty()),
            "adversary", name("adversary", subject.adversary()),
            "third party", name("third party", subject.thirdParty()));
  }

  private static boolean endsWithArticle(StringBuilder text) {
    int at = text.length() - ARTICLE.length();
    return at >= 0 && text.substring(at).equalsIgnoreCase(ARTICLE);
  }

  private static String name(String role, String name) {
    return name.isEmpty() ? ARTICLE + role : name;
  }

  /** A text with {@code {deciding party}} and the like filled in. */
  String fill(String text) {
    int open = text.indexOf('{');
    if (open < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int done = 0;
    while (open >= 0) {
      int close = text.indexOf('}', open);
      String name = close < 0 ? null : names.get(text.substring(open + 1, close));
      if (name != null) {
        filled.append(text, done, open);
        // a party without a name has its article already where the text gives it one
        filled.append(
            endsWithArticle(filled) && name.startsWith(ARTICLE)
                ? name.substring(ARTICLE.length())
                : name);
        done = close + 1;
      }
      open = text.indexOf('{', Math.max(done, open + 1));
    }
    filled.append(text, done, text.length());
    return text.startsWith("{")
        ? filled.substring(0, 1).toUpperCase(Locale.ROOT) + filled.substring(1)
        : filled.toString();
  }

  /** A result of a decision with the names filled in wherever it holds text. */
  Object fillAll(Object result) {
    if (result instanceof String text) {
      return fill(text);
    }
    if (result instanceof List<?> list) {
      return list.stream().map(this::fillAll).toList();
    }
    if (result instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach((key, value) -> filled.put(String.valueOf(key), fillAll(value)));
      return filled;
    }
    return result;
  }
}
