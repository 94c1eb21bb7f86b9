package org.parley.decide;

import java.util.Map;
import org.parley.knowledge.EngineLoader;

/** The expression of an input column that is more than a name. */
final class InputExpression {

  private InputExpression() {}

  /**
   * What it stands for.
   *
   * @param values of all facts and decisions
   */
  static Object value(String expression, Map<String, Object> values) {
    return EngineLoader.within(() -> EngineLoader.feel().evaluate(expression, values));
  }
}
