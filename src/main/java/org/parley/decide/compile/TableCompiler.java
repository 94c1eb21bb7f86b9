package org.parley.decide.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTable.Outcome;
import org.parley.decide.answer.CompiledTable.Policy;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.Domain;
import org.parley.decide.reference.Prober;
import org.parley.decide.reference.Prober.Unfit;
import org.parley.decide.reference.ReferenceEngine;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/**
 * Makes masks of tables by putting every cell to the engine's FEEL with every value that it may
 * see, and holds what came of it against the engine.
 */
public final class TableCompiler {
  /** How many combinations of values one column is tried with at most. */
  private static final int MOST_COMBINATIONS = 4096;

  /** From how many new tables on it is quicker to ask the engine for all at once. */
  private static final int FEW = 8;

  private final KnowledgeBase knowledge;
  private final KnownTables known;
  private final Prober prober;
  private final Map<String, Domain> domains = new LinkedHashMap<>();
  // the decisions whose tables are new, and those without
  private final Set<String> unproved = new LinkedHashSet<>();
  private final Map<String, Integer> slots = new HashMap<>();
  private ReferenceEngine reference;

  /**
   * @param known tables that need not be made again
   */
  public TableCompiler(KnowledgeBase knowledge, KnownTables known) {
    this.knowledge = knowledge;
    this.known = known;
    knowledge.vocabulary().factNames().forEach(name -> slots.put(name, slots.size()));
    knowledge.decisions().forEach(d -> slots.put(d.name(), slots.size()));
    this.prober = new Prober(slots.keySet());
  }

  /**
   * Makes the tables.
   *
   * @throws ParleyException if the models do not compile; it lists every message
   */
  public CompiledTables compile() {
    Map<String, Domain> facts = facts();
    Map<String, String> refused = new LinkedHashMap<>();
    while (true) {
      Map<String, String> reasons = new LinkedHashMap<>(refused);
      Map<String, CompiledTable> tables = compile(facts, reasons);
      Map<String, String> disproved = disproved(tables);
      if (disproved.isEmpty()) {
        return new CompiledTables(facts, knowledge.decisions(), tables, reasons);
      }
      // what reads a table that is refused must be made again
      refused.putAll(disproved);
    }
  }

  /** The engine for all decisions, where it was needed; otherwise {@code null}. */
  public ReferenceEngine reference() {
    return reference;
  }

  /** Makes the tables of all decisions but those refused, and notes why others have none. */
  private Map<String, CompiledTable> compile(
      Map<String, Domain> facts, Map<String, String> reasons) {
    domains.clear();
    unproved.clear();
    // a fact with more values than codes is left to the reference, with all that read it
    facts.forEach(
        (name, domain) -> {
          if (domain.size() <= Domain.LARGEST) {
            domains.put(name, domain);
          }
        });
    Map<String, CompiledTable> tables = new LinkedHashMap<>();
    for (Decision decision : knowledge.decisions()) {
      try {
        if (reasons.containsKey(decision.name())) {
          throw new Unfit(reasons.get(decision.name()));
        }
        CompiledTable table = knownOrMade(decision);
        tables.put(decision.name(), table);
        if (!table.isList()) {
          domains.put(decision.name(), table.domain());
        }
      } catch (Unfit e) {
        reasons.put(decision.name(), e.getMessage());
        unproved.add(decision.name());
        // texts with escapes are not what the engine answers with
        if (!decision.allowed().isEmpty()
            && decision.allowed().size() <= Domain.LARGEST
            && decision.allowed().stream().noneMatch(v -> v.contains("\\"))) {
          domains.put(decision.name(), Domain.of(decision.allowed()));
        }
      }
    }
    return tables;
  }

  private CompiledTable knownOrMade(Decision decision) throws Unfit {
    CompiledTable table =
        known.isEmpty() ? null : known.find(KnownTables.key(knowledge, decision, domains), slots);
    if (table == null) {
      table = compile(decision);
      if (!known.isSafelyChanged(knowledge, decision)) {
        unproved.add(decision.name());
      }
    }
    return table;
  }

  /** Holds new tables against the engine: those that it does not agree with, and why. */
  private Map<String, String> disproved(Map<String, CompiledTable> tables) {
    Map<String, String> disproved = new LinkedHashMap<>();
    if (unproved.isEmpty()) {
      return disproved;
    }
    // asked for even if no table is new: it finds what it cannot compile
    TableProof proof = new TableProof(engine(), domains, slots);
    for (Decision decision : knowledge.decisions()) {
      CompiledTable table = tables.get(decision.name());
      if (table != null && unproved.contains(decision.name())) {
        try {
          proof.require(decision, table);
        } catch (Unfit e) {
          disproved.put(decision.name(), e.getMessage());
        }
      }
    }
    return disproved;
  }

  private ReferenceEngine engine() {
    if (reference == null && !known.isEmpty() && unproved.size() <= FEW) {
      return ReferenceEngine.of(knowledge, unproved);
    }
    if (reference == null) {
      reference = new ReferenceEngine(knowledge);
    }
    return reference;
  }

  private Map<String, Domain> facts() {
    Map<String, Domain> facts = new LinkedHashMap<>();
    for (FactType fact : knowledge.vocabulary().facts()) {
      facts.put(
          fact.name(),
          fact.kind() == FactType.Kind.CHOICE
              ? Domain.of(fact.values())
              : NumberDomain.of(fact, knowledge.decisions()));
    }
    return facts;
  }

  private CompiledTable compile(Decision decision) throws Unfit {
    DecisionTable table = decision.decisionTable();
    if (table == null) {
      throw new Unfit("its logic is no decision table");
    }
    Policy policy = policy(table);
    List<Outcome> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      Object result = result(table, row.results());
      rows.add(new Outcome(row.number(), result, wording(table, row)));
    }
    if (policy == Policy.PRIORITY) {
      sort(rows, table);
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      columns.add(column(table, i, rows));
    }
    CompiledTable compiled = new CompiledTable(policy, columns, rows, otherwise(table, policy));
    if (compiled.domain().size() > Domain.LARGEST) {
      throw new Unfit("it has more than %d results".formatted(Domain.LARGEST));
    }
    return compiled;
  }

  private static Policy policy(DecisionTable table) throws Unfit {
    if (!table.aggregation().isEmpty()) {
      throw new Unfit("its hit policy is %s %s".formatted(table.hitPolicy(), table.aggregation()));
    }
    return switch (table.hitPolicy()) {
      case "UNIQUE" -> Policy.UNIQUE;
      case "FIRST" -> Policy.FIRST;
      case "PRIORITY" -> Policy.PRIORITY;
      case "ANY" -> Policy.ANY;
      case "COLLECT", "RULE ORDER" -> Policy.COLLECT;
      default -> throw new Unfit("its hit policy is " + table.hitPolicy());
    };
  }

  /** What a row says; the engine makes a context of several outputs. */
  private Object result(DecisionTable table, List<String> expressions) throws Unfit {
    List<Object> values = new ArrayList<>();
    for (String expression : expressions) {
      Set<String> asked = new LinkedHashSet<>();
      values.add(prober.value(expression, Map.of(), asked));
      if (!asked.isEmpty()) {
        throw new Unfit("the result '%s' is not the same in every case".formatted(expression));
      }
    }
    if (values.size() == 1) {
      return values.get(0);
    }
    Map<String, Object> context = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      context.put(table.outputs().get(i).name(), values.get(i));
    }
    return context;
  }

  private void sort(List<Outcome> rows, DecisionTable table) throws Unfit {
    Map<Integer, List<Integer>> ranks = new HashMap<>();
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
                table.outputs().size() == 1 ? result : ((Map<?, ?>) result).get(output.name())));
      }
      ranks.put(row.number(), rank);
    }
    rows.sort(Comparator.comparing(row -> ranks.get(row.number()), TableCompiler::compare));
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    return Arrays.compare(one.toArray(Integer[]::new), other.toArray(Integer[]::new));
  }

  private Object otherwise(DecisionTable table, Policy policy) throws Unfit {
    List<String> defaults =
        table.outputs().stream()
            .map(DecisionTable.Output::otherwise)
            .filter(d -> !d.isEmpty())
            .toList();
    if (!defaults.isEmpty() && defaults.size() == table.outputs().size()) {
      Object result = result(table, defaults);
      return policy == Policy.COLLECT ? Collections.singletonList(result) : result;
    }
    return policy == Policy.COLLECT && table.hitPolicy().equals("COLLECT") ? List.of() : null;
  }

  /** Rows whose results are written alike have the same number. */
  private static int wording(DecisionTable table, Row row) {
    int first = 0;
    while (!table.rows().get(first).results().equals(row.results())) {
      first++;
    }
    return first;
  }

  private Column column(DecisionTable table, int index, List<Outcome> rows) throws Unfit {
    String input = table.inputs().get(index).expression();
    Set<String> names = new LinkedHashSet<>();
    if (slots.containsKey(input)) {
      names.add(input);
    }
    while (true) {
      Set<String> asked = new LinkedHashSet<>();
      Column column = column(table, index, rows, List.copyOf(names), asked);
      if (asked.isEmpty()) {
        return column;
      }
      names.addAll(asked);
    }
  }

  /** The column, if its cells look up no other names than these; otherwise they are asked for. */
  private Column column(
      DecisionTable table, int index, List<Outcome> rows, List<String> names, Set<String> asked)
      throws Unfit {
    DecisionTable.Input input = table.inputs().get(index);
    List<String> cells = new ArrayList<>();
    for (Outcome row : rows) {
      cells.add(table.rows().get(row.number() - 1).tests().get(index));
    }
    int words = CompiledTable.words(rows.size());
    int[] strides = new int[names.size()];
    int combinations = 1;
    int length = words;
    for (int i = 0; i < strides.length; i++) {
      Domain domain = domain(names.get(i), input.expression(), cells);
      strides[i] = length;
      combinations *= domain.size();
      length *= domain.size() + 1;
      if (combinations > MOST_COMBINATIONS) {
        throw new Unfit(
            "the column '%s' looks at too many combinations".formatted(input.expression()));
      }
    }
    long[] masks = new long[length];
    for (int combination = 0; combination < combinations && asked.isEmpty(); combination++) {
      Map<String, Object> values = new HashMap<>();
      int rest = combination;
      int at = 0;
      for (int i = 0; i < strides.length; i++) {
        Domain domain = domains.get(names.get(i));
        int code = rest % domain.size();
        rest /= domain.size();
        at += code * strides[i];
        values.put(names.get(i), domain.values().get(code));
      }
      accept(input, cells, values, asked, masks, at);
    }
    return new Column(names.stream().mapToInt(slots::get).toArray(), strides, masks);
  }

  /** Notes in a mask the cells that accept what the column sees. */
  private void accept(
      DecisionTable.Input input,
      List<String> cells,
      Map<String, Object> values,
      Set<String> asked,
      long[] masks,
      int at)
      throws Unfit {
    Object value = prober.value(input.expression(), values, asked);
    if (!input.values().isEmpty() && !prober.accepts(input.values(), value, values, asked)) {
      throw new Unfit(
          "the column '%s' may see %s, which it does not list"
              .formatted(input.expression(), value));
    }
    Map<String, Boolean> accepted = new HashMap<>();
    for (int bit = 0; bit < cells.size(); bit++) {
      Boolean known = accepted.get(cells.get(bit));
      if (known == null) {
        known = prober.accepts(cells.get(bit), value, values, asked);
        accepted.put(cells.get(bit), known);
      }
      if (known) {
        masks[at + bit / Long.SIZE] |= 1L << bit;
      }
    }
  }

  private Domain domain(String name, String expression, List<String> cells) throws Unfit {
    Domain domain = domains.get(name);
    if (domain == null) {
      throw new Unfit("it reads '%s', whose values are not listed".formatted(name));
    }
    if (domain.isBanded() && !(name.equals(expression) && NumberDomain.areComparisons(cells))) {
      throw new Unfit("it does more with the number '%s' than compare it".formatted(name));
    }
    return domain;
  }
}
