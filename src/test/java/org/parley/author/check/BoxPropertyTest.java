package org.parley.author.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What boxes leave uncovered, held against looking at every point. */
class BoxPropertyTest {
  private static final int SIDES = 3;
  private static final int VALUES = 4;

  @Property(tries = 500)
  void whatIsLeftIsEveryPointThatNoBoxHoldsAndEachOnce(@ForAll("boxes") List<Box> boxes) {
    Box whole = box(List.of(all(), all(), all()));

    List<Box> left = Box.left(whole, boxes).orElseThrow();

    for (Box point : points()) {
      boolean covered = boxes.stream().anyMatch(b -> b.contains(point));
      assertThat(left.stream().filter(b -> b.contains(point))).hasSize(covered ? 0 : 1);
    }
  }

  @Property(tries = 500)
  void aSampleIsAPieceThatNoBoxHoldsAndThereIsOneWhereAnythingIsLeft(
      @ForAll("boxes") List<Box> boxes) {
    Box whole = box(List.of(all(), all(), all()));

    List<Box> sample = Box.sample(whole, boxes).orElseThrow();

    assertThat(sample).hasSize(Box.left(whole, boxes).orElseThrow().isEmpty() ? 0 : 1);
    assertThat(sample).allMatch(piece -> boxes.stream().noneMatch(piece::meets));
  }

  @Property(tries = 200)
  void noTwoRegionsCouldBeOne(@ForAll("boxes") List<Box> boxes) {
    List<Box> left = Box.left(box(List.of(all(), all(), all())), boxes).orElseThrow();

    for (Box one : left) {
      for (Box other : left) {
        assertThat(one.differences(other)).hasSizeBetween(one.equals(other) ? 0 : 2, SIDES);
      }
    }
  }

  @Provide
  Arbitrary<List<Box>> boxes() {
    Arbitrary<List<Integer>> side =
        Arbitraries.integers().between(0, VALUES - 1).list().uniqueElements().ofMinSize(1);
    return side.list().ofSize(SIDES).map(BoxPropertyTest::box).list().ofMaxSize(5);
  }

  private static Box box(List<List<Integer>> sides) {
    return Box.of(sides);
  }

  private static List<Integer> all() {
    return IntStream.range(0, VALUES).boxed().toList();
  }

  private static List<Box> points() {
    List<Box> points = new ArrayList<>();
    for (int a : all()) {
      for (int b : all()) {
        for (int c : all()) {
          points.add(box(List.of(List.of(a), List.of(b), List.of(c))));
        }
      }
    }
    return points;
  }
}
