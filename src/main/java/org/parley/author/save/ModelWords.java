package org.parley.author.save;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.Place;
import org.parley.knowledge.Cell;

/** Has a model say facts and their values in other words; all else stays byte for byte. */
public final class ModelWords {
  /** What a model says in FEEL, below a child {@code text}. */
  private static final Set<String> OF_FEEL =
      Set.of(
          "inputExpression",
          "inputEntry",
          "outputEntry",
          "defaultOutputEntry",
          "literalExpression",
          "inputValues",
          "outputValues",
          "allowedValues",
          "typeConstraint");

  private static final String TYPE_REF = "typeRef";

  private final ModelText model;
  private final XmlWriting writing;

  /** The words of a model. */
  public ModelWords(ModelText model) {
    this.model = model;
    this.writing = new XmlWriting(model.encoded());
  }

  /** The type that the input data of a fact has by convention, such as {@code tStallCause}. */
  public static String typeName(String fact) {
    return Stream.of(fact.split("[^\\p{L}\\p{N}]+"))
        .filter(w -> !w.isEmpty())
        .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
        .collect(Collectors.joining("", "t", ""));
  }

  /** The names of its item definitions. */
  public Set<String> types() {
    return model.root().all("itemDefinition").stream()
        .map(d -> d.attribute("name"))
        .collect(Collectors.toSet());
  }

  /** The names of the types of input data of a name; an empty name where it has none. */
  public Set<String> typesOf(String input) {
    return model.root().all("inputData").stream()
        .filter(i -> i.attribute("name").equals(input))
        .map(ModelWords::typeOf)
        .collect(Collectors.toSet());
  }

  private static String typeOf(Markup element) {
    return ColumnTypes.local(element.first("variable").map(v -> v.attribute(TYPE_REF)).orElse(""));
  }

  /**
   * A type as a model has it.
   *
   * @param base what it is made from; empty where it is one of FEEL's own
   * @param allowed the tests that it lets through, or an empty string
   */
  public record Type(String name, String base, String allowed) {}

  /** The type of a decision; empty where it is a list, or has parts, or is not told. */
  public Optional<Type> typeOfDecision(String name) {
    String type =
        model.root().all("decision").stream()
            .filter(d -> d.attribute("name").equals(name))
            .map(ModelWords::typeOf)
            .findFirst()
            .orElse("");
    Optional<Markup> definition =
        model.root().all("itemDefinition").stream()
            .filter(d -> d.attribute("name").equals(type))
            .findFirst();
    if (type.isEmpty() || definition.isEmpty()) {
      return type.isEmpty() || type.equals("Any")
          ? Optional.empty()
          : Optional.of(new Type(type, "", ""));
    }
    String base = definition.get().first(TYPE_REF).map(Markup::value).orElse("");
    boolean simple =
        !definition.get().attribute("isCollection").equals("true")
            && Set.of("string", "number", "boolean").contains(ColumnTypes.local(base));
    return simple
        ? Optional.of(
            new Type(
                type,
                ColumnTypes.local(base),
                definition.get().first("allowedValues").map(Markup::text).orElse("")))
        : Optional.empty();
  }

  /**
   * What else has one of some types: input data of other names, decisions and answers, components.
   *
   * @param inputs input data that may have it
   */
  public Set<String> others(Set<String> types, Set<String> inputs) {
    Set<String> found = new LinkedHashSet<>();
    for (Markup part : model.root().children()) {
      boolean own = part.name().equals("inputData") && inputs.contains(part.attribute("name"));
      if (!own && types.contains(typeOf(part))) {
        found.add(part.attribute("name"));
      }
      part.first("decisionTable").stream()
          .flatMap(t -> t.all("output").stream())
          .filter(o -> types.contains(ColumnTypes.local(o.attribute(TYPE_REF))))
          .forEach(o -> found.add(part.attribute("name")));
      if (part.name().equals("itemDefinition") && !types.contains(part.attribute("name"))) {
        ModelText.all(part)
            .filter(e -> e.name().equals(TYPE_REF))
            .filter(e -> types.contains(ColumnTypes.local(e.value())))
            .forEach(e -> found.add(part.attribute("name")));
      }
    }
    return found;
  }

  /** Whether a name stands in some FEEL text of a decision other than a tested column. */
  boolean isNamed(Markup part, String name, Collection<String> names) {
    return feel(part).anyMatch(e -> FeelWords.hasName(e.text(), name, names));
  }

  private static Stream<Markup> feel(Markup part) {
    return ModelText.all(part).filter(e -> OF_FEEL.contains(e.name()));
  }

  /**
   * The model with a fact called otherwise: its input data, every column and expression that names
   * it, and answers that are names of facts.
   *
   * @param names all names of facts, decisions and input data
   * @param facts the names of all facts
   */
  public ModelText renamed(
      String former, String now, Collection<String> names, Collection<String> facts) {
    Splices splices = new Splices();
    for (Markup input : model.root().all("inputData")) {
      if (input.attribute("name").equals(former)) {
        setName(input, now, splices);
        input
            .first("variable")
            .filter(v -> v.attribute("name").equals(former))
            .ifPresent(v -> setName(v, now, splices));
      }
    }
    Set<Markup> answers = answersThatAreFacts(former, facts);
    Set<Markup> elsewhere = meantOtherwise(former);
    feel(model.root())
        .filter(e -> !elsewhere.contains(e))
        .forEach(
            e -> {
              String text = FeelWords.withName(e.text(), former, now, names);
              writing.setText(
                  e, answers.contains(e) ? FeelWords.withText(text, former, now) : text, splices);
            });
    return model.with(splices);
  }

  /** Expressions in which a name is that of a parameter or an entry of a context. */
  private Set<Markup> meantOtherwise(String name) {
    Set<Markup> found = new HashSet<>();
    ModelText.all(model.root())
        .filter(
            e ->
                e.all("formalParameter").stream().anyMatch(p -> p.attribute("name").equals(name))
                    || e.all("contextEntry").stream()
                        .flatMap(c -> c.first("variable").stream())
                        .anyMatch(v -> v.attribute("name").equals(name)))
        .flatMap(ModelWords::feel)
        .forEach(found::add);
    return found;
  }

  private void setName(Markup element, String name, Splices splices) {
    new Tag(model.encoded().text(), element).set("name", writing.attribute(name), splices);
  }

  /** Expressions, other than the name alone above a column, that name something. */
  public List<Place> expressionsThatName(String name, Collection<String> names) {
    return model.root().children().stream()
        .filter(
            part ->
                feel(part)
                    .filter(e -> !(e.name().equals("inputExpression") && e.text().equals(name)))
                    .anyMatch(e -> FeelWords.hasName(e.text(), name, names)))
        .map(part -> Place.of(model.file()).in(part.name(), part.attribute("name")))
        .toList();
  }

  /** The model without input data of a name, which nothing reads. */
  public ModelText withoutInput(String name) {
    return ModelColumns.withoutInput(model, name);
  }

  /** The rows whose answer is the name of a fact, in columns where every answer is one. */
  public List<Place> answeredWith(String fact, Collection<String> facts) {
    List<Place> rows = new ArrayList<>();
    Set<Markup> answers = answersThatAreFacts(fact, facts);
    for (Markup decision : model.root().all("decision")) {
      for (Markup rule : rules(decision)) {
        if (rule.children().stream().anyMatch(answers::contains)) {
          rows.add(place(decision, rule));
        }
      }
    }
    return rows;
  }

  private Set<Markup> answersThatAreFacts(String fact, Collection<String> facts) {
    Set<Markup> found = new HashSet<>();
    for (Markup decision : model.root().all("decision")) {
      List<Markup> rules = rules(decision);
      int columns = rules.stream().mapToInt(r -> r.all("outputEntry").size()).min().orElse(0);
      for (int i = 0; i < columns; i++) {
        int column = i;
        List<Markup> cells = rules.stream().map(r -> r.all("outputEntry").get(column)).toList();
        boolean names =
            cells.stream()
                .allMatch(c -> Cell.answer(c.text()).text().filter(facts::contains).isPresent());
        if (names) {
          cells.stream().filter(c -> FeelWords.hasText(c.text(), fact)).forEach(found::add);
        }
      }
    }
    return found;
  }

  private static List<Markup> rules(Markup decision) {
    return decision.first("decisionTable").map(t -> t.all("rule")).orElse(List.of());
  }

  private Place place(Markup decision, Markup rule) {
    return Place.of(model.file())
        .in("decision", decision.attribute("name"))
        .in("row", rule.attribute("id"));
  }

  /** The model with an item definition called otherwise, wherever it is referred to. */
  public ModelText typeRenamed(String former, String now) {
    Splices splices = new Splices();
    for (Markup element : ModelText.all(model.root()).toList()) {
      if (element.name().equals("itemDefinition") && element.attribute("name").equals(former)) {
        setName(element, now, splices);
      }
      if (element.attribute(TYPE_REF).equals(former)) {
        new Tag(model.encoded().text(), element).set(TYPE_REF, writing.attribute(now), splices);
      }
      if (element.name().equals(TYPE_REF) && element.value().equals(former)) {
        writing.setValue(element, now, splices);
      }
    }
    return model.with(splices);
  }

  /** The model with a value of some facts called otherwise, in their types and columns. */
  public ModelText valueRenamed(Set<String> facts, String former, String now) {
    Splices splices = new Splices();
    for (Markup list : lists(facts)) {
      String text = list.text();
      writing.setText(
          list,
          FeelWords.hasText(text, now)
              ? FeelWords.withoutListed(text, former)
              : FeelWords.withText(text, former, now),
          splices);
    }
    cells(facts).forEach(c -> writing.setText(c, renamedCell(c.text(), former, now), splices));
    return model.with(splices);
  }

  private static String renamedCell(String text, String former, String now) {
    String renamed = FeelWords.withText(text, former, now);
    boolean twice = FeelWords.hasText(text, former) && FeelWords.hasText(text, now);
    Cell cell = twice ? Cell.test(renamed) : null;
    if (cell instanceof Cell.Not not && not.cell() instanceof Cell.Texts texts) {
      return new Cell.Not(distinct(texts)).toFeel();
    }
    return cell instanceof Cell.Texts texts ? distinct(texts).toFeel() : renamed;
  }

  private static Cell.Texts distinct(Cell.Texts texts) {
    return new Cell.Texts(texts.texts().stream().distinct().toList());
  }

  /** The model without a value of some facts in their types and what columns list. */
  public ModelText valueRemoved(Set<String> facts, String value) {
    Splices splices = new Splices();
    lists(facts)
        .forEach(l -> writing.setText(l, FeelWords.withoutListed(l.text(), value), splices));
    return model.with(splices);
  }

  /** The rows that test some facts for a value. */
  public List<Place> testing(Set<String> facts, String value) {
    List<Place> rows = new ArrayList<>();
    for (Markup decision : model.root().all("decision")) {
      Set<Integer> columns = columns(decision, facts);
      for (Markup rule : rules(decision)) {
        List<Markup> cells = rule.all("inputEntry");
        if (columns.stream()
            .anyMatch(i -> i < cells.size() && FeelWords.hasText(cells.get(i).text(), value))) {
          rows.add(place(decision, rule));
        }
      }
    }
    return rows;
  }

  /**
   * Expressions of another kind than a column of cells that a value stands in: nobody edits them.
   */
  public List<Place> byHand(Set<String> facts, String value, Collection<String> names) {
    Set<Markup> done = new HashSet<>(cells(facts));
    done.addAll(lists(facts));
    List<Place> left = new ArrayList<>();
    for (Markup part : model.root().children()) {
      boolean speaksOfIt = facts.stream().anyMatch(f -> isNamed(part, f, names));
      boolean says =
          feel(part)
              .filter(e -> !done.contains(e) && !e.name().equals("outputEntry"))
              .filter(e -> !isCellOfAnotherColumn(part, e, facts))
              .anyMatch(e -> FeelWords.hasText(e.text(), value));
      if (speaksOfIt && says && !part.name().equals("itemDefinition")) {
        left.add(Place.of(model.file()).in(part.name(), part.attribute("name")));
      }
    }
    return left;
  }

  /** A cell of a column that looks at one other name says a value of that. */
  private boolean isCellOfAnotherColumn(Markup part, Markup element, Set<String> facts) {
    if (!Set.of("inputEntry", "inputValues", "outputValues", "defaultOutputEntry")
        .contains(element.name())) {
      return false;
    }
    List<Markup> inputs = part.first("decisionTable").map(t -> t.all("input")).orElse(List.of());
    for (Markup rule : rules(part)) {
      int column = rule.all("inputEntry").indexOf(element);
      if (column >= 0 && column < inputs.size()) {
        String looksAt = expression(inputs.get(column));
        return facts.stream().noneMatch(looksAt::contains);
      }
    }
    return true;
  }

  private Set<Markup> lists(Set<String> facts) {
    Set<String> types =
        facts.stream().flatMap(f -> typesOf(f).stream()).collect(Collectors.toSet());
    Set<Markup> lists = new LinkedHashSet<>();
    for (Markup definition : model.root().all("itemDefinition")) {
      if (types.contains(definition.attribute("name"))) {
        definition.first("allowedValues").ifPresent(lists::add);
        definition.first("typeConstraint").ifPresent(lists::add);
      }
    }
    for (Markup decision : model.root().all("decision")) {
      decision.first("decisionTable").stream()
          .flatMap(t -> t.all("input").stream())
          .filter(i -> facts.contains(expression(i)))
          .forEach(i -> i.first("inputValues").ifPresent(lists::add));
    }
    return lists;
  }

  private List<Markup> cells(Set<String> facts) {
    List<Markup> cells = new ArrayList<>();
    for (Markup decision : model.root().all("decision")) {
      Set<Integer> columns = columns(decision, facts);
      for (Markup rule : rules(decision)) {
        List<Markup> tests = rule.all("inputEntry");
        columns.stream().filter(i -> i < tests.size()).map(tests::get).forEach(cells::add);
      }
    }
    return cells;
  }

  private static Set<Integer> columns(Markup decision, Set<String> facts) {
    List<Markup> inputs =
        decision.first("decisionTable").map(t -> t.all("input")).orElse(List.of());
    return IntStream.range(0, inputs.size())
        .filter(i -> facts.contains(expression(inputs.get(i))))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static String expression(Markup input) {
    return input.first("inputExpression").map(Markup::text).orElse("");
  }
}
