package org.parley.decide.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTable.Outcome;
import org.parley.decide.answer.CompiledTable.Policy;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.Domain;
import org.parley.decide.answer.OpenCell;
import org.parley.decide.answer.TableCells;
import org.parley.decide.reference.Prober;
import org.parley.decide.reference.Prober.Unfit;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.knowledge.Tested;

/**
 * Makes masks of the tables of models by themselves, to look for gaps and overlaps; nothing is
 * advised with them. Each column stands for itself, whatever it is worked out from: a gap may lie
 * where no input leads, but none is missed. A cell that does more than compare counts as accepting
 * all, and is listed. Immutable.
 */
public final class PlainTables {
  /** How many values of one column are told apart. */
  private static final int MOST_VALUES = 4_096;

  private final KnowledgeBase knowledge;
  private final Prober prober = new Prober(Set.of());
  private final PlainDomains domains;
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Map<String, Domain> seen = new LinkedHashMap<>();
  private final Map<String, CompiledTable> tables = new LinkedHashMap<>();
  // those whose results are all written out, so that who reads them sees nothing else
  private final Set<String> exact = new HashSet<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final Map<String, List<OpenCell>> open = new HashMap<>();

  /** A result that is worked out. */
  private record Computed(String feel) {
    @Override
    public String toString() {
      return feel;
    }
  }

  /**
   * @param knowledge models by themselves
   */
  public PlainTables(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.domains = new PlainDomains(knowledge, prober);
    for (Decision decision : knowledge.decisions()) {
      if (decision.table().isPresent()) {
        make(decision);
      }
    }
    reasons.putAll(new PlainProof(knowledge, domains, seen, exact).disproved(tables, slots, open));
    reasons.keySet().forEach(tables::remove);
    exact.retainAll(tables.keySet());
  }

  private void make(Decision decision) {
    List<OpenCell> cells = new ArrayList<>();
    try {
      Made made = table(decision.decisionTable(), cells);
      tables.put(decision.name(), made.table());
      if (made.exact()) {
        exact.add(decision.name());
        seen.put(decision.name(), made.table().domain());
      }
    } catch (Unfit e) {
      reasons.put(decision.name(), e.getMessage());
    }
    open.put(decision.name(), cells);
  }

  /**
   * A table and what came of it.
   *
   * @param exact whether all its results are written out, one for each case
   */
  private record Made(CompiledTable table, boolean exact) {}

  private Made table(DecisionTable table, List<OpenCell> cells) throws Unfit {
    boolean computed = false;
    List<Outcome> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      Object result = result(table, row.results());
      computed |= isComputed(result);
      rows.add(new Outcome(row.number(), result, row.number()));
    }
    Policy policy = policy(table);
    if (policy == Policy.PRIORITY) {
      sort(rows, table);
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      columns.add(column(table, i, rows, cells));
    }
    Object otherwise = otherwise(table, policy);
    return new Made(
        new CompiledTable(policy, columns, rows, otherwise),
        !computed && !isComputed(otherwise) && policy != Policy.COLLECT);
  }

  private static boolean isComputed(Object result) {
    return result instanceof Computed
        || (result instanceof Map<?, ?> context
            && context.values().stream().anyMatch(Computed.class::isInstance));
  }

  private static Policy policy(DecisionTable table) throws Unfit {
    return switch (table.hitPolicy()) {
      case "UNIQUE" -> Policy.UNIQUE;
      case "FIRST" -> Policy.FIRST;
      case "PRIORITY" -> Policy.PRIORITY;
      case "ANY" -> Policy.ANY;
      case "COLLECT", "RULE ORDER", "OUTPUT ORDER" -> Policy.COLLECT;
      default -> throw new Unfit("its hit policy is " + table.hitPolicy());
    };
  }

  private Object result(DecisionTable table, List<String> expressions) {
    List<Object> values = new ArrayList<>();
    for (String expression : expressions) {
      values.add(value(expression));
    }
    if (values.size() == 1) {
      return values.get(0);
    }
    Map<String, Object> context = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(values.size(), table.outputs().size()); i++) {
      context.put(table.outputs().get(i).name(), values.get(i));
    }
    return context;
  }

  /** What is written out; anything else stands for itself. */
  private Object value(String expression) {
    if (Cell.answer(expression).isOther()) {
      return expression.equals("true") || expression.equals("false")
          ? (Object) Boolean.valueOf(expression)
          : new Computed(expression);
    }
    try {
      Object value = prober.value(expression, Map.of(), new HashSet<>());
      return value == null ? new Computed(expression) : value;
    } catch (Unfit e) {
      return new Computed(expression);
    }
  }

  private void sort(List<Outcome> rows, DecisionTable table) throws Unfit {
    Map<Integer, Integer[]> ranks = new HashMap<>();
    for (Outcome row : rows) {
      List<Integer> rank = new ArrayList<>();
      for (DecisionTable.Output output : table.outputs()) {
        if (output.values().isEmpty()) {
          throw new Unfit("its hit policy is PRIORITY, but it does not list its output values");
        }
        Object result = row.result();
        rank.add(
            prober.rank(
                output.values(),
                result instanceof Map<?, ?> context ? context.get(output.name()) : result));
      }
      ranks.put(row.number(), rank.toArray(Integer[]::new));
    }
    rows.sort(Comparator.comparing(row -> ranks.get(row.number()), Arrays::compare));
  }

  private Object otherwise(DecisionTable table, Policy policy) {
    List<String> defaults = table.outputs().stream().map(DecisionTable.Output::otherwise).toList();
    if (!defaults.isEmpty() && !defaults.contains("")) {
      Object result = result(table, defaults);
      return policy == Policy.COLLECT ? Collections.singletonList(result) : result;
    }
    return policy == Policy.COLLECT ? List.of() : null;
  }

  private Column column(DecisionTable table, int index, List<Outcome> rows, List<OpenCell> cells)
      throws Unfit {
    String expression = table.inputs().get(index).expression();
    Domain domain = domain(expression);
    boolean list = knowledge.plain().orElseThrow().lists().contains(expression);
    int words = CompiledTable.words(rows.size());
    long[] masks = new long[(domain.size() + 1) * words];
    Map<String, boolean[]> accepted = new HashMap<>();
    for (int bit = 0; bit < rows.size(); bit++) {
      int number = rows.get(bit).number();
      String cell = table.rows().get(number - 1).tests().get(index);
      boolean[] accepts = accepted.get(cell);
      if (accepts == null) {
        // what is in a list nobody can tell apart
        accepts =
            list && !(Cell.test(cell) instanceof Cell.Any) ? new boolean[0] : accepts(cell, domain);
        accepted.put(cell, accepts);
      }
      if (accepts.length == 0) {
        cells.add(new OpenCell(number, expression, cell));
      }
      for (int code = 0; code < domain.size(); code++) {
        if (accepts.length == 0 || accepts[code]) {
          masks[code * words + bit / Long.SIZE] |= 1L << bit;
        }
      }
    }
    return new Column(new int[] {slot(expression)}, new int[] {words}, masks);
  }

  private int slot(String name) {
    return slots.computeIfAbsent(name, n -> slots.size());
  }

  private Domain domain(String expression) throws Unfit {
    Domain domain = seen.get(expression);
    if (domain == null) {
      domain = domains.of(expression);
      if (domain.size() > MOST_VALUES) {
        throw new Unfit("the column '%s' tells too many values apart".formatted(expression));
      }
      seen.put(expression, domain);
    }
    return domain;
  }

  /** Which values a cell accepts; nothing where that cannot be told. */
  private boolean[] accepts(String cell, Domain domain) {
    boolean representatives =
        !domain.bands().isEmpty() || domain.values().contains(Domain.OTHER_TEXT);
    boolean texts = domain.values().contains(Domain.OTHER_TEXT);
    boolean told =
        representatives
            ? Tested.of(cell).isPresent() && !(texts && Cell.test(cell).isOther())
            : Tested.isSelfContained(cell);
    boolean[] accepts = new boolean[domain.size()];
    Cell plain = Cell.test(cell);
    try {
      for (int code = 0; told && code < accepts.length; code++) {
        Object value = domain.values().get(code);
        // what a cell that lists texts or ranges accepts need not be asked each time
        accepts[code] =
            (plain.isOther() || value == null)
                ? prober.accepts(cell, value, Map.of(), new HashSet<>())
                : plain.accepts(value);
      }
    } catch (Unfit e) {
      told = false;
    }
    return told ? accepts : new boolean[0];
  }

  /** Why the table of a decision was not analysed; empty where it was. */
  public Optional<String> reason(String decision) {
    return Optional.ofNullable(reasons.get(decision));
  }

  /** The cells of a decision that were taken to accept all. */
  public List<OpenCell> open(String decision) {
    return open.getOrDefault(decision, List.of());
  }

  /** What the rows of a decision accept; empty where that is not known. */
  public Optional<TableCells> cells(String decision) {
    return tables.containsKey(decision)
        ? Optional.of(view(decision)).map(v -> TableCells.of(v, v.slot(decision)))
        : Optional.empty();
  }

  /** The table of a decision with the exact ones behind it; all else that they test are facts. */
  public CompiledTables view(String decision) {
    Set<String> behind = new LinkedHashSet<>();
    behind(decision, behind);
    List<Decision> decisions = new ArrayList<>();
    Map<String, Domain> facts = new LinkedHashMap<>();
    for (Decision d : knowledge.decisions()) {
      if (behind.contains(d.name())) {
        List<String> tested = tested(d);
        tested.stream()
            .filter(name -> !behind.contains(name) || name.equals(d.name()))
            .forEach(name -> facts.put(name, seen.get(name)));
        decisions.add(
            new Decision(
                d.name(),
                d.label(),
                d.question(),
                d.file(),
                d.allowed(),
                tested.stream().filter(behind::contains).toList(),
                tested.stream().filter(name -> !behind.contains(name)).toList(),
                d.decisionTable()));
      }
    }
    Map<String, Integer> places = new HashMap<>();
    facts.keySet().forEach(name -> places.put(name, places.size()));
    decisions.forEach(d -> places.put(d.name(), places.size()));
    List<String> names = List.copyOf(slots.keySet());
    Map<String, CompiledTable> moved = new HashMap<>();
    behind.forEach(
        name -> moved.put(name, tables.get(name).movedTo(slot -> places.get(names.get(slot)))));
    return new CompiledTables(facts, decisions, moved, Map.of());
  }

  private void behind(String decision, Set<String> behind) {
    if (behind.add(decision)) {
      tested(knowledge.decision(decision).orElseThrow()).stream()
          .filter(exact::contains)
          .forEach(name -> behind(name, behind));
    }
  }

  private static List<String> tested(Decision decision) {
    return decision.decisionTable().inputs().stream()
        .map(DecisionTable.Input::expression)
        .distinct()
        .toList();
  }
}
