package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.regress.CoverageResult;
import org.parley.regress.CoverageResult.UnseenValues;
import org.parley.regress.CoverageResult.UnusedRow;

/** Renders coverage as JSON. */
public final class CoverageJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CoverageJson() {}

  /** The result as JSON text that ends with a line break. */
  public static String render(CoverageResult result) {
    ObjectNode json = NODES.objectNode();
    json.put("cases", result.cases());
    json.put("synthetic", result.synthetic());
    ObjectNode statements = json.putObject("statements");
    statements.put("total", result.statements().total());
    statements.put("encoded", result.statements().encoded());
    statements.put("exercised", result.statements().exercised());
    statements.set("missing", Json.texts(result.statements().missing()));
    statements.set("never", Json.texts(result.statements().never()));
    ObjectNode rows = json.putObject("rows");
    rows.put("total", result.rows().total());
    rows.put("exercised", result.rows().exercised());
    rows.set("never", Json.array(result.rows().never(), CoverageJson::row));
    ObjectNode rules = json.putObject("rules");
    rules.put("total", result.rules().total());
    rules.put("exercised", result.rules().exercised());
    rules.set("never", Json.texts(result.rules().never()));
    ObjectNode values = json.putObject("values");
    values.put("total", result.values().total());
    values.put("seen", result.values().seen());
    values.set("never", Json.array(result.values().never(), CoverageJson::values));
    if (result.mutants() != null) {
      json.set("mutants", MutantJson.of(result.mutants()));
    }
    return Json.write(json);
  }

  private static ObjectNode row(UnusedRow row) {
    return NODES.objectNode().put("id", row.id()).put("table", row.table());
  }

  private static ObjectNode values(UnseenValues unseen) {
    ObjectNode json = NODES.objectNode().put("fact", unseen.fact());
    json.set("values", Json.texts(unseen.values()));
    return json;
  }
}
