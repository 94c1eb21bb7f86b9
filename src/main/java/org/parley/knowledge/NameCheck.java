package org.parley.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.Place;
import org.parley.Problem;
import org.w3c.dom.Element;

/** Refuses names that FEEL would read as more than a name, or a reader as another one. */
final class NameCheck {
  private static final Set<String> DATA =
      Set.of("decision", "inputData", "businessKnowledgeModel", "decisionService");
  private static final Set<String> FUNCTIONS = Set.of("businessKnowledgeModel", "decisionService");

  private static final Set<String> OF_JAVA = Set.of("class", "getclass");

  private final ModelFile model;
  private final List<Problem> problems;

  NameCheck(ModelFile model, List<Problem> problems) {
    this.model = model;
    this.problems = problems;
  }

  void check() {
    for (Element element : ModelFile.children(model.definitions())) {
      visit(element, model.place(element));
    }
    hidden(model.definitions(), Place.of(model.file()));
    unlike(model.definitions(), DATA);
    unlike(model.definitions(), Set.of("itemDefinition"));
  }

  private void visit(Element element, Place place) {
    String name = element.getAttribute("name");
    boolean output = element.getLocalName().equals("output") && !name.isEmpty();
    if (output || (SafetyCheck.isNamed(element) && !isThatOfItsParent(element))) {
      Names.objection(name).ifPresent(words -> add(element, place, words));
    } else {
      hidden(element, place);
    }
    if (FUNCTIONS.contains(element.getLocalName()) && Feel.isFunction(name)) {
      add(element, place, "FEEL has a function of that name: call it otherwise");
    }
    if (element.getLocalName().equals("itemComponent")
        && OF_JAVA.contains(name.toLowerCase(Locale.ROOT))) {
      add(element, place, "Java keeps something of that name with every value: call it otherwise");
    }
    switch (element.getLocalName()) {
      case "itemDefinition", "itemComponent" -> unlike(element, Set.of("itemComponent"));
      case "encapsulatedLogic" -> unlike(element, Set.of("formalParameter"));
      case "decisionTable" -> unlike(element, Set.of("output"));
      case "relation" -> unlike(element, Set.of("column"));
      default -> {
        // the names below it do not stand side by side
      }
    }
    ModelFile.children(element).forEach(child -> visit(child, place));
  }

  private static boolean isThatOfItsParent(Element element) {
    return element.getLocalName().equals("variable")
        && element.getParentNode() instanceof Element parent
        && DATA.contains(parent.getLocalName())
        && parent.getAttribute("name").equals(element.getAttribute("name"));
  }

  private void hidden(Element element, Place place) {
    Names.hidden(element.getAttribute("name")).ifPresent(words -> add(element, place, words));
  }

  /** Names that stand side by side must differ, and look different. */
  private void unlike(Element parent, Set<String> kinds) {
    Map<String, Element> seen = new HashMap<>();
    for (Element child : ModelFile.children(parent)) {
      String name = child.getAttribute("name");
      if (kinds.contains(child.getLocalName()) && !name.isEmpty()) {
        Optional.ofNullable(seen.putIfAbsent(LookAlike.plain(name), child))
            .ifPresent(other -> addAlike(child, other));
      }
    }
  }

  private void addAlike(Element child, Element other) {
    boolean same = ModelFile.name(child).equals(ModelFile.name(other));
    // what decides is found where models are linked
    boolean bothInputs =
        child.getLocalName().equals("inputData") && other.getLocalName().equals("inputData");
    if (!same || bothInputs || !DATA.contains(child.getLocalName())) {
      add(
          child,
          model.place(child),
          (same ? "stands twice: here and in line %d" : "looks like the name in line %d")
              .formatted(XmlReader.line(other)));
    }
  }

  private void add(Element at, Place place, String message) {
    problems.add(
        new Problem(place.onLine(XmlReader.line(at)), message, Problem.Kind.MALFORMED_MODEL));
  }
}
