package org.parley.decide.answer;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A decision table as masks: for each column and each value that it may see, the rows that accept
 * it. What is left when the masks of all columns are laid over each other are the rows that match,
 * and the hit policy picks from them.
 *
 * <p>Rows stand in the masks in the order in which the hit policy prefers them, so that the first
 * that is left is the one that counts.
 */
public final class CompiledTable {
  private static final int MOST_KNOWN = 128;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Policy policy;
  private final List<Column> columns;
  private final List<Outcome> rows;
  private final Object otherwise;

  private final Domain domain;
  private final int words;
  private final long[] all;
  private final int[] codes;
  // of each row what matching it comes to
  private final Evaluation.Match[] deciding;
  private final Evaluation.Match[] passedOver;
  private final int codeOtherwise;
  // matches of masks that were met before, at places that the masks themselves give
  private final AtomicReferenceArray<Known> known;
  // columns that test one name, which nearly all do, apart from the rest
  private final int[] slots;
  private final long[][] masks;
  private final Column[] joint;

  /** What a mask of one word comes to. */
  private record Known(long mask, List<Evaluation.Match> matches) {}

  /** How the rows that match become one result. */
  public enum Policy {
    /** The one row that matches; two are an error. */
    UNIQUE,
    /** The first row that matches. */
    FIRST,
    /** Of the rows that match the one whose result stands first among the output values. */
    PRIORITY,
    /** Any row that matches; they must agree. */
    ANY,
    /** The results of all rows that match, in the order of the table. */
    COLLECT
  }

  /** A column of the table: for each combination of codes that it may see, a mask. */
  public static final class Column {
    private final int[] slots;
    private final int[] strides;
    private final long[] masks;

    /**
     * @param slots the places of the names that it tests; mostly one
     * @param strides for each name how far its next code is in the masks
     * @param masks for each combination of codes the rows that accept it, in words
     */
    public Column(int[] slots, int[] strides, long[] masks) {
      this.slots = slots;
      this.strides = strides;
      this.masks = masks;
    }

    public int[] slots() {
      return slots;
    }

    public int[] strides() {
      return strides;
    }

    public long[] masks() {
      return masks;
    }

    int index(int[] state) {
      int index = 0;
      for (int i = 0; i < slots.length; i++) {
        index += state[slots[i]] * strides[i];
      }
      return index;
    }

    /** Whether a decision that it tests has no result, which is the last of its codes. */
    boolean seesNone(int[] state) {
      for (int i = 0; i < slots.length; i++) {
        int next = i + 1 < slots.length ? strides[i + 1] : masks.length;
        if (state[slots[i]] == next / strides[i] - 1) {
          return true;
        }
      }
      return false;
    }

    /** Whether its cell in a row accepts what it sees. */
    public boolean accepts(int bit, int[] state) {
      return accepts(bit, index(state));
    }

    private boolean accepts(int bit, int index) {
      return (masks[index + bit / Long.SIZE] >>> bit & 1) != 0;
    }

    /** The same at another place of what it tests. */
    Column movedTo(IntUnaryOperator place) {
      return new Column(Arrays.stream(slots).map(place).toArray(), strides, masks);
    }
  }

  /** Whether a cell accepts a code. */
  public interface Cells {
    boolean accept(int bit, int code);
  }

  /**
   * A column that tests one name.
   *
   * @param codes how many values it may see
   * @param rows how many the table has
   */
  public static Column column(int slot, int codes, int rows, Cells cells) {
    int words = words(rows);
    long[] masks = new long[(codes + 1) * words];
    for (int code = 0; code < codes; code++) {
      for (int bit = 0; bit < rows; bit++) {
        if (cells.accept(bit, code)) {
          masks[code * words + bit / Long.SIZE] |= 1L << bit;
        }
      }
    }
    return new Column(new int[] {slot}, new int[] {words}, masks);
  }

  /**
   * What a row says.
   *
   * @param number its place in the table, from 1
   * @param result its result, or {@code null} for none
   * @param wording the same for rows whose results are written alike
   */
  public record Outcome(int number, Object result, int wording) {}

  /**
   * @param rows in the order of the masks
   * @param otherwise the result where no row matches, or {@code null} for none
   */
  public CompiledTable(Policy policy, List<Column> columns, List<Outcome> rows, Object otherwise) {
    this.policy = policy;
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
    this.otherwise = otherwise;
    this.domain = domain(policy, rows, otherwise);
    this.words = words(rows.size());
    this.all = new long[words];
    this.codes = new int[rows.size()];
    this.deciding = new Evaluation.Match[rows.size()];
    this.passedOver = new Evaluation.Match[rows.size()];
    for (int bit = 0; bit < codes.length; bit++) {
      deciding[bit] = new Evaluation.Match(rows.get(bit).number(), true);
      passedOver[bit] = new Evaluation.Match(rows.get(bit).number(), false);
      all[bit / Long.SIZE] |= 1L << bit;
      codes[bit] = code(rows.get(bit).result());
    }
    this.codeOtherwise = code(otherwise);
    this.known = new AtomicReferenceArray<>(words == 1 ? MOST_KNOWN : 0);
    // loops: shipped tables are made at each start, where a lambda costs more than a table
    List<Column> single = new ArrayList<>();
    List<Column> others = new ArrayList<>();
    for (Column column : columns) {
      (words == 1 && column.slots().length == 1 ? single : others).add(column);
    }
    this.slots = new int[single.size()];
    this.masks = new long[single.size()][];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = single.get(i).slots()[0];
      masks[i] = single.get(i).masks();
    }
    this.joint = others.toArray(new Column[0]);
  }

  /** How many words the masks of some rows take. */
  public static int words(int rows) {
    return Math.max(1, (rows + Long.SIZE - 1) / Long.SIZE);
  }

  private static Domain domain(Policy policy, List<Outcome> rows, Object otherwise) {
    Set<Object> results = new LinkedHashSet<>();
    if (policy != Policy.COLLECT) {
      for (Outcome row : rows) {
        results.add(row.result());
      }
      results.add(otherwise);
      results.remove(null);
    } else {
      // a list is made when somebody asks for it
      results.add(List.of());
    }
    return Domain.of(List.copyOf(results));
  }

  private int code(Object result) {
    if (result == null) {
      return domain.none();
    }
    return policy == Policy.COLLECT ? 0 : domain.code(result);
  }

  public Policy policy() {
    return policy;
  }

  public List<Column> columns() {
    return columns;
  }

  /** The rows in the order of the masks. */
  public List<Outcome> rows() {
    return rows;
  }

  public Object otherwise() {
    return otherwise;
  }

  /** The results, where each is one value and not a list. */
  public Domain domain() {
    return domain;
  }

  public boolean isList() {
    return policy == Policy.COLLECT;
  }

  /** How many words of masks an answer takes. */
  public int words() {
    return words;
  }

  /** A mask of all rows. */
  public long[] all() {
    return all.clone();
  }

  /** Whether each column tests one name. */
  public boolean isPlain() {
    return columns.stream().allMatch(c -> c.slots().length == 1);
  }

  /** The same table where what it tests stands at other places. */
  public CompiledTable movedTo(IntUnaryOperator place) {
    return new CompiledTable(
        policy, columns.stream().map(c -> c.movedTo(place)).toList(), rows, otherwise);
  }

  /**
   * The same where what columns of single names see at a place has other codes.
   *
   * @param codes how many there are
   * @param former the code that stood for the same before
   */
  CompiledTable seeing(int slot, int codes, IntUnaryOperator former) {
    if (columns.stream().noneMatch(c -> c.slots()[0] == slot)) {
      return this;
    }
    return new CompiledTable(
        policy,
        columns.stream()
            .map(
                c ->
                    c.slots()[0] == slot
                        ? column(
                            slot,
                            codes,
                            rows.size(),
                            (bit, code) -> accepts(bit, c, former.applyAsInt(code)))
                        : c)
            .toList(),
        rows,
        otherwise);
  }

  /** How many values a column that tests one name may see. */
  public int codes(Column column) {
    return column.masks().length / words - 1;
  }

  /** Whether the cell of a column that tests one name accepts a code in a row. */
  public boolean accepts(int bit, Column column, int code) {
    return column.accepts(bit, code * words);
  }

  /** The codes that a cell accepts, if its column tests one name. */
  public SortedSet<Integer> accepted(int bit, Column column) {
    return IntStream.range(0, codes(column))
        .filter(code -> accepts(bit, column, code))
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The code of the result while more rows may still drop out, or -1 where it is not sure.
   *
   * @param left the rows that are left, some
   * @param certain those of them that no column can drop any more
   */
  public int certain(long[] left, long[] certain) {
    int last = next(certain, 0, 0);
    if (last < 0 || policy == Policy.COLLECT) {
      return -1;
    }
    int code = codes[last];
    boolean orderCounts = policy == Policy.FIRST || policy == Policy.PRIORITY;
    for (int bit = next(left, 0, 0); bit >= 0; bit = next(left, 0, bit + 1)) {
      if (orderCounts && bit > last) {
        return code;
      }
      if (codes[bit] != code) {
        // two certain rows that disagree are for the hit policy to judge
        return Arrays.equals(left, certain) ? pick(left) : -1;
      }
    }
    return policy == Policy.UNIQUE && !Arrays.equals(left, certain) ? -1 : pick(left);
  }

  /**
   * Answers the decision.
   *
   * @param state the codes of all names
   * @param matching takes the mask of the rows that match
   * @param at where in it
   * @return the code of the result
   */
  public int answer(int[] state, long[] matching, int at) {
    if (words > 1) {
      return answerWide(state, matching, at);
    }
    long left = all[0];
    for (int i = 0; i < slots.length; i++) {
      left &= masks[i][state[slots[i]]];
    }
    for (Column column : joint) {
      left &= column.masks()[column.index(state)];
    }
    matching[at] = left;
    return left == 0
        ? withoutMatch(state)
        : pick(Long.numberOfTrailingZeros(left), (left & (left - 1)) == 0, matching, at);
  }

  /** A table that reads a decision without a result has none, whatever it says otherwise. */
  private int withoutMatch(int[] state) {
    boolean answers =
        codeOtherwise != domain.none() && columns.stream().noneMatch(c -> c.seesNone(state));
    return answers ? codeOtherwise : domain.none();
  }

  /** The code of the result where these rows match. */
  public int pick(long[] matching) {
    return pick(matching, 0);
  }

  private int pick(long[] matching, int at) {
    int first = next(matching, at, 0);
    return first < 0 ? codeOtherwise : pick(first, next(matching, at, first + 1) < 0, matching, at);
  }

  private int pick(int first, boolean alone, long[] matching, int at) {
    return switch (policy) {
      case UNIQUE -> alone ? codes[first] : domain.none();
      case FIRST, PRIORITY -> codes[first];
      case COLLECT -> 0;
      case ANY -> agreed(first, matching, at);
    };
  }

  private int answerWide(int[] state, long[] matching, int at) {
    System.arraycopy(all, 0, matching, at, words);
    for (Column column : joint) {
      int index = column.index(state);
      for (int word = 0; word < words; word++) {
        matching[at + word] &= column.masks()[index + word];
      }
    }
    return next(matching, at, 0) < 0 ? withoutMatch(state) : pick(matching, at);
  }

  private int agreed(int first, long[] matching, int at) {
    for (int bit = first; bit >= 0; bit = next(matching, at, bit + 1)) {
      if (codes[bit] != codes[first]) {
        return domain.none();
      }
    }
    return codes[first];
  }

  /** The first row from one on that a mask holds, or -1. */
  private int next(long[] matching, int at, int from) {
    int word = from / Long.SIZE;
    if (word >= words) {
      return -1;
    }
    long left = matching[at + word] & (-1L << from);
    while (left == 0) {
      if (++word == words) {
        return -1;
      }
      left = matching[at + word];
    }
    return word * Long.SIZE + Long.numberOfTrailingZeros(left);
  }

  /**
   * The result behind a code.
   *
   * @param matching the rows that match
   * @param at where in it
   */
  public Object result(int code, long[] matching, int at) {
    if (code == domain.none()) {
      return null;
    }
    if (!isList()) {
      return domain.values().get(code);
    }
    int count = count(matching, at);
    if (count == 0) {
      return otherwise;
    }
    List<Object> list = new ArrayList<>(count);
    forEachMatch(matching, at, bit -> list.add(rows.get(bit).result()));
    return list;
  }

  /** Whether it has a result for every combination that its columns may see. */
  public boolean answersAll() {
    // a list may be empty
    return (isList() && codeOtherwise != domain.none()) || answersAll(0, all, new HashSet<>());
  }

  private boolean answersAll(int column, long[] left, Set<LongBuffer> seen) {
    if (column == columns.size()) {
      return pick(left) != domain.none();
    }
    LongBuffer here = LongBuffer.allocate(words + 1).put(column).put(left).flip();
    if (!seen.add(here)) {
      return true;
    }
    long[] masks = columns.get(column).masks();
    // the last code of a column stands for nothing that it may see
    for (int at = 0; at + words < masks.length; at += words) {
      long[] rest = left.clone();
      for (int word = 0; word < words; word++) {
        rest[word] &= masks[at + word];
      }
      if (!answersAll(column + 1, rest, seen)) {
        return false;
      }
    }
    return true;
  }

  private int count(long[] matching, int at) {
    int count = 0;
    for (int word = 0; word < words; word++) {
      count += Long.bitCount(matching[at + word]);
    }
    return count;
  }

  /** Hands over the rows that a mask holds, by their place in the masks. */
  public void forEachMatch(long[] matching, int at, IntConsumer row) {
    for (int word = 0; word < words; word++) {
      for (long left = matching[at + word]; left != 0; left &= left - 1) {
        row.accept(word * Long.SIZE + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /** The rows that a mask holds, in the order of the table. */
  public List<Evaluation.Match> matches(long[] matching, int at) {
    if (words > 1) {
      return found(matching, at);
    }
    long mask = matching[at];
    int place = Long.hashCode(mask * SPREAD) & (MOST_KNOWN - 1);
    Known before = known.get(place);
    if (before == null || before.mask() != mask) {
      before = new Known(mask, List.copyOf(found(matching, at)));
      known.set(place, before);
    }
    return before.matches();
  }

  private List<Evaluation.Match> found(long[] matching, int at) {
    List<Evaluation.Match> found = new ArrayList<>(count(matching, at));
    int first = next(matching, at, 0);
    forEachMatch(
        matching, at, bit -> found.add((isDecided(bit, first) ? deciding : passedOver)[bit]));
    if (policy == Policy.PRIORITY) {
      found.sort(Comparator.comparingInt(Evaluation.Match::row));
    }
    return found;
  }

  private boolean isDecided(int bit, int first) {
    return switch (policy) {
      case COLLECT -> true;
      case PRIORITY -> rows.get(bit).wording() == rows.get(first).wording();
      default -> bit == first;
    };
  }

  /** The columns, from 0, whose cell in a row does not accept what they see. */
  public List<Integer> failing(int bit, int[] state) {
    List<Integer> failing = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).accepts(bit, state)) {
        failing.add(i);
      }
    }
    return failing;
  }

  /** The place of a row, by its number in the table, in the masks. */
  public int bit(int number) {
    int bit = 0;
    while (rows.get(bit).number() != number) {
      bit++;
    }
    return bit;
  }
}
