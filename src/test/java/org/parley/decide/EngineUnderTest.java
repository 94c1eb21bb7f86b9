package org.parley.decide;

import java.util.Map;
import java.util.function.Function;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.KnowledgeBase;

/** The engine that must equal the reference; the one place that says which it is. */
final class EngineUnderTest {

  private EngineUnderTest() {}

  static Function<Map<String, String>, Evaluation> of(KnowledgeBase base) {
    return TableEngine.compile(base)::evaluate;
  }
}
