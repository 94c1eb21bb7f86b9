package org.parley.knowledge;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of a decision table.
 *
 * @param id its id, unique in the knowledge base
 * @param number its place in the table, from 1
 * @param line its line in the file
 * @param tests one unary test for each input column, as written
 * @param results one expression for each output column, as written
 * @param annotations its annotations by the name of their column, in any case of letters
 */
public record Row(
    String id,
    int number,
    int line,
    List<String> tests,
    List<String> results,
    Map<String, String> annotations) {

  public Row {
    tests = List.copyOf(tests);
    results = List.copyOf(results);
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(annotations);
    annotations = Collections.unmodifiableMap(byName);
  }

  /** Its reason in one sentence, or an empty string. */
  public String why() {
    return annotations.getOrDefault("Why", "");
  }

  /** The works that it rests on, or an empty string. */
  public String source() {
    return annotations.getOrDefault("Source", "");
  }

  /** The ids of the statements that it encodes. */
  public List<String> statements() {
    String ids = annotations.getOrDefault("Statement", "").replace(',', ' ').strip();
    return ids.isEmpty() ? List.of() : List.of(ids.split("\\s+"));
  }
}
