package org.parley.decide;

import java.util.HashSet;
import java.util.Map;
import org.parley.decide.Prober.Unfit;

/** The expression of an input column that is more than a name. */
final class InputExpression {

  private InputExpression() {}

  /**
   * What it stands for, or {@code null} where it stands for nothing.
   *
   * @param values of all facts and decisions
   */
  static Object value(String expression, Map<String, Object> values) {
    try {
      return new Prober(values.keySet()).value(expression, values, new HashSet<>());
    } catch (Unfit e) {
      return null;
    }
  }
}
