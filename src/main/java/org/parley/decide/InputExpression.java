package org.parley.decide;

import java.util.List;
import java.util.Map;
import org.kie.dmn.feel.FEEL;

/** The expression of an input column that is more than a name. */
final class InputExpression {

  private InputExpression() {}

  /**
   * What it stands for.
   *
   * @param values of all facts and decisions
   */
  static Object value(String expression, Map<String, Object> values) {
    return FEEL.newInstance(InputExpression.class.getClassLoader(), List.of())
        .evaluate(expression, values);
  }
}
