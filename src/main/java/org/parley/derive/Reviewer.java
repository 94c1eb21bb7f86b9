package org.parley.derive;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.knowledge.RuleFiles;
import org.parley.knowledge.RuleHeader;

/** Looks over events, facts and advice by rules: what to beware of. */
public final class Reviewer {
  /** The order of what a review finds, which does not depend on the engine. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind).thenComparing(Finding::message);

  private static final String GROUP = "rules." + RuleCompiler.REVIEW;
  private static final Set<String> HISTORY =
      Set.of(Happening.class.getName(), EarlierAdvice.class.getName());

  private final RuleEngine rules;
  private final RuleFiles files;
  private volatile Boolean needsHistory;

  Reviewer(RuleEngine rules, RuleFiles files) {
    this.rules = rules;
    this.files = files;
  }

  /**
   * What rules find in a case and its advice. Drools is not started for a case without events and
   * earlier phases, unless there is a rule that may find something in it.
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
    if (!matter.hasHistory() && needsHistory()) {
      return List.of();
    }
    Findings findings = new Findings();
    rules.run(RuleCompiler.REVIEW, findings, matter.all());
    return findings.inOrder();
  }

  private boolean needsHistory() {
    // no lock, which all threads would meet at: two of them find the same
    Boolean found = needsHistory;
    if (found == null) {
      found = ShippedRules.needHistory(files.hash()) || needsHistory(files);
      needsHistory = found;
    }
    return found;
  }

  /** Whether every review rule needs an event or an advice on an earlier phase. */
  static boolean needsHistory(RuleFiles files) {
    return files.problems().isEmpty()
        && files.headers().stream()
            .filter(Reviewer::isReview)
            .allMatch(h -> h.needs().stream().anyMatch(HISTORY::contains));
  }

  private static boolean isReview(RuleHeader rule) {
    return rule.group().equals(GROUP) || rule.file().startsWith("rules/" + RuleCompiler.REVIEW);
  }
}
