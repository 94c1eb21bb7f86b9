package org.parley.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Finds the classes without an object of which a rule cannot do anything: those of the patterns
 * that stand under nothing but {@code and} and {@code exists}. What a pattern asks of its object is
 * not looked at, nor is anything in doubt counted, so that a rule may be run in vain and is never
 * kept from running.
 */
final class RuleNeeds {
  private final Map<String, String> imported = new HashMap<>();

  /**
   * @param text the file that the rules stand in
   * @param defined the names of types and queries that rules define themselves
   */
  RuleNeeds(PackageDescr text, Set<String> defined) {
    text.getImports()
        .forEach(
            i ->
                imported.put(
                    i.getTarget().substring(i.getTarget().lastIndexOf('.') + 1), i.getTarget()));
    imported.keySet().removeAll(defined);
  }

  /** What a rule needs, by full name. */
  Set<String> of(RuleDescr rule) {
    Set<String> needs = new HashSet<>();
    collect(rule.getLhs().getDescrs(), needs);
    return needs;
  }

  /** Whether to go on: a consequence among the conditions does not wait for those behind it. */
  private boolean collect(List<? extends BaseDescr> conditions, Set<String> needs) {
    for (BaseDescr condition : conditions) {
      if (condition instanceof NamedConsequenceDescr
          || condition instanceof ConditionalBranchDescr) {
        return false;
      }
      if (condition instanceof PatternDescr pattern) {
        add(pattern, needs);
      } else if (condition instanceof AndDescr all) {
        if (!collect(all.getDescrs(), needs)) {
          return false;
        }
      } else if (condition instanceof ExistsDescr exists) {
        for (Object inner : exists.getDescrs()) {
          if (!collect(List.of((BaseDescr) inner), needs)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** An object from elsewhere than the case, or the answer of a query, is not looked for. */
  private void add(PatternDescr pattern, Set<String> needs) {
    if (pattern.getSource() == null && !pattern.isQuery()) {
      String name = imported.get(pattern.getObjectType());
      if (name != null) {
        needs.add(name);
      }
    }
  }
}
