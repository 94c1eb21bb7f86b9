package org.parley.derive;

import java.util.Map;
import org.kie.api.definition.rule.Rule;

/** Where rules put what they find, with the rule that found it. */
abstract sealed class RuleResults permits Derivations, Findings {
  private final String variable;
  private Rule firing;

  RuleResults(String variable) {
    this.variable = variable;
  }

  /** The global variable by which rules name it. */
  String variable() {
    return variable;
  }

  /** The rule that fires next. */
  void firing(Rule rule) {
    firing = rule;
  }

  /** The name of the rule that fires. */
  String rule() {
    return firing.getName();
  }

  /** What the rule that fires says of itself under a key, or an empty string. */
  String metadata(String key) {
    Map<String, Object> metadata = firing.getMetaData();
    return String.valueOf(metadata.getOrDefault(key, "")).replaceAll("^\"|\"$", "");
  }
}
