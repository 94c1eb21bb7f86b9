package org.parley.knowledge;

import java.util.HashMap;
import java.util.Map;
import org.parley.Shown;

/** Words of one kind, no two of which may be the same or look the same. */
final class DistinctWords {
  private final CsvFile csv;
  private final String kind;
  private final Map<String, String> seen = new HashMap<>();

  /**
   * @param csv where to report
   * @param kind what the words are, such as {@code fact}
   */
  DistinctWords(CsvFile csv, String kind) {
    this.csv = csv;
    this.kind = kind;
  }

  /** Adds a word, and reports what is wrong with it; whether it can be used. */
  boolean add(int line, String word) {
    if (word.isEmpty()) {
      csv.add(line, "%s is empty: write a word, or take it out".formatted(kind));
      return false;
    }
    String named = "%s '%s'".formatted(kind, Shown.piece(word));
    if (word.length() > Limit.WORD.most()) {
      csv.add(line, "%s has %s".formatted(named, Limit.WORD.exceeded()));
      return false;
    }
    LookAlike.objection(word)
        .ifPresent(why -> csv.add(line, "%s %s: write it anew".formatted(named, why)));
    String first = seen.putIfAbsent(LookAlike.folded(word), word);
    if (first != null) {
      csv.add(
          line,
          first.equals(word)
              ? named + " stands here a second time"
              : "%s looks like '%s', which is there already: write it as that, or call it otherwise"
                  .formatted(named, first));
    }
    return first == null;
  }
}
