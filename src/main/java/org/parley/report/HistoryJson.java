package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parley.author.history.Entry;
import org.parley.author.history.Standing;

/** Renders how a knowledge base was changed as JSON. */
public final class HistoryJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private HistoryJson() {}

  /**
   * The changes as JSON text that ends with a line break.
   *
   * @param entries the last first
   */
  public static String render(List<Entry> entries) {
    Standing standing = new Standing(entries);
    ObjectNode json = NODES.objectNode();
    json.set("changes", Json.array(entries, e -> entry(e, standing.isUndone(e))));
    return Json.write(json);
  }

  private static ObjectNode entry(Entry entry, boolean undone) {
    ObjectNode json = NODES.objectNode().put("number", entry.number());
    json.put("time", entry.time().toString());
    json.put("author", entry.occasion().author());
    json.put("command", entry.occasion().command());
    Json.text(json, "reason", entry.occasion().reason());
    if (entry.undoes() > 0) {
      json.put("undoes", entry.undoes());
    }
    json.put("undone", undone);
    ObjectNode knowledge = json.putObject("knowledge");
    Json.text(knowledge, "before", entry.before());
    Json.text(knowledge, "after", entry.after());
    json.set(
        "files",
        Json.array(
            entry.files(),
            f -> {
              ObjectNode file = NODES.objectNode().put("name", f.name());
              Json.text(file, "before", f.before());
              Json.text(file, "after", f.after());
              return file;
            }));
    return json;
  }
}
