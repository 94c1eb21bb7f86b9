package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How much hangs on single facts. Forgotten is a coded value: where a rule derives one from events,
 * that takes its place, and else the fact is not known. What is counted is the posture alone.
 *
 * @param turned in how many cases the posture turns when some one known fact is forgotten
 * @param of how many cases of history ran
 * @param facts the facts that turn a case when they alone are forgotten, most cases first
 * @param compared how many cases with an observed posture ran
 * @param agree in how many of these the tables agree with it
 * @param learnerAgree in how many the naive Bayes learner does that learns from other conflicts
 * @param largestClass in how many always answering the most frequent one does
 * @param robustAgreement in how many of these the tables agree on average, when each known fact is
 *     forgotten by chance
 * @param learnerRobustAgreement in how many the learner does with the same facts forgotten
 * @param draws how often each case was drawn
 * @param chance the chance that a fact is forgotten
 * @param seed of the draws, which are always the same for a case
 */
public record Stability(
    int turned,
    int of,
    List<Turning> facts,
    int compared,
    int agree,
    int learnerAgree,
    int largestClass,
    double robustAgreement,
    double learnerRobustAgreement,
    int draws,
    double chance,
    int seed) {

  public Stability {
    facts = List.copyOf(facts);
  }

  /** What is to be said wherever this is shown. */
  @JsonProperty
  public String caution() {
    return RegressionResult.CAUTION;
  }

  /**
   * A fact that turns cases.
   *
   * @param fact its name
   * @param turned how many cases turn when it alone is forgotten
   */
  public record Turning(String fact, int turned) {}
}
