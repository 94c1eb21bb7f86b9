package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a fact and its values were called before, so that what was written in those words can still
 * be read: {@code old name; value: old value → new value}.
 *
 * @param names the names that the fact had, the last first
 * @param values the values that are now called otherwise, each with what it is called now
 */
public record FormerWords(List<String> names, Map<String, String> values) {
  /** Those of a fact that was never called otherwise. */
  public static final FormerWords NONE = new FormerWords(List.of(), Map.of());

  /** The column of the vocabulary that they stand in. */
  public static final String COLUMN = "formerly";

  private static final String BETWEEN = ";";
  private static final String ARROW = "→";
  private static final Pattern VALUE = Pattern.compile("value\\s*:\\s*(.*?)\\s*(?:→|->)\\s*(.*)");
  private static final Pattern PART_OF_THE_FORM = Pattern.compile(";|→|->|[\\r\\n]");

  public FormerWords {
    names = List.copyOf(names);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Reads them. */
  public static FormerWords of(String text) {
    List<String> names = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split(BETWEEN)) {
      Matcher value = VALUE.matcher(part.strip());
      if (value.matches()) {
        values.put(value.group(1), value.group(2));
      } else if (!part.isBlank()) {
        names.add(part.strip());
      }
    }
    return new FormerWords(names, values);
  }

  /** As the vocabulary writes them. */
  public String text() {
    return Stream.concat(
            names.stream(),
            values.entrySet().stream()
                .map(e -> "value: %s %s %s".formatted(e.getKey(), ARROW, e.getValue())))
        .collect(Collectors.joining(BETWEEN + " "));
  }

  /** Whether a word can be told from the signs that stand between words here. */
  public static boolean canHold(String word) {
    return !PART_OF_THE_FORM.matcher(word).find() && !word.startsWith("value:");
  }

  /** These, once the fact has got another name. */
  public FormerWords renamed(String former, String now) {
    List<String> all = new ArrayList<>(List.of(former));
    names.stream().filter(n -> !n.equals(now) && !n.equals(former)).forEach(all::add);
    return new FormerWords(all, values);
  }

  /** These, once a value is called otherwise, or another one stands for it. */
  public FormerWords renamedValue(String former, String now) {
    Map<String, String> all = new LinkedHashMap<>();
    // what led to the former value leads on
    values.forEach((old, then) -> all.put(old, then.equals(former) ? now : then));
    all.put(former, now);
    all.remove(now);
    return new FormerWords(names, all);
  }

  /** These without a word that is used for something else from now on. */
  public FormerWords without(String value) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.remove(value);
    return new FormerWords(names, all);
  }

  /** What a value is called now; empty where it is called as it was. */
  public Optional<String> now(String value) {
    return Optional.ofNullable(values.get(value));
  }

  /** What keeps them from being read as they are written; empty where nothing does. */
  Optional<String> objection(FactType fact) {
    for (String part : names) {
      if (part.contains(ARROW) || part.contains("->") || part.startsWith("value:")) {
        return Optional.of(
            "'%s' is written neither as an old name nor as 'value: old → new'".formatted(part));
      }
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      String former = value.getKey();
      String now = value.getValue();
      if (!fact.values().contains(now)) {
        return Optional.of(
            "the former value '%s' is said to be '%s' now, which is no value of '%s'%s"
                .formatted(former, now, fact.name(), Nearest.hint(now, fact.values())));
      }
      if (fact.values().contains(former)) {
        return Optional.of(
            "'%s' is a value of '%s', and no former one".formatted(former, fact.name()));
      }
    }
    return Optional.empty();
  }
}
