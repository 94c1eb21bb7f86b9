package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.parley.Case;
import org.parley.WhyNot;
import org.parley.WhyNot.FailingCell;
import org.parley.WhyNot.FailingFact;
import org.parley.WhyNot.NearRow;
import org.parley.WhyNot.Way;

/** Renders as JSON why the tables do not favour a posture. */
public final class WhyNotJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private WhyNotJson() {}

  /** The answer as JSON text that ends with a line break. */
  public static String render(Case subject, WhyNot whyNot) {
    return Json.write(tree(subject, whyNot));
  }

  static ObjectNode tree(Case subject, WhyNot whyNot) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "case", subject.id());
    Json.text(json, "posture", whyNot.posture());
    Json.text(json, "asked", whyNot.asked());
    Json.text(json, "verdict", whyNot.verdict().level());
    json.set("rows", Json.array(whyNot.ways(), WhyNotJson::way));
    return json;
  }

  private static ObjectNode way(Way way) {
    ObjectNode json = row(way.row());
    json.set("assuming", values(way.assuming()));
    ObjectNode then = json.putObject("then");
    Json.text(then, "posture", way.posture());
    Json.text(then, "verdict", way.level());
    return json;
  }

  private static ObjectNode row(NearRow row) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "id", row.id());
    Json.text(json, "table", row.table());
    json.put("number", row.number());
    Json.text(json, "result", row.result());
    Json.text(json, "why", row.why());
    Json.text(json, "source", row.source());
    json.set("statements", Json.texts(row.statements()));
    json.set("failing", Json.array(row.facts(), WhyNotJson::fact));
    json.set("cells", Json.array(row.cells(), WhyNotJson::cell));
    return json;
  }

  private static ObjectNode fact(FailingFact fact) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "fact", fact.fact());
    json.set("value", Json.value(fact.value()));
    json.set("wanted", Json.texts(fact.wanted()));
    return json;
  }

  private static ObjectNode cell(FailingCell cell) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "input", cell.input());
    json.set("value", Json.value(cell.value()));
    json.set("wanted", Json.texts(cell.wanted()));
    if (cell.through() != null) {
      json.set("through", row(cell.through()));
    }
    return json;
  }

  private static ObjectNode values(Map<String, String> values) {
    ObjectNode json = NODES.objectNode();
    values.forEach((name, value) -> json.set(name, Json.value(value)));
    return json;
  }
}
