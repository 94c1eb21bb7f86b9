package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Which part of a knowledge base some cases exercise.
 *
 * @param cases how many cases ran
 * @param synthetic how many of them are made up
 * @param statements the rule statements of the sources
 * @param rows the rows of the tables
 * @param rules the Drools rules
 * @param values the allowed values of choices, {@code unknown} apart
 * @param mutants the changed cells; {@code null} where that was not asked for
 */
public record CoverageResult(
    int cases,
    int synthetic,
    Statements statements,
    Rows rows,
    Rules rules,
    Values values,
    @JsonInclude(JsonInclude.Include.NON_NULL) MutationResult mutants) {

  /** The same with changed cells. */
  public CoverageResult with(MutationResult changed) {
    return new CoverageResult(cases, synthetic, statements, rows, rules, values, changed);
  }

  /**
   * The least of the shares of statements exercised, rows exercised, and changed cells noticed,
   * where that was asked for; from 0 to 1.
   */
  public double share() {
    double exercised =
        Math.min(
            share(statements.exercised(), statements.total()),
            share(rows.exercised(), rows.total()));
    return mutants == null ? exercised : Math.min(exercised, mutants.all().share());
  }

  private static double share(int part, int total) {
    return total == 0 ? 1 : (double) part / total;
  }

  /**
   * The statements of kind rule.
   *
   * @param total how many there are
   * @param encoded how many stand in a row or rule
   * @param exercised how many stand in a row or rule that a case exercises
   * @param missing those that stand in none
   * @param never those that stand in some, none of which a case exercises
   */
  public record Statements(
      int total, int encoded, int exercised, List<String> missing, List<String> never) {

    public Statements {
      missing = List.copyOf(missing);
      never = List.copyOf(never);
    }
  }

  /**
   * The rows.
   *
   * @param total how many there are
   * @param exercised how many gave the result in some case
   * @param never the others
   */
  public record Rows(int total, int exercised, List<UnusedRow> never) {

    public Rows {
      never = List.copyOf(never);
    }
  }

  /**
   * A row that no case exercises.
   *
   * @param id its id
   * @param table its decision
   */
  public record UnusedRow(String id, String table) {}

  /**
   * The rules.
   *
   * @param total how many there are
   * @param exercised how many fired in some case
   * @param never the names of the others
   */
  public record Rules(int total, int exercised, List<String> never) {

    public Rules {
      never = List.copyOf(never);
    }
  }

  /**
   * The allowed values.
   *
   * @param total how many there are
   * @param seen how many some case has
   * @param never the others
   */
  public record Values(int total, int seen, List<UnseenValues> never) {

    public Values {
      never = List.copyOf(never);
    }
  }

  /**
   * The values of a fact that no case has.
   *
   * @param fact the fact
   * @param values its values
   */
  public record UnseenValues(String fact, List<String> values) {

    public UnseenValues {
      values = List.copyOf(values);
    }
  }
}
