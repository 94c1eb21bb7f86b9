package org.parley.decide.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.FactCodes;

/**
 * Looks for facts under which a table sees what is wanted, from given facts on and changing few of
 * them: where a column sees a decision, it takes up the row of that decision's table that is
 * nearest to matching, and goes on to what that row asks for. It may miss what can be found. Not
 * thread-safe.
 */
public final class FactSearch {
  private static final int MOST_EVALUATIONS = 120;
  private static final int MOST_ROWS = 5;
  private static final int MOST_NODES = 500;

  private final CompiledTables tables;
  private final int[] state;
  private final long[] matching;
  // facts that were given a value on the way keep it
  private final boolean[] held;
  private final List<int[]> starts = new ArrayList<>();
  private int left;
  private int last;

  /**
   * @param starts facts to start from, as {@link FactCodes} gives them
   */
  public FactSearch(CompiledTables tables, List<byte[]> starts) {
    this.tables = tables;
    this.state = new int[tables.slots()];
    this.matching = new long[tables.words()];
    this.held = new boolean[tables.factCount()];
    for (byte[] facts : starts) {
      begin(facts, tables.slots());
      this.starts.add(state.clone());
    }
  }

  /** Whether each column of each table sees one fact or decision, which has masks. */
  public static boolean isPossible(CompiledTables tables) {
    return tables.arePlain(IntStream.range(tables.factCount(), tables.slots()).boxed().toList());
  }

  /** What a column has to see. */
  private record Sight(int slot, SortedSet<Integer> codes) {}

  /** Whether it is proved that no facts make a row of a table decide. */
  public boolean neverDecides(Wanted wanted, int row) {
    ReachProof proof = new ReachProof(tables, wanted.decision());
    return proof.neverDecides(wanted, tables.table(wanted.decision()).bit(row), MOST_NODES);
  }

  /** Whether it is proved that no facts make a table answer otherwise by a change. */
  public boolean neverMatters(Wanted wanted, CellChange change) {
    return new ReachProof(tables, wanted.decision()).neverMatters(wanted, change, MOST_NODES);
  }

  /** The places of the starts, those first from which the table already sees most of it. */
  public List<Integer> nearest(Wanted wanted) {
    List<Sight> sights = sights(wanted);
    int[] missed = starts.stream().mapToInt(state -> missed(sights, state)).toArray();
    return leastFirst(missed);
  }

  private static int missed(List<Sight> sights, int[] state) {
    int missed = 0;
    for (Sight sight : sights) {
      missed += sight.codes().contains(state[sight.slot()]) ? 0 : 1;
    }
    return missed;
  }

  /** The places of some numbers, in the order of the numbers and then of the places. */
  private static List<Integer> leastFirst(int[] numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .sorted(Comparator.comparingInt(place -> numbers[place]))
        .toList();
  }

  /**
   * Facts under which a table sees what is wanted.
   *
   * @param facts to start from
   * @return empty where none are found
   */
  public Optional<byte[]> find(byte[] facts, Wanted wanted) {
    begin(facts, tables.slot(wanted.decision()));
    List<Sight> sights = sights(wanted);
    for (int round = 0; round < sights.size() + 1; round++) {
      Sight missed = sights.stream().filter(this::isMissed).findFirst().orElse(null);
      if (missed == null) {
        return Optional.of(result());
      }
      if (!make(missed)) {
        return Optional.empty();
      }
      evaluate();
    }
    return Optional.empty();
  }

  private void begin(byte[] facts, int end) {
    for (int fact = 0; fact < facts.length; fact++) {
      state[fact] = facts[fact] & 0xFF;
    }
    Arrays.fill(held, false);
    left = MOST_EVALUATIONS;
    last = end;
    evaluate();
  }

  private byte[] result() {
    byte[] facts = new byte[tables.factCount()];
    for (int fact = 0; fact < facts.length; fact++) {
      facts[fact] = (byte) state[fact];
    }
    return facts;
  }

  private List<Sight> sights(Wanted wanted) {
    List<Column> columns = tables.table(wanted.decision()).columns();
    return IntStream.range(0, columns.size())
        .mapToObj(i -> new Sight(columns.get(i).slots()[0], wanted.codes().get(i)))
        .toList();
  }

  private boolean isMissed(Sight sight) {
    return !sight.codes().contains(state[sight.slot()]);
  }

  private void evaluate() {
    left--;
    for (int slot = tables.factCount(); slot < last; slot++) {
      tables.answer(slot, state, matching);
    }
  }

  private boolean make(Sight sight) {
    if (sight.slot() < tables.factCount()) {
      return give(sight);
    }
    CompiledTable table = tables.table(sight.slot());
    if (table.isList()) {
      return false;
    }
    int[] failing =
        IntStream.range(0, table.rows().size())
            .map(row -> table.failing(row, state).size())
            .toArray();
    List<Integer> rows =
        leastFirst(failing).stream()
            .filter(r -> sight.codes().contains(table.domain().code(table.rows().get(r).result())))
            .limit(MOST_ROWS)
            .toList();
    int[] before = state.clone();
    boolean[] heldBefore = held.clone();
    for (int row : rows) {
      if (left > 0 && match(table, row, sight)) {
        return true;
      }
      System.arraycopy(before, 0, state, 0, state.length);
      System.arraycopy(heldBefore, 0, held, 0, held.length);
    }
    return false;
  }

  /** Gives a fact the nearest of the values wanted. */
  private boolean give(Sight sight) {
    int fact = sight.slot();
    if (held[fact] || sight.codes().isEmpty()) {
      return sight.codes().contains(state[fact]);
    }
    int now = state[fact];
    state[fact] =
        sight.codes().stream()
            .min(Comparator.comparingInt((Integer code) -> Math.abs(code - now)))
            .orElseThrow();
    held[fact] = true;
    return true;
  }

  private boolean match(CompiledTable table, int row, Sight sight) {
    for (int column : table.failing(row, state)) {
      if (!make(new Sight(table.columns().get(column).slots()[0], codes(table, row, column)))) {
        return false;
      }
    }
    evaluate();
    return !isMissed(sight) || unmask(table, row, sight);
  }

  /** Where another row comes before one that matches, sees to it that it does not match. */
  private boolean unmask(CompiledTable table, int row, Sight sight) {
    if (!table.failing(row, state).isEmpty()) {
      return false;
    }
    int other =
        IntStream.range(0, row)
            .filter(r -> table.failing(r, state).isEmpty())
            .findFirst()
            .orElse(row);
    for (int column = 0; column < table.columns().size() && left > 0; column++) {
      SortedSet<Integer> codes = codes(table, row, column);
      codes.removeAll(codes(table, other, column));
      if (!codes.isEmpty() && make(new Sight(table.columns().get(column).slots()[0], codes))) {
        evaluate();
        if (!isMissed(sight)) {
          return true;
        }
      }
    }
    return false;
  }

  private static SortedSet<Integer> codes(CompiledTable table, int bit, int column) {
    return table.accepted(bit, table.columns().get(column));
  }
}
