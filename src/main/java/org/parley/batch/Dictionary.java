package org.parley.batch;

import java.util.Arrays;

/**
 * Small numbers by words that stand somewhere among other characters. All of it lies close
 * together, since a record looks into one for each of its cells. Not thread-safe.
 */
final class Dictionary {
  static final int NONE = -1;

  /** What does not repeat itself is worth no room. */
  private static final int MOST = 1 << 12;

  private static final int LONGEST = 1 << 10;
  private static final int SHORT = 6;
  private static final int SPREAD = 0x9E3779B1;
  private static final int LENGTH = 16;
  private static final int START = 32;
  private static final int LOW = 0xFFFF;

  // by place: where a word begins, its length, its number and one; 0 where there is none
  private long[] entries = new long[16];
  private char[] words = new char[64];
  private int used;
  private int size;

  /** The number of a word, or {@link #NONE}. */
  int get(char[] characters, int begin, int end) {
    long entry = entries[place(characters, begin, end)];
    return (int) (entry & LOW) - 1;
  }

  private int place(char[] characters, int begin, int end) {
    int mask = entries.length - 1;
    int place = hash(characters, begin, end) & mask;
    long entry = entries[place];
    while (entry != 0 && !isSame(entry, characters, begin, end)) {
      place = (place + 1) & mask;
      entry = entries[place];
    }
    return place;
  }

  /** By all of a few characters, which may be digits, and by a few of many. */
  private static int hash(char[] characters, int begin, int end) {
    int length = end - begin;
    int hash = length;
    if (length > SHORT) {
      hash = hash * 31 + characters[begin];
      hash = hash * 31 + characters[begin + length / 2];
      hash = hash * 31 + characters[end - 2];
      hash = hash * 31 + characters[end - 1];
    } else {
      for (int i = begin; i < end; i++) {
        hash = hash * 31 + characters[i];
      }
    }
    hash *= SPREAD;
    return hash ^ hash >>> 15;
  }

  private boolean isSame(long entry, char[] characters, int begin, int end) {
    int length = (int) (entry >>> LENGTH) & LOW;
    if (length != end - begin) {
      return false;
    }
    int start = (int) (entry >>> START);
    for (int i = 0; i < length; i++) {
      if (words[start + i] != characters[begin + i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Keeps the number of a word, as long as there is room.
   *
   * @param number from 0
   */
  void put(String word, int number) {
    int length = word.length();
    if (size >= MOST || length > LONGEST) {
      return;
    }
    if (size * 2 >= entries.length) {
      grow();
    }
    if (used + length > words.length) {
      words = Arrays.copyOf(words, Math.max(used + length, words.length * 2));
    }
    word.getChars(0, length, words, used);
    int place = place(words, used, used + length);
    entries[place] = ((long) used << START) | ((long) length << LENGTH) | (number + 1);
    used += length;
    size++;
  }

  private void grow() {
    long[] before = entries;
    entries = new long[before.length * 2];
    for (long entry : before) {
      if (entry != 0) {
        int start = (int) (entry >>> START);
        int length = (int) (entry >>> LENGTH) & LOW;
        entries[place(words, start, start + length)] = entry;
      }
    }
  }
}
