package org.parley.knowledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cell of a table says, read off the tree that the engine makes of it. Where a cell names
 * nothing but texts and numbers, it says the same whatever names are known.
 */
public sealed interface Cell {

  /** Accepts whatever there is. */
  record Any() implements Cell {

    @Override
    public boolean accepts(Object value) {
      return true;
    }

    @Override
    public String toFeel() {
      return FeelTree.DASH;
    }
  }

  /**
   * One of some texts.
   *
   * @param texts without quotes and escapes
   */
  record Texts(List<String> texts) implements Cell {

    public Texts {
      texts = List.copyOf(texts);
    }

    @Override
    public boolean accepts(Object value) {
      return value instanceof String text && texts.contains(text);
    }

    @Override
    public String toFeel() {
      return texts.stream().map(Cell::quoted).collect(Collectors.joining(","));
    }
  }

  /**
   * Numbers in some ranges.
   *
   * @param ranges in the order of the cell
   * @param absent whether a number that is not known is accepted too
   */
  record Numbers(List<Range> ranges, boolean absent) implements Cell {

    public Numbers {
      ranges = List.copyOf(ranges);
    }

    @Override
    public boolean accepts(Object value) {
      return value == null
          ? absent
          : value instanceof BigDecimal number && ranges.stream().anyMatch(r -> r.contains(number));
    }

    @Override
    public String toFeel() {
      return Stream.concat(absent ? Stream.of("null") : Stream.empty(), ranges.stream())
          .map(Object::toString)
          .collect(Collectors.joining(","));
    }
  }

  /**
   * All but what another cell accepts.
   *
   * @param cell texts or numbers
   */
  record Not(Cell cell) implements Cell {

    @Override
    public boolean accepts(Object value) {
      return !cell.accepts(value);
    }

    @Override
    public String toFeel() {
      return "not(" + cell.toFeel() + ")";
    }
  }

  /**
   * FEEL that says more than that, or is none.
   *
   * @param tree what the engine makes of it
   */
  record Other(FeelTree tree) implements Cell {

    @Override
    public boolean accepts(Object value) {
      return false;
    }

    @Override
    public String toFeel() {
      return tree.text();
    }
  }

  /**
   * Numbers between two others, either of which may be {@code null} for none.
   *
   * @param closedLow whether the lower one is among them
   * @param closedHigh whether the higher one is among them
   */
  record Range(BigDecimal low, boolean closedLow, BigDecimal high, boolean closedHigh) {

    /** The number that it holds, where it holds one and no more. */
    public Optional<BigDecimal> number() {
      return low != null && closedLow && closedHigh && same(low, high)
          ? Optional.of(low)
          : Optional.empty();
    }

    boolean contains(BigDecimal number) {
      int above = low == null ? 1 : number.compareTo(low);
      int below = high == null ? 1 : high.compareTo(number);
      return (above > 0 || (closedLow && above == 0)) && (below > 0 || (closedHigh && below == 0));
    }

    /** Whether the two hold the same numbers, however these are written. */
    boolean sameAs(Range other) {
      return closedLow == other.closedLow
          && closedHigh == other.closedHigh
          && same(low, other.low)
          && same(high, other.high);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
      if (one == null) {
        return other == null;
      }
      return other != null && one.compareTo(other) == 0;
    }

    /** As FEEL writes it: {@code 6}, {@code >= 6} or {@code [6..18)}. */
    @Override
    public String toString() {
      if (number().isPresent()) {
        return low.toPlainString();
      }
      if (low == null) {
        return (closedHigh ? "<= " : "< ") + high.toPlainString();
      }
      if (high == null) {
        return (closedLow ? ">= " : "> ") + low.toPlainString();
      }
      return (closedLow ? "[" : "(")
          + low.toPlainString()
          + ".."
          + high.toPlainString()
          + (closedHigh ? "]" : ")");
    }
  }

  /** What a cell below an input column says; a blank one accepts whatever there is. */
  static Cell test(String text) {
    return CellReader.cell(Feel.WITHOUT_NAMES.test(text));
  }

  /** What a result says: a text, a number, {@code null}, or more than that. */
  static Cell answer(String text) {
    return CellReader.cell(Feel.WITHOUT_NAMES.expression(text));
  }

  /** The texts of a list such as {@code "a","b"}; none where it is anything else. */
  static List<String> listed(String tests) {
    return !tests.isBlank() && test(tests) instanceof Texts list ? list.texts() : List.of();
  }

  /** Whether a number has few enough digits to be written out. */
  static boolean isWritable(BigDecimal number) {
    return number.precision() <= Limit.FEEL_NUMBER.most()
        && Math.abs((long) number.scale()) <= Limit.FEEL_NUMBER.most();
  }

  /** A text as FEEL writes it. */
  static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }

  /** Whether it accepts a value, as far as it names what it accepts. */
  boolean accepts(Object value);

  /** As FEEL writes it. */
  String toFeel();

  /** The texts that it names, whether it accepts them or all but them. */
  default List<String> texts() {
    if (this instanceof Not not) {
      return not.cell().texts();
    }
    return this instanceof Texts named ? named.texts() : List.of();
  }

  /** The ranges of numbers that it names, whether it accepts them or all but them. */
  default List<Range> ranges() {
    if (this instanceof Not not) {
      return not.cell().ranges();
    }
    return this instanceof Numbers named ? named.ranges() : List.of();
  }

  /** Whether it is more than texts and numbers. */
  default boolean isOther() {
    return this instanceof Other;
  }

  /** The text, where it names one and no more. */
  default Optional<String> text() {
    return this instanceof Texts named && named.texts().size() == 1
        ? Optional.of(named.texts().get(0))
        : Optional.empty();
  }

  /** The number, where it names one and no more. */
  default Optional<BigDecimal> number() {
    return this instanceof Numbers named && named.ranges().size() == 1 && !named.absent()
        ? named.ranges().get(0).number()
        : Optional.empty();
  }

  /** Whether the two accept the same, in whatever order and however numbers are written. */
  default boolean sameAs(Cell other) {
    if (this instanceof Not not) {
      return other instanceof Not others && not.cell().sameAs(others.cell());
    }
    if (this instanceof Numbers numbers) {
      return other instanceof Numbers others
          && numbers.absent() == others.absent()
          && covers(numbers.ranges(), others.ranges())
          && covers(others.ranges(), numbers.ranges());
    }
    if (this instanceof Texts named) {
      return other instanceof Texts others
          && named.texts().containsAll(others.texts())
          && others.texts().containsAll(named.texts());
    }
    return toFeel().equals(other.toFeel());
  }

  private static boolean covers(List<Range> some, List<Range> others) {
    return others.stream().allMatch(o -> some.stream().anyMatch(o::sameAs));
  }
}
