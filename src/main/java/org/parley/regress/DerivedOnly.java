package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.parley.regress.RegressionResult.Tally;

/**
 * How far events alone carry the cases: the same cases without the coded facts that a rule could
 * derive. Only cases with events count.
 *
 * @param facts one entry for each fact that a rule could derive, in the order of the vocabulary
 * @param recommendations how many cases keep posture and unofficial track
 */
public record DerivedOnly(List<Comparison> facts, Tally recommendations) {

  public DerivedOnly {
    facts = List.copyOf(facts);
  }

  /** How to read it. */
  @JsonProperty
  public String caution() {
    return "Analysts know more than the events of a file say: a derived value that differs is a"
        + " question to both, to the coding and to the rule.";
  }

  /**
   * One fact, coded and derived.
   *
   * @param name its name
   * @param coded cases that code it
   * @param derived those of them in which a rule derives it
   * @param equal those of them in which both values are equal
   * @param differ the others
   */
  public record Comparison(
      String name, int coded, int derived, int equal, List<Difference> differ) {

    public Comparison {
      differ = List.copyOf(differ);
    }
  }

  /**
   * A case in which the coded and the derived value of a fact differ.
   *
   * @param subject its id
   * @param coded the coded value
   * @param derived the derived value
   * @param rule the rule that derived it
   */
  public record Difference(
      @JsonProperty("case") String subject, String coded, String derived, String rule) {}
}
