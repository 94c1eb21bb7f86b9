package org.parley.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.parley.Advice;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.Guidance;
import org.parley.KnowledgeVersion;
import org.parley.Posture;
import org.parley.RunnerUp;
import org.parley.SecondOpinion;
import org.parley.UnofficialTrack;
import org.parley.Verdict;

/** An advice that has been worked out. */
record TableAdvice(
    Case subject,
    Posture posture,
    List<String> combinedWith,
    UnofficialTrack unofficialTrack,
    Reliance confidence,
    List<Verdict> verdicts,
    List<FiredRow> reasons,
    RunnerUp runnerUp,
    List<String> steps,
    List<String> warnings,
    Guidance guidance,
    OptionalInt reviewWithinDays,
    List<Fact> facts,
    List<String> unknown,
    List<Finding> findings,
    List<String> rulesFired,
    SecondOpinion opinion,
    List<DecisionTrace> trace,
    KnowledgeVersion knowledge)
    implements Advice {

  @Override
  public Optional<SecondOpinion> secondOpinion() {
    return Optional.ofNullable(opinion);
  }
}
