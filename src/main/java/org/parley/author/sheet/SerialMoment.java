package org.parley.author.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.parley.knowledge.Days;
import org.parley.knowledge.Moments;

/** A day or a time as spreadsheets keep it: a number of days since the end of 1899. */
final class SerialMoment {
  private static final LocalDate DAY_NULL = LocalDate.of(1899, 12, 30);
  private static final int SECONDS = 86_400;
  private static final int MOST_DIGITS = 7;

  private SerialMoment() {}

  /** As people write it; empty where the number is none of its kind. */
  static Optional<String> read(String number, Moments.Kind kind) {
    if (!number.matches("\\d{1,%d}(\\.\\d{1,20})?".formatted(MOST_DIGITS))) {
      return Optional.empty();
    }
    // spreadsheets show no more than seconds
    long seconds =
        new BigDecimal(number)
            .multiply(BigDecimal.valueOf(SECONDS))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDate day = DAY_NULL.plusDays(seconds / SECONDS);
    LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS);
    boolean midnight = time.equals(LocalTime.MIDNIGHT);
    if (!Days.isWritable(day)) {
      return Optional.empty();
    }
    return switch (kind) {
      case DATE -> Optional.of(day.toString()).filter(d -> midnight);
      case TIME -> Optional.of(time.toString()).filter(t -> day.equals(DAY_NULL));
      case DATE_TIME -> Optional.of(day + "T" + time);
      case DURATION -> Optional.empty();
    };
  }
}
