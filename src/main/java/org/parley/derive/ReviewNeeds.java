package org.parley.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.Fact;
import org.parley.knowledge.RuleFiles;
import org.parley.knowledge.RuleHeader;

/**
 * What the review rules need to see at the least, read from their patterns: most cases meet none of
 * it, and to start Drools for them would cost more than all the rest of the advice. What cannot be
 * read is not counted as a need, so that a rule runs once too often and never once too seldom.
 */
final class ReviewNeeds {
  private static final Pattern PATTERN =
      Pattern.compile(
          "^\\s*(?:exists |\\$\\w+ : )?(KnownFact|Happening|EarlierAdvice|Advised)\\((.*)\\)\\s*$",
          Pattern.MULTILINE);
  private static final Pattern WORDS =
      Pattern.compile("(\\w+) (==|!=|in|not in) (\"[^\"]*\"|\\([^)]*\\))");
  private static final Pattern NUMBER = Pattern.compile("(\\w+) (<|<=|>|>=) (\\d+)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern ALTERNATIVES = Pattern.compile("\\bor\\b|\\bextends\\b");
  private static final Pattern NESTED =
      Pattern.compile("\\b(?:from|accumulate|collect|forall)\\b|\\b(?:not|exists)\\s*\\(");

  private final List<List<Predicate<ReviewMatter>>> rules;

  private ReviewNeeds(List<List<Predicate<ReviewMatter>>> rules) {
    this.rules = rules;
  }

  static ReviewNeeds of(RuleFiles files) {
    String folder = "rules/" + RuleCompiler.REVIEW + "/";
    long texts = files.sources().keySet().stream().filter(f -> f.startsWith(folder)).count();
    List<List<Predicate<ReviewMatter>>> rules =
        files.headers().stream()
            .filter(h -> h.file().startsWith(folder))
            .map(ReviewNeeds::needs)
            .collect(Collectors.toCollection(ArrayList::new));
    if (texts > 0 && rules.isEmpty()) {
      rules.add(List.of());
    }
    return new ReviewNeeds(rules);
  }

  /** Whether some rule could find something. */
  boolean anyMet(ReviewMatter matter) {
    for (List<Predicate<ReviewMatter>> needs : rules) {
      if (areMet(needs, matter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areMet(List<Predicate<ReviewMatter>> needs, ReviewMatter matter) {
    for (Predicate<ReviewMatter> need : needs) {
      if (!need.test(matter)) {
        return false;
      }
    }
    return true;
  }

  private static List<Predicate<ReviewMatter>> needs(RuleHeader rule) {
    List<Predicate<ReviewMatter>> needs = new ArrayList<>();
    if (ALTERNATIVES.matcher(QUOTED.matcher(rule.conditions()).replaceAll("")).find()) {
      return needs;
    }
    Matcher pattern = PATTERN.matcher(NESTED.split(rule.conditions(), 2)[0]);
    while (pattern.find()) {
      if (!pattern.group(2).contains("||")) {
        needs.add(need(pattern.group(1), pattern.group(2)));
      }
    }
    return needs;
  }

  private static Predicate<ReviewMatter> need(String kind, String tests) {
    return switch (kind) {
      case "KnownFact" -> knownFact(tests);
      case "Happening" -> {
        Predicate<Happening> wanted = happening(tests);
        yield matter -> matter.happenings().stream().anyMatch(wanted);
      }
      case "Advised" -> {
        Predicate<String> posture = words(tests, "posture");
        Predicate<String> track = words(tests, "track");
        yield matter ->
            posture.test(matter.posture().label()) && track.test(matter.track().label());
      }
      default -> ReviewMatter::hasEarlierAdvice;
    };
  }

  private static Predicate<ReviewMatter> knownFact(String tests) {
    Matcher named = Pattern.compile("\\bname == \"([^\"]*)\"").matcher(tests);
    if (!named.find()) {
      return matter -> true;
    }
    String name = named.group(1);
    Predicate<String> value = words(tests, "value");
    LongPredicate number = numbers(tests, "number");
    return matter -> {
      Fact fact = matter.fact(name);
      return fact != null
          && value.test(fact.value())
          && number.test(KnownFact.number(fact.value()));
    };
  }

  private static Predicate<Happening> happening(String tests) {
    Predicate<String> type = words(tests, "type");
    LongPredicate daysAgo = numbers(tests, "daysAgo");
    List<String> conditions = Arrays.asList(tests.split(", "));
    boolean byUs = conditions.contains("byUs");
    boolean byThem = conditions.contains("byThem");
    return event ->
        type.test(event.getType())
            && daysAgo.test(event.getDaysAgo())
            && (!byUs || event.isByUs())
            && (!byThem || event.isByThem());
  }

  /** What a pattern asks of a text; anything passes where it asks nothing that is read. */
  private static Predicate<String> words(String tests, String property) {
    Predicate<String> all = value -> true;
    Matcher test = WORDS.matcher(tests);
    while (test.find()) {
      if (test.group(1).equals(property)) {
        Set<String> values =
            QUOTED
                .matcher(test.group(3))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
        boolean wanted = test.group(2).equals("==") || test.group(2).equals("in");
        all = all.and(value -> values.contains(value) == wanted);
      }
    }
    return all;
  }

  /** What a pattern asks of a number; anything passes where it asks nothing that is read. */
  private static LongPredicate numbers(String tests, String property) {
    LongPredicate all = value -> true;
    Matcher test = NUMBER.matcher(tests);
    while (test.find()) {
      if (test.group(1).equals(property)) {
        long bound = Long.parseLong(test.group(3));
        all =
            all.and(
                switch (test.group(2)) {
                  case "<" -> value -> value < bound;
                  case "<=" -> value -> value <= bound;
                  case ">" -> value -> value > bound;
                  default -> value -> value >= bound;
                });
      }
    }
    return all;
  }
}
