package org.parley.decide.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTable.Outcome;
import org.parley.decide.answer.CompiledTable.Policy;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.Domain;
import org.parley.decide.world.DecisionDiagram;
import org.parley.decide.world.Worlds;
import org.parley.knowledge.Decision;

/**
 * Whether any facts at all make a table see something. A table of our own, which says yes where the
 * other one sees it, is put behind the others, and all worlds that lead to yes are counted.
 */
final class ReachProof {
  private static final String ASKED = "is it seen";
  private static final String YES = "yes";
  private static final String NO = "no";

  private final CompiledTables tables;
  private final String decision;
  private final CompiledTable table;

  ReachProof(CompiledTables tables, String decision) {
    this.tables = tables;
    this.decision = decision;
    this.table = tables.table(decision);
  }

  /**
   * A row of our table.
   *
   * @param codes for each column the codes that it accepts
   */
  private record Test(List<? extends Set<Integer>> codes, String result) {}

  /** Whether some facts make a row match; empty where that is not proved either way. */
  Optional<Boolean> matches(int bit, int mostNodes) {
    List<Set<Integer>> accepted = accepted(bit);
    return accepted.stream().anyMatch(Set::isEmpty)
        ? Optional.of(false)
        : isSeen(List.of(new Test(accepted, YES)), mostNodes);
  }

  /** Whether it is proved that no facts make a row decide. */
  boolean neverDecides(Wanted wanted, int bit, int mostNodes) {
    List<Test> tests = new ArrayList<>();
    if (isOrdered()) {
      int wording = table.rows().get(bit).wording();
      IntStream.range(0, bit)
          .filter(other -> table.rows().get(other).wording() != wording)
          .forEach(other -> tests.add(new Test(accepted(other), NO)));
    }
    tests.add(new Test(wanted.codes(), YES));
    return isNever(tests, mostNodes);
  }

  /** Whether it is proved that no facts make a table answer otherwise by a change. */
  boolean neverMatters(Wanted wanted, CellChange change, int mostNodes) {
    int bit = table.bit(change.row());
    List<Test> tests = new ArrayList<>();
    if (isOrdered() && !(change instanceof CellChange.Says)) {
      Object own = table.rows().get(bit).result();
      IntStream.range(0, bit).forEach(other -> tests.add(new Test(accepted(other), NO)));
      IntStream.range(bit + 1, table.rows().size())
          .forEach(
              other ->
                  tests.add(
                      new Test(
                          both(wanted.codes(), accepted(other)),
                          Objects.equals(table.rows().get(other).result(), own) ? NO : YES)));
    }
    tests.add(new Test(wanted.codes(), YES));
    return isNever(tests, mostNodes);
  }

  private boolean isOrdered() {
    return table.policy() == Policy.FIRST || table.policy() == Policy.PRIORITY;
  }

  private List<Set<Integer>> accepted(int bit) {
    return table.columns().stream().map(c -> Set.copyOf(table.accepted(bit, c))).toList();
  }

  private static List<Set<Integer>> both(
      List<? extends Set<Integer>> one, List<Set<Integer>> other) {
    return IntStream.range(0, one.size())
        .mapToObj(
            i -> {
              Set<Integer> codes = new HashSet<>(one.get(i));
              codes.retainAll(other.get(i));
              return Set.copyOf(codes);
            })
        .toList();
  }

  private boolean isNever(List<Test> tests, int mostNodes) {
    return isSeen(tests, mostNodes).equals(Optional.of(false));
  }

  /**
   * Looks first at the decisions that the table reads with whatever those read left open, then one
   * step further back at a time: what cannot be with more left open cannot be at all.
   *
   * @return empty where it takes too much room
   */
  private Optional<Boolean> isSeen(List<Test> tests, int mostNodes) {
    Set<String> expanded = new LinkedHashSet<>();
    Set<String> next = constrained(tests);
    while (expanded.addAll(next)) {
      CompiledTables asked = with(tests, expanded);
      Optional<Worlds> worlds =
          DecisionDiagram.count(
              asked, ASKED, new byte[asked.factCount()], Worlds.Open.all(asked), mostNodes);
      if (worlds.isEmpty()) {
        return Optional.empty();
      }
      if (worlds.get().count(asked.table(ASKED).domain().code(YES)) == 0) {
        return Optional.of(false);
      }
      next =
          expanded.stream()
              .flatMap(name -> decision(name).decisions().stream())
              .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    return Optional.of(true);
  }

  /** The decisions that the table reads and that make a difference to the tests. */
  private Set<String> constrained(List<Test> tests) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      int slot = table.columns().get(i).slots()[0];
      int size = tables.domain(slot).size();
      if (slot >= tables.factCount()
          && tests.stream().anyMatch(t -> t.codes().get(column).size() < size)) {
        names.add(tables.decision(slot).name());
      }
    }
    return names;
  }

  private Decision decision(String name) {
    return tables.decision(tables.slot(name));
  }

  /** The tables of some decisions and ours; all other decisions are open like facts. */
  private CompiledTables with(List<Test> tests, Set<String> expanded) {
    Map<String, Domain> facts = new LinkedHashMap<>(tables.facts());
    List<Decision> decisions = new ArrayList<>();
    for (Decision other : tables.decisions()) {
      if (expanded.contains(other.name())) {
        decisions.add(other);
      } else {
        facts.put(other.name(), tables.domain(tables.slot(other.name())));
      }
    }
    Decision own = decision(decision);
    decisions.add(new Decision(ASKED, "", "", "", List.of(), own.decisions(), own.facts(), null));
    List<String> names = new ArrayList<>(facts.keySet());
    decisions.forEach(d -> names.add(d.name()));
    Map<String, CompiledTable> all = new HashMap<>();
    IntUnaryOperator place = slot -> names.indexOf(tables.name(slot));
    expanded.forEach(name -> all.put(name, tables.table(name).movedTo(place)));
    all.put(ASKED, table(tests).movedTo(place));
    return new CompiledTables(facts, decisions, all, Map.of());
  }

  private CompiledTable table(List<Test> tests) {
    List<Outcome> rows = new ArrayList<>();
    for (Test test : tests) {
      rows.add(new Outcome(rows.size() + 1, test.result(), rows.size()));
    }
    rows.add(new Outcome(rows.size() + 1, NO, rows.size()));
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      int place = columns.size();
      columns.add(
          CompiledTable.column(
              column.slots()[0],
              table.codes(column),
              rows.size(),
              // the last row takes what no other one does
              (bit, code) ->
                  bit == tests.size() || tests.get(bit).codes().get(place).contains(code)));
    }
    return new CompiledTable(Policy.FIRST, columns, rows, null);
  }
}
