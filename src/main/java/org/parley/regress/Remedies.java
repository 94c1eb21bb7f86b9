package org.parley.regress;

import java.util.List;
import org.parley.Case;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.MutationResult.Survivor;

/** Finds for each change that no case notices what a case that notices it would be like. */
public final class Remedies {
  private final StartingCases starting;
  private final WorldFinder finder;
  private final Targets targets;

  private Remedies(StartingCases starting, WorldFinder finder, Targets targets) {
    this.starting = starting;
    this.finder = finder;
    this.targets = targets;
  }

  /** The result with a remedy for each survivor. */
  public static MutationResult of(
      TableAdvisor advisor, KnowledgeBase knowledge, List<Case> cases, MutationResult result) {
    StartingCases starting = new StartingCases(advisor, knowledge, cases);
    Targets targets = new Targets(knowledge, advisor.engine());
    return starting
        .finder()
        .map(finder -> new Remedies(starting, finder, targets).addedTo(result))
        .orElse(result);
  }

  private MutationResult addedTo(MutationResult result) {
    return result.with(
        result.survivors().stream()
            .map(s -> new Survivor(s.mutant(), s.breaksTable(), remedy(s.mutant())))
            .toList());
  }

  private Remedy remedy(Mutant mutant) {
    WorldFinder.Result result = finder.find(targets.unnoticed(mutant));
    if (result instanceof WorldFinder.Result.Found found) {
      return new Remedy.NewCase(starting.like(found.world()).id(), starting.changes(found.world()));
    }
    return result instanceof WorldFinder.Result.Impossible
        ? new Remedy.None()
        : new Remedy.NotFound();
  }
}
