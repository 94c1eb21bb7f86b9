package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Problem;

/**
 * Links models by name, as a linker does object files: an input of one model with the name of
 * another model's decision is that decision.
 */
final class Linker {
  private final List<ModelFile> models;
  private final Vocabulary vocabulary;
  private final List<Problem> problems;
  private final Map<String, Part> decisions = new LinkedHashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Map<String, Part> itemDefinitions = new LinkedHashMap<>();
  private final Map<String, Part> inputs = new LinkedHashMap<>();
  // the types of inputs that do not fit
  private final Set<String> mismatched = new HashSet<>();
  private final boolean whole;
  private final boolean proved;
  private final SafetyCheck.Aside aside;

  /**
   * @param whole whether all models and the vocabulary could be read; where not, nobody can say
   *     what is missing
   * @param proved whether these very models are known to end soon
   * @param aside takes what models by themselves are not refused for; {@code null} for a knowledge
   *     base
   */
  Linker(
      List<ModelFile> models,
      Vocabulary vocabulary,
      boolean whole,
      boolean proved,
      SafetyCheck.Aside aside,
      List<Problem> problems) {
    this.models = models;
    this.whole = whole;
    this.proved = proved;
    this.aside = aside;
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** A named element and the model that it stands in. */
  record Part(ModelElement element, ModelFile model) {
    String name() {
      return element.name();
    }

    /** What the type of its variable is called. */
    String typeName() {
      ModelElement variable = element.child("variable");
      return variable == null ? "" : ItemTypes.localName(variable.attribute("typeRef"));
    }

    /** Its id in the linked model. */
    String linkedId() {
      return model.stem() + "." + element.id();
    }

    /** The type of what it stands for. */
    ItemType type() {
      return model.type(element);
    }

    /** What it requires. */
    List<ModelElement> required() {
      return model.required(element);
    }

    Problem problem(Problem.Kind as, String message) {
      return new Problem(model.place(element), message, as);
    }
  }

  /** The linked model; empty where it could not be linked, and the problems say why. */
  Optional<LinkedModel> link() {
    int before = problems.size();
    models.forEach(this::refuseImports);
    collectDecisions();
    collectItemDefinitions();
    models.forEach(this::linkInputs);
    compareItemDefinitions();
    checkRowIds();
    if (problems.size() > before) {
      return Optional.empty();
    }
    List<Decision> ordered = inOrder();
    // what is refused already need not be worked out
    if (problems.isEmpty() && !proved && aside == null) {
      new GrowthCheck(decisions, problems).check(ordered);
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    DmnVersion newest =
        models.stream().map(ModelFile::version).max(Comparator.naturalOrder()).orElseThrow();
    return Optional.of(new LinkedModel(newest, ordered, decisions, itemDefinitions, inputs));
  }

  private void refuseImports(ModelFile model) {
    for (ModelElement e : model.all("import")) {
      if (aside != null) {
        aside
            .unread()
            .add(new Part(e, model).problem(Problem.Kind.MODEL_IMPORT, "is not followed"));
        continue;
      }
      problems.add(
          new Part(e, model)
              .problem(
                  Problem.Kind.MODEL_IMPORT,
                  "models are linked by name: declare what is needed as input data instead"));
    }
  }

  private void collectDecisions() {
    for (ModelFile model : models) {
      Set<String> ownInputs =
          model.all("inputData").stream().map(ModelElement::name).collect(Collectors.toSet());
      for (String kind : List.of("decision", "businessKnowledgeModel", "decisionService")) {
        for (ModelElement e : model.all(kind)) {
          Part part = new Part(e, model);
          Part other = decisions.putIfAbsent(part.name(), part);
          if (other != null) {
            ambiguous.add(part.name());
            problems.add(
                part.problem(
                    Problem.Kind.DUPLICATE_DECISION,
                    "stands twice: here and in %s, line %d"
                        .formatted(other.model().file(), other.element().line())));
          }
          if (ownInputs.contains(part.name())) {
            problems.add(
                part.problem(
                    Problem.Kind.DUPLICATE_DECISION, "is input data of the same model as well"));
          }
        }
      }
    }
  }

  private void collectItemDefinitions() {
    for (ModelFile model : models) {
      model
          .all("itemDefinition")
          .forEach(e -> itemDefinitions.putIfAbsent(e.name(), new Part(e, model)));
    }
  }

  /** Says which types differ, but for those of which an input says it in better words. */
  private void compareItemDefinitions() {
    for (ModelFile model : models) {
      for (ModelElement e : model.all("itemDefinition")) {
        Part part = new Part(e, model);
        Part other = itemDefinitions.get(part.name());
        if (!mismatched.contains(part.name()) && !definition(part).sameAs(definition(other))) {
          problems.add(
              part.problem(
                  Problem.Kind.TYPE_MISMATCH,
                  "differs from the one in %s: here %s, there %s"
                      .formatted(
                          other.model().file(),
                          definition(part).describe(),
                          definition(other).describe())));
        }
      }
    }
  }

  private void linkInputs(ModelFile model) {
    for (ModelElement e : model.all("inputData")) {
      Part input = new Part(e, model);
      Part decision = decisions.get(input.name());
      ItemType type = input.type();
      if (decision != null && !decision.model().file().equals(model.file())) {
        if (!ambiguous.contains(input.name()) && differ(type, decision.type())) {
          addMismatch(
              input,
              "has another type than the decision in %s: here %s, there %s"
                  .formatted(decision.model().file(), type.describe(), decision.type().describe()));
        }
      } else if (decision == null && whole) {
        Part other = inputs.putIfAbsent(input.name(), input);
        if (aside != null && other != null && differ(type, other.type())) {
          addMismatch(
              input,
              "has another type than in %s: here %s, there %s"
                  .formatted(other.model().file(), type.describe(), other.type().describe()));
        }
        if (aside == null) {
          vocabulary
              .fact(input.name())
              .ifPresentOrElse(f -> checkAgainst(f, type, input), () -> reportUnlinked(input));
        }
      }
    }
  }

  /** Whether two are not of one type; some programs leave types out where they are simple. */
  private boolean differ(ItemType type, ItemType other) {
    return !type.sameAs(other) && (aside == null || (says(type, other) && says(other, type)));
  }

  private static boolean says(ItemType type, ItemType other) {
    return type.isKnown() || other.collection() || !other.components().isEmpty();
  }

  private void addMismatch(Part input, String message) {
    mismatched.add(input.typeName());
    problems.add(input.problem(Problem.Kind.TYPE_MISMATCH, message));
  }

  private void reportUnlinked(Part input) {
    if (Names.objection(input.name()).isPresent()) {
      // it is refused already, and nothing could have that name
      return;
    }
    List<String> names = new ArrayList<>(vocabulary.factNames());
    names.addAll(decisions.keySet());
    problems.add(
        input.problem(
            Problem.Kind.UNLINKED_INPUT,
            "is neither a fact of %s nor a decision of any model%s"
                .formatted(VocabularyReader.FACTS, Nearest.hint(input.name(), names))));
  }

  private void checkAgainst(FactType fact, ItemType type, Part input) {
    if (fact.kind() == FactType.Kind.CHOICE) {
      Set<String> missing = new LinkedHashSet<>(fact.values());
      type.values().forEach(missing::remove);
      Set<String> extra = new LinkedHashSet<>(type.values());
      fact.values().forEach(extra::remove);
      if (!type.base().equals("string") || !missing.isEmpty() || !extra.isEmpty()) {
        addMismatch(
            input,
            "%s does not allow what %s allows%s%s"
                .formatted(
                    typeInWords(input),
                    VocabularyReader.FACTS,
                    listed(": it lacks ", missing),
                    listed(missing.isEmpty() ? ": it has " : ", and has ", extra)));
      }
    } else if (!type.base().equals("number")
        || (!type.allowed().isEmpty() && !type.allowed().contains("null"))) {
      addMismatch(
          input,
          "must be a number that may be absent: its type allows null,[%d..%d], found %s"
              .formatted(fact.min(), fact.max(), type.describe()));
    }
  }

  /** The item definition that has to be edited. */
  private static String typeInWords(Part input) {
    String name = input.typeName();
    return input.model().all("itemDefinition").stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .map(e -> "its type '%s' (line %d)".formatted(name, e.line()))
        .orElse("its type");
  }

  private static String listed(String before, Set<String> values) {
    return values.isEmpty()
        ? ""
        : values.stream().map(Cell::quoted).collect(Collectors.joining(",", before, ""));
  }

  private void checkRowIds() {
    Map<String, Part> seen = new HashMap<>();
    for (Part decision : decisions.values()) {
      for (ModelElement row : TableReader.parts(decision.element(), "rule")) {
        String id = row.id();
        Part other = id.isEmpty() ? null : seen.putIfAbsent(id, new Part(row, decision.model()));
        // models by themselves are often copied from each other, with their ids
        if (other != null
            && (aside == null || other.model().file().equals(decision.model().file()))) {
          addTwice(decision, row, other);
        }
      }
    }
  }

  private void addTwice(Part decision, ModelElement row, Part other) {
    String file = decision.model().file();
    int line = row.line();
    // in one file it has been found already that two elements have one id, but not in whose words
    problems.removeIf(
        p -> p.kind() == Problem.Kind.DUPLICATE_ID && p.file().equals(file) && p.line() == line);
    problems.add(
        new Problem(
            decision.model().place(decision.element()).in("row", row.id()).onLine(line),
            "its id stands in %sline %d already"
                .formatted(
                    other.model().file().equals(file) ? "" : other.model().file() + ", ",
                    other.element().line()),
            Problem.Kind.DUPLICATE_ROW_ID));
  }

  private List<Decision> inOrder() {
    Map<String, Decision> ordered = new LinkedHashMap<>();
    for (Part part : decisions.values()) {
      visit(part, ordered, new LinkedHashSet<>());
    }
    return List.copyOf(ordered.values());
  }

  private void visit(Part part, Map<String, Decision> ordered, Set<String> path) {
    if (path.size() > Limit.CHAIN.most()) {
      if (problems.stream().noneMatch(p -> p.kind() == Problem.Kind.UNSAFE_FEEL)) {
        problems.add(
            part.problem(
                Problem.Kind.UNSAFE_FEEL,
                "stands at the end of a long chain: " + Limit.CHAIN.exceeded()));
      }
      return;
    }
    if (!path.add(part.name())) {
      List<String> names = new ArrayList<>(path);
      String circle =
          names.subList(names.indexOf(part.name()), names.size()).stream()
              .map(n -> "'%s' (%s)".formatted(n, decisions.get(n).model().file()))
              .collect(Collectors.joining(" needs ", "", " needs '%s'".formatted(part.name())));
      Problem problem = part.problem(Problem.Kind.CIRCLE, "a circle: " + circle);
      if (problems.stream().noneMatch(p -> p.kind() == Problem.Kind.CIRCLE)) {
        problems.add(problem);
      }
      return;
    }
    List<String> needed = requirements(part);
    needed.stream()
        .map(decisions::get)
        .filter(p -> p != null && !ordered.containsKey(p.name()))
        .forEach(p -> visit(p, ordered, path));
    path.remove(part.name());
    if (part.element().is("decision")) {
      ordered.putIfAbsent(part.name(), decision(part, needed));
    }
  }

  private Decision decision(Part part, List<String> needed) {
    return new Decision(
        part.name(),
        part.element().attribute("label").strip(),
        part.element().text("question"),
        part.model().file(),
        part.type().collection() ? List.of() : part.type().values(),
        needed.stream().filter(decisions::containsKey).toList(),
        needed.stream().filter(n -> !decisions.containsKey(n)).toList(),
        part.model().table(part.element()));
  }

  /** The names of what an element requires, in the order of the model. */
  private List<String> requirements(Part part) {
    for (ModelElement reference : part.model().references(part.element())) {
      if (part.model().target(reference) == null) {
        (aside != null && !part.model().all("import").isEmpty() ? aside.unread() : problems)
            .add(
                part.problem(
                    Problem.Kind.BROKEN_REFERENCE,
                    "requires '%s', which this model does not have"
                        .formatted(reference.attribute("href"))));
      }
    }
    return part.required().stream().map(ModelElement::name).toList();
  }

  private static ItemType definition(Part itemDefinition) {
    return itemDefinition.model().types().named(itemDefinition.name());
  }
}
