package org.parley.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What elements of a model say to whoever evaluates it, as texts to be held against each other. */
final class ModelLogic {
  /** What language texts are in, which is FEEL in any case. */
  static final Set<String> LANGUAGES = Set.of("expressionLanguage", "typeLanguage");

  private static final Set<String> NOT_EVALUATED =
      Set.of("extensionElements", "authorityRequirement");
  private static final Set<String> PROSE =
      Set.of("annotation", "annotationEntry", "description", "question", "allowedAnswers");
  private static final Set<String> SAY_NOTHING =
      Set.of("id", "href", "label", "outputLabel", "preferredOrientation");
  // an editor writes it or leaves it out
  private static final String DEFAULT = "hitPolicy=UNIQUE";

  private ModelLogic() {}

  static boolean isEvaluated(ModelElement element) {
    return !NOT_EVALUATED.contains(element.kind());
  }

  /** What an element says, without prose and ids. */
  static String of(ModelElement element) {
    StringBuilder text = new StringBuilder();
    append(element, Detail.ALL, text);
    return text.toString();
  }

  /** The same without what the rows of a table say: the kinds of rows that there are, each once. */
  static String frame(ModelElement element) {
    StringBuilder text = new StringBuilder();
    append(element, Detail.KINDS_OF_ROWS, text);
    return text.toString();
  }

  private enum Detail {
    ALL,
    KINDS_OF_ROWS,
    /** Without what cells say. */
    FORM
  }

  private static void append(ModelElement element, Detail detail, StringBuilder text) {
    if (!isEvaluated(element) || PROSE.contains(element.kind())) {
      return;
    }
    text.append('\n').append(element.kind());
    element
        .attributes()
        .forEach(
            (name, value) -> {
              String said = name + "=" + value;
              if (!SAY_NOTHING.contains(name)
                  && !LANGUAGES.contains(name)
                  && !said.equals(DEFAULT)) {
                text.append(' ').append(said);
              }
            });
    List<ModelElement> children = element.children();
    if (children.isEmpty()) {
      text.append('\n').append(detail == Detail.FORM && element.is("text") ? "" : said(element));
    }
    Set<String> kinds = new LinkedHashSet<>();
    for (ModelElement child : children) {
      if (detail == Detail.KINDS_OF_ROWS && child.is("rule")) {
        kinds.add(kind(child));
      } else {
        append(child, detail, text);
      }
    }
    text.append(String.join("", kinds));
  }

  private static String said(ModelElement element) {
    return element.is("text") ? FeelBlanks.without(element.content()) : element.content().strip();
  }

  /** How a row is written, whatever its cells say. */
  private static String kind(ModelElement row) {
    StringBuilder kind = new StringBuilder();
    row.children().forEach(cell -> append(cell, Detail.FORM, kind));
    return kind.toString();
  }
}
