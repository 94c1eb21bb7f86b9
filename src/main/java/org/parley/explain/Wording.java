package org.parley.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.Case;

/** Puts the names of a case into the texts of the tables. */
final class Wording {
  private final Map<String, String> names = new LinkedHashMap<>();

  Wording(Case subject) {
    put("deciding party", subject.decidingParty());
    put("adversary", subject.adversary());
    put("third party", subject.thirdParty());
  }

  /** A text with {@code {deciding party}} and the like filled in. */
  String fill(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    String filled = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace(name.getKey(), name.getValue());
    }
    return text.startsWith("{")
        ? filled.substring(0, 1).toUpperCase(Locale.ROOT) + filled.substring(1)
        : filled;
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

  private void put(String role, String name) {
    names.put("{" + role + "}", name.isEmpty() ? "the " + role : name);
  }
}
