package org.parley.explain;

import java.util.List;
import java.util.Set;
import org.parley.Basis;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Says what postures rest on. Thread-safe. */
final class BasisJudge {
  private static final int FEW = 3;

  private final TableEngine engine;
  private final List<Decision> decisions;
  private final List<String> facts;
  // two threads may ask at once; both get the same
  private volatile List<List<Integer>> defaults;

  /** A judge of the postures that tables answer. */
  BasisJudge(KnowledgeBase knowledge, TableEngine engine, FactSpace space) {
    this.engine = engine;
    this.decisions = FactSpace.behind(knowledge, FinalDecisions.POSTURE);
    this.facts =
        space.axes().stream()
            .map(FactSpace.Axis::fact)
            .filter(fact -> fact.ifAbsent().isEmpty())
            .map(FactType::name)
            .toList();
  }

  /**
   * What a posture rests on.
   *
   * @param evaluation that gave it
   * @param known the names of the facts that are known
   */
  Basis judge(Evaluation evaluation, Set<String> known) {
    if (rows(evaluation).equals(defaults())) {
      return Basis.DEFAULTS;
    }
    return judge((int) facts.stream().filter(known::contains).count());
  }

  /** The same where it does not rest on defaults alone. */
  private Basis judge(int known) {
    return known * FEW < facts.size() ? Basis.FEW_FACTS : Basis.FACTS;
  }

  /** The facts that count as known or not: those that the posture may rest on. */
  List<String> facts() {
    return facts;
  }

  /** The same, and whether the tables answered with the rows that they answer with by default. */
  Basis judge(boolean byDefault, int known) {
    return byDefault ? Basis.DEFAULTS : judge(known);
  }

  /** The decisions that a posture rests on, itself among them. */
  List<Decision> decisions() {
    return decisions;
  }

  private List<List<Integer>> defaults() {
    List<List<Integer>> made = defaults;
    if (made == null) {
      made = rows(engine.evaluate(name -> FactType.UNKNOWN));
      defaults = made;
    }
    return made;
  }

  /** Of each decision behind the posture the rows that gave its result. */
  private List<List<Integer>> rows(Evaluation evaluation) {
    return decisions.stream()
        .map(
            d ->
                evaluation.matches(d.name()).stream()
                    .filter(Evaluation.Match::decided)
                    .map(Evaluation.Match::row)
                    .toList())
        .toList();
  }
}
