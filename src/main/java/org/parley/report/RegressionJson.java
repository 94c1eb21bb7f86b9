package org.parley.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.parley.regress.PinUpdate;
import org.parley.regress.RegressionResult;
import org.parley.regress.RegressionResult.Confusion;
import org.parley.regress.RegressionResult.DecidingRow;
import org.parley.regress.RegressionResult.Difference;
import org.parley.regress.RegressionResult.Interval;
import org.parley.regress.RegressionResult.Mismatch;
import org.parley.regress.RegressionResult.Stance;
import org.parley.regress.RegressionResult.Tally;

/** Renders a regression as JSON. */
public final class RegressionJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RegressionJson() {}

  /** The result as JSON text that ends with a line break. */
  public static String render(RegressionResult result) {
    return Json.write(tree(result));
  }

  /** The same with what approving the present tables changes. */
  public static String render(RegressionResult result, PinUpdate update) {
    ObjectNode json = tree(result);
    json.putObject("update")
        .put("written", update.written())
        .set("changes", Json.array(update.changes(), RegressionJson::change));
    return Json.write(json);
  }

  private static ObjectNode change(PinUpdate.Change change) {
    ObjectNode json = NODES.objectNode();
    json.put("case", change.subject());
    json.put("file", change.file().toString());
    if (change.before() != null) {
      json.set("before", stance(change.before()));
    }
    json.set("after", stance(change.after()));
    json.set("rows", Json.array(change.rows(), RegressionJson::row));
    return json;
  }

  private static ObjectNode tree(RegressionResult result) {
    ObjectNode json = NODES.objectNode();
    json.put("cases", result.cases());
    ObjectNode expected = json.putObject("expected");
    expected.put("agree", result.expected().agree());
    expected.set("unpinned", Json.texts(result.expected().unpinned()));
    expected.set("differ", Json.array(result.expected().differ(), RegressionJson::mismatch));
    ObjectNode observed = json.putObject("observed");
    observed.put("compared", result.observed().compared());
    observed.put("agree", result.observed().agree());
    observed.set("byPosture", tallies(result.observed().byPosture()));
    observed.set("byUnofficialTrack", tallies(result.observed().byUnofficialTrack()));
    observed
        .putObject("withoutCloseFacts")
        .put("agree", result.observed().agreeWithoutCloseFacts());
    observed.set("interval95", interval(result.observed().all()));
    observed.set("confusion", confusion(result.observed().confusion()));
    observed
        .putObject("baselines")
        .put("largestClass", result.observed().baselines().largestClass())
        .put("naiveBayes", result.observed().baselines().naiveBayes())
        .put("naiveBayesByConflict", result.observed().baselines().naiveBayesByConflict());
    observed.set("differ", Json.array(result.observed().differ(), RegressionJson::difference));
    observed.put("caution", RegressionText.CAUTION);
    if (result.derivedOnly() != null) {
      json.set("derivedOnly", DerivedOnlySection.json(result.derivedOnly()));
    }
    return json;
  }

  private static ObjectNode interval(Tally tally) {
    Interval interval = tally.interval();
    return NODES.objectNode().put("low", share(interval.low())).put("high", share(interval.high()));
  }

  private static ArrayNode confusion(Confusion confusion) {
    List<String> postures = Confusion.postures();
    ArrayNode json = NODES.arrayNode();
    for (int i = 0; i < postures.size(); i++) {
      ObjectNode row = json.addObject().put("observed", postures.get(i));
      ObjectNode advised = row.putObject("advised");
      for (int j = 0; j < postures.size(); j++) {
        advised.put(postures.get(j), confusion.counts().get(i).get(j));
      }
      row.put("compared", confusion.tally(i).compared()).put("agree", confusion.tally(i).agree());
      row.set("interval95", interval(confusion.tally(i)));
    }
    return json;
  }

  private static BigDecimal share(double share) {
    return BigDecimal.valueOf(share).setScale(3, RoundingMode.HALF_UP);
  }

  private static ObjectNode mismatch(Mismatch mismatch) {
    ObjectNode json = NODES.objectNode();
    json.put("case", mismatch.subject());
    json.set("expected", stance(mismatch.expected()));
    json.set("actual", stance(mismatch.actual()));
    json.set("rows", Json.array(mismatch.rows(), RegressionJson::row));
    return json;
  }

  private static JsonNode row(DecidingRow row) {
    return NODES.objectNode().put("id", row.id()).put("table", row.table()).put("why", row.why());
  }

  private static ObjectNode difference(Difference difference) {
    ObjectNode json = NODES.objectNode();
    json.put("case", difference.subject());
    json.set("observed", stance(difference.observed()));
    json.set("advised", stance(difference.advised()));
    Json.text(json, "because", difference.because());
    return json;
  }

  private static ObjectNode stance(Stance stance) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "posture", stance.posture());
    Json.text(json, "unofficialTrack", stance.unofficialTrack());
    return json;
  }

  private static ObjectNode tallies(Map<String, Tally> tallies) {
    ObjectNode json = NODES.objectNode();
    tallies.forEach(
        (name, tally) ->
            json.putObject(name).put("compared", tally.compared()).put("agree", tally.agree()));
    return json;
  }
}
