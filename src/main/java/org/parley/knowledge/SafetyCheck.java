package org.parley.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.Place;
import org.parley.Problem;

/**
 * Refuses models that could run code, read what they should not, or never end. Every text is read
 * with the names that the engine will know there.
 */
final class SafetyCheck {
  private static final String LANGUAGE = "expressionLanguage";
  private static final Set<String> LOOPS = Set.of("for", "every", "some", "filter", "iterator");
  private static final Set<String> DESCRIBED =
      Set.of(
          "decision", "inputData", "itemDefinition", "businessKnowledgeModel", "decisionService");

  private final ModelFile model;
  private final List<Problem> problems;
  // of a model by itself; else null
  private final Aside aside;
  private Place place;
  private String row = "";
  private FeelGuard guard = new FeelGuard();
  private Set<String> functions = Set.of();
  // what it requires is not all there, which is said where models are linked
  private boolean broken;

  SafetyCheck(ModelFile model, List<Problem> problems) {
    this(model, problems, null);
  }

  /**
   * A check of a model by itself, which is refused only where it could run code.
   *
   * @param aside takes what else there is to say, or is {@code null} for a knowledge base
   */
  SafetyCheck(ModelFile model, List<Problem> problems, Aside aside) {
    this.model = model;
    this.problems = problems;
    this.aside = aside;
    this.place = Place.of(model.file());
  }

  /**
   * What keeps nobody from reading the tables of a model.
   *
   * @param doubts what is most likely not meant so
   * @param unread what is not analysed
   */
  record Aside(List<Problem> doubts, List<Problem> unread) {}

  void check() {
    if (aside == null) {
      new NameCheck(model, problems).check();
    }
    model.definitions().children().forEach(this::top);
  }

  private void top(ModelElement top) {
    functions =
        model.required(top).stream()
            .filter(e -> Scope.FUNCTIONS.contains(e.kind()))
            .map(ModelElement::name)
            .collect(Collectors.toUnmodifiableSet());
    broken = model.references(top).stream().anyMatch(r -> model.target(r) == null);
    within(Scope.of(model, top), () -> visit(top));
  }

  /** Goes on with other names known. */
  private void within(Scope inner, Runnable walk) {
    FeelGuard outer = guard;
    guard = outer.in(inner);
    walk.run();
    guard = outer;
  }

  private void visit(ModelElement here) {
    Place outer = place;
    place = DESCRIBED.contains(here.kind()) ? model.place(here) : outer;
    refuseLanguage(here);
    switch (here.kind()) {
      case "context" -> context(here);
      case "encapsulatedLogic" -> function(here);
      case "functionDefinition" -> ownFunction(here);
      case "importedValues" -> unsafe(here, "values from elsewhere are not allowed");
      case "invocation" -> invocation(here);
      case "decisionTable" -> table(here);
      case "literalExpression" -> literal(here);
      case "itemDefinition", "itemComponent" -> type(here);
      case "textAnnotation", "extensionElements" -> {
        // prose, which nothing evaluates
      }
      default -> {
        if (LOOPS.contains(here.kind())) {
          unsafe(here, "a loop (%s) is not allowed".formatted(here.kind()));
        } else {
          here.children().forEach(this::visit);
        }
      }
    }
    place = outer;
  }

  private void ownFunction(ModelElement function) {
    String kind = function.attribute("kind");
    if (kind.isEmpty() || kind.equals("FEEL")) {
      unsafe(function, "a function of one's own is not allowed");
    } else {
      external(function, kind);
    }
  }

  private void external(ModelElement function, String kind) {
    Place in = row.isEmpty() ? place : place.in("row", row);
    problems.add(
        new Problem(
            in.onLine(function.line()),
            "an external function (%s) is not allowed".formatted(kind),
            Problem.Kind.UNSAFE_FEEL));
  }

  private void refuseLanguage(ModelElement here) {
    String language = here.attribute(LANGUAGE);
    if (!isFeel(language)) {
      unsafe(here, "the expression language '%s' is not FEEL".formatted(language));
    }
  }

  private static boolean isFeel(String language) {
    return language.isEmpty()
        || language.toLowerCase(Locale.ROOT).replaceAll("/$", "").endsWith("feel");
  }

  private void unsafe(ModelElement here, String message) {
    add(here, Problem.Kind.UNSAFE_FEEL, message);
  }

  /** Each entry sees those before it, and by its own name itself. */
  private void context(ModelElement context) {
    Scope inner = guard.scope();
    for (ModelElement entry : context.children("contextEntry")) {
      ModelElement variable = entry.child("variable");
      if (variable != null) {
        inner = inner.with(variable.name(), model.types().of(variable));
      }
      within(inner, () -> entry.children().forEach(this::visit));
    }
  }

  private void function(ModelElement function) {
    String kind = function.attribute("kind");
    if (!kind.isEmpty() && !kind.equals("FEEL")) {
      external(function, kind);
      return;
    }
    Scope inner = guard.scope();
    for (ModelElement parameter : function.children("formalParameter")) {
      inner = inner.with(parameter.name(), model.types().of(parameter));
    }
    within(inner, () -> function.children().forEach(this::visit));
  }

  private void invocation(ModelElement invocation) {
    boolean first = true;
    for (ModelElement child : invocation.children()) {
      if (first && child.is("literalExpression")) {
        String called = child.text("text");
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

  private void type(ModelElement definition) {
    ItemType tested = model.types().named(ItemTypes.localName(definition.text("typeRef")));
    for (String kind : List.of("allowedValues", "typeConstraint")) {
      for (ModelElement values : definition.children(kind)) {
        tests(values, tested);
      }
    }
    definition.children("itemComponent").forEach(this::visit);
  }

  private void table(ModelElement table) {
    List<ModelElement> inputs = table.children("input");
    List<ModelElement> outputs = table.children("output");
    List<ItemType> tested = new ArrayList<>();
    for (ModelElement input : inputs) {
      tested.add(column(input));
    }
    for (ModelElement output : outputs) {
      output.children("outputValues").forEach(v -> tests(v, ItemType.UNKNOWN));
      output.children("defaultOutputEntry").forEach(this::expression);
    }
    for (ModelElement rule : table.children("rule")) {
      row = rule.id();
      cells(rule, inputs, outputs, tested);
      row = "";
    }
  }

  /** Checks an input column, and tells the type of what it tests. */
  private ItemType column(ModelElement input) {
    String text = input.text("inputExpression", "text");
    ModelElement at =
        input.child("inputExpression") == null ? input : input.child("inputExpression");
    input.children("inputValues").forEach(v -> tests(v, ItemType.UNKNOWN));
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
      expression(at);
    }
    return guard.scope().type(text);
  }

  private void cells(
      ModelElement rule,
      List<ModelElement> inputs,
      List<ModelElement> outputs,
      List<ItemType> tested) {
    List<ModelElement> tests = rule.children("inputEntry");
    List<ModelElement> answers = rule.children("outputEntry");
    if (tests.size() > inputs.size() || answers.size() > outputs.size()) {
      add(
          rule,
          Problem.Kind.MALFORMED_MODEL,
          "the row has %d cells to test and %d results, but the table has %d and %d columns"
              .formatted(tests.size(), answers.size(), inputs.size(), outputs.size()));
      return;
    }
    for (int i = 0; i < tests.size(); i++) {
      tests(tests.get(i), tested.get(i));
    }
    for (int i = 0; i < outputs.size(); i++) {
      ModelElement answer = i < answers.size() ? answers.get(i) : rule;
      if (answer.text("text").isEmpty()) {
        add(
            answer,
            Problem.Kind.INVALID_FEEL,
            "the result%s is empty: every row needs its answer"
                .formatted(columnOf(outputs.get(i), i, outputs.size())));
      } else {
        expression(answer);
      }
    }
  }

  private static String columnOf(ModelElement output, int index, int columns) {
    String name = output.name();
    if (columns == 1) {
      return "";
    }
    return name.isEmpty() ? " of output column %d".formatted(index + 1) : " '%s'".formatted(name);
  }

  private void literal(ModelElement literal) {
    literal.children("importedValues").forEach(this::visit);
    if (literal.text("text").isEmpty()) {
      add(literal, Problem.Kind.INVALID_FEEL, "an expression says nothing: write what it is");
    }
    expression(literal);
  }

  private void expression(ModelElement element) {
    report(element, guard::expression);
  }

  private void tests(ModelElement element, ItemType tested) {
    report(element, text -> guard.tests(text, tested));
  }

  /** Of a model by itself, where cells are not refused for what they are written in. */
  private boolean isOtherLanguage(ModelElement cell) {
    boolean other = !isFeel(cell.attribute(LANGUAGE));
    if (other) {
      refuseLanguage(cell);
    }
    return other;
  }

  private void report(ModelElement element, Function<String, List<FeelGuard.Objection>> read) {
    String text = element.text("text");
    // of dates and times only those that are written out are analysed
    boolean analysed = aside != null && (Tested.of(text).isPresent() || isOtherLanguage(element));
    if (!text.isEmpty() && !analysed) {
      read.apply(text)
          .forEach(
              o -> {
                String words = "%s: %s".formatted(FeelGuard.clipped(text), o.words());
                if (o.external()) {
                  external(element, FeelGuard.clipped(text));
                } else {
                  add(element.child("text"), o.kind(), words);
                }
              });
    }
  }

  private void add(ModelElement at, Problem.Kind kind, String message) {
    Place in = (row.isEmpty() ? place : place.in("row", row)).onLine(at.line());
    if (aside == null || kind == Problem.Kind.MALFORMED_MODEL) {
      problems.add(new Problem(in, message, kind));
    } else if (kind == Problem.Kind.UNSAFE_FEEL) {
      aside.unread().add(new Problem(in, message.replace("not allowed", "not analysed"), kind));
    } else {
      aside.doubts().add(new Problem(in, message, kind));
    }
  }
}
