package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Observation;
import org.parley.SimilarCase;
import org.parley.SimilarCase.Difference;

/** Renders as JSON the cases most like another. */
public final class SimilarJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SimilarJson() {}

  /** The case asked about and those like it, as JSON text that ends with a line break. */
  public static String render(Case subject, List<SimilarCase> similar) {
    return Json.write(tree(subject, similar));
  }

  static ObjectNode tree(Case subject, List<SimilarCase> similar) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "case", subject.id());
    json.set("similar", Json.array(similar, SimilarJson::tree));
    json.put("caveat", SimilarWording.CAVEAT);
    return json;
  }

  static ObjectNode tree(SimilarCase similar) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "case", similar.subject().id());
    Json.text(json, "title", similar.subject().title());
    Json.text(json, "conflict", similar.subject().conflict());
    Json.text(json, "asOf", similar.subject().asOf());
    json.put("likeness", Json.rounded(similar.likeness()));
    json.set("advised", advised(similar.advice()));
    if (similar.subject().observed() != null) {
      json.set("observed", observed(similar.subject().observed()));
    }
    json.set("differences", Json.array(similar.differences(), SimilarJson::difference));
    return json;
  }

  private static ObjectNode advised(Advice advice) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "posture", advice.posture());
    Json.text(json, "unofficialTrack", advice.unofficialTrack());
    return json;
  }

  private static ObjectNode observed(Observation observed) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "posture", observed.posture());
    Json.text(json, "unofficialTrack", observed.unofficialTrack());
    Json.text(json, "confidence", observed.confidence());
    Json.text(json, "thirdParty", observed.thirdParty());
    Json.text(json, "note", observed.note());
    if (!observed.sources().isEmpty()) {
      json.set("sources", Json.texts(observed.sources()));
    }
    return json;
  }

  private static ObjectNode difference(Difference difference) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "fact", difference.fact());
    json.set("here", Json.value(difference.here()));
    json.set("there", Json.value(difference.there()));
    return json.put("weight", Json.rounded(difference.weight()));
  }
}
