package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.parley.regress.RegressionResult.Interval;

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
 * @param doubt what hangs on facts held with low confidence
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
    int seed,
    Doubt doubt) {

  public Stability {
    facts = List.copyOf(facts);
  }

  /** Between which shares the true rates lie, with {@link Interval#METHOD its method}. */
  @JsonProperty
  public Intervals intervals95() {
    return new Intervals(
        interval(turned, of),
        interval(agree, compared),
        interval(learnerAgree, compared),
        interval(largestClass, compared),
        interval(robustAgreement, compared),
        interval(learnerRobustAgreement, compared),
        interval(doubt.turned(), doubt.cases()));
  }

  private static Interval interval(double count, int of) {
    return of == 0 ? null : Interval.of(count, of);
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

  /**
   * Between which shares true rates lie with 95% confidence, if the cases were a fair sample; each
   * {@code null} where there is no case. Those of robust agreement are of the mean over the draws.
   *
   * @param turned of the cases that turn when a fact is forgotten
   * @param agree of the tables' agreement
   * @param learnerAgree of the learner's
   * @param largestClass of always answering the most frequent observation
   * @param robustAgreement of the tables' agreement with facts forgotten by chance
   * @param learnerRobustAgreement of the learner's
   * @param doubted of the cases with doubted facts that turn with one
   */
  public record Intervals(
      @JsonInclude(JsonInclude.Include.NON_NULL) Interval turned,
      @JsonInclude(JsonInclude.Include.NON_NULL) Interval agree,
      @JsonInclude(JsonInclude.Include.NON_NULL) Interval learnerAgree,
      @JsonInclude(JsonInclude.Include.NON_NULL) Interval largestClass,
      @JsonInclude(JsonInclude.Include.NON_NULL) Interval robustAgreement,
      @JsonInclude(JsonInclude.Include.NON_NULL) Interval learnerRobustAgreement,
      @JsonInclude(JsonInclude.Include.NON_NULL) Interval doubted) {}

  /**
   * What the tables would say if a fact that is held with low confidence had another value, each
   * such fact and each other value by itself.
   *
   * @param cases in how many cases a known fact is held with low confidence
   * @param turned how many of them turn with some such value
   * @param share in which share of the values a case keeps its posture, from 0 to 1, on average
   *     over these cases; 1 where there is none
   * @param facts the facts that turn a case, most cases first
   * @param turning the cases that turn, in the order of their ids
   */
  public record Doubt(
      int cases, int turned, double share, List<Turning> facts, List<Doubted> turning) {

    public Doubt {
      facts = List.copyOf(facts);
      turning = List.copyOf(turning);
    }
  }

  /**
   * A case that a doubted fact turns.
   *
   * @param subject its id
   * @param values how many other values its doubted facts may have, all counted
   * @param stands with how many of them it keeps its posture
   * @param share with which share of the values of a fact it does, on average over the facts
   * @param facts the facts that turn it
   */
  public record Doubted(
      @JsonProperty("case") String subject,
      int values,
      int stands,
      double share,
      List<String> facts) {

    public Doubted {
      facts = List.copyOf(facts);
    }
  }
}
