package org.parley.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the decision table of a decision. */
final class TableReader {

  private TableReader() {}

  /**
   * The table, or {@code null} where the decision has logic of another kind.
   *
   * @param types those of its model
   */
  static DecisionTable read(ModelElement decision, ItemTypes types) {
    ModelElement table = decision.child("decisionTable");
    if (table == null) {
      return null;
    }
    return new DecisionTable(
        table.attributes().containsKey("hitPolicy") ? table.attribute("hitPolicy") : "UNIQUE",
        table.attribute("aggregation"),
        table.children("input").stream().map(TableReader::input).toList(),
        table.children("output").stream()
            .map(output -> output(output, types.of(decision.child("variable")), types))
            .toList(),
        readRows(decision.attribute("name"), table));
  }

  /** The elements of a kind in the table of a decision; none where it has logic of another kind. */
  static List<ModelElement> parts(ModelElement decision, String kind) {
    ModelElement table = decision.child("decisionTable");
    return table == null ? List.of() : table.children(kind);
  }

  private static DecisionTable.Input input(ModelElement input) {
    return new DecisionTable.Input(
        input.text("inputExpression", "text"), input.text("inputValues", "text"));
  }

  private static DecisionTable.Output output(ModelElement output, ItemType whole, ItemTypes types) {
    String name = output.attribute("name");
    ItemType part = whole.components().getOrDefault(name, whole);
    return new DecisionTable.Output(
        name,
        output.text("outputValues", "text"),
        output.text("defaultOutputEntry", "text"),
        Stream.of(part, output.attributes().containsKey("typeRef") ? types.of(output) : part)
            .map(type -> new DecisionTable.Type(type.base(), type.allowed()))
            .distinct()
            .toList());
  }

  private static List<Row> readRows(String decision, ModelElement table) {
    List<String> columns =
        table.children("annotation").stream().map(e -> e.attribute("name")).toList();
    int inputs = table.children("input").size();
    List<Row> rows = new ArrayList<>();
    for (ModelElement rule : table.children("rule")) {
      int number = rows.size() + 1;
      String id = rule.id();
      rows.add(
          new Row(
              id.isEmpty() ? "%s row %d".formatted(decision, number) : id,
              number,
              rule.line(),
              tests(rule, inputs),
              texts(rule, "outputEntry"),
              annotations(columns, texts(rule, "annotationEntry")),
              rule.text("description")));
    }
    return rows;
  }

  /** A cell that is blank or left out tests nothing. */
  private static List<String> tests(ModelElement rule, int inputs) {
    List<String> tests = new ArrayList<>(texts(rule, "inputEntry"));
    tests.replaceAll(test -> test.isEmpty() ? FeelTree.DASH : test);
    while (tests.size() < inputs) {
      tests.add(FeelTree.DASH);
    }
    return tests;
  }

  private static List<String> texts(ModelElement rule, String kind) {
    return rule.children(kind).stream().map(e -> e.text("text")).toList();
  }

  private static Map<String, String> annotations(List<String> columns, List<String> texts) {
    Map<String, String> annotations = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), texts.size()); i++) {
      annotations.put(columns.get(i), texts.get(i));
    }
    return annotations;
  }
}
