package org.parley.author.save;

import java.util.List;
import org.parley.knowledge.KnowledgeFiles;

/**
 * Writes the reason of each row into its description as well, which is all that some editors show
 * of it.
 */
public final class RowDescriptions {
  private RowDescriptions() {}

  /** The files with the reasons of all rows as descriptions; rows without one stay as they are. */
  public static KnowledgeFiles addTo(KnowledgeFiles files) {
    KnowledgeFiles described = files;
    for (String name : files.names()) {
      if (name.endsWith(".dmn")) {
        ModelText model = ModelText.read(name, files.get(name).orElseThrow());
        described = described.with(name, described(model).bytes());
      }
    }
    return described;
  }

  private static ModelText described(ModelText model) {
    Splices splices = new Splices();
    XmlWriting writing = new XmlWriting(model.encoded());
    for (Markup decision : model.root().all("decision")) {
      decision.first("decisionTable").ifPresent(table -> describe(table, model, writing, splices));
    }
    return model.with(splices);
  }

  private static void describe(Markup table, ModelText model, XmlWriting writing, Splices splices) {
    RowAnnotations annotations = new RowAnnotations(table, List.of());
    for (Markup rule : table.all("rule")) {
      String why = annotations.why(rule);
      if (!why.isBlank()) {
        RowAnnotations.describe(rule, why, model.encoded(), writing, splices);
      }
    }
  }
}
