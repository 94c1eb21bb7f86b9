package org.parley.decide.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.parley.ParleyException;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.answer.Reference;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** The reference engine on a knowledge base, started when first needed. Thread-safe. */
public final class LateReference implements Reference {
  private final KnowledgeBase knowledge;
  private final Map<String, ReferenceEngine> alone = new HashMap<>();
  private ReferenceEngine engine;

  /**
   * @param engine where it runs already, else {@code null}
   */
  public LateReference(KnowledgeBase knowledge, ReferenceEngine engine) {
    this.knowledge = knowledge;
    this.engine = engine;
  }

  /** The engine for all decisions. */
  public synchronized ReferenceEngine engine() {
    if (engine == null) {
      engine = new ReferenceEngine(knowledge);
    }
    return engine;
  }

  /**
   * Has the engine say why a decision has no result; one for this decision starts much sooner than
   * that for all.
   *
   * @throws ParleyException if it has none
   */
  public void require(Decision decision, Function<String, Object> values) {
    alone(decision).answer(decision, values);
  }

  private synchronized ReferenceEngine alone(Decision decision) {
    return engine == null
        ? alone.computeIfAbsent(
            decision.name(), name -> ReferenceEngine.of(knowledge, Set.of(name)))
        : engine;
  }

  @Override
  public Evaluation.Answer answer(Decision decision, Function<String, Object> values) {
    return engine().answer(decision, values);
  }

  @Override
  public Object value(String expression, Map<String, Object> values) {
    return Prober.valueOf(expression, values);
  }
}
