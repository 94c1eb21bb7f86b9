package org.parley.knowledge;

import java.util.List;
import java.util.Optional;
import org.parley.Place;

/**
 * A decision as it stands in its file.
 *
 * @param name its name
 * @param place where it stands
 * @param needs the names of what it requires
 * @param decisionTable its table, or {@code null} where its logic is of another kind
 * @param inputs its input columns
 * @param outputs its output columns
 * @param single whether its type is known and no list
 * @param rows where the rows stand
 */
public record DraftDecision(
    String name,
    Place place,
    List<String> needs,
    DecisionTable decisionTable,
    List<DraftColumn> inputs,
    List<DraftColumn> outputs,
    boolean single,
    List<DraftRow> rows) {

  public DraftDecision {
    needs = List.copyOf(needs);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }

  /** Its table. */
  public Optional<DecisionTable> table() {
    return Optional.ofNullable(decisionTable);
  }

  /**
   * A column.
   *
   * @param place where it stands
   * @param kind the FEEL type of what it tests or answers with, such as {@code string}, or an empty
   *     string
   * @param values the texts that this type allows; none where they are not listed
   */
  public record DraftColumn(Place place, String kind, List<String> values) {

    public DraftColumn {
      values = List.copyOf(values);
    }
  }

  /**
   * Where a row stands.
   *
   * @param place the row itself
   * @param identified whether the file gives it an id
   * @param tests its cells below the input columns
   * @param results its cells below the output columns
   */
  public record DraftRow(Place place, boolean identified, List<Place> tests, List<Place> results) {

    public DraftRow {
      tests = List.copyOf(tests);
      results = List.copyOf(results);
    }
  }
}
