package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.regress.tck.TckOutcome;
import org.parley.regress.tck.TckResult;

/** Renders results of the DMN TCK as JSON. */
public final class TckJson {

  private TckJson() {}

  /** The result as JSON text that ends with a line break. */
  public static String render(TckResult result) {
    ObjectNode json = counts(result);
    ObjectNode levels = json.putObject("levels");
    result
        .byLevel()
        .forEach(
            (level, part) -> levels.set(level, counts(part).put("failed", part.failed().size())));
    json.set("failed", Json.array(result.failed(), TckJson::outcome));
    json.set("notRun", Json.array(result.refused(), TckJson::outcome));
    return Json.write(json);
  }

  private static ObjectNode counts(TckResult result) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("total", result.total())
        .put("passed", result.passed())
        .put("refused", result.refused().size());
  }

  private static ObjectNode outcome(TckOutcome outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("directory", outcome.directory());
    json.put("testCaseFile", outcome.file());
    json.put("testId", outcome.test());
    json.put("detail", outcome.detail());
    return json;
  }
}
