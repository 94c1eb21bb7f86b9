package org.parley.derive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kie.api.runtime.rule.Match;

/** Where rules put what they find, with the rule that found it. */
abstract sealed class RuleResults permits Derivations, Findings {
  private final String variable;
  private final SortedSet<String> fired = new TreeSet<>();
  private Match firing;

  RuleResults(String variable) {
    this.variable = variable;
  }

  /** The global variable by which rules name it. */
  String variable() {
    return variable;
  }

  /** The rule that fires next. */
  void firing(Match match) {
    firing = match;
    fired.add(rule());
  }

  /** The names of the rules that fired, also of those that only prepare what others look at. */
  SortedSet<String> fired() {
    return fired;
  }

  /** The name of the rule that fires. */
  String rule() {
    return firing.getRule().getName();
  }

  /** What of some kind the rule that fires has found, also where it collected several. */
  <T> List<T> found(Class<T> kind) {
    return firing.getObjects().stream()
        .flatMap(o -> o instanceof Collection<?> several ? several.stream() : Stream.of(o))
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** What the rule that fires says of itself under a key, or an empty string. */
  String metadata(String key) {
    Map<String, Object> metadata = firing.getRule().getMetaData();
    String text = String.valueOf(metadata.getOrDefault(key, ""));
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
