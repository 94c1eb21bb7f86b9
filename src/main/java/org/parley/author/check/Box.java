package org.parley.author.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Combinations of values that some cells accept together: all those of sets of values, one for each
 * name that a table tests, by the codes of the values.
 */
final class Box {
  private static final int MOST_PIECES = 4000;
  private static final int MOST_STEPS = 200_000;
  private static final Comparator<Box> LARGEST_FIRST =
      Comparator.comparingDouble(Box::size).reversed();

  // nobody changes them, and boxes share them
  private final BitSet[] sides;

  private Box(BitSet... sides) {
    this.sides = sides;
  }

  /** The box of some values of each name, by their codes. */
  static Box of(List<List<Integer>> codes) {
    return new Box(
        codes.stream()
            .map(c -> c.stream().collect(BitSet::new, BitSet::set, BitSet::or))
            .toArray(BitSet[]::new));
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
      List<Box> less = new ArrayList<>();
      left.forEach(piece -> piece.cut(box, less));
      if (less.size() > MOST_PIECES) {
        return Optional.empty();
      }
      left = less;
    }
    List<Box> merged = new ArrayList<>();
    left.forEach(piece -> insert(piece, merged));
    return Optional.of(merged.stream().sorted(LARGEST_FIRST).toList());
  }

  /**
   * One piece of what some boxes leave of a whole, which takes far less than all of it.
   *
   * @return the piece, or nothing where they leave nothing; empty where that takes too long to tell
   */
  static Optional<List<Box>> sample(Box whole, List<Box> boxes) {
    Deque<Part> parts = new ArrayDeque<>();
    parts.push(new Part(whole, boxes.stream().sorted(LARGEST_FIRST).toList()));
    int steps = 0;
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      List<Box> meeting = part.boxes().stream().filter(part.piece()::meets).toList();
      if (meeting.isEmpty()) {
        return Optional.of(List.of(part.piece()));
      }
      steps += part.boxes().size();
      if (steps > MOST_STEPS) {
        return Optional.empty();
      }
      if (meeting.stream().noneMatch(box -> box.contains(part.piece()))) {
        List<Box> less = new ArrayList<>();
        part.piece().cut(meeting.get(0), less);
        List<Box> others = meeting.subList(1, meeting.size());
        less.forEach(piece -> parts.push(new Part(piece, others)));
      }
    }
    return Optional.of(List.of());
  }

  /** A piece and the boxes that may still take some of it. */
  private record Part(Box piece, List<Box> boxes) {}

  /** Joins a box with its neighbours, which differ in one name only, as long as there are any. */
  private static void insert(Box box, List<Box> boxes) {
    Box growing = box;
    for (int i = 0; i < boxes.size(); i++) {
      List<Integer> differences = growing.differences(boxes.get(i), 2);
      if (differences.size() == 1) {
        int side = differences.get(0);
        BitSet joined = growing.side(side);
        joined.or(boxes.remove(i).sides[side]);
        growing = growing.with(side, joined);
        // what has grown may have new neighbours among those before
        i = -1;
      }
    }
    boxes.add(growing);
  }

  /** The codes of one name. */
  BitSet side(int dimension) {
    return (BitSet) sides[dimension].clone();
  }

  private Box with(int dimension, BitSet side) {
    BitSet[] changed = sides.clone();
    changed[dimension] = side;
    return new Box(changed);
  }

  /** How many combinations it holds. */
  private double size() {
    double size = 1;
    for (BitSet side : sides) {
      size *= side.cardinality();
    }
    return size;
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
    Arrays.setAll(common, i -> common(other, i));
    return new Box(common);
  }

  private BitSet common(Box other, int dimension) {
    BitSet common = side(dimension);
    common.and(other.sides[dimension]);
    return common;
  }

  private BitSet beyond(Box other, int dimension) {
    BitSet beyond = side(dimension);
    beyond.andNot(other.sides[dimension]);
    return beyond;
  }

  boolean contains(Box other) {
    for (int i = 0; i < sides.length; i++) {
      if (!other.beyond(this, i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Adds what is left of it without another, as boxes that have nothing in common. */
  private void cut(Box other, List<Box> left) {
    if (!meets(other)) {
      left.add(this);
      return;
    }
    Box rest = this;
    for (int i = 0; i < sides.length; i++) {
      BitSet beyond = beyond(other, i);
      if (!beyond.isEmpty()) {
        left.add(rest.with(i, beyond));
        rest = rest.with(i, common(other, i));
      }
    }
  }

  /** The names in which two boxes differ. */
  List<Integer> differences(Box other) {
    return differences(other, sides.length);
  }

  private List<Integer> differences(Box other, int most) {
    List<Integer> differences = new ArrayList<>();
    for (int i = 0; i < sides.length && differences.size() < most; i++) {
      if (!sides[i].equals(other.sides[i])) {
        differences.add(i);
      }
    }
    return differences;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box box && Arrays.equals(sides, box.sides);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sides);
  }

  @Override
  public String toString() {
    return Arrays.toString(sides);
  }
}
