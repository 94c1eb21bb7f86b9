package org.parley.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Event;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.Said;
import org.parley.SecondOpinion;
import org.parley.Shown;
import org.parley.Verdict;
import org.parley.explain.Redaction;
import org.parley.knowledge.FactType;

/** The sentences that text and Markdown share; not yet escaped. */
final class Wording {
  static final String FAVOUR = "The tables favour:";
  static final String ONGOING =
      "This war goes on. People act on words like these: check every fact before you rely on them.";
  static final String CAVEAT = "Advice informs a decision; it does not take it.";
  static final String CLOSED =
      "A closed posture has a cost to civilians that has to be weighed; humanitarian contact goes"
          + " on beside it.";
  static final String FINDINGS = "Findings on the input";
  static final String TRACE = "How the tables came to it";
  static final String UNTESTED = "Facts that no deciding row tested";
  static final String OUTRANKED = "Also matched, outranked:";
  static final String NO_CASE = "The tables find nothing that speaks for it here.";
  static final String SECOND_OPINION = "A second opinion";
  static final String GAME =
      "The game is %s; it asks only whether an open door is safe.".formatted(SecondOpinion.LABEL);
  static final int MOST_REASONS = 3;

  private static final Set<String> BRIEF = Set.of("risks of this advice", "cost of waiting");

  private static final String ONGOING_TAG = "ongoing";

  private Wording() {}

  static boolean isOngoing(Advice advice) {
    return advice.subject().tags().contains(ONGOING_TAG);
  }

  /** What the page is about: the title, or else the short name, or else that it has none. */
  static String title(Case subject) {
    return Stream.of(subject.title(), subject.id())
        .filter(text -> !isBlank(text))
        .findFirst()
        .orElse("Case without a name");
  }

  /** The short name, where the title does not already stand for it. */
  static String id(Case subject) {
    return isBlank(subject.title()) ? "" : subject.id();
  }

  /** Which conflict and when; only what the case gives. */
  static List<String> setting(Case subject) {
    String date = subject.asOf() == null ? "" : "as of " + subject.asOf();
    return Stream.of(subject.conflict(), date).filter(text -> !isBlank(text)).toList();
  }

  /** Who faces whom, and who stands between; only what the case gives. */
  static List<String> actors(Case subject) {
    boolean named =
        !isBlank(subject.thirdParty()) && !subject.thirdParty().equals(Redaction.THIRD_PARTY);
    String third = named ? "third party: " + subject.thirdParty() : "";
    return Stream.of(parties(subject), third).filter(text -> !isBlank(text)).toList();
  }

  private static String parties(Case subject) {
    if (isBlank(subject.decidingParty())) {
      return isBlank(subject.adversary()) ? "" : "facing " + subject.adversary();
    }
    return isBlank(subject.adversary())
        ? subject.decidingParty()
        : subject.decidingParty() + " facing " + subject.adversary();
  }

  static String loud(Labelled word) {
    return word.label().toUpperCase(Locale.ROOT);
  }

  static String combined(Advice advice) {
    return advice.combinedWith().isEmpty() ? "nothing" : String.join(", ", advice.combinedWith());
  }

  static List<FiredRow> reasons(Advice advice) {
    return advice.reasons().stream().limit(MOST_REASONS).toList();
  }

  static List<String> texts(List<Said> sentences) {
    return sentences.stream().map(Said::text).toList();
  }

  static List<String> reliance(Advice advice) {
    return advice.confidence().reasons().stream().map(Advice.Reason::text).toList();
  }

  static List<String> facts(SecondOpinion.Parting parting) {
    return parting.facts().entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList();
  }

  /**
   * The sections of guidance that a report shows, by title; those that are empty are left out.
   *
   * @param full whether to show all, or only what must not be cut off
   */
  static Map<String, List<String>> guidance(Advice advice, boolean full) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    advice.topics().stream()
        .filter(t -> full || BRIEF.contains(t.name()))
        .forEach(t -> sections.put(t.title(), texts(t.sentences())));
    return sections;
  }

  /** When to look again; empty where the tables do not say. */
  static String review(Advice advice) {
    return advice
        .reviewBy()
        .map(day -> "Look again by " + day + " at the latest.")
        .orElseGet(() -> reviewWithin(advice));
  }

  private static String reviewWithin(Advice advice) {
    return advice.reviewWithinDays().isEmpty()
        ? ""
        : "Look again within " + advice.reviewWithinDays().getAsInt() + " days at the latest.";
  }

  /** What is never left out beside a closed posture; empty where the posture is another one. */
  static String closed(Advice advice) {
    return advice.posture() == Posture.CLOSED_POSTURE
        ? "%s %s".formatted(CLOSED, review(advice)).strip()
        : "";
  }

  static String bestCaseFor(Verdict second) {
    return "The best case for " + second.option() + " (" + second.level() + ")";
  }

  /** What the game says, in sentences. */
  static List<String> secondOpinion(SecondOpinion opinion) {
    String stand =
        "The posture game %s: it finds %s reasonable."
            .formatted(
                opinion.agrees() ? "agrees" : "does not agree", courses(opinion.reasonable()));
    return Stream.concat(
            Stream.of(
                stand,
                "Region %s, %s: %s"
                    .formatted(opinion.region(), opinion.label(), opinion.meaning())),
            Stream.concat(opinion.partsOn().map(Wording::parting).stream(), Stream.of(GAME)))
        .toList();
  }

  static String courses(Set<SecondOpinion.Course> courses) {
    return courses.stream().map(Wording::course).collect(Collectors.joining(" or "));
  }

  private static String course(SecondOpinion.Course course) {
    return switch (course) {
      case OPEN -> "an open door";
      case CLOSED -> "a closed door";
      case SECRET_CHANNEL -> "a secret channel";
    };
  }

  private static String parting(SecondOpinion.Parting parting) {
    String facts = parting.facts().isEmpty() ? "" : "; " + String.join(", ", facts(parting));
    return "They part on the %s (%s = %s%s): they would agree from %s %s."
        .formatted(
            parting.meaning(),
            parting.parameter(),
            Figures.shown(parting.value()),
            facts,
            Figures.shown(parting.turn()),
            parting.above() ? "up" : "down");
  }

  static String unknownHeading(Advice advice) {
    int count = advice.unknown().size();
    return "What is not known (" + count + (count == 1 ? " fact)" : " facts)");
  }

  /** Where a row can be looked up: its source and statements. */
  static List<String> references(FiredRow row) {
    return Stream.of(row.source(), String.join(", ", row.statements()))
        .filter(text -> !isBlank(text))
        .toList();
  }

  /** Where a fact comes from: its origin, the rule that derived it, how sure its coder is. */
  static List<String> provenance(Fact fact) {
    String rule = isBlank(fact.rule()) ? "" : " by rule " + fact.rule();
    String sure = fact.confidence() == null ? "" : fact.confidence() + " confidence";
    return Stream.of(fact.origin() + rule, sure).filter(text -> !isBlank(text)).toList();
  }

  /** Who did something to whom. */
  static String parties(Event event, String arrow) {
    String by = String.join(", ", event.by());
    String to = String.join(", ", event.to());
    return to.isEmpty() ? by : (by + " " + arrow + " " + to).strip();
  }

  /** A result of a decision in words. */
  static String result(Object result) {
    if (result instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + " " + result(entry.getValue()))
          .collect(Collectors.joining("; "));
    }
    if (result instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : list.stream().map(Wording::result).collect(Collectors.joining("; "));
    }
    return result instanceof BigDecimal number
        ? number.toPlainString()
        : Objects.toString(result, "no result");
  }

  /** A value that a row found, in words also where there was none. */
  static String known(String value) {
    boolean open = isBlank(value) || value.equals("null") || value.equals(FactType.UNKNOWN);
    return open ? "not known" : value;
  }

  static boolean isBlank(String text) {
    return Shown.line(text).isEmpty();
  }
}
