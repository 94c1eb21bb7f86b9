package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parley.Case;
import org.parley.Observation;
import org.parley.SimilarCase;

/** Renders the cases most like another as JSON. What is missing has no key. */
public final class SimilarJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SimilarJson() {}

  /** The cases as JSON text, laid out for people, ending with a line break. */
  public static String render(Case subject, List<SimilarCase> similar) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "case", subject.id());
    Json.text(json, "asOf", subject.asOf());
    json.set("similar", Json.array(similar, SimilarJson::tree));
    json.put("caveat", SimilarWording.CAVEAT);
    return Json.write(json);
  }

  static ObjectNode tree(SimilarCase similar) {
    ObjectNode json = NODES.objectNode();
    Case subject = similar.subject();
    Json.text(json, "case", subject.id());
    Json.text(json, "title", subject.title());
    Json.text(json, "conflict", subject.conflict());
    Json.text(json, "asOf", subject.asOf());
    json.put("likeness", Figures.exact(similar.likeness()));
    json.putObject("advised")
        .put("posture", similar.advice().posture().label())
        .put("unofficialTrack", similar.advice().unofficialTrack().label());
    if (subject.observed() != null) {
      json.set("observed", observed(subject.observed()));
    }
    json.set("differences", Json.array(similar.differences(), SimilarJson::difference));
    return json;
  }

  private static ObjectNode observed(Observation observed) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "posture", observed.posture());
    Json.text(json, "unofficialTrack", observed.unofficialTrack());
    Json.text(json, "confidence", observed.confidence());
    Json.text(json, "note", observed.note());
    return json;
  }

  private static ObjectNode difference(SimilarCase.Difference difference) {
    ObjectNode json = NODES.objectNode();
    json.put("fact", difference.fact());
    json.put("here", difference.here());
    json.put("there", difference.there());
    json.put("weight", Figures.exact(difference.weight()));
    return json;
  }
}
