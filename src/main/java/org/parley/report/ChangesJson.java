package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.Case;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.Distance;
import org.parley.Changes.FactChange;

/** Renders as JSON what would change an advice. */
public final class ChangesJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ChangesJson() {}

  /** The answer as JSON text that ends with a line break. */
  public static String render(Case subject, Changes changes) {
    return Json.write(tree(subject, changes));
  }

  static ObjectNode tree(Case subject, Changes changes) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "case", subject.id());
    Json.text(json, "posture", changes.posture());
    Json.text(json, "to", changes.to());
    json.put("searched", changes.most());
    json.set("changes", Json.array(changes.sets(), ChangesJson::set));
    json.set("distances", Json.array(changes.distances(), ChangesJson::distance));
    json.set("robust", Json.texts(changes.robust()));
    return json;
  }

  private static ObjectNode set(ChangeSet set) {
    ObjectNode json = NODES.objectNode();
    json.set("facts", Json.array(set.facts(), ChangesJson::fact));
    Json.text(json, "posture", set.posture());
    Json.text(json, "unofficialTrack", set.unofficialTrack());
    Json.text(json, "group", set.group());
    return json;
  }

  private static ObjectNode fact(FactChange change) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "name", change.name());
    json.set("from", Json.value(change.from()));
    json.set("to", Json.value(change.to()));
    Json.text(json, "actor", change.actor());
    return json.put("steps", change.steps());
  }

  private static ObjectNode distance(Distance distance) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "posture", distance.posture());
    if (distance.facts().isPresent()) {
      json.put("facts", distance.facts().getAsInt());
    } else {
      json.putNull("facts");
    }
    return json.put("searched", distance.searched());
  }
}
