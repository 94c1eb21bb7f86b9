package org.parley.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.Place;
import org.parley.Problem;
import org.w3c.dom.Element;

/**
 * Refuses models that could run code, read what they should not, or never end. Every text is read
 * with the names that the engine will know there.
 */
final class SafetyCheck {
  private static final Set<String> LOOPS = Set.of("for", "every", "some", "filter", "iterator");
  private static final Set<String> FUNCTIONS = Set.of("businessKnowledgeModel", "decisionService");
  private static final Set<String> DESCRIBED =
      Set.of(
          "decision", "inputData", "itemDefinition", "businessKnowledgeModel", "decisionService");
  private static final Set<String> NAMED =
      Set.of(
          "decision",
          "inputData",
          "businessKnowledgeModel",
          "decisionService",
          "itemDefinition",
          "itemComponent",
          "variable",
          "formalParameter",
          "parameter",
          "column");

  private final List<Problem> problems;

  SafetyCheck(List<Problem> problems) {
    this.problems = problems;
  }

  void check(ModelFile model) {
    new NameCheck(model, problems).check();
    Walk walk = new Walk(model);
    for (Element element : ModelFile.children(model.definitions())) {
      walk.top(element);
    }
  }

  /** Whether FEEL may look up the name of an element. */
  static boolean isNamed(Element element) {
    return NAMED.contains(element.getLocalName());
  }

  /** The names that a decision, a function or a service requires, as the engine knows them. */
  static Scope scope(ModelFile model, Element element) {
    Map<String, ItemType> names = new LinkedHashMap<>();
    for (Element reference : model.references(element)) {
      Element target = model.byId(LinkedModelWriter.target(reference));
      if (target != null) {
        names.put(ModelFile.name(target), type(model, target));
      }
    }
    return new Scope(names);
  }

  private static ItemType type(ModelFile model, Element target) {
    if (FUNCTIONS.contains(target.getLocalName())) {
      return ItemType.FUNCTION;
    }
    ItemType declared = model.types().of(ModelFile.child(target, "variable"));
    return declared.isKnown() ? declared : parts(model, target).orElse(declared);
  }

  /** What a decision without a type answers with, where its logic says so. */
  private static Optional<ItemType> parts(ModelFile model, Element decision) {
    Element table = ModelFile.child(decision, "decisionTable");
    Element context = ModelFile.child(decision, "context");
    List<Element> named = new ArrayList<>();
    if (table != null && ModelFile.children(table, "output").size() > 1) {
      named.addAll(ModelFile.children(table, "output"));
    } else if (context != null) {
      ModelFile.children(context, "contextEntry")
          .forEach(entry -> named.add(ModelFile.child(entry, "variable")));
    }
    // an entry without a name is what the whole answers with
    if (named.isEmpty() || named.contains(null)) {
      return Optional.empty();
    }
    Map<String, ItemType> parts = new LinkedHashMap<>();
    named.forEach(part -> parts.put(ModelFile.name(part), model.types().of(part)));
    return Optional.of(ItemType.notDeclared(parts));
  }

  private final class Walk {
    private final ModelFile model;
    private Place place;
    private String row = "";
    private FeelGuard guard = new FeelGuard();
    private Set<String> functions = Set.of();
    // what it requires is not all there, which is said where models are linked
    private boolean broken;

    Walk(ModelFile model) {
      this.model = model;
      this.place = Place.of(model.file());
    }

    void top(Element top) {
      within(
          scope(model, top),
          () -> {
            functions = functions(top);
            broken = model.references(top).stream().anyMatch(r -> target(r) == null);
            visit(top);
          });
    }

    private Set<String> functions(Element top) {
      List<String> names = new ArrayList<>();
      for (Element reference : model.references(top)) {
        Element target = target(reference);
        if (target != null && FUNCTIONS.contains(target.getLocalName())) {
          names.add(ModelFile.name(target));
        }
      }
      return Set.copyOf(names);
    }

    private Element target(Element reference) {
      return model.byId(LinkedModelWriter.target(reference));
    }

    /** Goes on with other names known. */
    private void within(Scope inner, Runnable walk) {
      FeelGuard outer = guard;
      guard = outer.in(inner);
      walk.run();
      guard = outer;
    }

    private void visit(Element here) {
      if (DmnVersion.ofNamespace(here.getNamespaceURI()).isEmpty()) {
        return;
      }
      Place outer = place;
      place = DESCRIBED.contains(here.getLocalName()) ? model.place(here) : outer;
      refuseLanguage(here);
      switch (here.getLocalName()) {
        case "context" -> context(here);
        case "encapsulatedLogic" -> function(here);
        case "functionDefinition" -> unsafe(here, "a function of one's own is not allowed");
        case "importedValues" -> unsafe(here, "values from elsewhere are not allowed");
        case "invocation" -> invocation(here);
        case "decisionTable" -> table(here);
        case "literalExpression" -> literal(here);
        case "itemDefinition", "itemComponent" -> type(here);
        case "textAnnotation", "extensionElements" -> {
          // prose, which nothing evaluates
        }
        default -> {
          if (LOOPS.contains(here.getLocalName())) {
            unsafe(here, "a loop (%s) is not allowed".formatted(here.getLocalName()));
          } else {
            ModelFile.children(here).forEach(this::visit);
          }
        }
      }
      place = outer;
    }

    private void refuseLanguage(Element here) {
      String language = here.getAttribute("expressionLanguage");
      boolean feel =
          language.isEmpty()
              || language.toLowerCase(Locale.ROOT).replaceAll("/$", "").endsWith("feel");
      if (!feel) {
        unsafe(here, "the expression language '%s' is not FEEL".formatted(language));
      }
    }

    private void unsafe(Element here, String message) {
      add(here, Problem.Kind.UNSAFE_FEEL, message);
    }

    /** Each entry sees those before it, and by its own name itself. */
    private void context(Element context) {
      Scope inner = guard.scope();
      for (Element entry : ModelFile.children(context, "contextEntry")) {
        Element variable = ModelFile.child(entry, "variable");
        if (variable != null) {
          inner = inner.with(ModelFile.name(variable), model.types().of(variable));
        }
        within(inner, () -> ModelFile.children(entry).forEach(this::visit));
      }
    }

    private void function(Element function) {
      String kind = function.getAttribute("kind");
      if (!kind.isEmpty() && !kind.equals("FEEL")) {
        unsafe(function, "an external function (%s) is not allowed".formatted(kind));
        return;
      }
      Scope inner = guard.scope();
      for (Element parameter : ModelFile.children(function, "formalParameter")) {
        inner = inner.with(ModelFile.name(parameter), model.types().of(parameter));
      }
      within(inner, () -> ModelFile.children(function).forEach(this::visit));
    }

    private void invocation(Element invocation) {
      boolean first = true;
      for (Element child : ModelFile.children(invocation)) {
        if (first && child.getLocalName().equals("literalExpression")) {
          String called = ModelFile.text(child, "text");
          if (!functions.contains(called)) {
            unsafe(
                child,
                "%s: only business knowledge models that the decision requires can be invoked%s"
                    .formatted(FeelGuard.clipped(called), Nearest.hint(called, functions)));
          }
          first = false;
        } else {
          visit(child);
        }
      }
    }

    private void type(Element definition) {
      ItemType tested = model.types().named(ItemTypes.localName(typeRef(definition)));
      for (String kind : List.of("allowedValues", "typeConstraint")) {
        for (Element values : ModelFile.children(definition, kind)) {
          tests(values, ModelFile.text(values, "text"), tested);
        }
      }
      ModelFile.children(definition, "itemComponent").forEach(this::visit);
    }

    private static String typeRef(Element definition) {
      return ModelFile.text(definition, "typeRef");
    }

    private void table(Element table) {
      List<Element> inputs = ModelFile.children(table, "input");
      List<Element> outputs = ModelFile.children(table, "output");
      List<ItemType> tested = new ArrayList<>();
      for (Element input : inputs) {
        tested.add(column(input));
      }
      for (Element output : outputs) {
        ModelFile.children(output, "outputValues")
            .forEach(v -> tests(v, ModelFile.text(v, "text"), ItemType.UNKNOWN));
        ModelFile.children(output, "defaultOutputEntry")
            .forEach(d -> expression(d, ModelFile.text(d, "text")));
      }
      for (Element rule : ModelFile.children(table, "rule")) {
        row = rule.getAttribute("id");
        cells(rule, inputs, outputs, tested);
        row = "";
      }
    }

    /** Checks an input column, and tells the type of what it tests. */
    private ItemType column(Element input) {
      Element expression = ModelFile.child(input, "inputExpression");
      String text = ModelFile.text(expression, "text");
      Element at = expression == null ? input : expression;
      ModelFile.children(input, "inputValues")
          .forEach(v -> tests(v, ModelFile.text(v, "text"), ItemType.UNKNOWN));
      if (text.isEmpty()) {
        add(
            at,
            Problem.Kind.BROKEN_REFERENCE,
            "an input column says nothing: name the input data that it tests");
      } else if (!guard.scope().has(text) && FeelTokens.of(text).wordsOnly()) {
        if (broken) {
          return ItemType.UNKNOWN;
        }
        add(
            at,
            Problem.Kind.BROKEN_REFERENCE,
            "the input column '%s' is nothing that the decision requires: declare it as input data and"
                    .formatted(FeelGuard.clipped(text))
                + " let the decision require it"
                + Nearest.hint(text, guard.scope().names().keySet()));
      } else {
        expression(at, text);
      }
      return guard.scope().type(text);
    }

    private void cells(
        Element rule, List<Element> inputs, List<Element> outputs, List<ItemType> tested) {
      List<Element> tests = ModelFile.children(rule, "inputEntry");
      List<Element> answers = ModelFile.children(rule, "outputEntry");
      if (tests.size() > inputs.size() || answers.size() > outputs.size()) {
        add(
            rule,
            Problem.Kind.MALFORMED_MODEL,
            "the row has %d cells to test and %d results, but the table has %d and %d columns"
                .formatted(tests.size(), answers.size(), inputs.size(), outputs.size()));
        return;
      }
      for (int i = 0; i < tests.size(); i++) {
        tests(tests.get(i), ModelFile.text(tests.get(i), "text"), tested.get(i));
      }
      for (int i = 0; i < outputs.size(); i++) {
        String text = i < answers.size() ? ModelFile.text(answers.get(i), "text") : "";
        Element at = i < answers.size() ? answers.get(i) : rule;
        if (text.isEmpty()) {
          add(
              at,
              Problem.Kind.INVALID_FEEL,
              "the result%s is empty: every row needs its answer"
                  .formatted(columnOf(outputs.get(i), i, outputs.size())));
        } else {
          expression(at, text);
        }
      }
    }

    private static String columnOf(Element output, int index, int columns) {
      String name = ModelFile.name(output);
      if (columns == 1) {
        return "";
      }
      return name.isEmpty() ? " of output column %d".formatted(index + 1) : " '%s'".formatted(name);
    }

    private void literal(Element literal) {
      ModelFile.children(literal, "importedValues").forEach(this::visit);
      String text = ModelFile.text(literal, "text");
      if (text.isEmpty()) {
        add(literal, Problem.Kind.INVALID_FEEL, "an expression says nothing: write what it is");
      }
      expression(literal, text);
    }

    private void expression(Element element, String text) {
      if (!text.isEmpty()) {
        report(element, text, guard.expression(text));
      }
    }

    private void tests(Element element, String text, ItemType tested) {
      if (!text.isEmpty()) {
        report(element, text, guard.tests(text, tested));
      }
    }

    private void report(Element element, String text, List<FeelGuard.Objection> objections) {
      Element own = ModelFile.child(element, "text");
      Element at = own == null ? element : own;
      for (FeelGuard.Objection objection : objections) {
        add(at, objection.kind(), "%s: %s".formatted(FeelGuard.clipped(text), objection.words()));
      }
    }

    private void add(Element at, Problem.Kind kind, String message) {
      Place in = row.isEmpty() ? place : place.in("row", row);
      problems.add(new Problem(in.onLine(XmlReader.line(at)), message, kind));
    }
  }
}
