package org.parley.author.sheet;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.knowledge.Days;
import org.parley.knowledge.Moments;

/**
 * Reads days, times and durations in plain words: {@code 2024-06-01}, {@code >= 08:00}, {@code
 * [P1Y..P2Y)}.
 */
final class MomentWords {
  private static final String DAY = "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}";
  private static final String TIME =
      "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2}|@[A-Za-z_]+/[A-Za-z_/]+)?";
  private static final String DURATION =
      "-?P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?";
  private static final Map<Moments.Kind, Pattern> PATTERNS =
      Map.of(
          Moments.Kind.DATE, Pattern.compile(DAY),
          Moments.Kind.TIME, Pattern.compile(TIME),
          Moments.Kind.DATE_TIME, Pattern.compile("(%s)[T ]+(%s)".formatted(DAY, TIME)),
          Moments.Kind.DURATION, Pattern.compile(DURATION, Pattern.CASE_INSENSITIVE));
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(.*)");

  private final Moments.Kind kind;
  private final Optional<Moments> now;
  private final boolean literal;

  /**
   * @param now the cell as it is, whose days are the likely ones where one can be read in two ways
   */
  MomentWords(Moments.Kind kind, String now) {
    this.kind = kind;
    this.now = Moments.of(now);
    this.literal = now.contains("@\"");
  }

  /** What a cell tests in plain words; empty where it tests more, or something else. */
  static Optional<String> of(String feel, Moments.Kind kind) {
    return Moments.of(feel).filter(m -> m.kind() == kind).map(Moments::words);
  }

  /** One value, comparison or range as FEEL; empty where the words are none. */
  Optional<String> feel(String word) throws SheetWords.Unreadable {
    StringBuilder feel = new StringBuilder();
    Matcher found = PATTERNS.get(kind).matcher(word);
    int from = 0;
    while (found.find()) {
      feel.append(word, from, found.start()).append(kind.toFeel(value(found), literal));
      from = found.end();
    }
    feel.append(word.substring(from));
    boolean one = from > 0 && !word.contains("\"");
    return one && isPlain(feel.toString()) ? Optional.of(feel.toString()) : Optional.empty();
  }

  private boolean isPlain(String feel) {
    return Moments.of(feel)
        .filter(m -> m.kind() == kind && !m.negated() && !m.absent() && m.spans().size() == 1)
        .isPresent();
  }

  private String value(Matcher found) throws SheetWords.Unreadable {
    return switch (kind) {
      case DATE -> day(found.group());
      case TIME -> time(found.group());
      case DATE_TIME -> day(found.group(1)) + "T" + time(found.group(2));
      case DURATION -> found.group().toUpperCase(Locale.ROOT);
    };
  }

  private String day(String typed) throws SheetWords.Unreadable {
    String day = TypedDay.read(typed, this::isThere);
    if (Days.parse(day).isPresent()) {
      return day;
    }
    throw new SheetWords.Unreadable(
        typed.contains("/") && !TypedDay.isNone(typed)
            ? "'%s' can be read as two days: write it as in 2024-06-30".formatted(typed)
            : typed.matches("\\d{4}-\\d{2}-\\d{2}") || !typed.contains("-")
                ? "the calendar has no day %s".formatted(typed)
                : "'%s' is written with two digits each: 2024-06-01".formatted(typed));
  }

  private boolean isThere(String day) {
    return now.stream()
        .flatMap(m -> m.spans().stream())
        .anyMatch(
            s ->
                String.valueOf(s.low()).startsWith(day)
                    || String.valueOf(s.high()).startsWith(day));
  }

  private static String time(String typed) throws SheetWords.Unreadable {
    Matcher clock = CLOCK.matcher(typed);
    try {
      if (clock.matches()) {
        int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
        LocalTime time =
            LocalTime.of(
                Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)), second);
        return "%02d:%02d:%02d%s"
            .formatted(time.getHour(), time.getMinute(), second, clock.group(4));
      }
    } catch (DateTimeException notOfTheClock) {
      // said below
    }
    throw new SheetWords.Unreadable("the clock has no time %s".formatted(typed));
  }

  /** That words are none of these, and what would be. */
  static String objection(Moments.Kind kind, String word, String column) {
    String said =
        switch (kind) {
          case DATE ->
              "'%s' is no day for '%s', such as 2024-06-01, nor a comparison such as >= 2024-06-01, or a range such as [2024-01-01..2024-06-30]";
          case TIME ->
              "'%s' is no time for '%s', such as 08:00, nor a comparison such as >= 08:00 or a range such as [08:00..17:30]";
          case DATE_TIME ->
              "'%s' is no day with its time for '%s', such as 2024-06-01T08:00, nor a comparison such as >= 2024-06-01T08:00";
          case DURATION ->
              "'%s' is no duration for '%s', such as P1Y2M, P10D or PT8H, nor a comparison such as >= PT8H or a range such as [P1Y..P2Y)";
        };
    return said.formatted(word, column);
  }
}
