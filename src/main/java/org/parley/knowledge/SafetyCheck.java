package org.parley.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.Problem;
import org.w3c.dom.Element;

/** Refuses models that could run code, read what they should not, or never end. */
final class SafetyCheck {
  private static final Set<String> UNARY =
      Set.of("inputEntry", "allowedValues", "inputValues", "outputValues", "typeConstraint");
  private static final Set<String> PROSE = Set.of("annotationEntry", "textAnnotation");
  private static final Set<String> LOOPS = Set.of("for", "every", "some", "filter", "iterator");
  private static final Set<String> NAMING = Set.of("variable", "formalParameter", "parameter");

  private final List<Problem> problems;

  SafetyCheck(List<Problem> problems) {
    this.problems = problems;
  }

  void check(ModelFile model) {
    Set<String> names = new HashSet<>();
    collectNames(model.definitions(), names);
    Map<String, String> place = new HashMap<>();
    new Walk(model, new FeelGuard(names)).visit(model.definitions(), place);
  }

  private static void collectNames(Element element, Set<String> names) {
    for (Element child : ModelFile.children(element)) {
      boolean top = element.getLocalName().equals("definitions");
      if (top || NAMING.contains(child.getLocalName())) {
        names.add(child.getAttribute("name").strip());
      }
      collectNames(child, names);
    }
  }

  private final class Walk {
    private final ModelFile model;
    private final FeelGuard guard;

    Walk(ModelFile model, FeelGuard guard) {
      this.model = model;
      this.guard = guard;
    }

    void visit(Element element, Map<String, String> place) {
      Map<String, String> here = place(element, place);
      refuseLanguage(element, here);
      refuseExternal(element, here);
      if (element.getLocalName().equals("text")) {
        checkText(element, here);
      } else if (DmnVersion.ofNamespace(element.getNamespaceURI()).isPresent()) {
        ModelFile.children(element).forEach(e -> visit(e, here));
      }
    }

    private void refuseLanguage(Element element, Map<String, String> place) {
      String language = element.getAttribute("expressionLanguage");
      boolean feel =
          language.isEmpty()
              || language.toLowerCase(Locale.ROOT).replaceAll("/$", "").endsWith("feel");
      if (!feel) {
        add(
            element,
            place,
            Problem.Kind.UNSAFE_FEEL,
            "the expression language '%s' is not FEEL".formatted(language));
      }
    }

    private void refuseExternal(Element element, Map<String, String> place) {
      String kind = element.getAttribute("kind");
      boolean function =
          Set.of("functionDefinition", "encapsulatedLogic").contains(element.getLocalName());
      if (function && !kind.isEmpty() && !kind.equals("FEEL")) {
        add(
            element,
            place,
            Problem.Kind.UNSAFE_FEEL,
            "an external function (%s) is not allowed".formatted(kind));
      }
      if (LOOPS.contains(element.getLocalName())) {
        add(
            element,
            place,
            Problem.Kind.UNSAFE_FEEL,
            "a loop (%s) is not allowed".formatted(element.getLocalName()));
      }
    }

    private void checkText(Element element, Map<String, String> place) {
      String parent = ((Element) element.getParentNode()).getLocalName();
      String text = element.getTextContent().strip();
      if (PROSE.contains(parent) || text.isEmpty()) {
        return;
      }
      for (FeelGuard.Objection objection : guard.objections(text, UNARY.contains(parent))) {
        String shown = text.length() > 60 ? text.substring(0, 57) + "..." : text;
        add(element, place, objection.kind(), "%s: %s".formatted(shown, objection.words()));
      }
    }

    private void add(
        Element element, Map<String, String> place, Problem.Kind kind, String message) {
      String in =
          place.getOrDefault("element", "")
              + (place.containsKey("row") ? ", row '%s'".formatted(place.get("row")) : "");
      problems.add(new Problem(model.file(), XmlReader.line(element), 0, in, message, kind));
    }

    /** Where an element stands, in the terms of somebody who edits a table. */
    private static Map<String, String> place(Element element, Map<String, String> outer) {
      Map<String, String> place = new HashMap<>(outer);
      String name = element.getAttribute("name");
      switch (element.getLocalName()) {
        case "decision" -> place.put("element", "decision '%s'".formatted(name));
        case "inputData" -> place.put("element", "input data '%s'".formatted(name));
        case "itemDefinition" -> place.put("element", "item definition '%s'".formatted(name));
        case "businessKnowledgeModel" ->
            place.put("element", "business knowledge model '%s'".formatted(name));
        case "rule" -> place.put("row", element.getAttribute("id"));
        default -> {
          return outer;
        }
      }
      return place;
    }
  }
}
