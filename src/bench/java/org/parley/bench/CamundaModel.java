package org.parley.bench;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.w3c.dom.Element;

/** The linked model as Camunda takes it with its legacy FEEL. */
final class CamundaModel {
  /** The id of the decision that requires all others. */
  static final String ALL = "all";

  /** What stands for a number that is not known. */
  static final int NO_NUMBER = -1;

  static final List<String> ADAPTATIONS =
      List.of(
          "Names of facts and decisions have _ in place of blanks and hyphens: JUEL knows no others.",
          "Each output has the name of its decision, under which the decisions that read it find it.",
          "PRIORITY, which Camunda does not have, becomes FIRST with the rows sorted by their"
              + " output; for these tables only the results are compared, not the rows.",
          "A number that is not known is -1 and the test null is < 0; the tests < n and <= n are [0..n) and"
              + " [0..n]: legacy"
              + " FEEL does not tell null from 0.",
          "Types of the model are left out: Camunda does not check them.",
          "A decision more that requires all last ones: Camunda evaluates one decision with what it"
              + " requires, each once.");

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern LESS = Pattern.compile("<(=?)\\s*(\\d+)");

  private final PeerModel model;

  private CamundaModel(KnowledgeBase knowledge) {
    model = new PeerModel(knowledge.linkedDmn());
  }

  static String of(KnowledgeBase knowledge) {
    CamundaModel adapted = new CamundaModel(knowledge);
    adapted.model.usePlainNames();
    adapted.model.remove("itemDefinition", "allowedValues");
    adapted.model.all("decisionTable").forEach(CamundaModel::sortByPriority);
    adapted.model.remove("outputValues");
    adapted.model.all("decision").forEach(CamundaModel::nameOutput);
    adapted.model.all("inputEntry").forEach(CamundaModel::testNumber);
    List.of("variable", "inputExpression", "output").stream()
        .flatMap(kind -> adapted.model.all(kind).stream())
        .forEach(e -> e.removeAttribute("typeRef"));
    adapted.requireAll(Finals.last(knowledge).stream().map(Decision::name).toList());
    return adapted.model.text();
  }

  private static void sortByPriority(Element table) {
    if (!table.getAttribute("hitPolicy").equals("PRIORITY")) {
      return;
    }
    Element output = PeerModel.child(table, "output");
    List<String> priority =
        TEXT.matcher(text(PeerModel.child(output, "outputValues")))
            .results()
            .map(r -> r.group(0))
            .toList();
    table.setAttribute("hitPolicy", "FIRST");
    PeerModel.children(table, "rule").stream()
        .sorted(
            Comparator.comparingInt(
                row -> priority.indexOf(text(PeerModel.child(row, "outputEntry")))))
        .forEach(table::appendChild);
  }

  private static void nameOutput(Element decision) {
    for (Element table : PeerModel.children(decision, "decisionTable")) {
      for (Element output : PeerModel.children(table, "output")) {
        if (!output.hasAttribute("name")) {
          output.setAttribute("name", decision.getAttribute("name"));
        }
      }
    }
  }

  private static void testNumber(Element entry) {
    Element text = PeerModel.child(entry, "text");
    String tests = text.getTextContent().strip();
    if (tests.indexOf('"') < 0) {
      text.setTextContent(
          Stream.of(tests.split(","))
              .map(test -> number(test.strip()))
              .collect(Collectors.joining(",")));
    }
  }

  private static String number(String test) {
    Matcher less = LESS.matcher(test);
    if (less.matches()) {
      return "[0.." + less.group(2) + (less.group(1).isEmpty() ? ")" : "]");
    }
    return test.equals("null") ? "< 0" : test;
  }

  private void requireAll(List<String> required) {
    Element decision = add(model.definitions(), "decision", ALL);
    decision.setAttribute("name", ALL);
    List<String> names = required.stream().map(PeerModel::plain).toList();
    for (Element needed : model.all("decision")) {
      if (names.contains(needed.getAttribute("name"))) {
        String to = needed.getAttribute("id");
        Element requirement = add(decision, "informationRequirement", ALL + "-" + to);
        model.add(requirement, "requiredDecision").setAttribute("href", "#" + to);
      }
    }
    Element table = add(decision, "decisionTable", ALL + "-table");
    add(table, "output", ALL + "-output").setAttribute("name", ALL);
    Element entry = add(add(table, "rule", ALL + "-row"), "outputEntry", ALL + "-result");
    model.add(entry, "text").setTextContent("true");
  }

  private Element add(Element parent, String kind, String id) {
    Element added = model.add(parent, kind);
    added.setAttribute("id", id);
    return added;
  }

  private static String text(Element holder) {
    return PeerModel.child(holder, "text").getTextContent().strip();
  }
}
