package org.parley.derive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.Case;
import org.parley.Event;
import org.parley.Sides;

/**
 * A situation in which a rule, or a row of a table, fires or does not.
 *
 * @param rule the rule or row
 * @param fires whether it does
 * @param text the situation in the notation of the example files
 */
public record RuleExample(String rule, boolean fires, String text) {
  private static final LocalDate TODAY = LocalDate.parse("1970-06-30");
  private static final Pattern EVENT =
      Pattern.compile("(\\d+) ([a-z-]+(?: [a-z-]+)*) ([\\w+]*)>([\\w+]*)(?: \\[([^]]*)])?");
  private static final Pattern FACT = Pattern.compile("\\{([^:}]+): ([^}]+)}");
  private static final Pattern THIRD_PARTY = Pattern.compile("@([^{]+)");
  private static final Pattern DAYS_AHEAD = Pattern.compile("-?\\d+");

  /** The examples of a file. */
  public static List<RuleExample> in(String file) {
    List<RuleExample> examples = new ArrayList<>();
    String rule = "";
    for (String line : read(file).lines().toList()) {
      if (line.startsWith("== ")) {
        rule = line.substring(3);
      } else if (line.startsWith("+ ") || line.startsWith("- ")) {
        examples.add(new RuleExample(rule, line.startsWith("+"), line.substring(2)));
      }
    }
    return examples;
  }

  /** The situation as a case. */
  public Case subject() {
    Case.Builder subject =
        Case.builder()
            .decidingParty("Us")
            .adversary("Them")
            .sides(new Sides(List.of("Ally"), List.of()))
            .asOf(TODAY);
    EVENT.matcher(text).results().forEach(m -> subject.event(event(m.group())));
    FACT.matcher(text).results().forEach(m -> subject.fact(m.group(1), m.group(2)));
    Matcher named = THIRD_PARTY.matcher(text);
    return (named.find() ? subject.thirdParty(named.group(1).strip()) : subject).build();
  }

  private static Event event(String text) {
    Matcher event = EVENT.matcher(text);
    if (!event.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new Event(
        TODAY.minusDays(Long.parseLong(event.group(1))),
        event.group(2),
        names(event.group(3)),
        names(event.group(4)),
        details(event.group(5)),
        "",
        "");
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split("\\+")).filter(n -> !n.isEmpty()).toList();
  }

  private static Map<String, String> details(String text) {
    Map<String, String> details = new LinkedHashMap<>();
    if (text != null) {
      for (String detail : text.split(", ")) {
        String[] pair = detail.split(": ");
        details.put(
            pair[0],
            DAYS_AHEAD.matcher(pair[1]).matches()
                ? TODAY.plusDays(Long.parseLong(pair[1])).toString()
                : pair[1]);
      }
    }
    return details;
  }

  private static String read(String file) {
    try (InputStream in = RuleExample.class.getResourceAsStream("/rules/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
