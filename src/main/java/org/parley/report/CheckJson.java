package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.author.check.CheckFinding;
import org.parley.author.check.CheckResult;
import org.parley.author.check.TurnedOff;

/** Renders a check as JSON. */
public final class CheckJson {

  private CheckJson() {}

  /** The result as JSON text that ends with a line break. */
  public static String render(CheckResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("tables", result.tables());
    json.put("rows", result.rows());
    json.put("cases", result.cases());
    json.set("findings", Json.array(result.findings(), CheckJson::finding));
    json.set(
        "notAnalysed",
        Json.array(
            result.notAnalysed(),
            n -> JsonNodeFactory.instance.objectNode().put("what", n.what()).put("why", n.why())));
    json.set("turnedOff", Json.array(result.turnedOff(), CheckJson::turnedOff));
    return Json.write(json);
  }

  private static ObjectNode finding(CheckFinding finding) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", finding.check().id());
    json.put("level", finding.level().label());
    json.put("where", finding.where());
    json.put("message", finding.message());
    json.put("file", finding.place().file());
    if (finding.place().line() > 0) {
      json.put("line", finding.place().line());
    }
    Json.text(json, "decision", finding.place().decision());
    Json.text(json, "row", finding.place().row());
    Json.text(json, "column", finding.place().column());
    return json;
  }

  private static ObjectNode turnedOff(TurnedOff off) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("check", off.setting().check());
    Json.text(json, "where", off.setting().where());
    json.put("why", off.setting().why());
    json.set("findings", Json.array(off.findings(), CheckJson::finding));
    return json;
  }
}
