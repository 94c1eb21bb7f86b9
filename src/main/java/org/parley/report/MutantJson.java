package org.parley.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parley.Changes.FactChange;
import org.parley.regress.Mutant;
import org.parley.regress.MutationResult;
import org.parley.regress.MutationResult.Part;
import org.parley.regress.MutationResult.Score;
import org.parley.regress.MutationResult.Survivor;
import org.parley.regress.Remedy;

/** Writes as JSON which changes of cells are noticed. */
final class MutantJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private MutantJson() {}

  static ObjectNode of(MutationResult result) {
    ObjectNode json = score(NODES.objectNode(), result.all());
    json.set("byTable", Json.array(result.byTable(), p -> part("table", p)));
    json.set("byKind", Json.array(result.byKind(), p -> part("kind", p)));
    json.set("survivors", Json.array(result.survivors(), MutantJson::survivor));
    json.set("notAnalysed", Json.texts(result.notAnalysed()));
    return json;
  }

  private static ObjectNode part(String name, Part part) {
    return score(NODES.objectNode().put(name, part.name()), part.score());
  }

  private static ObjectNode score(ObjectNode json, Score score) {
    json.put("total", score.total());
    json.put("equivalent", score.equivalent());
    json.put("noticed", score.noticed());
    json.put("score", Json.rounded(score.share()));
    json.put("noticedByHistory", score.byHistory());
    json.put("scoreByHistory", Json.rounded(score.shareByHistory()));
    json.put("noticedByPin", score.pinned());
    json.put("noticedByObservation", score.observed());
    json.putObject("cells").put("total", score.cells()).put("noticed", score.cellsNoticed());
    return json;
  }

  /** A mutant. */
  static ObjectNode mutant(Mutant mutant) {
    ObjectNode json = NODES.objectNode();
    json.put("table", mutant.table());
    json.put("row", mutant.row());
    json.put("column", mutant.column());
    json.put("kind", mutant.kind().label());
    Json.text(json, "value", mutant.value());
    json.put("change", MutantWording.change(mutant));
    return json;
  }

  private static ObjectNode survivor(Survivor survivor) {
    ObjectNode json = mutant(survivor.mutant());
    json.put("breaksTable", survivor.breaksTable());
    json.put("impossible", survivor.remedy() instanceof Remedy.None);
    survivor
        .remedy()
        .newCase()
        .ifPresent(
            found -> {
              ObjectNode noticed = json.putObject("wouldNotice");
              noticed.put("like", found.like());
              noticed.set("facts", changes(found.changes()));
            });
    return json;
  }

  /** Facts with another value. */
  static ArrayNode changes(List<FactChange> changes) {
    return Json.array(
        changes,
        c -> {
          ObjectNode json = NODES.objectNode().put("name", c.name());
          json.set("from", Json.value(c.from()));
          json.set("to", Json.value(c.to()));
          return json;
        });
  }
}
