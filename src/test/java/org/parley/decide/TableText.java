package org.parley.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads a decision table from a text as one would draw it.
 *
 * <pre>
 * PRIORITY
 * mood    | months of war => verdict
 * values                  => "go","wait"
 * otherwise               => "wait"
 * "good"  | &lt; 12          => "go"
 * </pre>
 *
 * The first line is the hit policy, the second has the columns; lines for output values and default
 * results may follow; then come the rows.
 */
final class TableText {
  private final String name;
  private final List<String> lines;

  private TableText(String name, String text) {
    this.name = name;
    this.lines = text.strip().lines().toList();
  }

  /**
   * The table.
   *
   * @param name begins the ids of the rows
   */
  static Draft.Table read(String name, String text) {
    return new TableText(name, text).table();
  }

  private Draft.Table table() {
    String policy = lines.get(0).strip();
    boolean aggregates = policy.startsWith("COLLECT ");
    return new Draft.Table(
        aggregates ? "COLLECT" : policy,
        aggregates ? policy.substring(8) : "",
        inputs(lines.get(1)).stream().map(Draft.Input::of).toList(),
        outputColumns(),
        rows());
  }

  private List<Draft.Output> outputColumns() {
    List<String> names = outputs(lines.get(1));
    List<String> values = special("values", names.size());
    List<String> otherwise = special("otherwise", names.size());
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new Draft.Output(
                    names.size() == 1 ? "" : names.get(i), "", values.get(i), otherwise.get(i)))
        .toList();
  }

  private List<String> special(String word, int size) {
    return lines.stream()
        .filter(l -> isSpecial(l, word))
        .findFirst()
        .map(TableText::outputs)
        .orElse(IntStream.range(0, size).mapToObj(i -> "").toList());
  }

  private List<Draft.Row> rows() {
    List<Draft.Row> rows = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      if (!isSpecial(line, "values") && !isSpecial(line, "otherwise")) {
        String id = "%s-%d".formatted(name, rows.size() + 1);
        rows.add(new Draft.Row(id, inputs(line), outputs(line)));
      }
    }
    return rows;
  }

  private static boolean isSpecial(String line, String word) {
    return line.matches(word + "\\s*=>.*");
  }

  private static List<String> inputs(String line) {
    return cells(line.substring(0, line.indexOf("=>")));
  }

  private static List<String> outputs(String line) {
    return cells(line.substring(line.indexOf("=>") + 2));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|")).map(String::strip).toList();
  }
}
