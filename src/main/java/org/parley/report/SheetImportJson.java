package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.parley.Problem;
import org.parley.author.diff.ChangeReview;
import org.parley.author.sheet.SheetImport;

/** Renders what an import of sheets comes to as JSON. */
public final class SheetImportJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SheetImportJson() {}

  /**
   * The result as JSON text that ends with a line break.
   *
   * @param review what it changes; empty where it changes nothing
   * @param saved the files that were written; none where nothing was
   */
  public static String render(SheetImport read, Optional<ChangeReview> review, List<String> saved) {
    ObjectNode json = NODES.objectNode();
    json.set("problems", Json.array(read.problems(), SheetImportJson::problem));
    json.set("importNotes", Json.texts(read.notes()));
    json.set("saved", Json.texts(saved));
    review.ifPresentOrElse(r -> ReviewJson.addTo(json, r), () -> json.putArray("rows"));
    return Json.write(json);
  }

  private static ObjectNode problem(Problem problem) {
    return NODES
        .objectNode()
        .put("file", problem.file())
        .put("where", problem.element())
        .put("message", problem.message());
  }
}
