package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.Advice;
import org.parley.Seats;
import org.parley.Seats.Reading;
import org.parley.Verdict;

/** Renders the two seats of a war as JSON. What is missing has no key. */
public final class SeatsJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SeatsJson() {}

  /** The seats as JSON text, laid out for people, ending with a line break. */
  public static String render(Seats seats) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "case", seats.ours().subject().id());
    Json.text(json, "asOf", seats.ours().subject().asOf());
    json.put("imagined", seats.imagined());
    json.set("ours", seat(seats.ours()));
    json.set("theirs", seat(seats.theirs()));
    json.set("readings", Json.array(seats.readings(), r -> reading(r, seats)));
    json.putObject("shared")
        .put("posture", seats.shared().posture().label())
        .put("unofficialTrack", seats.shared().unofficialTrack().label())
        .put("wouldChange", seats.wouldChange());
    json.set("follows", Json.texts(SeatsWording.follows(seats)));
    return Json.write(json);
  }

  private static ObjectNode seat(Advice advice) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "case", advice.subject().id());
    Json.text(json, "party", advice.subject().decidingParty());
    Json.text(json, "asOf", advice.subject().asOf());
    json.put("posture", advice.posture().label());
    json.put("unofficialTrack", advice.unofficialTrack().label());
    json.put("confidence", advice.confidence().level().label());
    json.set("verdicts", Json.array(advice.verdicts(), SeatsJson::verdict));
    return json;
  }

  private static ObjectNode verdict(Verdict verdict) {
    return NODES
        .objectNode()
        .put("option", verdict.option().label())
        .put("verdict", verdict.level().label());
  }

  private static ObjectNode reading(Reading reading, Seats seats) {
    ObjectNode json = NODES.objectNode();
    json.put("fact", reading.fact());
    json.put("ours", reading.ours());
    json.put("theirFact", reading.theirFact());
    json.put("theirs", reading.theirs());
    json.put("seenFromHere", reading.seenFromHere());
    json.put("agrees", reading.agrees());
    json.put("wouldChange", seats.wouldChange(reading));
    if (seats.wouldChange(reading)) {
      json.putObject("then")
          .put("posture", reading.posture().label())
          .put("unofficialTrack", reading.unofficialTrack().label());
    }
    return json;
  }
}
