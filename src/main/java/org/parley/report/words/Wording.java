package org.parley.report.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.Recommendation;
import org.parley.Shown;
import org.parley.UnofficialTrack;
import org.parley.explain.Redaction;
import org.parley.knowledge.FactType;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Sign;
import org.parley.report.document.Words;

/** What reports on cases say in the same words. */
public final class Wording {
  private static final String FAVOUR = "The tables favour:";
  private static final String TOO_LITTLE = "Too little is known to favour a posture";

  /** What a {@linkplain #marked mark} beside a posture means. */
  public static final String LEANING =
      "(leaning): too little is known to favour a posture; the tables only lean to this one.";

  /** What advice is, to be said on every page that gives some. */
  public static final String CAVEAT = "Advice informs a decision; it does not take it.";

  private static final String ONGOING =
      "This war goes on. People act on words like these: check every fact before you rely on them.";
  private static final String CLOSED =
      "A closed posture has a cost to civilians that has to be weighed; humanitarian contact goes"
          + " on beside it.";

  private Wording() {}

  /** A document about the case of an advice, with the banner of a war that goes on. */
  public static Document about(Advice advice) {
    Case subject = advice.subject();
    Document document =
        new Document(
            isBlank(subject.title()) ? "" : subject.id(),
            title(subject),
            List.of(setting(subject), actors(subject)));
    if (subject.isOngoing()) {
      document.front(Document.banner(ONGOING));
    }
    return document.foot(Words.plain(CAVEAT));
  }

  /** What a case is called: the title, or else the short name, or else that it has none. */
  public static String title(Case subject) {
    return Stream.of(subject.title(), subject.id())
        .filter(text -> !isBlank(text))
        .findFirst()
        .orElse("Case without a name");
  }

  /** Which conflict and when; only what the case gives. */
  public static List<String> setting(Case subject) {
    String date = subject.asOf() == null ? "" : "as of " + subject.asOf();
    return Stream.of(subject.conflict(), date).filter(text -> !isBlank(text)).toList();
  }

  /** Who faces whom, and who stands between; only what the case gives. */
  public static List<String> actors(Case subject) {
    boolean named =
        !isBlank(subject.thirdParty()) && !subject.thirdParty().equals(Redaction.THIRD_PARTY);
    String adversary = isBlank(subject.adversary()) ? "" : "adversary: " + subject.adversary();
    String third = named ? "third party: " + subject.thirdParty() : "";
    return Stream.of(subject.decidingParty(), adversary, third)
        .filter(text -> !isBlank(text))
        .toList();
  }

  /** Whether something is left out of an advice. */
  public static boolean isRedacted(Advice advice) {
    return advice.findings().stream().anyMatch(f -> f.message().equals(Redaction.NOTICE));
  }

  /** What a reader is told where an advice looks from a day before events of its case. */
  public static Optional<String> later(Advice advice) {
    return advice.findings().stream().anyMatch(f -> f.kind().equals("later events"))
        ? Optional.of(
            "Events after %s are not used; what is coded is as the case file has it, whenever that was known."
                .formatted(advice.subject().asOf()))
        : Optional.empty();
  }

  /** What a reader is told where something is left out of an advice. */
  public static Optional<Block> redacted(Advice advice) {
    return isRedacted(advice)
        ? Optional.of(Document.banner("Redacted: " + Redaction.NOTICE))
        : Optional.empty();
  }

  /** When to look again; empty where the tables do not say. */
  public static String review(Advice advice) {
    if (advice.reviewWithinDays().orElse(1) == 0) {
      return "today, and every day from now on";
    }
    return advice
        .reviewBy()
        .map(day -> "by " + day + " at the latest")
        .orElseGet(
            () ->
                advice.reviewWithinDays().isEmpty()
                    ? ""
                    : "within " + advice.reviewWithinDays().getAsInt() + " days at the latest");
  }

  /** What is never left out beside a closed posture; empty where the posture is another one. */
  public static String closed(Advice advice) {
    if (advice.posture() != Posture.CLOSED_POSTURE) {
      return "";
    }
    String review = review(advice);
    return review.isEmpty() ? CLOSED : CLOSED + " Look again " + review + ".";
  }

  /** A posture, and the unofficial track beside it. */
  public static String stance(Posture posture, UnofficialTrack track) {
    return track == UnofficialTrack.NONE
        ? posture.label()
        : posture.label() + " with " + track.label();
  }

  /** What is advised. */
  public static String stance(Recommendation advised) {
    return stance(advised.posture(), advised.unofficialTrack());
  }

  /** What an advice favours, or leans to. */
  public static String stance(Advice advice) {
    return stance(Recommendation.of(advice));
  }

  /**
   * What an advice comes to: what is favoured; or else that too little is known for that, what the
   * tables lean to, and what to learn first.
   *
   * @param stance the posture, with or without what goes beside it
   * @param fields what is said below
   */
  public static Block.Result result(Advice advice, String stance, List<Block.Field> fields) {
    if (advice.favoured()) {
      return new Block.Result(FAVOUR, stance, fields);
    }
    List<Block.Field> all = new ArrayList<>(List.of(Document.field("Leaning", stance)));
    List<String> first = advice.openQuestions().firstFacts();
    if (!first.isEmpty()) {
      all.add(Document.field("Learn first", String.join(", ", first)));
    }
    all.addAll(fields);
    return new Block.Result(TOO_LITTLE, "", all);
  }

  /** What the tables do with the posture of each advice: they favour it, or lean to it. */
  public static String favour(Advice... advices) {
    return Stream.of(advices).allMatch(Advice::favoured) ? "favour" : "lean to";
  }

  /** A posture where room is short, with a mark unless it is favoured. */
  public static String marked(String stance, boolean favoured) {
    return favoured ? stance : stance + " (leaning)";
  }

  /** Where a row can be looked up: its id, source and statements. */
  public static Words lookUp(String row, String source, List<String> statements) {
    return row.equals(Redaction.WITHHELD)
        ? Words.NONE
        : Words.row(row).listed(Words.dim(source)).listed(Words.dim(String.join(", ", statements)));
  }

  /** Where a fact comes from: its origin, the rule that derived it, how sure its coder is. */
  public static Words provenance(Fact fact) {
    String rule = isBlank(fact.rule()) ? "" : " by rule " + fact.rule();
    String sure = fact.confidence() == null ? "" : fact.confidence() + " confidence";
    return Words.dim(fact.origin() + rule).listed(Words.dim(sure));
  }

  /** Who did something to whom. */
  public static String parties(Event event) {
    String by = String.join(", ", event.by());
    String to = String.join(", ", event.to());
    return to.isEmpty() ? by : "%s %s %s".formatted(by, Sign.ARROW, to).strip();
  }

  /** A result of a decision in words. */
  public static String result(Object result) {
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
  public static String known(String value) {
    boolean open = isBlank(value) || value.equals("null") || value.equals(FactType.UNKNOWN);
    return open ? "not known" : value;
  }

  /**
   * The first sentences of a text that fit, at least one.
   *
   * @param most how many characters fit
   */
  public static String beginning(String text, int most) {
    String line = Shown.line(text);
    int end = line.length();
    while (end > most) {
      int before = line.lastIndexOf(". ", end - 2);
      if (before < 0) {
        return line.substring(0, end);
      }
      end = before + 1;
    }
    return line.substring(0, end);
  }

  /** A reason as somebody would say it: without the remark on how it extends a statement. */
  public static String plainly(String why) {
    int remark = why.indexOf(" (extends ");
    int end = why.indexOf(')', Math.max(0, remark));
    return remark < 0 || end < 0 ? why : why.substring(0, remark) + why.substring(end + 1);
  }

  public static boolean isBlank(String text) {
    return Shown.line(text).isEmpty();
  }
}
