package org.parley.decide.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;

/**
 * The tables of a knowledge base as masks. Every fact and every decision has a slot in a state,
 * which holds the code of what it stands for: first the facts in the order of the vocabulary, then
 * the decisions, each behind those that it reads. Immutable.
 */
public final class CompiledTables {
  private final Map<String, Domain> facts;
  private final List<Decision> decisions;
  private final Map<String, CompiledTable> tables;
  private final Map<String, String> reasons;

  private final Map<String, Integer> slots = new HashMap<>();
  private final int factCount;
  private final CompiledTable[] bySlot;
  private final Domain[] domains;
  private final String[] names;
  private final int[][] inputs;
  private final int[] words;
  private final int size;

  /**
   * @param facts what each can stand for, in the order of the vocabulary
   * @param decisions all of them, each behind those that it reads
   * @param tables of those decisions that masks could be made of, by name
   * @param reasons why not, of the others
   */
  public CompiledTables(
      Map<String, Domain> facts,
      List<Decision> decisions,
      Map<String, CompiledTable> tables,
      Map<String, String> reasons) {
    this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    this.decisions = List.copyOf(decisions);
    this.tables = Map.copyOf(tables);
    this.reasons = Map.copyOf(reasons);
    this.factCount = facts.size();
    this.domains = facts.values().toArray(new Domain[0]);
    this.names = facts.keySet().toArray(new String[0]);
    for (String name : names) {
      slots.put(name, slots.size());
    }
    for (Decision decision : decisions) {
      slots.put(decision.name(), slots.size());
    }
    this.bySlot = new CompiledTable[slots.size()];
    this.inputs = new int[slots.size()][];
    this.words = new int[slots.size()];
    int next = 0;
    for (int slot = 0; slot < words.length; slot++) {
      words[slot] = next;
      if (slot >= factCount) {
        bySlot[slot] = tables.get(decision(slot).name());
        inputs[slot] = inputs(decision(slot));
        next += bySlot[slot] == null ? 0 : bySlot[slot].words();
      }
    }
    this.size = next;
  }

  /** The same with a decision more, behind all others, and its table. */
  public CompiledTables and(Decision decision, CompiledTable table) {
    List<Decision> more = new ArrayList<>(decisions);
    more.add(decision);
    Map<String, CompiledTable> all = new HashMap<>(tables);
    all.put(decision.name(), table);
    return new CompiledTables(facts, more, all, reasons);
  }

  /** The same knowledge base without masks, all for one reason. */
  public CompiledTables refused(String reason) {
    Map<String, String> all = new HashMap<>();
    decisions.forEach(d -> all.put(d.name(), reason));
    return new CompiledTables(facts, decisions, Map.of(), all);
  }

  /**
   * The same but for the table of a decision, which answers with some of the results that it had;
   * tables that read it are told them by the codes that they have there.
   */
  public CompiledTables with(String decision, CompiledTable table) {
    int slot = slot(decision);
    Domain before = domain(slot);
    List<Object> results = table.domain().values();
    Map<String, CompiledTable> changed = new HashMap<>();
    tables.forEach(
        (name, reader) ->
            changed.put(
                name,
                reader.isPlain()
                    ? reader.seeing(slot, results.size(), code -> before.code(results.get(code)))
                    : reader));
    changed.put(decision, table);
    return new CompiledTables(facts, decisions, changed, reasons);
  }

  /** How many facts there are: the slots from here on are those of decisions. */
  public int factCount() {
    return factCount;
  }

  /** What each fact can stand for, in the order of the slots. */
  public Map<String, Domain> facts() {
    return facts;
  }

  public List<Decision> decisions() {
    return decisions;
  }

  /** The slots of the facts that a slot rests on: itself, where it is one. */
  public Set<Integer> factsBehind(int slot) {
    Set<Integer> facts = new TreeSet<>();
    if (slot < factCount) {
      facts.add(slot);
    } else {
      behind(List.of(decision(slot).name()))
          .forEach(s -> decision(s).facts().forEach(fact -> facts.add(slot(fact))));
    }
    return facts;
  }

  /** The fact of a slot. */
  String fact(int slot) {
    return names[slot];
  }

  /** The fact or the decision of a slot. */
  public String name(int slot) {
    return slot < factCount ? fact(slot) : decision(slot).name();
  }

  /** The slot that a column of a decision sees, or -1 where it sees more than a name. */
  public int input(int slot, int column) {
    return inputs[slot][column];
  }

  private int[] inputs(Decision decision) {
    DecisionTable table = decision.decisionTable();
    int[] inputs = new int[table == null ? 0 : table.inputs().size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = slot(table.inputs().get(i).expression());
    }
    return inputs;
  }

  /** The decision that answers into a slot. */
  public Decision decision(int slot) {
    return decisions.get(slot - factCount);
  }

  /** The table of a decision, or {@code null} where masks could not be made of it. */
  public CompiledTable table(String decision) {
    return tables.get(decision);
  }

  /** The table that answers into a slot, or {@code null}. */
  public CompiledTable table(int slot) {
    return bySlot[slot];
  }

  /** Whether these slots have tables, and each of their columns tests one name. */
  public boolean arePlain(Collection<Integer> slots) {
    return slots.stream().map(this::table).allMatch(t -> t != null && t.isPlain());
  }

  /** Answers into the slot of a table. */
  public void answer(int slot, int[] state, long[] matching) {
    state[slot] = bySlot[slot].answer(state, matching, words[slot]);
  }

  /** What a fact or a decision can stand for, as far as that is known. */
  public Domain domain(int slot) {
    if (slot < factCount) {
      return domains[slot];
    }
    return bySlot[slot] == null ? Domain.of(decision(slot).allowed()) : bySlot[slot].domain();
  }

  /** The slots of some decisions and of those below them, each behind those that it reads. */
  public Set<Integer> behind(List<String> decisions) {
    Set<Integer> behind = new TreeSet<>();
    List<String> open = new ArrayList<>(decisions);
    while (!open.isEmpty()) {
      int slot = slot(open.remove(open.size() - 1));
      if (slot >= factCount && behind.add(slot)) {
        open.addAll(decision(slot).decisions());
      }
    }
    return behind;
  }

  /** The decisions that have no table here, with the reason. */
  public List<NotCompiled> notCompiled() {
    return decisions.stream()
        .map(Decision::name)
        .filter(reasons::containsKey)
        .map(name -> new NotCompiled(name, reason(name)))
        .toList();
  }

  /** Why a decision has no table here, or {@code null} where it has one. */
  public String reason(String decision) {
    return reasons.get(decision);
  }

  /** The slot of a fact or a decision, or -1. */
  public int slot(String name) {
    return slots.getOrDefault(name, -1);
  }

  public int slots() {
    return bySlot.length;
  }

  /** Where the rows that match in a slot's table stand. */
  public int words(int slot) {
    return words[slot];
  }

  /** How many words the rows that match take in all tables. */
  public int words() {
    return size;
  }
}
