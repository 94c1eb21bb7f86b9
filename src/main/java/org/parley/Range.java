package org.parley;

import java.util.Objects;

/**
 * Neighbouring numbers that lead to the same.
 *
 * @param least the least of them
 * @param greatest the greatest of them, not below the least
 * @param words the two in words: {@code 6 to 17}, {@code at most 30} where it begins with the least
 *     number that the fact may be, {@code at least 18} where it ends with the greatest, {@code any
 *     number} where it does both, {@code 0} where it is a single number
 */
public record Range(int least, int greatest, String words) {

  public Range {
    Objects.requireNonNull(words, "words");
  }
}
