package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.parley.FactValue;
import org.parley.Posture;

/**
 * How the sets of cases in which rows fire, or facts have a value, lie to the set of cases in which
 * one posture was observed. The sets are crisp: a case is in or out.
 *
 * @param outcome the posture
 * @param cases how many cases there are: real ones in which a posture was observed
 * @param withOutcome in how many of them it was this one
 * @param leftOut how many cases of those that were given are left out: made-up ones, and those in
 *     which no posture was observed
 * @param rows the rows of the tables behind what is recommended, in the order of the tables
 * @param values the values of facts that some case has, in the order of the vocabulary; numbers are
 *     left out, since rows read them in bands
 */
public record QcaResult(
    Posture outcome,
    int cases,
    int withOutcome,
    int leftOut,
    List<RowSet> rows,
    List<ValueSet> values) {

  /** To be said wherever this is shown. */
  public static final String CAUTION =
      "These are associations in few cases that were chosen, not drawn. That one set of cases lies"
          + " within another does not make it a cause, and leaders err: what was done is not what"
          + " was right.";

  /** How it is measured. */
  public static final String METHOD =
      "A row fires in a case when it gives the result of its table there; one that fits beside a"
          + " row of higher priority does not. Consistency is the share of the cases in which it"
          + " fires that have the outcome; raw coverage is the share of the cases with the outcome"
          + " in which it fires; unique coverage is the share of these in which it fires and no"
          + " other row of its table does.";

  /** The same of values of facts. */
  public static final String METHOD_OF_VALUES =
      "Sufficiency is the share of the cases with a value that have the outcome; necessity is the"
          + " share of the cases with the outcome that have the value, among those in which the"
          + " fact is known. By custom 0.75 is asked for the first and 0.9 for the second.";

  public QcaResult {
    rows = List.copyOf(rows);
    values = List.copyOf(values);
  }

  /**
   * The share of all cases that have the outcome, from 0 to 1: what consistency and sufficiency
   * come to by chance; {@code null} where there is no case.
   */
  @JsonProperty
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public Double baseRate() {
    return share(withOutcome, cases);
  }

  /** How rows are measured. */
  @JsonProperty
  public String method() {
    return METHOD;
  }

  /** How values are measured. */
  @JsonProperty
  public String methodOfValues() {
    return METHOD_OF_VALUES;
  }

  /** What is to be said wherever this is shown. */
  @JsonProperty
  public String caution() {
    return CAUTION;
  }

  static Double share(int part, int total) {
    return total == 0 ? null : Double.valueOf((double) part / total);
  }

  /**
   * The cases in which a row fires.
   *
   * @param id the row
   * @param table its decision
   * @param consistency the share of them that have the outcome, from 0 to 1, or {@code null} where
   *     it fires in no case
   * @param rawCoverage the share of the cases with the outcome in which it fires, or {@code null}
   *     where no case has the outcome
   * @param uniqueCoverage the share of these in which it fires and no other row of its table does,
   *     or {@code null} there
   * @param cases ids of the cases in which it fires and that have the outcome
   * @param contradictory ids of the cases in which it fires and something else was done
   */
  public record RowSet(
      String id,
      String table,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double consistency,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double rawCoverage,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double uniqueCoverage,
      List<String> cases,
      List<String> contradictory) {

    public RowSet {
      cases = List.copyOf(cases);
      contradictory = List.copyOf(contradictory);
    }

    /** In how many cases it fires. */
    public int fires() {
      return cases.size() + contradictory.size();
    }
  }

  /**
   * The cases in which a fact has a value.
   *
   * @param fact its name
   * @param value the value
   * @param cases how many there are
   * @param withOutcome how many of them have the outcome
   * @param known in how many of the cases with the outcome the fact is known
   * @param sufficiency {@code withOutcome} of {@code cases}, from 0 to 1
   * @param necessity {@code withOutcome} of {@code known}, from 0 to 1, or {@code null} where that
   *     is 0
   */
  public record ValueSet(
      String fact,
      @FactValue String value,
      int cases,
      int withOutcome,
      int known,
      double sufficiency,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double necessity) {}
}
