package org.parley.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.WhyNot.FailingFact;
import org.parley.WhyNot.NearRow;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.FactType;

/** Says why an advice does not favour a posture. */
final class WhyNotFinder {
  private final TableEngine engine;
  private final FactSpace space;
  private final Map<String, Fact> facts;
  private final byte[] codes;
  private final NearestRows nearest;

  /**
   * @param facts the facts that are known, by name
   */
  WhyNotFinder(
      TableAdvice.Shared shared,
      Evaluation evaluation,
      Placeholders wording,
      Map<String, Fact> facts) {
    this.engine = shared.engine();
    this.space = shared.space();
    this.facts = facts;
    Map<String, String> values = new LinkedHashMap<>();
    facts.forEach((name, fact) -> values.put(name, fact.value()));
    this.codes = engine.codes().encode(values);
    this.nearest = new NearestRows(shared.knowledge(), engine, space, codes, evaluation, wording);
  }

  WhyNot find(Posture posture, Verdict asked) {
    List<WhyNot.Way> ways = new ArrayList<>();
    if (asked.option() != posture) {
      rows(asked).forEach(row -> ways.add(way(row, asked.option())));
    }
    return new WhyNot(posture, asked.option(), asked, ways);
  }

  /** Where the option is recommended already, it was passed over for another one. */
  private List<NearRow> rows(Verdict asked) {
    return asked.level() == Verdict.Level.RECOMMENDED
        ? nearest.rows(FinalDecisions.POSTURE, Set.of(asked.option().label()))
        : nearest.rows(
            FinalDecisions.verdict(asked.option()), Set.of(Verdict.Level.RECOMMENDED.label()));
  }

  private WhyNot.Way way(NearRow row, Posture asked) {
    Map<String, String> assuming = new LinkedHashMap<>();
    row.facts().forEach(f -> passing(f).ifPresent(value -> assuming.put(f.fact(), value)));
    Evaluation then =
        engine.evaluate(
            name -> {
              Fact fact = facts.get(name);
              return assuming.getOrDefault(name, fact == null ? FactType.UNKNOWN : fact.value());
            });
    return new WhyNot.Way(
        row, assuming, FinalDecisions.level(asked, then), FinalDecisions.posture(then));
  }

  /** The nearest value that passes; of bands the nearest number. */
  private Optional<String> passing(FailingFact failing) {
    return space
        .axis(failing.fact())
        .flatMap(
            axis ->
                axis.withLabel(failing.wanted().get(0)).map(v -> v.nearestTo(axis.value(codes))));
  }
}
