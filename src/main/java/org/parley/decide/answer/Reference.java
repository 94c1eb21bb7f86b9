package org.parley.decide.answer;

import java.util.Map;
import java.util.function.Function;
import org.parley.ParleyException;
import org.parley.knowledge.Decision;

/** Whoever knows what masks cannot tell. */
public interface Reference {

  /**
   * Answers one decision alone.
   *
   * @param values what the facts and decisions that it reads stand for
   * @throws ParleyException if it has no result
   */
  Evaluation.Answer answer(Decision decision, Function<String, Object> values);

  /**
   * What the expression of an input column stands for, or {@code null} where it stands for nothing.
   *
   * @param values of all facts and decisions
   */
  Object value(String expression, Map<String, Object> values);
}
