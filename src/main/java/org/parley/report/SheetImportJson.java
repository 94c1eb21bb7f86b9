package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.parley.Problem;
import org.parley.author.sheet.RowChange;
import org.parley.author.sheet.SheetImport;

/** Renders what an import of sheets comes to as JSON. */
public final class SheetImportJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SheetImportJson() {}

  /**
   * The result as JSON text that ends with a line break.
   *
   * @param saved the files that were written; none where nothing was
   */
  public static String render(SheetImport read, List<String> saved) {
    ObjectNode json = NODES.objectNode();
    json.set("changes", Json.array(read.changes(), SheetImportJson::change));
    json.set("notes", Json.texts(read.notes()));
    json.set("problems", Json.array(read.problems(), SheetImportJson::problem));
    json.set("saved", Json.texts(saved));
    return Json.write(json);
  }

  private static ObjectNode change(RowChange change) {
    ObjectNode json = NODES.objectNode();
    json.put("table", change.table());
    json.put("row", change.row());
    json.put("change", change.kind().name().toLowerCase(Locale.ROOT));
    if (change.kind() == RowChange.Kind.CHANGED) {
      json.put("column", change.column());
      json.put("from", change.from());
      json.put("to", change.to());
    }
    return json;
  }

  private static ObjectNode problem(Problem problem) {
    return NODES
        .objectNode()
        .put("file", problem.file())
        .put("where", problem.element())
        .put("message", problem.message());
  }
}
