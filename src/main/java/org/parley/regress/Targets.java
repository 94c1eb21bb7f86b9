package org.parley.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.decide.TableEngine;
import org.parley.decide.search.CellChange;
import org.parley.decide.search.Wanted;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** What the cases of a knowledge base leave to be exercised. */
final class Targets {
  private final KnowledgeBase knowledge;
  private final TableEngine engine;

  Targets(KnowledgeBase knowledge, TableEngine engine) {
    this.knowledge = knowledge;
    this.engine = engine;
  }

  /** Rows that decide in no case, changed cells that none notices, values that none has. */
  List<Target> of(CoverageResult coverage, MutationResult mutation) {
    List<Target> targets = new ArrayList<>();
    coverage.rows().never().forEach(r -> targets.add(row(r)));
    coverage.values().never().stream().flatMap(this::values).forEach(targets::add);
    mutation.survivors().forEach(s -> targets.add(unnoticed(s.mutant())));
    return targets;
  }

  private Target row(CoverageResult.UnusedRow unused) {
    Decision decision = knowledge.decision(unused.table()).orElseThrow();
    Row row =
        decision.decisionTable().rows().stream()
            .filter(r -> r.id().equals(unused.id()))
            .findFirst()
            .orElseThrow();
    return new Target.UnusedRow(
        unused.table(), unused.id(), row.number(), engine.wanted(unused.table(), row.number()));
  }

  private Stream<Target> values(CoverageResult.UnseenValues unseen) {
    int place = engine.codes().names().indexOf(unseen.fact());
    return unseen.values().stream()
        .map(
            v ->
                new Target.UnseenValue(
                    unseen.fact(), v, place, engine.codes().values(place).indexOf(v)));
  }

  Target.Unnoticed unnoticed(Mutant mutant) {
    CellChange change = mutant.change();
    Wanted matching = engine.wanted(change.decision(), change.row());
    List<SortedSet<Integer>> codes = new ArrayList<>(matching.codes());
    if (change instanceof CellChange.Accepts accepts) {
      codes.set(accepts.column(), new TreeSet<>(accepts.codes()));
    } else if (change instanceof CellChange.Refuses refuses) {
      codes.set(refuses.column(), new TreeSet<>(refuses.codes()));
    }
    return new Target.Unnoticed(mutant, new Wanted(change.decision(), codes));
  }
}
