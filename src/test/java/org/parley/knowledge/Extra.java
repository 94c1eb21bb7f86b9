package org.parley.knowledge;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.ParleyException;
import org.parley.Problem;

/** One more model beside the shipped ones. */
final class Extra {
  static final String FILE = "dmn/extra.dmn";

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="extra" name="extra" namespace="urn:extra">
      """;

  private Extra() {}

  /** What keeps the knowledge base with a model of these elements from being used. */
  static List<String> problems(String elements) {
    KnowledgeFiles files =
        KnowledgeFiles.builtIn()
            .with(FILE, (HEAD + elements + "\n</definitions>\n").getBytes(StandardCharsets.UTF_8));
    ParleyException refused =
        catchThrowableOfType(ParleyException.class, () -> KnowledgeBase.of(files));
    return refused == null
        ? List.of()
        : refused.problems().stream().map(Problem::toString).toList();
  }

  /** A decision that is a text of FEEL, and needs what is listed: elements with ids n1, n2, …. */
  static String decision(String name, String feel, String... needs) {
    StringBuilder text = new StringBuilder();
    text.append(
        "<decision id=\"d-%1$s\" name=\"%1$s\"><variable id=\"v-%1$s\" name=\"%1$s\"/>"
            .formatted(escaped(name)));
    for (String need : needs) {
      text.append(
          "<informationRequirement id=\"r-%1$s-%2$s\"><requiredDecision href=\"#d-%2$s\"/></informationRequirement>"
              .formatted(name, need));
    }
    return text.append(literal("l-" + escaped(name), feel)).append("</decision>\n").toString();
  }

  static String literal(String id, String feel) {
    return "<literalExpression id=\"%s\"><text>%s</text></literalExpression>"
        .formatted(id, escaped(feel));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
