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
 * @param inputs where the input columns stand
 * @param inputValues for each input column the texts that the type of what it tests allows; none
 *     where they are not listed
 * @param inputKinds for each input column the FEEL type of what it tests, such as {@code string},
 *     or an empty string
 * @param outputValues for each output column the texts that the type allows
 * @param outputKinds for each output column the FEEL type of its results, or an empty string
 * @param single whether its type is known and no list
 * @param rows where the rows stand
 */
public record DraftDecision(
    String name,
    Place place,
    List<String> needs,
    DecisionTable decisionTable,
    List<Place> inputs,
    List<List<String>> inputValues,
    List<String> inputKinds,
    List<List<String>> outputValues,
    List<String> outputKinds,
    boolean single,
    List<DraftRow> rows) {

  public DraftDecision {
    needs = List.copyOf(needs);
    inputs = List.copyOf(inputs);
    inputValues = List.copyOf(inputValues);
    inputKinds = List.copyOf(inputKinds);
    outputValues = List.copyOf(outputValues);
    outputKinds = List.copyOf(outputKinds);
    rows = List.copyOf(rows);
  }

  /** Its table. */
  public Optional<DecisionTable> table() {
    return Optional.ofNullable(decisionTable);
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
