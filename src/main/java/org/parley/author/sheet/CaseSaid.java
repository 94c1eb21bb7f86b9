package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the sheet of a case said when it was last imported and saved, as letters: what the file has
 * of it since is nobody else's edit.
 *
 * @param cells what its cells said, by the letters of what they are of
 * @param events what the line of an event said, by the letters of the event that it was made from
 * @param added what lines of events said that were new
 */
record CaseSaid(Map<String, String> cells, Map<String, String> events, List<String> added) {
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*){2}");
  private static final String BETWEEN = ".";

  /** As the history keeps it. */
  String text() {
    return pairs(cells) + BETWEEN + pairs(events) + BETWEEN + String.join("", added);
  }

  /** What a text of the history says; empty where it says nothing. */
  static Optional<CaseSaid> read(String text) {
    String[] parts = text.split("\\.", -1);
    if (!LETTERS.matcher(text).matches()
        || parts[0].length() % (2 * Fingerprint.LETTERS) != 0
        || parts[1].length() % (2 * Fingerprint.LETTERS) != 0
        || parts[2].length() % Fingerprint.LETTERS != 0) {
      return Optional.empty();
    }
    return Optional.of(new CaseSaid(pairs(parts[0]), pairs(parts[1]), prints(parts[2])));
  }

  private static String pairs(Map<String, String> prints) {
    return prints.entrySet().stream()
        .map(e -> e.getKey() + e.getValue())
        .collect(Collectors.joining());
  }

  private static Map<String, String> pairs(String letters) {
    Map<String, String> pairs = new LinkedHashMap<>();
    List<String> prints = prints(letters);
    for (int i = 0; i < prints.size(); i += 2) {
      pairs.put(prints.get(i), prints.get(i + 1));
    }
    return pairs;
  }

  private static List<String> prints(String letters) {
    List<String> prints = new ArrayList<>();
    for (int at = 0; at < letters.length(); at += Fingerprint.LETTERS) {
      prints.add(letters.substring(at, at + Fingerprint.LETTERS));
    }
    return prints;
  }
}
