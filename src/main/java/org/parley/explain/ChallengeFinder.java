package org.parley.explain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.Advice;
import org.parley.Challenge;
import org.parley.Challenge.Argument;
import org.parley.Challenge.Assumption;
import org.parley.Challenge.Disagreement;
import org.parley.Challenge.Failure;
import org.parley.Challenge.Indicator;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.FactChange;
import org.parley.Changes.Group;
import org.parley.DecisionTrace;
import org.parley.Event;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.OpenQuestions;
import org.parley.Posture;
import org.parley.RunnerUp;
import org.parley.Said;
import org.parley.Seats;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.decide.world.Deadline;
import org.parley.knowledge.Days;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * Challenges an advice. What would change it, what is open, why not another posture and the other
 * seat are asked of the advice itself, so that of a redacted one nothing is told that it keeps.
 */
final class ChallengeFinder {
  private static final int FACTS_AT_ONCE = 2;
  private static final Set<Group> ACTED_ON =
      Set.of(Group.OWN_SIDE, Group.ADVERSARY, Group.THIRD_PARTY, Group.TOGETHER);

  private final TableAdvice known;
  private final Advice shown;
  private final UnaryOperator<Advice> veil;
  private final Predicate<String> tells;
  private final Vocabulary vocabulary;
  private final FactSpace space;
  private final byte[] codes;
  private final Map<String, Fact> facts = new HashMap<>();
  private final Map<String, DecisionTrace> whole;
  private final Map<String, DecisionTrace> told;
  private final List<String> way;
  private final Map<Posture, List<String>> ways = new EnumMap<>(Posture.class);

  /**
   * @param known the whole advice
   * @param shown the same as its reader sees it
   * @param veil makes another advice one that the reader may see
   * @param tells whether a fact may be told of
   */
  ChallengeFinder(
      TableAdvice known, Advice shown, UnaryOperator<Advice> veil, Predicate<String> tells) {
    this.known = known;
    this.shown = shown;
    this.veil = veil;
    this.tells = tells;
    this.vocabulary = known.shared().knowledge().vocabulary();
    this.space = known.shared().space();
    this.codes = known.codes();
    shown.facts().forEach(f -> facts.put(f.name(), f));
    this.whole = byName(known);
    this.told = byName(shown);
    this.way = behind(FinalDecisions.POSTURE);
    for (Posture option : Posture.values()) {
      ways.put(option, behind(FinalDecisions.verdict(option)));
    }
  }

  /**
   * The challenge.
   *
   * @param limit for all searches together, or {@code null}
   */
  Challenge find(@Nullable Duration limit) {
    Searches searches = new Searches(limit);
    Changes alone = searches.advice().changes(1);
    boolean tried = alone.complete();
    List<ChangeSet> turning = alone.sets();
    if (turning.isEmpty() && tried) {
      Changes pairs = searches.advice().changes(FACTS_AT_ONCE);
      turning = pairs.sets();
      tried = pairs.complete();
    }
    List<Weak> weak = ordered(weak(turning), searches);
    List<Assumption> assumptions = weak.stream().map(Weak::assumption).toList();
    List<Challenge.Hypothesis> hypotheses = hypotheses(searches.deadline());
    Challenge.Path path = new Challenge.Path(true, shown.steps(), List.of(), List.of(), 0);
    if (shown.posture() == Posture.CLOSED_POSTURE) {
      Changes ways = searches.advice().changes(FACTS_AT_ONCE);
      tried &= ways.complete();
      path = path(ways);
    }
    Seats seats = shown.seats();
    RunnerUp next = shown.runnerUp();
    return new Challenge(
        shown.posture(),
        tried && !searches.deadline().isOver(),
        assumptions,
        indicators(assumptions),
        weak.stream().map(Weak::failure).toList(),
        new Challenge.Rival(next.verdict().option(), next.verdict().level()),
        arguments(next),
        new Challenge.TheirSeat(
            seats.theirs().posture(),
            seats.theirs().unofficialTrack(),
            seats.theirs().favoured(),
            seats.imagined()),
        disagreements(seats, assumptions),
        hypotheses,
        path,
        shown.knowledge());
  }

  /** Lets all searches end at one time. */
  private final class Searches {
    private final @Nullable Duration limit;
    private final long begin = System.nanoTime();

    Searches(@Nullable Duration limit) {
      this.limit = limit;
    }

    Advice advice() {
      return limit == null ? shown : shown.within(left());
    }

    Deadline deadline() {
      return new Deadline(limit == null ? null : left());
    }

    private Duration left() {
      return limit.minusNanos(System.nanoTime() - begin);
    }
  }

  private static Map<String, DecisionTrace> byName(Advice advice) {
    return advice.trace().stream()
        .collect(Collectors.toMap(DecisionTrace::decision, Function.identity()));
  }

  /** A decision and all that it rests on, nearest first. */
  private List<String> behind(String decision) {
    return List.copyOf(FinalDecisions.behind(whole, List.of(decision)));
  }

  private List<Weak> weak(List<ChangeSet> turning) {
    Map<String, List<ChangeSet>> byFact = new LinkedHashMap<>();
    for (ChangeSet set : turning) {
      for (FactChange change : set.facts()) {
        byFact.computeIfAbsent(change.name(), f -> new ArrayList<>()).add(set);
      }
    }
    List<Weak> weak = new ArrayList<>();
    byFact.forEach((fact, sets) -> weak.add(weak(fact, sets)));
    return weak;
  }

  /**
   * A weak place.
   *
   * @param failure by the smallest change to a known value
   */
  private record Weak(Assumption assumption, Failure failure) {}

  private Weak weak(String name, List<ChangeSet> turns) {
    ChangeSet nearest =
        turns.stream()
            .min(Comparator.comparing((ChangeSet s) -> s.group() == Group.DOUBT))
            .orElseThrow();
    Map<String, String> values = new LinkedHashMap<>();
    nearest.facts().forEach(c -> values.put(c.name(), c.to()));
    TableAdvice then = known.assuming(values);
    String turned = turnedBy(name, byName(then));
    Said decided = answered(told.get(turned));
    Fact fact = facts.get(name);
    FactType type = vocabulary.fact(name).orElseThrow();
    Assumption assumption =
        new Assumption(
            name,
            valueOf(name),
            fact == null ? null : fact.origin(),
            fact == null ? null : fact.confidence(),
            fact == null ? "" : fact.why(),
            fact == null ? "" : fact.source(),
            decided,
            turns,
            shown.findings().stream()
                .filter(f -> f.facts().contains(name))
                .map(f -> new Said(f.message(), f.rule()))
                .toList());
    Failure failure =
        new Failure(
            name,
            valueOf(name),
            values.get(name),
            decided,
            nearest.posture(),
            // where one row is withheld, another of the same table would tell it
            decided.text().equals(Redaction.WITHHELD)
                ? decided
                : answered(byName(veil.apply(then)).get(turned)),
            type.codingRule().isEmpty() ? type.meaning() : type.codingRule());
    return new Weak(assumption, failure);
  }

  private String valueOf(String fact) {
    Fact given = facts.get(fact);
    return given == null ? FactType.UNKNOWN : given.value();
  }

  /** The decision nearest to the posture that reads a fact and that another row answers then. */
  private String turnedBy(String fact, Map<String, DecisionTrace> then) {
    return way.stream()
        .filter(name -> whole.get(name).facts().contains(fact))
        .filter(name -> !decided(whole.get(name)).equals(decided(then.get(name))))
        .findFirst()
        .orElse(FinalDecisions.POSTURE);
  }

  private static List<String> decided(DecisionTrace decision) {
    return decision.rows().stream().filter(FiredRow::decided).map(FiredRow::id).toList();
  }

  /** The row that answered a decision; of one without rows only that it did. */
  private static Said answered(DecisionTrace decision) {
    return decision.rows().stream()
        .filter(FiredRow::decided)
        .findFirst()
        .map(ChallengeFinder::said)
        .orElse(new Said(decision.decision(), ""));
  }

  private static Said said(FiredRow row) {
    return row.id().equals(Redaction.WITHHELD)
        ? new Said(Redaction.WITHHELD, "")
        : new Said(row.why(), row.id());
  }

  /** Weakest first; the order of the changes, nearest first, holds among equals. */
  private List<Weak> ordered(List<Weak> weak, Searches searches) {
    List<String> asked =
        weak.stream().allMatch(w -> w.assumption().origin() != null)
            ? List.of()
            : searches.advice().openQuestions().questions().stream()
                .map(OpenQuestions.Question::fact)
                .toList();
    return weak.stream()
        .sorted(
            Comparator.comparingInt((Weak w) -> firmness(w.assumption()))
                .thenComparingInt(w -> asked.indexOf(w.assumption().fact())))
        .toList();
  }

  /** What is held with low confidence first, then what is not known, last what is sure. */
  private static int firmness(Assumption assumption) {
    if (assumption.origin() == null) {
      return 1;
    }
    if (assumption.confidence() == null) {
      return 2;
    }
    return switch (assumption.confidence()) {
      case LOW -> 0;
      case MEDIUM -> 2;
      case HIGH -> 3;
    };
  }

  private List<String> eventTypes(String fact) {
    return vocabulary.eventTypes().values().stream()
        .filter(type -> type.facts().contains(fact))
        .map(EventType::name)
        .toList();
  }

  private List<Indicator> indicators(List<Assumption> assumptions) {
    LocalDate review = shown.reviewBy().orElse(null);
    Integer within =
        shown.reviewWithinDays().isPresent() ? shown.reviewWithinDays().getAsInt() : null;
    List<Indicator> indicators = new ArrayList<>(days());
    for (Assumption assumption : assumptions) {
      indicators.add(
          new Indicator(
              Indicator.Cue.ASSUMPTION,
              seen(assumption),
              assumption.restsOn().row(),
              assumption.fact(),
              eventTypes(assumption.fact()),
              review,
              within));
    }
    for (Said trigger : shown.topic(FinalDecisions.TOPIC_KEYS.get("reviewWhen"))) {
      indicators.add(
          new Indicator(
              Indicator.Cue.TRIGGER, trigger.text(), trigger.row(), "", List.of(), review, within));
    }
    indicators.sort(
        Comparator.comparing(Indicator::by, Comparator.nullsLast(Comparator.naturalOrder())));
    return indicators;
  }

  /** The days to come that events of the case name, each once. */
  private List<Indicator> days() {
    LocalDate asOf = shown.subject().asOf();
    if (asOf == null) {
      return List.of();
    }
    Set<Indicator> days = new LinkedHashSet<>();
    for (Event event : shown.subject().events()) {
      EventType type = vocabulary.event(event.type()).orElse(null);
      if (type != null && !event.date().isAfter(asOf)) {
        type.details()
            .forEach(
                (key, detail) -> {
                  if (detail.kind() == EventType.Detail.Kind.DATE) {
                    Days.parse(event.details().getOrDefault(key, ""))
                        .filter(day -> !day.isBefore(asOf))
                        .ifPresent(day -> days.add(day(event, type, day, asOf)));
                  }
                });
      }
    }
    return List.copyOf(days);
  }

  private Indicator day(Event event, EventType type, LocalDate day, LocalDate asOf) {
    List<String> bearsOn = type.facts().stream().filter(tells).toList();
    String by = String.join(", ", event.by());
    return new Indicator(
        Indicator.Cue.DAY,
        "%s%s: the day that it names comes.%s"
            .formatted(
                type.name(),
                by.isEmpty() ? "" : " (%s)".formatted(by),
                bearsOn.isEmpty()
                    ? ""
                    : " Code again then: %s.".formatted(String.join(", ", bearsOn))),
        "",
        "",
        List.of(type.name()),
        day,
        Math.toIntExact(ChronoUnit.DAYS.between(asOf, day)));
  }

  /** What would show that a fact has a value that turns the posture. */
  private String seen(Assumption assumption) {
    String fact = assumption.fact();
    List<String> types = eventTypes(fact);
    List<String> values =
        assumption.turns().stream()
            .flatMap(set -> set.facts().stream())
            .filter(c -> c.name().equals(fact) && !c.to().equals(FactType.UNKNOWN))
            .map(FactChange::becomes)
            .distinct()
            .map("'%s'"::formatted)
            .toList();
    String held = assumption.origin() == null ? "" : ", not '%s'".formatted(assumption.value());
    String turns =
        values.isEmpty()
            ? "can no longer be held to be '%s'".formatted(assumption.value())
            : "is %s%s".formatted(String.join(" or ", values), held);
    return types.isEmpty()
        ? "No type of event bears on '%s': code it again, and see whether it %s."
            .formatted(fact, turns)
        : "An event that bears on '%s' (%s) and shows that it %s."
            .formatted(fact, String.join(", ", types), turns);
  }

  private List<Argument> arguments(RunnerUp next) {
    List<Argument> arguments = new ArrayList<>();
    add(arguments, Argument.Ground.BEST_CASE, next.arguments());
    if (next.verdict().level().compareTo(Verdict.Level.VIABLE) <= 0) {
      add(
          arguments,
          Argument.Ground.VERDICT,
          next.verdict().rows().stream().map(ChallengeFinder::said).toList());
    }
    shown.whyNot(next.verdict().option()).ways().stream()
        .filter(way -> !way.row().id().equals(Redaction.WITHHELD))
        .findFirst()
        .ifPresent(way -> arguments.add(nearest(way)));
    add(arguments, Argument.Ground.RISK, shown.topic(FinalDecisions.TOPIC_KEYS.get("risks")));
    return arguments;
  }

  private static void add(List<Argument> arguments, Argument.Ground kind, List<Said> sentences) {
    for (Said said : sentences) {
      if (!said.text().equals(Redaction.WITHHELD)) {
        arguments.add(new Argument(kind, said.text(), said.row()));
      }
    }
  }

  private static Argument nearest(WhyNot.Way way) {
    String lacks =
        way.row().facts().stream()
            .map(
                f ->
                    "'%s' is %s, not '%s'"
                        .formatted(f.fact(), worded(f.value()), f.wanted().get(0)))
            .collect(Collectors.joining("; "));
    return new Argument(
        Argument.Ground.NEAREST_ROW,
        "%s In the way of this row: %s.".formatted(way.row().why(), lacks),
        way.row().id());
  }

  private static String worded(String value) {
    return value.equals(FactType.UNKNOWN) ? "not known" : "'" + value + "'";
  }

  private static List<Disagreement> disagreements(Seats seats, List<Assumption> assumptions) {
    Map<String, List<ChangeSet>> turns = new HashMap<>();
    for (Assumption a : assumptions) {
      turns.put(a.fact(), a.turns().stream().filter(s -> s.group() != Group.DOUBT).toList());
    }
    List<Disagreement> disagreements = new ArrayList<>();
    for (Seats.Reading reading : seats.readings()) {
      List<ChangeSet> follows =
          turns.getOrDefault(reading.fact(), List.of()).stream()
              .filter(
                  s ->
                      !reading.isDisputed()
                          || s.facts().stream()
                              .anyMatch(c -> c.to().equals(reading.seenFromHere())))
              .toList();
      if (!follows.isEmpty()) {
        disagreements.add(
            new Disagreement(
                reading.fact(),
                reading.ours(),
                reading.theirFact(),
                reading.seenFromHere(),
                reading.isDisputed(),
                follows));
      }
    }
    return disagreements;
  }

  /** What each fact alone does to each verdict. */
  private List<Challenge.Hypothesis> hypotheses(Deadline deadline) {
    Map<Posture, List<Challenge.Evidence>> evidence = new HashMap<>();
    for (Posture option : Posture.values()) {
      evidence.put(option, new ArrayList<>());
    }
    for (FactSpace.Axis axis : space.axes()) {
      String fact = axis.fact().name();
      // what is not known speaks neither for nor against
      if (tells.test(fact) && facts.containsKey(fact) && !deadline.isOver()) {
        Map<Posture, Challenge.Speaks> speaks = speaks(axis);
        if (speaks.values().stream().anyMatch(s -> s != Challenge.Speaks.NEITHER)) {
          speaks.forEach((option, way) -> evidence.get(option).add(evidence(option, fact, way)));
        }
      }
    }
    return shown.verdicts().stream()
        .map(v -> new Challenge.Hypothesis(v.option(), v.level(), evidence.get(v.option())))
        .toList();
  }

  private Map<Posture, Challenge.Speaks> speaks(FactSpace.Axis axis) {
    String fact = axis.fact().name();
    FactSpace.Value now = axis.value(codes);
    Map<Posture, Boolean> better = new EnumMap<>(Posture.class);
    Map<Posture, Boolean> worse = new EnumMap<>(Posture.class);
    for (FactSpace.Value value : axis.values()) {
      if (value.isKnown() && value.code() != now.code()) {
        TableAdvice then = known.assuming(Map.of(fact, value.nearestTo(now)));
        for (Verdict verdict : known.verdicts()) {
          // the best level comes first
          int change = then.level(verdict.option()).compareTo(verdict.level());
          better.merge(verdict.option(), change < 0, Boolean::logicalOr);
          worse.merge(verdict.option(), change > 0, Boolean::logicalOr);
        }
      }
    }
    Map<Posture, Challenge.Speaks> speaks = new EnumMap<>(Posture.class);
    for (Posture option : Posture.values()) {
      speaks.put(
          option, way(better.getOrDefault(option, false), worse.getOrDefault(option, false)));
    }
    return speaks;
  }

  private static Challenge.Speaks way(boolean better, boolean worse) {
    if (better) {
      return worse ? Challenge.Speaks.BOTH_WAYS : Challenge.Speaks.AGAINST;
    }
    return worse ? Challenge.Speaks.FOR : Challenge.Speaks.NEITHER;
  }

  private Challenge.Evidence evidence(Posture option, String fact, Challenge.Speaks speaks) {
    String row =
        speaks == Challenge.Speaks.NEITHER
            ? ""
            : ways.get(option).stream()
                .filter(name -> whole.get(name).facts().contains(fact))
                .findFirst()
                .map(name -> answered(told.get(name)).row())
                .orElse("");
    return new Challenge.Evidence(fact, valueOf(fact), speaks, row);
  }

  private static Challenge.Path path(Changes ways) {
    return new Challenge.Path(
        false,
        List.of(),
        ways.sets().stream().filter(s -> ACTED_ON.contains(s.group())).toList(),
        ways.sets().stream()
            .filter(s -> s.group() == Group.CONDITION && s.facts().size() == 1)
            .toList(),
        ways.most());
  }
}
