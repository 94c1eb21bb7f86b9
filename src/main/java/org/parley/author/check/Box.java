package org.parley.author.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Combinations of values that some cells accept together: for each name that a table tests a set of
 * values, and all their combinations. Immutable.
 */
final class Box {
  private final BitSet[] sides;

  private Box(BitSet[] sides) {
    this.sides = sides;
  }

  /** The box of some values of each name, by their codes. */
  static Box of(List<List<Integer>> codes) {
    return new Box(codes.stream().map(Box::bits).toArray(BitSet[]::new));
  }

  private static BitSet bits(List<Integer> codes) {
    BitSet bits = new BitSet();
    codes.forEach(bits::set);
    return bits;
  }

  /** The codes of one name. */
  BitSet side(int dimension) {
    return (BitSet) sides[dimension].clone();
  }

  boolean isEmpty() {
    return Arrays.stream(sides).anyMatch(BitSet::isEmpty);
  }

  /** How many combinations it holds. */
  double size() {
    return Arrays.stream(sides).mapToDouble(BitSet::cardinality).reduce(1, (a, b) -> a * b);
  }

  boolean meets(Box other) {
    for (int i = 0; i < sides.length; i++) {
      if (!sides[i].intersects(other.sides[i])) {
        return false;
      }
    }
    return true;
  }

  Box intersection(Box other) {
    BitSet[] common = new BitSet[sides.length];
    for (int i = 0; i < sides.length; i++) {
      common[i] = side(i);
      common[i].and(other.sides[i]);
    }
    return new Box(common);
  }

  boolean contains(Box other) {
    for (int i = 0; i < sides.length; i++) {
      BitSet beyond = other.side(i);
      beyond.andNot(sides[i]);
      if (!beyond.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** What is left of it without another, as boxes that have nothing in common. */
  List<Box> minus(Box other) {
    if (!meets(other)) {
      return List.of(this);
    }
    List<Box> left = new ArrayList<>();
    BitSet[] rest = sides.clone();
    for (int i = 0; i < sides.length; i++) {
      BitSet beyond = side(i);
      beyond.andNot(other.sides[i]);
      if (!beyond.isEmpty()) {
        BitSet[] piece = rest.clone();
        piece[i] = beyond;
        left.add(new Box(piece));
        rest[i] = side(i);
        rest[i].and(other.sides[i]);
      }
    }
    return left;
  }

  /** The names in which two boxes differ. */
  List<Integer> differences(Box other) {
    List<Integer> differences = new ArrayList<>();
    for (int i = 0; i < sides.length; i++) {
      if (!sides[i].equals(other.sides[i])) {
        differences.add(i);
      }
    }
    return differences;
  }

  /** The same box with more values of one name. */
  Box joined(Box other, int dimension) {
    BitSet[] joined = sides.clone();
    joined[dimension] = side(dimension);
    joined[dimension].or(other.sides[dimension]);
    return new Box(joined);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box box && Arrays.equals(sides, box.sides);
  }

  @Override
  public int hashCode() {
    return Objects.hash((Object[]) sides);
  }
}
