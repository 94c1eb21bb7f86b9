package org.parley.decide.answer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.parley.ParleyException;
import org.parley.knowledge.Decision;

/**
 * What all decisions answer on one case, through masks where there are any; results and rows become
 * objects when somebody asks for them. It can be used for one case after another, which saves
 * memory. Not thread-safe.
 */
public final class Answers implements Evaluation {
  private final CompiledTables tables;
  private final Reference reference;
  private final int[] state;
  private final long[] matching;
  // the slots of the decisions to answer, each behind those that it reads
  private final int[] decisions;
  private Function<String, Object> facts;
  // what the reference was asked for, by decision
  private final Map<String, Answer> asked = new HashMap<>();

  /** Room for the answers of all decisions. */
  public Answers(CompiledTables tables, Reference reference) {
    this(tables, reference, IntStream.range(tables.factCount(), tables.slots()).boxed().toList());
  }

  /**
   * Room for the answers of some decisions and of those that they rest on; of the others nothing is
   * to be asked.
   */
  public Answers(CompiledTables tables, Reference reference, List<String> decisions) {
    this(tables, reference, tables.behind(decisions));
  }

  private Answers(CompiledTables tables, Reference reference, Collection<Integer> slots) {
    this.tables = tables;
    this.reference = reference;
    this.state = new int[tables.slots()];
    this.matching = new long[tables.words()];
    this.decisions = slots.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Answers the decisions. Those that no masks could be made of see the least number of a band.
   *
   * @param facts a code for each fact of the vocabulary, as {@link FactCodes} gives them
   * @return whether all have a result, which complete tables see to
   */
  public boolean answer(byte[] facts) {
    return answer(facts, fact -> codedValue(tables.slot(fact)));
  }

  /**
   * Answers the decisions.
   *
   * @param exact what each fact stands for, since codes know only the bands of numbers
   */
  public boolean answer(byte[] facts, Function<String, Object> exact) {
    this.facts = exact;
    boolean complete = true;
    for (int slot = 0; slot < facts.length; slot++) {
      state[slot] = facts[slot] & 0xFF;
    }
    for (int slot : decisions) {
      CompiledTable table = tables.table(slot);
      if (table == null) {
        complete &= ask(slot);
      } else {
        state[slot] = table.answer(state, matching, tables.words(slot));
        complete &= state[slot] != table.domain().none();
      }
    }
    return complete;
  }

  private Object codedValue(int fact) {
    return tables.domain(fact).values().get(state[fact]);
  }

  private boolean ask(int slot) {
    Decision decision = tables.decision(slot);
    Answer answer = null;
    try {
      answer = reference.answer(decision, this::value);
    } catch (ParleyException e) {
      // it has no result; nor have those that read it
    }
    asked.put(decision.name(), answer);
    Domain domain = tables.domain(slot);
    state[slot] = answer == null ? domain.none() : domain.code(answer.value());
    return answer != null && (domain.size() == 0 || state[slot] != domain.none());
  }

  /** The codes of all facts and decisions, by slot; to be read only. */
  public int[] state() {
    return state;
  }

  /** The code of a decision's result among its results; one more than there are for none. */
  public int code(String decision) {
    return state[tables.slot(decision)];
  }

  /**
   * The code of a decision's result.
   *
   * @param decision its place among the decisions of the knowledge base, from 0
   */
  public int code(int decision) {
    return state[tables.factCount() + decision];
  }

  /** The first decision without a result, if its table has masks. */
  public Optional<Decision> firstWithoutResult() {
    return tables.decisions().stream()
        .filter(d -> value(d.name()) == null)
        .findFirst()
        .filter(d -> tables.table(d.name()) != null);
  }

  @Override
  public Object value(String name) {
    int slot = tables.slot(name);
    return slot < 0 ? reference.value(name, all()) : valueIn(slot);
  }

  private Map<String, Object> all() {
    Map<String, Object> all = new HashMap<>();
    for (int slot = 0; slot < tables.slots(); slot++) {
      all.put(tables.name(slot), valueIn(slot));
    }
    return all;
  }

  @Override
  public Object result(int decision) {
    return valueIn(tables.factCount() + decision);
  }

  /** What stands in a slot. */
  public Object valueIn(int slot) {
    CompiledTable table = tables.table(slot);
    if (table != null) {
      return table.result(state[slot], matching, tables.words(slot));
    }
    if (slot < tables.factCount()) {
      return facts.apply(tables.fact(slot));
    }
    Answer answer = asked.get(tables.decision(slot).name());
    return answer == null ? null : answer.value();
  }

  @Override
  public Object input(int decision, int column) {
    int slot = tables.factCount() + decision;
    int seen = tables.input(slot, column);
    return seen < 0
        ? value(tables.decision(slot).decisionTable().inputs().get(column).expression())
        : valueIn(seen);
  }

  @Override
  public List<Match> matches(String decision) {
    int slot = tables.slot(decision);
    return slot < tables.factCount() ? List.of() : matches(slot - tables.factCount());
  }

  @Override
  public List<Match> matches(int decision) {
    int slot = tables.factCount() + decision;
    CompiledTable table = tables.table(slot);
    if (table != null) {
      return table.matches(matching, tables.words(slot));
    }
    Answer answer = asked.get(tables.decision(slot).name());
    return answer == null ? List.of() : answer.matches();
  }

  /**
   * Hands over the numbers of the rows of a decision that matched, from 1, in no special order and
   * without making objects.
   *
   * @param decision its place among the decisions of the knowledge base, from 0
   */
  public void forEachMatch(int decision, IntConsumer row) {
    int slot = tables.factCount() + decision;
    CompiledTable table = tables.table(slot);
    if (table == null) {
      matches(decision).forEach(m -> row.accept(m.row()));
    } else {
      table.forEachMatch(
          matching, tables.words(slot), bit -> row.accept(table.rows().get(bit).number()));
    }
  }

  @Override
  public List<Integer> failing(String decision, int row) {
    CompiledTable table = tables.table(decision);
    return table == null ? List.of() : table.failing(table.bit(row), state);
  }
}
