package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.knowledge.Days;

/**
 * A day as spreadsheets of some countries write it when they save CSV: {@code 2.4.1968} is a day of
 * April everywhere, {@code 2/4/1968} one of February or of April.
 */
final class TypedDay {
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern EITHER = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  private TypedDay() {}

  /**
   * The day as case files write it; the text itself where it is none, or can be two.
   *
   * @param known whether a day is one that is known, so that it is likely meant
   */
  static String read(String text, Predicate<String> known) {
    List<String> days = readings(text);
    return days.stream().filter(known).findFirst().orElse(days.size() == 1 ? days.get(0) : text);
  }

  /** Whether a text can be read as no day at all. */
  static boolean isNone(String text) {
    return readings(text).isEmpty();
  }

  private static List<String> readings(String text) {
    List<String> days = new ArrayList<>();
    Matcher dotted = DAY_FIRST.matcher(text);
    Matcher slashed = EITHER.matcher(text);
    if (dotted.matches()) {
      add(days, dotted.group(3), dotted.group(2), dotted.group(1));
    } else if (slashed.matches()) {
      add(days, slashed.group(3), slashed.group(1), slashed.group(2));
      if (!slashed.group(1).equals(slashed.group(2))) {
        add(days, slashed.group(3), slashed.group(2), slashed.group(1));
      }
    }
    return days;
  }

  private static void add(List<String> days, String year, String month, String day) {
    String written = "%s-%02d-%02d".formatted(year, Integer.parseInt(month), Integer.parseInt(day));
    if (Days.parse(written).isPresent()) {
      days.add(written);
    }
  }
}
