package org.parley.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.Shown;

/** Days as people write them: {@code YYYY-MM-DD}, in the years 1 to 9999. */
public final class Days {
  /** Their form as a JSON Schema has it, for validators that take a format for a mere remark. */
  public static final String PATTERN = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private static final int LAST_YEAR = 9_999;

  private Days() {}

  /** Whether a day can be written so. */
  public static boolean isWritable(LocalDate day) {
    return day.getYear() > 0 && day.getYear() <= LAST_YEAR;
  }

  /**
   * Why a text is no day.
   *
   * @param key what has the text
   */
  public static String objection(String key, String text) {
    return hasForm(text)
        ? "'%s': the calendar has no day %s".formatted(key, text)
        : "'%s' must be a day written YYYY-MM-DD, not '%s'".formatted(key, Shown.piece(text));
  }

  /** Whether a text looks like a day, be it in the calendar or not. */
  private static boolean hasForm(String text) {
    return FORM.matcher(text).matches();
  }

  /** The day, where the calendar has it. */
  public static Optional<LocalDate> parse(String text) {
    if (!hasForm(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text)).filter(Days::isWritable);
    } catch (DateTimeParseException notInTheCalendar) {
      return Optional.empty();
    }
  }
}
