package org.parley.decide.answer;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.decide.answer.CompiledTable.Column;

/**
 * Turns tables into look-ups. Columns are taken together as long as the table of all their
 * combinations stays small; combinations that leave the same rows count as one from then on. The
 * last look-up of a table gives its result.
 */
final class LookUps {
  private static final int MOST_COMBINATIONS = 4096;
  private static final int MOST_CODES = 256;

  private final List<LookUp> steps = new ArrayList<>();
  private int registers;

  /**
   * @param registers how many columns of codes there are to begin with
   */
  LookUps(int registers) {
    this.registers = registers;
  }

  /**
   * A column of codes.
   *
   * @param masks for each code the rows of a table that are left, or {@code null} where a decision
   *     has no result
   */
  private record Part(int register, List<long[]> masks) {}

  List<LookUp> steps() {
    return steps;
  }

  /** How many columns of codes the steps use. */
  int registers() {
    return registers;
  }

  /**
   * Adds what a table needs.
   *
   * @param register where its results go
   * @return whether it can be done
   */
  boolean add(CompiledTable table, int register) {
    List<Part> parts = new ArrayList<>();
    if (table.columns().isEmpty()) {
      return false;
    }
    for (Column column : table.columns()) {
      if (column.slots().length != 1) {
        return false;
      }
      parts.add(new Part(column.slots()[0], masks(column, table.words())));
    }
    while (together(parts) < parts.size()) {
      Part merged = merge(parts, together(parts));
      if (merged == null) {
        return false;
      }
    }
    Combinations all = new Combinations(parts);
    byte[] results = new byte[all.masks.size()];
    for (int i = 0; i < results.length; i++) {
      long[] mask = all.masks.get(i);
      results[i] = (byte) (mask == null ? table.domain().none() : table.pick(mask));
    }
    steps.add(new LookUp(all.from, all.strides, results, register));
    return true;
  }

  private static List<long[]> masks(Column column, int words) {
    List<long[]> masks = new ArrayList<>();
    int none = column.masks().length - words;
    for (int at = 0; at < none; at += words) {
      masks.add(Arrays.copyOfRange(column.masks(), at, at + words));
    }
    masks.add(null);
    return masks;
  }

  /** How many parts from the first on can be taken together. */
  private static int together(List<Part> parts) {
    int count = 0;
    int combinations = 1;
    while (count < Math.min(parts.size(), LookUp.MOST_COLUMNS)
        && (count < 2 || combinations * parts.get(count).masks().size() <= MOST_COMBINATIONS)) {
      combinations *= parts.get(count).masks().size();
      count++;
    }
    return count;
  }

  /** Puts one part in the place of the first few, fewer if they have too many codes together. */
  private Part merge(List<Part> parts, int most) {
    for (int count = most; count > 1; count--) {
      List<Part> first = parts.subList(0, count);
      Combinations all = new Combinations(first);
      Map<Optional<LongBuffer>, Integer> codes = new HashMap<>();
      List<long[]> distinct = new ArrayList<>();
      byte[] table = new byte[all.masks.size()];
      for (int i = 0; i < table.length; i++) {
        long[] mask = all.masks.get(i);
        Integer code =
            codes.putIfAbsent(Optional.ofNullable(mask).map(LongBuffer::wrap), distinct.size());
        if (code == null) {
          code = distinct.size();
          distinct.add(mask);
        }
        table[i] = code.byteValue();
      }
      if (distinct.size() <= MOST_CODES) {
        Part merged = new Part(registers++, distinct);
        steps.add(new LookUp(all.from, all.strides, table, merged.register()));
        first.clear();
        parts.add(0, merged);
        return merged;
      }
    }
    return null;
  }

  /** All combinations of the codes of some parts, and the rows that each leaves. */
  private static final class Combinations {
    private final int[] from;
    private final int[] strides;
    private final List<long[]> masks;

    Combinations(List<Part> parts) {
      from = new int[parts.size()];
      strides = new int[parts.size()];
      List<long[]> left = parts.get(0).masks();
      from[0] = parts.get(0).register();
      strides[0] = 1;
      for (int i = 1; i < from.length; i++) {
        from[i] = parts.get(i).register();
        strides[i] = left.size();
        List<long[]> next = new ArrayList<>();
        for (long[] one : parts.get(i).masks()) {
          left.forEach(other -> next.add(and(one, other)));
        }
        left = next;
      }
      masks = left;
    }

    private static long[] and(long[] one, long[] other) {
      if (one == null || other == null) {
        return null;
      }
      long[] both = one.clone();
      for (int word = 0; word < both.length; word++) {
        both[word] &= other[word];
      }
      return both;
    }
  }
}
