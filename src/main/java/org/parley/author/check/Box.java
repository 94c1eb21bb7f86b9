package org.parley.author.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Combinations of values that some cells accept together: all those of sets of values.
 *
 * @param sides for each name that a table tests the codes of some values; nobody changes them
 */
record Box(List<BitSet> sides) {
  private static final int MOST_PIECES = 4000;
  private static final Comparator<Box> LARGEST_FIRST =
      Comparator.comparingDouble(Box::size).reversed();

  Box {
    sides = List.copyOf(sides);
  }

  /** The box of some values of each name, by their codes. */
  static Box of(List<List<Integer>> codes) {
    return new Box(
        codes.stream().map(c -> c.stream().collect(BitSet::new, BitSet::set, BitSet::or)).toList());
  }

  /**
   * What some boxes leave of a whole, in few boxes that have nothing in common, the largest first.
   *
   * @return empty where it falls into too many pieces
   */
  static Optional<List<Box>> left(Box whole, List<Box> boxes) {
    // what takes most away first leaves the fewest pieces
    List<Box> left = List.of(whole);
    for (Box box : boxes.stream().sorted(LARGEST_FIRST).toList()) {
      left = left.stream().flatMap(piece -> piece.minus(box).stream()).toList();
      if (left.size() > MOST_PIECES) {
        return Optional.empty();
      }
    }
    List<Box> merged = new ArrayList<>();
    left.forEach(piece -> insert(piece, merged));
    return Optional.of(merged.stream().sorted(LARGEST_FIRST).toList());
  }

  /** Joins a box with its neighbours, which differ in one name only, as long as there are any. */
  private static void insert(Box box, List<Box> boxes) {
    Box growing = box;
    for (int i = 0; i < boxes.size(); i++) {
      List<Integer> differences = growing.differences(boxes.get(i));
      if (differences.size() == 1) {
        int side = differences.get(0);
        BitSet joined = growing.side(side);
        joined.or(boxes.remove(i).sides.get(side));
        growing = growing.with(side, joined);
        // what has grown may have new neighbours among those before
        i = -1;
      }
    }
    boxes.add(growing);
  }

  /** The codes of one name. */
  BitSet side(int dimension) {
    return (BitSet) sides.get(dimension).clone();
  }

  private Box with(int dimension, BitSet side) {
    List<BitSet> changed = new ArrayList<>(sides);
    changed.set(dimension, side);
    return new Box(changed);
  }

  /** How many combinations it holds. */
  private double size() {
    return sides.stream().mapToDouble(BitSet::cardinality).reduce(1, (a, b) -> a * b);
  }

  boolean meets(Box other) {
    for (int i = 0; i < sides.size(); i++) {
      if (!sides.get(i).intersects(other.sides.get(i))) {
        return false;
      }
    }
    return true;
  }

  Box intersection(Box other) {
    return new Box(IntStream.range(0, sides.size()).mapToObj(i -> common(other, i)).toList());
  }

  private BitSet common(Box other, int dimension) {
    BitSet common = side(dimension);
    common.and(other.sides.get(dimension));
    return common;
  }

  private BitSet beyond(Box other, int dimension) {
    BitSet beyond = side(dimension);
    beyond.andNot(other.sides.get(dimension));
    return beyond;
  }

  boolean contains(Box other) {
    return IntStream.range(0, sides.size()).allMatch(i -> other.beyond(this, i).isEmpty());
  }

  /** What is left of it without another, as boxes that have nothing in common. */
  private List<Box> minus(Box other) {
    if (!meets(other)) {
      return List.of(this);
    }
    List<Box> left = new ArrayList<>();
    Box rest = this;
    for (int i = 0; i < sides.size(); i++) {
      BitSet beyond = beyond(other, i);
      if (!beyond.isEmpty()) {
        left.add(rest.with(i, beyond));
        rest = rest.with(i, common(other, i));
      }
    }
    return left;
  }

  /** The names in which two boxes differ. */
  List<Integer> differences(Box other) {
    return IntStream.range(0, sides.size())
        .filter(i -> !sides.get(i).equals(other.sides.get(i)))
        .boxed()
        .toList();
  }
}
