package org.parley.regress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.Case;
import org.parley.Changes.FactChange;

/** Writes made-up cases: their facts, and what says that they are made up and what for. */
final class Stubs {
  private static final Pattern NUMBERED = Pattern.compile("(.*\\D)(\\d{1,6})");
  private static final String PREFIX = "SYN-";
  private static final String CONFLICT = "Synthetic";
  // a case file needs a day; a case without events makes no use of it
  private static final LocalDate DAY = LocalDate.of(2000, 1, 1);
  private static final int NAMED = 2;

  private final StartingCases starting;
  private final String prefix;
  private final int next;

  /**
   * @param cases the cases that there are: ids go on from those made up
   */
  Stubs(StartingCases starting, List<Case> cases) {
    this.starting = starting;
    List<Matcher> ids =
        cases.stream()
            .filter(Case::isMadeUp)
            .map(c -> NUMBERED.matcher(c.id()))
            .filter(Matcher::matches)
            .toList();
    this.prefix = ids.isEmpty() ? PREFIX : ids.get(ids.size() - 1).group(1);
    this.next =
        1
            + ids.stream()
                .filter(m -> m.group(1).equals(prefix))
                .mapToInt(m -> Integer.parseInt(m.group(2)))
                .max()
                .orElse(0);
  }

  /** A case with the facts of a world and nothing else. */
  Case bare(World world) {
    Case.Builder builder = Case.builder();
    starting.facts(world).forEach(builder::fact);
    return builder.build();
  }

  /**
   * A case to be looked through by people.
   *
   * @param place its place among those suggested, from 0
   */
  Case stub(World world, List<Target> serves, int place) {
    return bare(world).toBuilder()
        .id(String.format(Locale.ROOT, "%s%02d", prefix, next + place))
        .title("Made up for " + what(serves))
        .conflict(CONFLICT)
        .asOf(DAY)
        .decidingParty("Party A")
        .adversary("Party B")
        .summary(summary(world))
        .tags(List.of(Case.MADE_UP_TAG))
        .build();
  }

  private static String what(List<Target> serves) {
    Map<String, Long> tables =
        serves.stream()
            .collect(
                Collectors.groupingBy(Stubs::where, LinkedHashMap::new, Collectors.counting()));
    List<String> named =
        tables.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(ArrayList::new));
    int more = named.size() - NAMED;
    if (more > 0) {
      named = new ArrayList<>(named.subList(0, NAMED));
      named.add(more == 1 ? "one more table" : more + " more tables");
    }
    String last = named.remove(named.size() - 1);
    return named.isEmpty() ? last : String.join(", ", named) + " and " + last;
  }

  private static String where(Target target) {
    if (target instanceof Target.UnusedRow row) {
      return row.table();
    }
    return target instanceof Target.Unnoticed unnoticed
        ? unnoticed.mutant().table()
        : ((Target.UnseenValue) target).fact();
  }

  private String summary(World world) {
    Case like = starting.like(world);
    Function<FactChange, String> words = c -> "%s: %s".formatted(c.name(), c.to());
    String changes = starting.changes(world).stream().map(words).collect(Collectors.joining("; "));
    return like.id().isEmpty()
        ? "Made up; nothing is known but this: %s.".formatted(changes)
        : "Made up; the facts are those of %s but for these: %s.".formatted(like.id(), changes);
  }
}
