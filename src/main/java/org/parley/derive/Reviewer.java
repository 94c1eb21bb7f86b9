package org.parley.derive;

import java.util.List;
import java.util.Map;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.knowledge.RuleFiles;

/** Looks over facts and advice by rules: what does not go together, what to beware of. */
public final class Reviewer {
  private final RuleBase rules;
  private final RuleFiles files;
  private ReviewNeeds needs;

  Reviewer(RuleBase rules, RuleFiles files) {
    this.rules = rules;
    this.files = files;
  }

  private synchronized ReviewNeeds needs() {
    if (needs == null) {
      needs = ReviewNeeds.of(files);
    }
    return needs;
  }

  /**
   * What rules find in a case and its advice. Drools is not troubled where no rule could find
   * anything.
   *
   * @param subject the case
   * @param facts its known facts by name
   * @param posture what the tables favour
   * @param track the unofficial track that they favour
   * @param earlier advice on other phases; those of another conflict or a later day are left out
   */
  public List<Finding> review(
      Case subject,
      Map<String, Fact> facts,
      Posture posture,
      UnofficialTrack track,
      List<Advice> earlier) {
    if (!rules.mayRun()) {
      return List.of();
    }
    ReviewMatter matter = new ReviewMatter(subject, facts, posture, track, earlier);
    if (!needs().anyMet(matter)) {
      return List.of();
    }
    Findings findings = new Findings();
    rules.engine().run(RuleCompiler.REVIEW, findings, matter.all());
    return findings.inOrder();
  }
}
