package org.parley.knowledge;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode.UnaryOperator;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/**
 * Dates, times or durations that a cell compares with, where that is all it does.
 *
 * @param kind what they are
 * @param spans in the order of the cell; at least one
 * @param absent whether it names {@code null} too
 * @param negated whether it accepts all but them
 */
public record Moments(Kind kind, List<Span> spans, boolean absent, boolean negated) {

  public Moments {
    spans = List.copyOf(spans);
  }

  /** What has a place in time, or a length. */
  public enum Kind {
    /** Days. */
    DATE("date"),
    /** Times of the day. */
    TIME("time"),
    /** Times of one day. */
    DATE_TIME("date and time"),
    /** Durations, of days and hours or of years and months. */
    DURATION("duration");

    private final String function;

    Kind(String function) {
      this.function = function;
    }

    /** The kind of values of one of FEEL's types. */
    public static Optional<Kind> ofType(String type) {
      return switch (type) {
        case "date" -> Optional.of(DATE);
        case "time" -> Optional.of(TIME);
        case "date and time", "dateTime" -> Optional.of(DATE_TIME);
        case "days and time duration",
            "years and months duration",
            "dayTimeDuration",
            "yearMonthDuration" ->
            Optional.of(DURATION);
        default -> Optional.empty();
      };
    }

    private static Optional<Kind> of(Object value) {
      if (value instanceof LocalDate) {
        return Optional.of(DATE);
      }
      if (value instanceof LocalTime || value instanceof OffsetTime) {
        return Optional.of(TIME);
      }
      if (value instanceof LocalDateTime
          || value instanceof OffsetDateTime
          || value instanceof ZonedDateTime) {
        return Optional.of(DATE_TIME);
      }
      return value instanceof Duration || value instanceof ChronoPeriod
          ? Optional.of(DURATION)
          : Optional.empty();
    }

    /**
     * A value as FEEL writes it out, such as {@code date("2024-01-31")}.
     *
     * @param literal whether with an {@code @}, as some programs do
     */
    public String toFeel(String value, boolean literal) {
      return literal ? "@\"" + value + '"' : "%s(\"%s\")".formatted(function, value);
    }
  }

  /**
   * What lies between two values, either of which may be {@code null} for none.
   *
   * @param closedLow whether the lower one is in it
   * @param closedHigh whether the higher one is in it
   */
  public record Span(Object low, boolean closedLow, Object high, boolean closedHigh) {

    /** Whether it is one value and no more. */
    public boolean isOne() {
      return low != null && low.equals(high) && closedLow && closedHigh;
    }

    /** Such as {@code 2024-01-31}, {@code >= 08:00} or {@code [P1Y..P2Y)}. */
    @Override
    public String toString() {
      if (isOne()) {
        return Tested.words(low);
      }
      if (low == null) {
        return (closedHigh ? "<= " : "< ") + Tested.words(high);
      }
      if (high == null) {
        return (closedLow ? ">= " : "> ") + Tested.words(low);
      }
      return (closedLow ? "[" : "(")
          + Tested.words(low)
          + ".."
          + Tested.words(high)
          + (closedHigh ? "]" : ")");
    }
  }

  /** Those of a cell; empty where it names none, or says more than that. */
  public static Optional<Moments> of(String cell) {
    FeelTree tree = Feel.WITHOUT_NAMES.test(cell);
    if (!tree.isFeel() || !(tree.root() instanceof UnaryTestListNode list)) {
      return Optional.empty();
    }
    List<? extends ASTNode> elements = list.getElements();
    boolean unequal =
        elements.size() == 1
            && elements.get(0) instanceof UnaryTestNode test
            && test.getOperator() == UnaryOperator.NE;
    if (unequal && list.isNegated()) {
      return Optional.empty();
    }
    return of(
        unequal ? List.of(((UnaryTestNode) elements.get(0)).getValue()) : elements,
        unequal || list.isNegated());
  }

  private static Optional<Moments> of(List<? extends ASTNode> alternatives, boolean negated) {
    List<Span> spans = new ArrayList<>();
    boolean absent = false;
    for (ASTNode alternative : alternatives) {
      ASTNode value = CellReader.tested(alternative);
      if (value instanceof NullNode) {
        absent = true;
      } else {
        Span span = value == null ? null : span(value);
        if (span == null) {
          return Optional.empty();
        }
        spans.add(span);
      }
    }
    List<Kind> kinds =
        spans.stream()
            .map(s -> Kind.of(s.low() == null ? s.high() : s.low()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return kinds.size() == 1
        ? Optional.of(new Moments(kinds.get(0), spans, absent, negated))
        : Optional.empty();
  }

  /** {@code null} where it is none. */
  private static Span span(ASTNode value) {
    if (!(value instanceof RangeNode range)) {
      Object one = moment(value);
      return one == null ? null : new Span(one, true, one, true);
    }
    boolean openLow = range.getStart() instanceof UndefinedValueNode;
    boolean openHigh = range.getEnd() instanceof UndefinedValueNode;
    Object low = openLow ? null : moment(range.getStart());
    Object high = openHigh ? null : moment(range.getEnd());
    boolean whole =
        (low != null || openLow) && (high != null || openHigh) && !(openLow && openHigh);
    return whole && (low == null || high == null || Kind.of(low).equals(Kind.of(high)))
        ? new Span(
            low,
            CellReader.isClosed(range.getLowerBound()),
            high,
            CellReader.isClosed(range.getUpperBound()))
        : null;
  }

  private static Object moment(ASTNode node) {
    return Tested.writtenOut(node).filter(v -> Kind.of(v).isPresent()).orElse(null);
  }

  /** In plain words, such as {@code 2024-01-31 or >= 2024-06-01}. */
  public String words() {
    List<String> parts = new ArrayList<>(absent ? List.of("not known") : List.of());
    spans.forEach(span -> parts.add(span.toString()));
    return (negated ? "any but " : "") + String.join(" or ", parts);
  }

  /** Whether the two accept the same, in whatever order. */
  public boolean sameAs(Moments other) {
    return kind == other.kind
        && absent == other.absent
        && negated == other.negated
        && spans.containsAll(other.spans)
        && other.spans.containsAll(spans);
  }
}
