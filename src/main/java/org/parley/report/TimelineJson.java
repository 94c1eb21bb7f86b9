package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.regress.TimelineResult;
import org.parley.regress.TimelineResult.FactChange;
import org.parley.regress.TimelineResult.Point;
import org.parley.regress.TimelineResult.Strand;
import org.parley.regress.TimelineResult.Turn;

/** Renders a timeline as JSON. */
public final class TimelineJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TimelineJson() {}

  /** The timeline as JSON text that ends with a line break. */
  public static String render(TimelineResult result) {
    ObjectNode json = NODES.objectNode();
    json.put("conflict", result.conflict());
    json.set("strands", Json.array(result.strands(), TimelineJson::strand));
    return Json.write(json);
  }

  private static ObjectNode strand(Strand strand) {
    ObjectNode json = NODES.objectNode();
    json.put("decidingParty", strand.decidingParty());
    json.put("adversary", strand.adversary());
    json.set("points", Json.array(strand.points(), TimelineJson::point));
    json.set("turns", Json.array(strand.turns(), TimelineJson::turn));
    return json;
  }

  private static ObjectNode point(Point point) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "date", point.date());
    Json.text(json, "case", point.phase());
    Json.text(json, "posture", point.posture());
    Json.text(json, "unofficialTrack", point.unofficialTrack());
    if (!point.events().isEmpty()) {
      json.set("events", Json.array(point.events(), Json::event));
    }
    return json;
  }

  private static ObjectNode turn(Turn turn) {
    ObjectNode json = NODES.objectNode();
    json.set("from", point(turn.from()));
    json.set("to", point(turn.to()));
    json.set("turnedBy", Json.array(turn.turnedBy(), set -> Json.array(set, TimelineJson::change)));
    json.set("changed", Json.array(turn.changed(), TimelineJson::change));
    return json;
  }

  private static ObjectNode change(FactChange change) {
    return NODES
        .objectNode()
        .put("name", change.name())
        .put("from", change.from())
        .put("to", change.to())
        .put("origin", change.origin());
  }
}
