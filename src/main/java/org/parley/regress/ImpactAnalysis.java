package org.parley.regress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.Labelled;
import org.parley.Observation;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.Said;
import org.parley.UnofficialTrack;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.world.Shifts;
import org.parley.derive.Deriver;
import org.parley.explain.FinalDecisions;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.knowledge.Vocabulary;
import org.parley.regress.Impact.Move;
import org.parley.regress.Impact.Outcome;
import org.parley.regress.Impact.ResponsibleRow;
import org.parley.regress.RegressionResult.Stance;
import org.parley.regress.RegressionResult.Tally;

/**
 * Advises on the same cases with two versions of the tables. Both get the same facts: those of the
 * case files and those that rules derived beforehand, so that no rule of either version runs here.
 */
public final class ImpactAnalysis {
  private final Side before;
  private final Side after;

  /** One version of the tables. */
  private record Side(KnowledgeBase knowledge, TableEngine engine) {

    /** A case in the words of this version, without what only the other one knows. */
    Case known(Case said) {
      Vocabulary vocabulary = knowledge.vocabulary();
      Case subject = vocabulary.today(said);
      Case.Builder known = subject.toBuilder();
      subject.facts().values().stream()
          .filter(f -> vocabulary.objection(f.name(), f.value()).isPresent())
          .forEach(f -> known.withoutFact(f.name()));
      return known.build();
    }
  }

  /**
   * An analysis of two versions.
   *
   * @param engineBefore an engine on the tables before
   * @param engineAfter an engine on the tables after
   */
  public ImpactAnalysis(
      KnowledgeBase before,
      TableEngine engineBefore,
      KnowledgeBase after,
      TableEngine engineAfter) {
    this.before = new Side(before, engineBefore);
    this.after = new Side(after, engineAfter);
  }

  /**
   * Cases with the facts that rules derive from their events, and without the events.
   *
   * @param deriver runs the rules, if they may run
   */
  public static List<Case> derived(List<Case> cases, Deriver deriver) {
    List<Case> settled = new ArrayList<>();
    for (Case subject : cases) {
      Case.Builder facts = subject.toBuilder().events(List.of());
      subject.facts().keySet().forEach(facts::withoutFact);
      deriver.derive(subject).facts().values().forEach(facts::fact);
      settled.add(facts.build());
    }
    return settled;
  }

  /**
   * Runs both versions.
   *
   * @param cases with all facts given, as {@link #derived} gives them
   */
  public Impact of(List<Case> cases) {
    List<Pair> pairs = pairs(cases);
    List<Move> moved = new ArrayList<>();
    Map<String, List<String>> elsewhere = new LinkedHashMap<>();
    Set<String> shown = shown();
    Set<String> edited = edited();
    for (Pair pair : pairs) {
      if (!pair.before().equals(pair.after())) {
        moved.add(pair.move(shown, edited::contains));
      }
      for (String decision : pair.differing()) {
        if (!shown.contains(decision)) {
          elsewhere.computeIfAbsent(decision, d -> new ArrayList<>()).add(pair.subject().id());
        }
      }
    }
    return new Impact(
        cases.size(),
        moved,
        ordered(elsewhere),
        agreement(pairs, Pair::before),
        agreement(pairs, Pair::after),
        Map.of());
  }

  /**
   * The cases that get other advice once they say something else.
   *
   * @param before cases as they are
   * @param after the same cases, in the same order, as they shall be
   */
  public static List<Move> moves(
      KnowledgeBase knowledge, TableAdvisor advisor, List<Case> before, List<Case> after) {
    Side side = new Side(knowledge, advisor.engine());
    Set<String> shown = shown();
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      if (alike(knowledge, advisor, before.get(i), after.get(i))) {
        continue;
      }
      Pair pair =
          new Pair(
              after.get(i),
              Answered.of(advisor, side, before.get(i)),
              Answered.of(advisor, side, after.get(i)));
      if (!pair.before().equals(pair.after())) {
        moves.add(pair.move(shown, row -> false));
      }
    }
    return moves;
  }

  /** The advice on each of some cases, by its id. */
  public static Map<String, Outcome> outcomes(
      KnowledgeBase knowledge, TableAdvisor advisor, List<Case> cases) {
    Side side = new Side(knowledge, advisor.engine());
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    cases.forEach(c -> outcomes.put(c.id(), Answered.of(advisor, side, c).outcome()));
    return outcomes;
  }

  /** Whether all decisions answer the same, so that no advice need be compared. */
  private static boolean alike(
      KnowledgeBase knowledge, TableAdvisor advisor, Case before, Case after) {
    try {
      Evaluation one = advisor.engine().evaluate(advisor.factsOf(before));
      Evaluation other = advisor.engine().evaluate(advisor.factsOf(after));
      return knowledge.decisions().stream()
          .map(Decision::name)
          .allMatch(name -> Objects.equals(one.value(name), other.value(name)));
    } catch (ParleyException e) {
      // one of them has no answer, and the advice says why
      return false;
    }
  }

  /** Where posture and unofficial track change among all combinations of facts. */
  public Map<String, Shifts> shifts() {
    return before
        .engine()
        .shiftsTo(after.engine(), List.of(FinalDecisions.POSTURE, FinalDecisions.UNOFFICIAL_TRACK));
  }

  private List<Pair> pairs(List<Case> cases) {
    try (TableAdvisor advisorBefore = TableAdvisor.of(before.knowledge(), before.engine());
        TableAdvisor advisorAfter = TableAdvisor.of(after.knowledge(), after.engine())) {
      List<Pair> pairs = new ArrayList<>();
      for (Case subject : cases) {
        Optional<Answered> alike = alike(subject);
        pairs.add(
            new Pair(
                subject,
                alike.orElseGet(() -> Answered.of(advisorBefore, before, subject)),
                alike.orElseGet(() -> Answered.of(advisorAfter, after, subject))));
      }
      return pairs;
    }
  }

  /** What both favour where all decisions answer the same, so that no advice need be compared. */
  private Optional<Answered> alike(Case subject) {
    try {
      Evaluation one = before.engine().evaluate(values(before, subject));
      Evaluation other = after.engine().evaluate(values(after, subject));
      boolean alike =
          after.knowledge().decisions().stream()
              .map(Decision::name)
              .allMatch(
                  name ->
                      before.knowledge().decision(name).isPresent()
                          && Objects.equals(one.value(name), other.value(name)));
      return alike
          ? Optional.of(Answered.only(FinalDecisions.posture(one), FinalDecisions.track(one)))
          : Optional.empty();
    } catch (ParleyException e) {
      // one of them has no answer, and the advice says why
      return Optional.empty();
    }
  }

  private static Map<String, String> values(Side side, Case subject) {
    Map<String, String> values = new HashMap<>();
    side.known(subject).facts().forEach((name, fact) -> values.put(name, fact.value()));
    return values;
  }

  /** The rows that test or answer something else than before. */
  private Set<String> edited() {
    Map<String, List<List<String>>> was = new HashMap<>();
    rows(before.knowledge()).forEach(r -> was.put(r.id(), List.of(r.tests(), r.results())));
    return rows(after.knowledge())
        .filter(r -> !List.of(r.tests(), r.results()).equals(was.get(r.id())))
        .map(Row::id)
        .collect(Collectors.toSet());
  }

  private static Stream<Row> rows(KnowledgeBase knowledge) {
    return knowledge.decisions().stream()
        .flatMap(d -> d.table().stream())
        .flatMap(t -> t.rows().stream());
  }

  /** The decisions that a move shows by themselves. */
  private static Set<String> shown() {
    Set<String> shown = new HashSet<>();
    shown.add(FinalDecisions.POSTURE);
    shown.add(FinalDecisions.UNOFFICIAL_TRACK);
    shown.add(FinalDecisions.WARNINGS);
    for (Posture option : Posture.values()) {
      shown.add(FinalDecisions.verdict(option));
    }
    return Collections.unmodifiableSet(shown);
  }

  private Map<String, List<String>> ordered(Map<String, List<String>> byDecision) {
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    after.knowledge().decisions().stream()
        .filter(d -> byDecision.containsKey(d.name()))
        .forEach(d -> ordered.put(d.name(), List.copyOf(byDecision.get(d.name()))));
    return ordered;
  }

  private static Tally agreement(List<Pair> pairs, Function<Pair, Outcome> side) {
    List<Pair> compared = pairs.stream().filter(p -> p.subject().observed() != null).toList();
    long agree =
        compared.stream()
            .filter(p -> agrees(p.subject().observed(), side.apply(p).stance()))
            .count();
    return new Tally(compared.size(), (int) agree);
  }

  private static boolean agrees(Observation observed, Stance stance) {
    Optional<Posture> posture = Labelled.find(Posture.class, stance.posture());
    Optional<UnofficialTrack> track =
        Labelled.find(UnofficialTrack.class, stance.unofficialTrack());
    return posture.isPresent()
        && track.isPresent()
        && observed.agreesWith(posture.get(), track.get());
  }

  /**
   * What one version says of a case.
   *
   * @param trace empty where it has no advice, and where nothing is compared
   */
  private record Answered(Outcome outcome, Map<String, DecisionTrace> trace) {

    /** What is favoured, of a case in which nothing is compared. */
    static Answered only(Posture posture, UnofficialTrack track) {
      return new Answered(
          new Outcome(new Stance(posture.label(), track.label()), Map.of(), List.of(), ""),
          Map.of());
    }

    static Answered of(TableAdvisor advisor, Side side, Case subject) {
      try {
        Advice advice = advisor.advise(side.known(subject));
        Map<String, DecisionTrace> trace = new LinkedHashMap<>();
        advice.trace().forEach(t -> trace.put(t.decision(), t));
        return new Answered(outcome(advice), trace);
      } catch (ParleyException e) {
        return new Answered(
            new Outcome(new Stance("", ""), Map.of(), List.of(), e.getMessage()), Map.of());
      }
    }

    private static Outcome outcome(Advice advice) {
      Map<String, String> verdicts = new LinkedHashMap<>();
      advice.verdicts().forEach(v -> verdicts.put(v.option().label(), v.level().label()));
      return new Outcome(
          Stance.of(advice), verdicts, advice.warnings().stream().map(Said::text).toList(), "");
    }

    Set<String> rows(String decision) {
      DecisionTrace found = trace.get(decision);
      return found == null
          ? Set.of()
          : found.rows().stream()
              .filter(FiredRow::decided)
              .map(FiredRow::id)
              .collect(Collectors.toSet());
    }

    Object result(String decision) {
      DecisionTrace found = trace.get(decision);
      return found == null ? null : found.result();
    }
  }

  /** A case with what both versions say of it. */
  private record Pair(Case subject, Answered one, Answered other) {

    Outcome before() {
      return one.outcome();
    }

    Outcome after() {
      return other.outcome();
    }

    /** The decisions that both versions answer, and answer differently. */
    List<String> differing() {
      return one.trace().keySet().stream()
          .filter(d -> other.trace().containsKey(d))
          .filter(d -> !Objects.equals(one.result(d), other.result(d)))
          .toList();
    }

    /**
     * The case as one that a change moves.
     *
     * @param shown the decisions that count
     * @param edited whether the row of an id says something else than before
     */
    Move move(Set<String> shown, Predicate<String> edited) {
      return new Move(
          subject.id(),
          subject.title(),
          before(),
          after(),
          subject.expected(),
          responsible(shown, edited));
    }

    /**
     * The rows of the decisions at which the difference begins: their answers differ, those of all
     * that they read do not.
     */
    private List<ResponsibleRow> responsible(Set<String> shown, Predicate<String> edited) {
      Set<String> differing = new HashSet<>(differing());
      Set<String> behind = behind(shown, differing);
      List<ResponsibleRow> rows = new ArrayList<>();
      for (DecisionTrace trace : other.trace().values()) {
        String decision = trace.decision();
        boolean begins =
            behind.contains(decision) && trace.decisions().stream().noneMatch(differing::contains);
        if (begins) {
          rows.addAll(rows(decision, edited));
        }
      }
      return rows;
    }

    /** The decisions that differ and that what is shown rests on. */
    private Set<String> behind(Set<String> shown, Set<String> differing) {
      Set<String> behind = new HashSet<>();
      List<String> open = new ArrayList<>(shown);
      while (!open.isEmpty()) {
        String decision = open.remove(open.size() - 1);
        if (differing.contains(decision) && behind.add(decision)) {
          open.addAll(other.trace().get(decision).decisions());
        }
      }
      return behind;
    }

    private List<ResponsibleRow> rows(String decision, Predicate<String> edited) {
      Map<String, ResponsibleRow> rows = new LinkedHashMap<>();
      for (Answered side : List.of(one, other)) {
        side.trace().get(decision).rows().stream()
            .filter(FiredRow::decided)
            .forEach(
                row ->
                    rows.put(
                        row.id(),
                        new ResponsibleRow(
                            row.id(),
                            decision,
                            row.why(),
                            one.rows(decision).contains(row.id()),
                            other.rows(decision).contains(row.id()))));
      }
      // a row that decides on both sides makes a difference only if it says something else
      return rows.values().stream()
          .filter(r -> !r.before() || !r.after() || edited.test(r.id()))
          .toList();
    }
  }
}
