package org.parley.decide.compile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.parley.decide.answer.Band;
import org.parley.knowledge.Tested;

/** Cuts what has an order at some edges, and takes a value out of each piece. */
final class Bands {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int MONTHS = 12;

  private final boolean whole;
  private final List<Object> values = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();

  private Bands(boolean whole) {
    this.whole = whole;
  }

  /** A piece and a value out of it. */
  record Piece(Object value, Band band) {}

  /**
   * The pieces in their order; empty where the edges have no common order.
   *
   * @param whole whether only whole numbers count
   */
  static Optional<List<Piece>> between(Collection<Object> edges, boolean whole) {
    TreeSet<Object> sorted = new TreeSet<>();
    try {
      sorted.addAll(edges);
      Bands cut = new Bands(whole);
      cut.cut(new ArrayList<>(sorted));
      List<Piece> pieces = new ArrayList<>();
      for (int i = 0; i < cut.values.size(); i++) {
        pieces.add(new Piece(cut.values.get(i), cut.bands.get(i)));
      }
      return Optional.of(pieces);
    } catch (ClassCastException | ArithmeticException | java.time.DateTimeException e) {
      // texts and numbers, or times with and without a zone
      return Optional.empty();
    }
  }

  private void cut(List<Object> edges) {
    add(before(edges.get(0)), new Band(null, false, edges.get(0), false));
    for (int i = 0; i < edges.size(); i++) {
      Object edge = edges.get(i);
      if (!whole || isWhole(edge)) {
        add(edge, Band.at(edge));
      }
      if (i + 1 < edges.size()) {
        add(inside(edge, edges.get(i + 1)), new Band(edge, false, edges.get(i + 1), false));
      }
    }
    Object last = edges.get(edges.size() - 1);
    add(after(last), new Band(last, false, null, false));
  }

  private static boolean isWhole(Object edge) {
    return !(edge instanceof BigDecimal number) || number.stripTrailingZeros().scale() <= 0;
  }

  private void add(Object value, Band band) {
    if (value != null) {
      values.add(value);
      bands.add(band);
    }
  }

  private Object before(Object edge) {
    if (edge instanceof BigDecimal number) {
      return whole
          ? number.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE)
          : number.subtract(BigDecimal.ONE);
    }
    if (edge instanceof LocalTime time) {
      return time.equals(LocalTime.MIN) ? null : middle(LocalTime.MIN, time);
    }
    if (edge instanceof OffsetTime time) {
      OffsetTime first = OffsetTime.of(LocalTime.MIN, time.getOffset());
      return time.equals(first) ? null : middle(first, time);
    }
    return moved(edge, -1);
  }

  private Object after(Object edge) {
    if (edge instanceof BigDecimal number) {
      return whole
          ? number.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
          : number.add(BigDecimal.ONE);
    }
    if (edge instanceof LocalTime time) {
      return time.equals(LocalTime.MAX) ? null : middle(time, LocalTime.MAX);
    }
    if (edge instanceof OffsetTime time) {
      OffsetTime last = OffsetTime.of(LocalTime.MAX, time.getOffset());
      return time.equals(last) ? null : middle(time, last);
    }
    return moved(edge, 1);
  }

  private static Object moved(Object edge, int steps) {
    if (edge instanceof Duration duration) {
      return duration.plusHours(steps);
    }
    if (edge instanceof ChronoPeriod period) {
      return Tested.ofMonths(months(period) + steps);
    }
    if (edge instanceof LocalDate date) {
      return date.plusDays(steps);
    }
    return ((Temporal) edge).plus(steps, ChronoUnit.HOURS);
  }

  /** Something between two edges, or {@code null} where there is nothing. */
  private Object inside(Object low, Object high) {
    if (low instanceof BigDecimal from && high instanceof BigDecimal to) {
      if (!whole) {
        return from.add(to).divide(TWO);
      }
      BigDecimal next = from.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
      return next.compareTo(to) < 0 ? next : null;
    }
    if (low instanceof LocalDate from && high instanceof LocalDate to) {
      return from.plusDays(1).isBefore(to) ? from.plusDays(1) : null;
    }
    if (low instanceof Duration from && high instanceof Duration to) {
      return from.plus(to).dividedBy(2);
    }
    if (low instanceof ChronoPeriod from && high instanceof ChronoPeriod to) {
      return months(from) + 1 < months(to) ? Tested.ofMonths(months(from) + 1) : null;
    }
    return middle((Temporal) low, (Temporal) high);
  }

  private static Object middle(Temporal low, Temporal high) {
    Duration half = Duration.between(low, high).dividedBy(2);
    return half.isZero() ? null : low.plus(half);
  }

  private static long months(ChronoPeriod period) {
    return period.get(ChronoUnit.YEARS) * MONTHS + period.get(ChronoUnit.MONTHS);
  }
}
