package org.parley.batch;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some records of a file as they were written, cell by cell, without an object for each. It can be
 * filled again, which saves memory. Filled by one thread, then read by another.
 */
final class RecordBlock {
  private static final int MOST_RECORDS = 1024;
  private static final int MOST_CHARACTERS = 1 << 20;

  private char[] characters = new char[1 << 16];
  // by cell where it ends; by record its first cell
  private int[] ends = new int[1 << 12];
  private int[] first = new int[MOST_RECORDS + 1];
  private final long[] lines = new long[MOST_RECORDS];
  private int used;
  private int cells;
  private int records;
  // by record why it cannot be read
  private final Map<Integer, String> troubles = new TreeMap<>();
  private @Nullable InputMark mark;

  /** Makes it empty. */
  void clear() {
    used = 0;
    cells = 0;
    records = 0;
    troubles.clear();
    mark = null;
  }

  /** Whether no further record should be added, the same in every run over the same file. */
  boolean isFull() {
    return records == MOST_RECORDS || used >= MOST_CHARACTERS;
  }

  /** How many records there are. */
  int size() {
    return records;
  }

  /** How far the input had been read when the last record was there. */
  @Nullable InputMark mark() {
    return mark;
  }

  void setMark(@Nullable InputMark reached) {
    mark = reached;
  }

  void add(char[] from, int offset, int length) {
    if (used + length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(used + length, characters.length * 2));
    }
    System.arraycopy(from, offset, characters, used, length);
    used += length;
    end();
  }

  void add(String cell) {
    int length = cell.length();
    if (used + length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(used + length, characters.length * 2));
    }
    cell.getChars(0, length, characters, used);
    used += length;
    end();
  }

  private void end() {
    if (cells == ends.length) {
      ends = Arrays.copyOf(ends, cells * 2);
    }
    ends[cells++] = used;
  }

  /** Ends a record, which the cells added since the last one make up. */
  void endRecord(long line) {
    lines[records++] = line;
    first[records] = cells;
  }

  /** Ends a record that cannot be read. */
  void endRecord(long line, String trouble) {
    troubles.put(records, trouble);
    endRecord(line);
  }

  /** Why a record cannot be read, or an empty string. */
  String trouble(int record) {
    return troubles.isEmpty() ? "" : troubles.getOrDefault(record, "");
  }

  /** The line that a record begins on, from 1. */
  long line(int record) {
    return lines[record];
  }

  /** How many cells a record has. */
  int width(int record) {
    return first[record + 1] - first[record];
  }

  char[] characters() {
    return characters;
  }

  /** Where a cell begins among the characters. */
  int begin(int record, int column) {
    int cell = first[record] + column;
    return cell == 0 ? 0 : ends[cell - 1];
  }

  int end(int record, int column) {
    return ends[first[record] + column];
  }

  /** A cell as text. */
  String cell(int record, int column) {
    int begin = begin(record, column);
    return new String(characters, begin, end(record, column) - begin);
  }
}
