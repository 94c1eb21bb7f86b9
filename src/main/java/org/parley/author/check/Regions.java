package org.parley.author.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What boxes leave uncovered. */
final class Regions {
  private static final int MOST = 4000;

  private Regions() {}

  /**
   * What some boxes leave of a whole, in few boxes that have nothing in common, the largest first.
   *
   * @return empty where it falls into too many pieces
   */
  static Optional<List<Box>> left(Box whole, List<Box> boxes) {
    // what takes most away first leaves the fewest pieces
    List<Box> bySize =
        boxes.stream().sorted(Comparator.comparingDouble(Box::size).reversed()).toList();
    List<Box> left = List.of(whole);
    for (Box box : bySize) {
      left = left.stream().flatMap(piece -> piece.minus(box).stream()).toList();
      if (left.size() > MOST) {
        return Optional.empty();
      }
    }
    return Optional.of(
        merged(left).stream().sorted(Comparator.comparingDouble(Box::size).reversed()).toList());
  }

  /** Joins neighbours, which differ in one name only, as long as there are any. */
  private static List<Box> merged(List<Box> boxes) {
    List<Box> merged = new ArrayList<>();
    for (Box box : boxes) {
      insert(box, merged);
    }
    return merged;
  }

  private static void insert(Box box, List<Box> boxes) {
    Box growing = box;
    for (int i = 0; i < boxes.size(); i++) {
      List<Integer> differences = growing.differences(boxes.get(i));
      if (differences.size() == 1) {
        growing = growing.joined(boxes.remove(i), differences.get(0));
        // what has grown may have new neighbours among those before
        i = -1;
      }
    }
    boxes.add(growing);
  }
}
