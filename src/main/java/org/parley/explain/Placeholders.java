package org.parley.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Case;

/** Puts the names of a case into the texts of the tables. */
final class Placeholders {
  private static final String ARTICLE = "the ";

  private final List<Role> roles;

  /**
   * A part that somebody plays in a case.
   *
   * @param mark how tables write it
   * @param name who plays it, or the part itself where that is not said
   */
  private record Role(String mark, String name) {

    static Role of(String role, String name) {
      return new Role("{" + role + "}", name.isEmpty() ? ARTICLE + role : name);
    }
  }

  Placeholders(Case subject) {
    roles =
        List.of(
            Role.of("deciding party", subject.decidingParty()),
            Role.of("adversary", subject.adversary()),
            Role.of("third party", subject.thirdParty()));
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
      Role role = roleAt(text, open);
      if (role != null) {
        filled.append(text, done, open).append(name(role, text, open));
        done = open + role.mark().length();
      }
      open = text.indexOf('{', open + 1);
    }
    filled.append(text, done, text.length());
    if (text.startsWith("{")) {
      filled.setCharAt(0, Character.toUpperCase(filled.charAt(0)));
    }
    return filled.toString();
  }

  private Role roleAt(String text, int open) {
    for (Role role : roles) {
      if (text.startsWith(role.mark(), open)) {
        return role;
      }
    }
    return null;
  }

  /** The name; a part that nobody is named for has its article where the text gives it none. */
  private static String name(Role role, String text, int open) {
    String name = role.name();
    int before = open - ARTICLE.length();
    return name.startsWith(ARTICLE)
            && (text.startsWith(ARTICLE, before) || text.startsWith("The ", before))
        ? name.substring(ARTICLE.length())
        : name;
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
