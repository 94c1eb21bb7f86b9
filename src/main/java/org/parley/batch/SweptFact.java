package org.parley.batch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.knowledge.FactType;

/**
 * A fact that is given one known value after another.
 *
 * @param type the fact
 * @param codes the codes of its known values, in the order of the vocabulary; of a number those of
 *     its bands
 * @param words by code: the value, of a number the least of the band
 * @param own the code of the value that the case has
 */
record SweptFact(FactType type, List<Integer> codes, List<String> words, int own) {

  /**
   * A fact with all its known values.
   *
   * @param words by code, {@code unknown} among them
   * @param own what the case has, as one of the words
   */
  static SweptFact of(FactType type, List<String> words, String own) {
    List<Integer> known = new ArrayList<>();
    for (int code = 0; code < words.size(); code++) {
      if (!words.get(code).equals(FactType.UNKNOWN)) {
        known.add(code);
      }
    }
    return new SweptFact(type, List.copyOf(known), words, words.indexOf(own));
  }

  String name() {
    return type.name();
  }

  /** How many known values it has. */
  int size() {
    return codes.size();
  }

  int code(int value) {
    return codes.get(value);
  }

  /** The codes as columns hold them. */
  byte[] column() {
    byte[] column = new byte[codes.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = (byte) code(i);
    }
    return column;
  }

  /** A value in words: of a number the least of the band. */
  String value(int value) {
    return words.get(code(value));
  }

  /** The greatest number of a band; {@code null} where the value is no band of several. */
  @Nullable Integer upTo(int value) {
    if (type.kind() != FactType.Kind.NUMBER) {
      return null;
    }
    int most = value + 1 < size() ? Integer.parseInt(value(value + 1)) - 1 : type.max();
    return most == Integer.parseInt(value(value)) ? null : most;
  }

  /** Whether the case has a value. */
  boolean isOwn(int value) {
    return code(value) == own;
  }

  /** What the case has in words: of a number the least of the band; {@code unknown}. */
  String ownValue() {
    return words.get(own);
  }
}
