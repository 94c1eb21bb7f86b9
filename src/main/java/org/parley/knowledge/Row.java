package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A row of a decision table.
 *
 * @param id its id, unique in the knowledge base
 * @param number its place in the table, from 1
 * @param line its line in the file
 * @param tests one unary test for each input column, as written
 * @param results one expression for each output column, as written
 * @param annotations its annotations by the name of their column, in any case of letters; the
 *     description stands for a Why that is empty
 * @param description its description, which some editors show in place of annotations; or an empty
 *     string
 */
public record Row(
    String id,
    int number,
    int line,
    List<String> tests,
    List<String> results,
    Map<String, String> annotations,
    String description) {
  private static final String WHY = "Why";
  private static final String PLACE = "Place";
  private static final String BODY = "body";
  private static final String FOOTER = "footer";
  private static final String WEIGHT = "Weight";
  private static final List<String> PLACING = List.of(PLACE, WEIGHT);

  public Row {
    tests = List.copyOf(tests);
    results = List.copyOf(results);
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(annotations);
    if (!description.isBlank() && byName.getOrDefault(WHY, "").isBlank()) {
      byName.put(WHY, description);
    }
    annotations = Collections.unmodifiableMap(byName);
  }

  /** Whether it accepts only some values of an input column, counted from 0. */
  public boolean tests(int column) {
    return !tests.get(column).equals(FeelTree.DASH);
  }

  /** Its reason in one sentence, or an empty string. */
  public String why() {
    return annotations.getOrDefault(WHY, "");
  }

  /** Whether its description and its Why, which are one thing, say two things. */
  public boolean hasTwoWhys() {
    return !description.isBlank() && !plain(description).equals(plain(why()));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** The works that it rests on, or an empty string. */
  public String source() {
    return annotations.getOrDefault("Source", "");
  }

  /** Whether its sentence stands at the foot of the page, and not where its table speaks. */
  public boolean isAtFoot() {
    return said(PLACE).equalsIgnoreCase(FOOTER);
  }

  /** Where its sentence stands among those of its table: higher ones first; mostly 0. */
  public int weight() {
    return isWhole(said(WEIGHT)) ? Integer.parseInt(said(WEIGHT)) : 0;
  }

  /** What is wrong with the annotations that place its sentence; empty where nothing is. */
  public List<String> misplaced() {
    List<String> wrong = new ArrayList<>();
    if (!Set.of("", BODY, FOOTER).contains(said(PLACE).toLowerCase(Locale.ROOT))) {
      wrong.add("'%s' is '%s': write %s or %s".formatted(PLACE, said(PLACE), BODY, FOOTER));
    }
    for (String name : annotations.keySet()) {
      Nearest.to(name, PLACING).stream()
          .filter(known -> !known.equalsIgnoreCase(name.strip()))
          .findFirst()
          .ifPresent(
              known -> wrong.add("'%s' is read by nobody: was '%s' meant?".formatted(name, known)));
    }
    if (!said(WEIGHT).isEmpty() && !isWhole(said(WEIGHT))) {
      wrong.add("'%s' is '%s': write a whole number, such as 10".formatted(WEIGHT, said(WEIGHT)));
    }
    return wrong;
  }

  private String said(String annotation) {
    return annotations.getOrDefault(annotation, "").strip();
  }

  private static boolean isWhole(String text) {
    return text.matches("-?\\d{1,9}");
  }

  /** The ids of the statements that it encodes. */
  public List<String> statements() {
    String ids = annotations.getOrDefault("Statement", "").replace(',', ' ').strip();
    return ids.isEmpty() ? List.of() : List.of(ids.split("\\s+"));
  }
}
