package org.parley.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads the decision table of a decision. */
final class TableReader {

  private TableReader() {}

  /**
   * The table, or {@code null} where the decision has logic of another kind.
   *
   * @param types those of its model
   */
  static DecisionTable read(Element decision, ItemTypes types) {
    Element table = ModelFile.child(decision, "decisionTable");
    if (table == null) {
      return null;
    }
    return new DecisionTable(
        table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE",
        table.getAttribute("aggregation"),
        ModelFile.children(table, "input").stream().map(TableReader::input).toList(),
        ModelFile.children(table, "output").stream()
            .map(output -> output(output, types.of(ModelFile.child(decision, "variable")), types))
            .toList(),
        readRows(decision.getAttribute("name"), table));
  }

  /** The row elements of a decision; none where it is not a table. */
  static List<Element> rows(Element decision) {
    Element table = ModelFile.child(decision, "decisionTable");
    return table == null ? List.of() : ModelFile.children(table, "rule");
  }

  private static DecisionTable.Input input(Element input) {
    return new DecisionTable.Input(
        ModelFile.text(ModelFile.child(input, "inputExpression"), "text"),
        ModelFile.text(ModelFile.child(input, "inputValues"), "text"));
  }

  private static DecisionTable.Output output(Element output, ItemType whole, ItemTypes types) {
    String name = output.getAttribute("name");
    ItemType part = whole.components().getOrDefault(name, whole);
    return new DecisionTable.Output(
        name,
        ModelFile.text(ModelFile.child(output, "outputValues"), "text"),
        ModelFile.text(ModelFile.child(output, "defaultOutputEntry"), "text"),
        Stream.of(part, output.hasAttribute("typeRef") ? types.of(output) : part)
            .map(type -> new DecisionTable.Type(type.base(), type.allowed()))
            .distinct()
            .toList());
  }

  private static List<Row> readRows(String decision, Element table) {
    List<String> columns =
        ModelFile.children(table, "annotation").stream().map(e -> e.getAttribute("name")).toList();
    int inputs = ModelFile.children(table, "input").size();
    List<Row> rows = new ArrayList<>();
    for (Element rule : ModelFile.children(table, "rule")) {
      int number = rows.size() + 1;
      String id = rule.getAttribute("id");
      rows.add(
          new Row(
              id.isEmpty() ? "%s row %d".formatted(decision, number) : id,
              number,
              XmlReader.line(rule),
              tests(rule, inputs),
              texts(rule, "outputEntry"),
              annotations(columns, texts(rule, "annotationEntry"))));
    }
    return rows;
  }

  /** A cell that is blank or left out tests nothing. */
  private static List<String> tests(Element rule, int inputs) {
    List<String> tests = new ArrayList<>(texts(rule, "inputEntry"));
    tests.replaceAll(test -> test.isEmpty() ? FeelTree.DASH : test);
    while (tests.size() < inputs) {
      tests.add(FeelTree.DASH);
    }
    return tests;
  }

  private static List<String> texts(Element rule, String kind) {
    return ModelFile.children(rule, kind).stream().map(e -> ModelFile.text(e, "text")).toList();
  }

  private static Map<String, String> annotations(List<String> columns, List<String> texts) {
    Map<String, String> annotations = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), texts.size()); i++) {
      annotations.put(columns.get(i), texts.get(i));
    }
    return annotations;
  }
}
