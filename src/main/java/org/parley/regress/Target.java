package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.decide.search.CellTrials;
import org.parley.decide.search.Wanted;

/** What a new case should exercise. */
public sealed interface Target {

  /**
   * A row that decides in no case.
   *
   * @param table its decision
   * @param row its id
   * @param number its place in the table, from 1
   * @param wanted what its table has to see
   */
  record UnusedRow(String table, String row, @JsonIgnore int number, @JsonIgnore Wanted wanted)
      implements Target {}

  /**
   * A changed cell that no case notices.
   *
   * @param mutant the change
   * @param wanted what its table has to see
   */
  record Unnoticed(@JsonUnwrapped Mutant mutant, @JsonIgnore Wanted wanted) implements Target {}

  /**
   * A value that no case has.
   *
   * @param fact the fact
   * @param value the value
   * @param place of the fact among the codes
   * @param code of the value
   */
  record UnseenValue(String fact, String value, @JsonIgnore int place, @JsonIgnore int code)
      implements Target {}

  /**
   * Whether a case serves it.
   *
   * @param trials that have taken up the case
   * @param facts its facts
   */
  default boolean isServed(CellTrials trials, byte[] facts) {
    if (this instanceof UnusedRow row) {
      return trials.decides(row.table(), row.number());
    }
    if (this instanceof Unnoticed unnoticed) {
      return !trials.effect(unnoticed.mutant().change()).isEmpty();
    }
    UnseenValue value = (UnseenValue) this;
    return facts[value.place()] == value.code();
  }
}
