package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Labelled;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.Verdict;

/** Reads {@code dmn/principles.csv}, which a knowledge base may have or not. */
final class PrincipleReader {
  // for each the words are looked for that were meant
  private static final int MOST_PROBLEMS = 100;
  private static final Set<String> DIRECTIONS = Set.of("up", "down");
  private static final Set<String> ONE_ANSWER = Set.of("UNIQUE", "PRIORITY", "FIRST", "ANY");
  private static final List<Principle.Never> MOVES =
      List.of(Principle.Never.RISE, Principle.Never.FALL, Principle.Never.CHANGE);
  private static final String BECOME = "become ";

  private final Vocabulary vocabulary;
  private final Map<String, Decision> decisions;
  private final Map<String, Statement> statements;
  private final CsvFile csv;

  PrincipleReader(
      Vocabulary vocabulary,
      Collection<Decision> decisions,
      Map<String, Statement> statements,
      CsvFile csv) {
    this.vocabulary = vocabulary;
    this.decisions = decisions.stream().collect(Collectors.toMap(Decision::name, d -> d));
    this.statements = statements;
    this.csv = csv;
  }

  /** The principles; what cannot be used is reported and left out. */
  List<Principle> read(byte[] content) {
    DistinctWords ids = new DistinctWords(csv, "principle");
    List<Principle> principles = new ArrayList<>();
    List<String> columns =
        List.of(
            "id",
            "kind",
            "fact",
            "from",
            "to",
            "where",
            "subject",
            "must never",
            "statement",
            "why");
    int unusable = 0;
    for (CsvFile.Line line : csv.read(content, columns)) {
      if (unusable < MOST_PROBLEMS && ids.add(line.number(), line.get("id"))) {
        try {
          principles.add(principle(line));
        } catch (Unusable e) {
          unusable++;
          csv.add(
              line.number(),
              "principle '%s', column '%s': %s"
                  .formatted(Shown.piece(line.get("id")), e.column, e.getMessage()));
        }
      }
    }
    return principles;
  }

  /** What is wrong with a cell. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;
    private final String column;

    Unusable(String column, String message) {
      super(message);
      this.column = column;
    }
  }

  private Principle principle(CsvFile.Line line) throws Unusable {
    String kind = line.get("kind");
    if (!kind.equals("step") && !kind.equals("ban")) {
      throw new Unusable("kind", "'%s' is neither step nor ban".formatted(Shown.piece(kind)));
    }
    boolean step = kind.equals("step");
    for (String column : List.of("fact", "from", "to")) {
      if (!step && !line.get(column).isEmpty()) {
        throw new Unusable(column, "a ban moves no fact: leave it empty");
      }
    }
    FactType fact = step ? fact(line.get("fact")) : null;
    Decision subject = subject(line.get("subject"));
    List<String> order = order(subject);
    String never = line.get("must never");
    Principle.Never kindOfMove = step ? never(never) : Principle.Never.BE;
    if (order.isEmpty()
        && (kindOfMove == Principle.Never.RISE || kindOfMove == Principle.Never.FALL)) {
      throw new Unusable(
          "must never",
          "the answers of '%s' have no order: neither its type nor its output lists them"
              .formatted(subject.name()));
    }
    List<String> answers =
        MOVES.contains(kindOfMove)
            ? List.of()
            : answers(never.startsWith(BECOME) ? never.substring(BECOME.length()) : never, subject);
    requireStatements(line.words("statement"));
    if (line.get("why").isEmpty()) {
      throw new Unusable("why", "it is empty: say the reason in a sentence");
    }
    return new Principle(
        line.number(),
        line.get("id"),
        step ? fact.name() : "",
        step ? scale(fact, line.get("from"), line.get("to")) : List.of(),
        step && line.get("from").equals("down"),
        where(line.get("where"), step ? fact.name() : ""),
        subject.name(),
        kindOfMove,
        answers,
        order,
        line.words("statement"),
        line.get("why"));
  }

  private FactType fact(String name) throws Unusable {
    if (decisions.containsKey(name)) {
      throw new Unusable("fact", "'%s' is a decision: a step moves a fact".formatted(name));
    }
    return vocabulary
        .fact(name)
        .orElseThrow(() -> new Unusable("fact", unknown("fact", name, vocabulary.factNames())));
  }

  private static String unknown(String kind, String name, Collection<String> names) {
    return name.isEmpty()
        ? "it is empty: name a " + kind
        : "unknown %s '%s'%s".formatted(kind, Shown.piece(name), Nearest.hint(name, names));
  }

  private Decision subject(String name) throws Unusable {
    Decision subject = decisions.get(name);
    if (subject == null) {
      throw new Unusable("subject", unknown("decision", name, decisions.keySet()));
    }
    requireOneAnswer("subject", subject);
    return subject;
  }

  private static void requireOneAnswer(String column, Decision decision) throws Unusable {
    if (decision
        .table()
        .filter(t -> ONE_ANSWER.contains(t.hitPolicy()) && t.outputs().size() == 1)
        .isEmpty()) {
      throw new Unusable(
          column,
          "'%s' is no table that chooses one answer, such as UNIQUE".formatted(decision.name()));
    }
  }

  /** The answers of a decision, highest first; empty where nothing lists them. */
  private static List<String> order(Decision decision) {
    List<String> levels = Labelled.labels(Verdict.Level.class);
    if (!decision.allowed().isEmpty() && levels.containsAll(decision.allowed())) {
      return levels;
    }
    List<String> order =
        new ArrayList<>(
            decision.allowed().isEmpty()
                ? Cell.listed(decision.decisionTable().outputs().get(0).values())
                : decision.allowed());
    // types list their values as scales do, from low to high
    Collections.reverse(order);
    return order;
  }

  private static Principle.Never never(String never) throws Unusable {
    if (never.startsWith(BECOME)) {
      return Principle.Never.BECOME;
    }
    Optional<Principle.Never> move =
        MOVES.stream().filter(m -> m.label().equals(never)).findFirst();
    if (move.isEmpty()) {
      throw new Unusable(
          "must never",
          "'%s' is none of rise, fall, change and become X%s"
              .formatted(
                  Shown.piece(never),
                  Nearest.hint(
                      never, Labelled.labels(Principle.Never.class).subList(0, MOVES.size()))));
    }
    return move.get();
  }

  private static List<String> answers(String list, Decision subject) throws Unusable {
    List<String> answers = split(list, "\\|");
    for (String answer : answers) {
      requireAnswer("must never", answer, subject);
    }
    return answers;
  }

  private static void requireAnswer(String column, String answer, Decision decision)
      throws Unusable {
    List<String> order = order(decision);
    if (answer.isEmpty()) {
      throw new Unusable(column, "an answer of '%s' is empty".formatted(decision.name()));
    }
    if (!order.isEmpty() && !order.contains(answer)) {
      throw new Unusable(column, Nearest.notAValue(answer, decision.name(), order));
    }
  }

  private void requireStatements(List<String> ids) throws Unusable {
    if (ids.isEmpty()) {
      throw new Unusable("statement", "it is empty: name the statement that it follows from");
    }
    for (String id : ids) {
      if (!statements.containsKey(id)) {
        throw new Unusable("statement", unknown("statement", id, statements.keySet()));
      }
    }
  }

  /** The values of a fact from one to the next; empty for all that a number has. */
  private static List<String> scale(FactType fact, String from, String to) throws Unusable {
    if (DIRECTIONS.contains(from)) {
      return wholeScale(fact, from, to);
    }
    List<String> values = new ArrayList<>(split(from, "<"));
    if (values.size() > 1 && !to.isEmpty()) {
      throw new Unusable("to", "'from' is a scale by itself: leave 'to' empty");
    }
    if (values.size() == 1) {
      values.add(to);
    }
    for (int i = 0; i < values.size(); i++) {
      String column = i > 0 && !to.isEmpty() ? "to" : "from";
      String value = values.get(i);
      if (value.isEmpty()) {
        throw new Unusable(
            from.isEmpty() ? "from" : "to",
            "a value of '%s' is missing: write 'up' or 'down', a scale such as 'low < high', or two values"
                .formatted(fact.name()));
      }
      requireValue(column, fact, value);
      if (values.indexOf(value) < i) {
        throw new Unusable(column, "'%s' goes back to '%s'".formatted(fact.name(), value));
      }
    }
    return values;
  }

  private static List<String> wholeScale(FactType fact, String from, String to) throws Unusable {
    if (!to.isEmpty()) {
      throw new Unusable(
          "to", "'%s' takes all steps of the scale: leave 'to' empty".formatted(from));
    }
    if (fact.kind() == FactType.Kind.NUMBER) {
      return List.of();
    }
    if (!fact.ordered()) {
      throw new Unusable(
          "from",
          "the values of '%s' are no ordered scale: write them as 'low < high'"
              .formatted(fact.name()));
    }
    List<String> values = new ArrayList<>(fact.known());
    if (from.equals("down")) {
      Collections.reverse(values);
    }
    return values;
  }

  private static void requireValue(String column, FactType fact, String value) throws Unusable {
    Optional<Problem> objection = fact.objection(value);
    if (objection.isPresent()) {
      throw new Unusable(column, objection.get().message());
    }
  }

  private Map<String, List<String>> where(String conditions, String moves) throws Unusable {
    Map<String, List<String>> where = new LinkedHashMap<>();
    for (String condition : conditions.isEmpty() ? List.<String>of() : split(conditions, ";")) {
      boolean not = condition.contains("!=");
      String[] sides = condition.split(not ? "!=" : "=", 2);
      String name = sides[0].strip();
      if (sides.length < 2 || name.isEmpty()) {
        throw new Unusable(
            "where", "'%s' is not written as 'fact = value'".formatted(Shown.piece(condition)));
      }
      if (name.equals(moves)) {
        throw new Unusable("where", "'%s' is the fact that moves".formatted(name));
      }
      if (where.put(name, allowed(name, split(sides[1], "\\|"), not)) != null) {
        throw new Unusable("where", "'%s' stands here a second time".formatted(name));
      }
    }
    return where;
  }

  private List<String> allowed(String name, List<String> values, boolean not) throws Unusable {
    Optional<FactType> fact = vocabulary.fact(name);
    List<String> all;
    if (fact.isPresent()) {
      all = fact.get().values();
      for (String value : values) {
        requireCondition(fact.get(), value, not);
      }
      if (not && all.isEmpty()) {
        return List.of(fact.get().min() + ".." + fact.get().max());
      }
    } else {
      Decision decision = decisions.get(name);
      if (decision == null) {
        List<String> names = new ArrayList<>(vocabulary.factNames());
        names.addAll(decisions.keySet());
        throw new Unusable("where", unknown("fact or decision", name, names));
      }
      requireOneAnswer("where", decision);
      all = order(decision);
      for (String value : values) {
        requireAnswer("where", value, decision);
      }
    }
    List<String> left = not ? all.stream().filter(v -> !values.contains(v)).toList() : values;
    if (left.isEmpty()) {
      throw new Unusable("where", "no value of '%s' is left".formatted(name));
    }
    return left;
  }

  private static void requireCondition(FactType fact, String value, boolean not) throws Unusable {
    if (fact.kind() == FactType.Kind.NUMBER && not && !value.equals(FactType.UNKNOWN)) {
      throw new Unusable(
          "where",
          "of the number '%s' write a range such as 0..30 instead of !=".formatted(fact.name()));
    }
    String[] ends = fact.kind() == FactType.Kind.NUMBER ? value.split("\\.\\.", 2) : null;
    if (ends == null || ends.length < 2) {
      requireValue("where", fact, value);
      return;
    }
    for (String end : ends) {
      requireValue("where", fact, end);
    }
    if (List.of(ends).contains(FactType.UNKNOWN)
        || Integer.parseInt(ends[0]) > Integer.parseInt(ends[1])) {
      throw new Unusable("where", "no number is within '%s'".formatted(Shown.piece(value)));
    }
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
  }
}
