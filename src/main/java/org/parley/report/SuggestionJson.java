package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.regress.SuggestionResult;
import org.parley.regress.SuggestionResult.Suggested;
import org.parley.regress.Target;

/** Renders as JSON which cases are missing. */
public final class SuggestionJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SuggestionJson() {}

  /** The result as JSON text that ends with a line break. */
  public static String render(SuggestionResult result) {
    ObjectNode json = NODES.objectNode();
    json.put("targets", result.targets());
    json.put("served", result.served());
    json.set("cases", Json.array(result.suggested(), SuggestionJson::suggested));
    Function<Target, ObjectNode> target = SuggestionJson::target;
    json.set("leftOut", Json.array(result.leftOut(), target));
    json.set("notFound", Json.array(result.notFound(), target));
    json.set("impossible", Json.array(result.impossible(), target));
    return Json.write(json);
  }

  private static ObjectNode suggested(Suggested suggested) {
    Case stub = suggested.stub();
    ObjectNode json = NODES.objectNode();
    json.put("case", stub.id());
    json.put("title", stub.title());
    json.put("like", suggested.like());
    json.set("changes", MutantJson.changes(suggested.changes()));
    ObjectNode facts = json.putObject("facts");
    for (Fact fact : stub.facts().values()) {
      facts.set(fact.name(), Json.value(fact.value()));
    }
    json.set("findings", Json.texts(suggested.findings().stream().map(Finding::message).toList()));
    json.set("serves", Json.array(suggested.serves(), SuggestionJson::target));
    return json;
  }

  private static ObjectNode target(Target target) {
    if (target instanceof Target.UnusedRow row) {
      return NODES.objectNode().put("table", row.table()).put("row", row.row());
    }
    return target instanceof Target.Unnoticed unnoticed
        ? MutantJson.mutant(unnoticed.mutant())
        : value((Target.UnseenValue) target);
  }

  private static ObjectNode value(Target.UnseenValue unseen) {
    return NODES.objectNode().put("fact", unseen.fact()).put("value", unseen.value());
  }
}
