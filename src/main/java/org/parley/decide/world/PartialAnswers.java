package org.parley.decide.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTables;

/**
 * What tables can say while some facts are still open: of each the rows that are left. A state is
 * one array: first the result of the decision asked about, one more than its code, as soon as it is
 * sure, then the rows left of each table. A table whose result is sure, or makes no difference any
 * more, has no rows left. So states from which everything goes on alike are equal.
 */
final class PartialAnswers {
  private final CompiledTables tables;
  private final List<Worlds.Open> open;
  private final int target;
  private final int[] state;
  private final List<Part> parts = new ArrayList<>();
  private final Part[] bySlot;
  // the columns that see each fact, by slot
  private final List<List<Sight>> seers = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();
  // of each open fact the place in the order, by slot
  private final int[] turns;
  private final long[] start;

  /** A decision has no result in some world, or masks of the kind that this needs. */
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** A table that some open fact has a say in. */
  private static final class Part {
    private final int slot;
    private final CompiledTable table;
    private final int at;
    private final List<Sight> sights = new ArrayList<>();
    private final List<Sight> readers = new ArrayList<>();

    Part(int slot, CompiledTable table, int at) {
      this.slot = slot;
      this.table = table;
      this.at = at;
    }
  }

  /** A column that sees something open. */
  private static final class Sight {
    private final Part of;
    private final int slot;
    private final long[] masks;
    private final long[] indifferent;

    /**
     * @param of the table that it belongs to
     * @param slot what it sees
     * @param masks for each code the rows that accept it
     * @param indifferent the rows that accept all that it may see
     */
    Sight(Part of, int slot, long[] masks, long[] indifferent) {
      this.of = of;
      this.slot = slot;
      this.masks = masks;
      this.indifferent = indifferent;
    }
  }

  /**
   * @throws Unanswered where a table has no masks, a column sees more than one name, or a list
   */
  PartialAnswers(CompiledTables tables, String decision, byte[] facts, List<Worlds.Open> open)
      throws Unanswered {
    this(tables, decision, facts, open, List.of());
  }

  /**
   * @param first open facts, by their places, that come first in the order, whether or not they
   *     have a say
   * @throws Unanswered where a table has no masks, a column sees more than one name, or a list
   */
  PartialAnswers(
      CompiledTables tables,
      String decision,
      byte[] facts,
      List<Worlds.Open> open,
      List<Integer> first)
      throws Unanswered {
    this.tables = tables;
    this.open = open;
    this.target = tables.slot(decision);
    this.state = new int[tables.slots()];
    this.bySlot = new Part[tables.slots()];
    this.turns = new int[tables.slots()];
    for (int slot = 0; slot < bySlot.length; slot++) {
      seers.add(new ArrayList<>());
    }
    for (int i = 0; i < facts.length; i++) {
      state[i] = facts[i] & 0xFF;
    }
    int words = 1;
    List<long[]> masks = new ArrayList<>();
    for (int slot : tables.behind(List.of(decision))) {
      CompiledTable table = tables.table(slot);
      if (table == null || table.isList() || !table.isPlain()) {
        throw new Unanswered();
      }
      Part part = new Part(slot, table, words);
      long[] left = fixed(part);
      if (part.sights.isEmpty()) {
        state[slot] = sure(table.pick(left), table);
      } else {
        bySlot[slot] = part;
        parts.add(part);
        masks.add(left);
        words += table.words();
      }
    }
    start = new long[words];
    for (int i = 0; i < parts.size(); i++) {
      System.arraycopy(masks.get(i), 0, start, parts.get(i).at, masks.get(i).length);
    }
    first.forEach(this::append);
    if (bySlot[target] == null) {
      start[0] = state[target] + 1L;
    } else {
      arrange(bySlot[target], new LinkedHashSet<>());
      boolean[] touched = new boolean[bySlot.length];
      Arrays.fill(touched, true);
      settle(start, -1, touched);
    }
  }

  /** The rows left by what is not open; what is open is noted as seen. */
  private long[] fixed(Part part) {
    long[] left = part.table.all();
    for (Column column : part.table.columns()) {
      int slot = column.slots()[0];
      List<Integer> codes = openCodes(slot);
      if (codes.isEmpty()) {
        keep(left, 0, column.masks(), state[slot] * left.length, left.length);
      } else {
        Sight sight =
            new Sight(part, slot, column.masks(), indifferent(column.masks(), codes, left.length));
        part.sights.add(sight);
        seers.get(slot).add(sight);
        if (bySlot[slot] != null) {
          bySlot[slot].readers.add(sight);
        }
      }
    }
    return left;
  }

  /** What an open fact or decision may stand for; empty where it is not open. */
  private List<Integer> openCodes(int slot) {
    if (bySlot[slot] != null) {
      return IntStream.range(0, bySlot[slot].table.domain().size()).boxed().toList();
    }
    int fact = place(slot);
    return fact < 0 ? List.of() : open.get(fact).codes();
  }

  private static long[] indifferent(long[] masks, List<Integer> codes, int words) {
    long[] all = new long[words];
    Arrays.fill(all, -1);
    codes.forEach(code -> keep(all, 0, masks, code * words, words));
    return all;
  }

  private static void keep(long[] left, int at, long[] masks, int from, int words) {
    for (int word = 0; word < words; word++) {
      left[at + word] &= masks[from + word];
    }
  }

  private static int sure(int code, CompiledTable table) throws Unanswered {
    if (code == table.domain().none()) {
      throw new Unanswered();
    }
    return code;
  }

  /** Orders the open facts so that tables get their results early: what one table sees together. */
  private void arrange(Part part, Set<Integer> done) {
    if (!done.add(part.slot)) {
      return;
    }
    for (Sight sight : part.sights) {
      if (bySlot[sight.slot] != null) {
        arrange(bySlot[sight.slot], done);
      }
    }
    for (Sight sight : part.sights) {
      int fact = place(sight.slot);
      if (fact >= 0 && !order.contains(fact)) {
        append(fact);
      }
    }
  }

  private void append(int fact) {
    turns[open.get(fact).fact()] = order.size();
    order.add(fact);
  }

  private int place(int slot) {
    return IntStream.range(0, open.size())
        .filter(place -> open.get(place).fact() == slot)
        .findFirst()
        .orElse(-1);
  }

  /** The open facts that have a say, by their places, in the order in which to give them values. */
  List<Integer> order() {
    return order;
  }

  /** The codes of an open fact, those together that no column tells apart. */
  Collection<List<Integer>> kinds(int fact) {
    Map<List<Long>, List<Integer>> kinds = new LinkedHashMap<>();
    for (int code : open.get(fact).codes()) {
      List<Long> seen = new ArrayList<>();
      for (Sight sight : seers.get(open.get(fact).fact())) {
        int words = sight.of.table.words();
        for (int word = code * words; word < (code + 1) * words; word++) {
          seen.add(sight.masks[word]);
        }
      }
      kinds.computeIfAbsent(seen, s -> new ArrayList<>()).add(code);
    }
    return kinds.values();
  }

  /** Whether what an open fact stands for makes any difference to a state. */
  boolean isSeen(long[] state, int fact) {
    if (state[0] == 0) {
      for (Sight sight : seers.get(open.get(fact).fact())) {
        if (matters(state, sight)) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many results the decision asked about has. */
  int results() {
    return tables.table(target).domain().size();
  }

  /** The state in which no open fact has a value. */
  long[] start() {
    return start;
  }

  /** The result of the decision asked about, once all facts have values. */
  int result(long[] state) {
    return (int) state[0] - 1;
  }

  /** A result of the decision asked about, by its code. */
  Object answer(int code) {
    return tables.table(target).domain().values().get(code);
  }

  /**
   * Whether this and another version of the tables cannot differ any more.
   *
   * @param alike for each decision that both have and that differs, its rows in both versions
   */
  boolean goesOnLike(
      long[] state, PartialAnswers other, long[] theirs, Map<String, RowPairs> alike) {
    if (state[0] != 0 || theirs[0] != 0) {
      return false;
    }
    return parts.stream().allMatch(p -> isLike(state, p, other, theirs, alike))
        && other.parts.stream().allMatch(p -> part(other.name(p)) != null || isDone(theirs, p));
  }

  private boolean isLike(
      long[] state, Part part, PartialAnswers other, long[] theirs, Map<String, RowPairs> alike) {
    Part same = other.part(name(part));
    if (same == null) {
      return isDone(state, part);
    }
    RowPairs rows = alike.get(name(part));
    int words = part.table.words();
    return rows == null
        ? Arrays.equals(state, part.at, part.at + words, theirs, same.at, same.at + words)
        : rows.areAlike(state, part.at, theirs, same.at);
  }

  private String name(Part part) {
    return tables.decision(part.slot).name();
  }

  private Part part(String decision) {
    int slot = tables.slot(decision);
    return slot < 0 ? null : bySlot[slot];
  }

  /**
   * The state once a further fact has a value.
   *
   * @param fact its place among the open ones; the facts before it in the order have values
   */
  long[] with(long[] before, int fact, int code) throws Unanswered {
    if (before[0] != 0) {
      return before;
    }
    long[] after = before.clone();
    int slot = open.get(fact).fact();
    boolean[] touched = new boolean[bySlot.length];
    for (Sight sight : seers.get(slot)) {
      see(after, sight, code, touched);
    }
    settle(after, turns[slot], touched);
    return after;
  }

  /**
   * Hands on all results that are sure, and forgets what makes no difference any more.
   *
   * @param given the turn of the last fact that has a value
   * @param touched the tables that have seen something new
   */
  private void settle(long[] state, int given, boolean[] touched) throws Unanswered {
    for (Part part : parts) {
      if (touched[part.slot] && !isDone(state, part)) {
        settle(state, part, given, touched);
      }
    }
    if (state[0] != 0) {
      Arrays.fill(state, 1, state.length, 0);
    } else {
      dropIdle(state);
    }
  }

  private static void see(long[] state, Sight sight, int code, boolean[] touched)
      throws Unanswered {
    Part part = sight.of;
    if (isDone(state, part)) {
      return;
    }
    int words = part.table.words();
    keep(state, part.at, sight.masks, code * words, words);
    touched[part.slot] = true;
    if (isDone(state, part)) {
      // no row is left: rather than tell this from a table that is done, leave it to others
      throw new Unanswered();
    }
  }

  private static boolean isDone(long[] state, Part part) {
    for (int word = 0; word < part.table.words(); word++) {
      if (state[part.at + word] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Hands a table's result on as soon as it is sure. */
  private void settle(long[] state, Part part, int given, boolean[] touched) throws Unanswered {
    int words = part.table.words();
    long[] left = Arrays.copyOfRange(state, part.at, part.at + words);
    long[] certain = left.clone();
    for (Sight sight : part.sights) {
      boolean ahead =
          bySlot[sight.slot] == null
              ? turns[sight.slot] > given
              : !isDone(state, bySlot[sight.slot]);
      if (ahead) {
        keep(certain, 0, sight.indifferent, 0, words);
      }
    }
    int code = part.table.certain(left, certain);
    if (code < 0) {
      return;
    }
    Arrays.fill(state, part.at, part.at + words, 0);
    if (part.slot == target) {
      state[0] = sure(code, part.table) + 1L;
    }
    for (Sight reader : part.readers) {
      see(state, reader, sure(code, part.table), touched);
    }
  }

  /** Forgets tables whose result makes no difference to any row that is left. */
  private void dropIdle(long[] state) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part.slot != target && !isDone(state, part) && isIdle(state, part)) {
        Arrays.fill(state, part.at, part.at + part.table.words(), 0);
      }
    }
  }

  private static boolean isIdle(long[] state, Part part) {
    // a loop: this is asked of every table at every step
    for (Sight reader : part.readers) {
      if (matters(state, reader)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matters(long[] state, Sight reader) {
    for (int word = 0; word < reader.of.table.words(); word++) {
      if ((state[reader.of.at + word] & ~reader.indifferent[word]) != 0) {
        return true;
      }
    }
    return false;
  }
}
