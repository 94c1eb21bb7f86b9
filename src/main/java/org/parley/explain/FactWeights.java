package org.parley.explain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

/** How much each fact counts when cases are compared. Immutable. */
final class FactWeights {
  static final String FACT = "fact";
  private static final String WEIGHT = "weight";
  private static final double ORDINARY = 1;

  private final Map<String, Double> weights;

  private FactWeights(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /**
   * What the table says; all facts count alike where the knowledge base has none.
   *
   * @param evaluation of the case that others are compared with
   * @throws ParleyException if it names something else than a fact, or gives no weight
   */
  static FactWeights of(KnowledgeBase knowledge, Evaluation evaluation) {
    Map<String, Double> weights = new HashMap<>();
    knowledge
        .decision(FinalDecisions.FACT_WEIGHTS)
        .ifPresent(
            decision -> {
              if (!(evaluation.value(decision.name()) instanceof List<?> rows)) {
                throw refused(decision, "it has to answer with a list of facts and weights");
              }
              rows.forEach(row -> put(weights, row, decision, knowledge.vocabulary()));
            });
    return new FactWeights(weights);
  }

  private static void put(
      Map<String, Double> weights, Object row, Decision decision, Vocabulary vocabulary) {
    if (!(row instanceof Map<?, ?> entry)
        || !(entry.get(FACT) instanceof String fact)
        || !(entry.get(WEIGHT) instanceof BigDecimal weight)
        || weight.signum() < 0) {
      throw refused(
          decision, "%s is not a fact with a weight from 0 on".formatted(String.valueOf(row)));
    }
    if (vocabulary.fact(fact).isEmpty()) {
      throw refused(decision, vocabulary.objection(fact, "").orElseThrow().message());
    }
    weights.merge(fact, weight.doubleValue(), Math::max);
  }

  private static ParleyException refused(Decision decision, String objection) {
    return new ParleyException(
        List.of(new Problem(Place.of(decision.file()).in("decision", decision.name()), objection)));
  }

  /** How much a fact counts. */
  double of(String fact) {
    return weights.getOrDefault(fact, ORDINARY);
  }
}
