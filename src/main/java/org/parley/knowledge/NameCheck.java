package org.parley.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.Place;
import org.parley.Problem;

/** Refuses names that FEEL would read as more than a name, or a reader as another one. */
final class NameCheck {
  private static final Set<String> DATA =
      Set.of("decision", "inputData", "businessKnowledgeModel", "decisionService");

  /** Whose names FEEL may look up. */
  private static final Set<String> NAMED =
      Set.of(
          ("decision inputData businessKnowledgeModel decisionService itemDefinition "
                  + "itemComponent variable formalParameter parameter column")
              .split(" "));

  private static final Set<String> OF_JAVA = Set.of("class", "getclass");

  private final ModelFile model;
  private final List<Problem> problems;

  NameCheck(ModelFile model, List<Problem> problems) {
    this.model = model;
    this.problems = problems;
  }

  void check() {
    for (ModelElement element : model.definitions().children()) {
      visit(element, model.definitions(), model.place(element));
    }
    hidden(model.definitions(), Place.of(model.file()));
    unlike(model.definitions(), DATA);
    unlike(model.definitions(), Set.of("itemDefinition"));
  }

  private void visit(ModelElement element, ModelElement parent, Place place) {
    String name = element.attribute("name");
    boolean output = element.is("output") && !name.isEmpty();
    boolean again =
        element.is("variable")
            && DATA.contains(parent.kind())
            && name.equals(parent.attribute("name"));
    if (output || (NAMED.contains(element.kind()) && !again)) {
      Names.objection(name).ifPresent(words -> add(element, place, words));
    } else {
      hidden(element, place);
    }
    if (Scope.FUNCTIONS.contains(element.kind()) && Feel.isFunction(name)) {
      add(element, place, "FEEL has a function of that name: call it otherwise");
    }
    if (element.is("itemComponent") && OF_JAVA.contains(name.toLowerCase(Locale.ROOT))) {
      add(element, place, "Java keeps something of that name with every value: call it otherwise");
    }
    switch (element.kind()) {
      case "itemDefinition", "itemComponent" -> unlike(element, Set.of("itemComponent"));
      case "encapsulatedLogic" -> unlike(element, Set.of("formalParameter"));
      case "decisionTable" -> unlike(element, Set.of("output"));
      case "relation" -> unlike(element, Set.of("column"));
      default -> {
        // the names below it do not stand side by side
      }
    }
    element.children().forEach(child -> visit(child, element, place));
  }

  private void hidden(ModelElement element, Place place) {
    Names.hidden(element.attribute("name")).ifPresent(words -> add(element, place, words));
  }

  /** Names that stand side by side must differ, and look different. */
  private void unlike(ModelElement parent, Set<String> kinds) {
    Map<String, ModelElement> seen = new HashMap<>();
    for (ModelElement child : parent.children()) {
      String name = child.attribute("name");
      if (kinds.contains(child.kind()) && !name.isEmpty()) {
        Optional.ofNullable(seen.putIfAbsent(LookAlike.plain(name), child))
            .ifPresent(other -> addAlike(child, other));
      }
    }
  }

  private void addAlike(ModelElement child, ModelElement other) {
    boolean same = child.name().equals(other.name());
    // what decides is found where models are linked
    boolean bothInputs = child.is("inputData") && other.is("inputData");
    if (!same || bothInputs || !DATA.contains(child.kind())) {
      add(
          child,
          model.place(child),
          (same ? "stands twice: here and in line %d" : "looks like the name in line %d")
              .formatted(other.line()));
    }
  }

  private void add(ModelElement at, Place place, String message) {
    problems.add(new Problem(place.onLine(at.line()), message, Problem.Kind.MALFORMED_MODEL));
  }
}
