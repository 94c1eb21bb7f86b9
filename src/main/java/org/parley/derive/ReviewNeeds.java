package org.parley.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
          "^\\s*(?:\\$\\w+ : )?(KnownFact|Happening|EarlierAdvice|Advised)\\((.*)\\)\\s*$",
          Pattern.MULTILINE);
  private static final Pattern TEST =
      Pattern.compile("(\\w+) (==|!=|in|not in) (\"[^\"]*\"|\\([^)]*\\))");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern ALTERNATIVES = Pattern.compile("\\bor\\b|\\bextends\\b");

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
      if (needs.stream().allMatch(need -> need.test(matter))) {
        return true;
      }
    }
    return false;
  }

  private static List<Predicate<ReviewMatter>> needs(RuleHeader rule) {
    List<Predicate<ReviewMatter>> needs = new ArrayList<>();
    if (ALTERNATIVES.matcher(QUOTED.matcher(rule.conditions()).replaceAll("")).find()) {
      return needs;
    }
    Matcher pattern = PATTERN.matcher(rule.conditions());
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
        Predicate<String> type = test(tests, "type");
        yield matter -> matter.happenings().stream().anyMatch(h -> type.test(h.getType()));
      }
      case "Advised" -> {
        Predicate<String> posture = test(tests, "posture");
        Predicate<String> track = test(tests, "track");
        yield matter ->
            posture.test(matter.advised().getPosture()) && track.test(matter.advised().getTrack());
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
    Predicate<String> value = test(tests, "value");
    return matter -> matter.value(name) != null && value.test(matter.value(name));
  }

  /** What a pattern asks of one property; anything passes where it asks nothing that is read. */
  private static Predicate<String> test(String tests, String property) {
    Predicate<String> all = value -> true;
    Matcher test = TEST.matcher(tests);
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
}
