package org.parley.knowledge;

import java.util.ArrayList;
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
import org.w3c.dom.Element;

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

  /**
   * @param whole whether all models and the vocabulary could be read; where not, nobody can say
   *     what is missing
   * @param proved whether these very models are known to end soon
   */
  Linker(
      List<ModelFile> models,
      Vocabulary vocabulary,
      boolean whole,
      boolean proved,
      List<Problem> problems) {
    this.models = models;
    this.whole = whole;
    this.proved = proved;
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** A named element and the model that it stands in. */
  record Part(Element element, ModelFile model) {
    String name() {
      return ModelFile.name(element);
    }

    /** Its id in the linked model. */
    String linkedId() {
      return model.stem() + "." + element.getAttribute("id");
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
    if (problems.isEmpty() && !proved) {
      new GrowthCheck(decisions, problems).check(ordered);
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new LinkedModel(ordered, this));
  }

  /** The linked model as a whole. */
  String write() {
    return new LinkedModelWriter(models, decisions, itemDefinitions, inputs).write();
  }

  /** The linked model with some of its decisions; the others that these read are input data. */
  String write(Set<String> chosen) {
    Map<String, Part> part = new LinkedHashMap<>(decisions);
    part.keySet().retainAll(chosen);
    Set<String> typeNames = new HashSet<>();
    Set<String> read = new HashSet<>();
    for (Part decision : part.values()) {
      decision.model().all("itemDefinition").forEach(e -> typeNames.add(e.getAttribute("name")));
      read.addAll(requirements(decision));
    }
    Map<String, Part> neededTypes = new LinkedHashMap<>(itemDefinitions);
    neededTypes.keySet().retainAll(typeNames);
    Map<String, Part> neededInputs = new LinkedHashMap<>(inputs);
    neededInputs.keySet().retainAll(read);
    return new LinkedModelWriter(models, part, neededTypes, neededInputs).write();
  }

  /** Whether some decisions call what only the whole has: functions and services. */
  boolean needsWhole(Set<String> chosen) {
    return chosen.stream()
        .flatMap(name -> requirements(decisions.get(name)).stream())
        .map(decisions::get)
        .anyMatch(part -> part != null && !part.element().getLocalName().equals("decision"));
  }

  /** A digest of a decision's logic and of the types of what it reads. */
  String fingerprint(String decision) {
    Part part = decisions.get(decision);
    return Digests.hex(types(part) + part.model().logic(part.element()));
  }

  /** The same without what the rows of its table say. */
  String frame(String decision) {
    Part part = decisions.get(decision);
    return Digests.hex(types(part) + LinkedModelWriter.frame(part.element()));
  }

  /** The types of a decision and of what it reads. */
  private String types(Part part) {
    StringBuilder text = new StringBuilder(typeOfVariable(part).toString());
    for (String name : requirements(part)) {
      Part read = decisions.getOrDefault(name, inputs.get(name));
      text.append('\n').append(name).append('\n').append(typeOfVariable(read));
    }
    return text.append('\n').toString();
  }

  private void refuseImports(ModelFile model) {
    for (Element e : model.all("import")) {
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
          model.all("inputData").stream().map(ModelFile::name).collect(Collectors.toSet());
      for (String kind : List.of("decision", "businessKnowledgeModel", "decisionService")) {
        for (Element e : model.all(kind)) {
          Part part = new Part(e, model);
          Part other = decisions.putIfAbsent(part.name(), part);
          if (other != null) {
            ambiguous.add(part.name());
            problems.add(
                part.problem(
                    Problem.Kind.DUPLICATE_DECISION,
                    "stands twice: here and in %s, line %d"
                        .formatted(other.model().file(), XmlReader.line(other.element()))));
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
          .forEach(e -> itemDefinitions.putIfAbsent(ModelFile.name(e), new Part(e, model)));
    }
  }

  /** Says which types differ, but for those of which an input says it in better words. */
  private void compareItemDefinitions() {
    for (ModelFile model : models) {
      for (Element e : model.all("itemDefinition")) {
        Part part = new Part(e, model);
        Part other = itemDefinitions.get(part.name());
        if (!mismatched.contains(part.name()) && !type(part).sameAs(type(other))) {
          problems.add(
              part.problem(
                  Problem.Kind.TYPE_MISMATCH,
                  "differs from the one in %s: here %s, there %s"
                      .formatted(
                          other.model().file(), type(part).describe(), type(other).describe())));
        }
      }
    }
  }

  private void linkInputs(ModelFile model) {
    for (Element e : model.all("inputData")) {
      Part input = new Part(e, model);
      Part decision = decisions.get(input.name());
      ItemType type = typeOfVariable(input);
      if (decision != null && !decision.model().file().equals(model.file())) {
        if (!ambiguous.contains(input.name()) && !type.sameAs(typeOfVariable(decision))) {
          addMismatch(
              input,
              "has another type than the decision in %s: here %s, there %s"
                  .formatted(
                      decision.model().file(),
                      type.describe(),
                      typeOfVariable(decision).describe()));
        }
      } else if (decision == null && whole) {
        inputs.putIfAbsent(input.name(), input);
        vocabulary
            .fact(input.name())
            .ifPresentOrElse(f -> checkAgainst(f, type, input), () -> reportUnlinked(input));
      }
    }
  }

  private void addMismatch(Part input, String message) {
    mismatched.add(typeName(input));
    problems.add(input.problem(Problem.Kind.TYPE_MISMATCH, message));
  }

  private static String typeName(Part input) {
    Element variable = ModelFile.child(input.element(), "variable");
    return variable == null ? "" : ItemTypes.localName(variable.getAttribute("typeRef"));
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
    String name = typeName(input);
    return input.model().all("itemDefinition").stream()
        .filter(e -> ModelFile.name(e).equals(name))
        .findFirst()
        .map(e -> "its type '%s' (line %d)".formatted(name, XmlReader.line(e)))
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
      for (Element row : TableReader.rows(decision.element())) {
        String id = row.getAttribute("id");
        Part other = id.isEmpty() ? null : seen.putIfAbsent(id, new Part(row, decision.model()));
        if (other != null) {
          addTwice(decision, row, other);
        }
      }
    }
  }

  private void addTwice(Part decision, Element row, Part other) {
    String file = decision.model().file();
    int line = XmlReader.line(row);
    // in one file it has been found already that two elements have one id, but not in whose words
    problems.removeIf(
        p -> p.kind() == Problem.Kind.DUPLICATE_ID && p.file().equals(file) && p.line() == line);
    problems.add(
        new Problem(
            decision
                .model()
                .place(decision.element())
                .in("row", row.getAttribute("id"))
                .onLine(line),
            "its id stands in %sline %d already"
                .formatted(
                    other.model().file().equals(file) ? "" : other.model().file() + ", ",
                    XmlReader.line(other.element())),
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
    if (part.element().getLocalName().equals("decision")) {
      ordered.putIfAbsent(part.name(), decision(part, needed));
    }
  }

  private Decision decision(Part part, List<String> needed) {
    return new Decision(
        part.name(),
        ModelFile.text(part.element(), "question"),
        part.model().file(),
        typeOfVariable(part).collection() ? List.of() : typeOfVariable(part).values(),
        needed.stream().filter(decisions::containsKey).toList(),
        needed.stream().filter(n -> !decisions.containsKey(n)).toList(),
        part.model().table(part.element()));
  }

  /** The names of what an element requires, in the order of the model. */
  private List<String> requirements(Part part) {
    List<String> names = new ArrayList<>();
    for (Element reference : part.model().references(part.element())) {
      Element target = part.model().byId(LinkedModelWriter.target(reference));
      if (target == null) {
        problems.add(
            part.problem(
                Problem.Kind.BROKEN_REFERENCE,
                "requires '%s', which this model does not have"
                    .formatted(reference.getAttribute("href"))));
      } else {
        names.add(ModelFile.name(target));
      }
    }
    return names;
  }

  private ItemType type(Part itemDefinition) {
    return itemDefinition.model().types().named(itemDefinition.name());
  }

  private ItemType typeOfVariable(Part part) {
    return part.model().types().of(ModelFile.child(part.element(), "variable"));
  }
}
